"""Owns the cards below Today's hero: week, desk break, rhythm, reach check, safety, routines."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from supple.ui.pages.today_view import DeskBreak, Reach, RoutineTile, SafetyNote
from supple.ui.pages.today_words import rhythm_line
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, SMALL, TypeStyle
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card, Chip, Note
from supple.ui.widgets.day_strip import Day, DayStrip
from supple.ui.widgets.faces import card, give_face
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import Policy, follow_width
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.menu_button import MenuButton
from supple.ui.widgets.mirror import mirrored, mirrored_margins, mirrored_place
from supple.ui.widgets.rhythm import RhythmDots
from supple.ui.widgets.scene import FigureSlot
from supple.ui.widgets.text import Text

_NOTE: Final = TypeStyle(14, 20)
_MOST_COLUMNS: Final = 3
_PICTURE: Final = 142
_PICTURE_LEAST: Final = 110
_BESIDE_FROM: Final = 320
_OPENS_MENU: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WeekCard(Card):
    """This week, day by day."""

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__(look)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(Text(look, CARD, translations.gettext("This week")))
        self._sentence = Text(look, SMALL, colour="ink2", wrap=True)
        head.addWidget(self._sentence, 1)
        self.strip = DayStrip(look)
        self.body.addLayout(head)
        self.body.addWidget(self.strip)
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the sentence at the end of the head, or below it on a narrow card."""
        super().resizeEvent(event)
        beside = self.width() >= self._look.u(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._sentence.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def show_week(self, days: tuple[Day, ...], line: str) -> None:
        """Show seven days and the sentence about them."""
        self.strip.show_days(days)
        self._sentence.set_words(line)


class DeskBreakCard(Card):
    """The quick break. The figure has its place at the right where the card is wide enough."""

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__(look)
        tr = translations.gettext
        self.figure = FigureSlot(self)
        self._words = Text(look, SMALL, colour="ink2", wrap=True)
        self._title = Text(look, CARD, tr("Desk break"))
        self.button = Button(look, tr("Take one now"), Kind.SOFT)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        texts = QVBoxLayout()
        texts.setSpacing(look.u(4))
        texts.addWidget(self._title)
        texts.addWidget(self._words)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._row)
        self.body.addStretch(1)
        self._shown = DeskBreak("")
        self._next = ""
        self._flat = False
        self._picture = 0
        FocusRing(look, self).watch(self.button)
        look.changed.connect(self._fit_picture)

    def show_break(self, shown: DeskBreak, *, flat: bool) -> None:
        """Show the words; `flat` puts the button beside them."""
        self._shown = shown
        self._flat = flat
        self._fit_picture()
        self._tell()

    def show_next(self, line: str) -> None:
        """When the next break comes by itself: said where nothing else in the window says it."""
        self._next = line
        self._tell()

    def _tell(self) -> None:
        self._words.set_words(self._next if self._flat and self._next else self._shown.words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the picture at the right edge."""
        super().resizeEvent(event)
        self._fit_picture()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the card, then the picture's ground inside its corners."""
        super().paintEvent(event)
        if not self._picture:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        radius = self._look.u(self.radius)
        card.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        ground = QPainterPath()
        ground.addRect(QRectF(self.figure.geometry()))
        painter.fillPath(card.intersected(ground), QColor(self._look.tokens.dusk_soft))

    def _fit_picture(self) -> None:
        """Give the picture its place at the end, and the words what is left."""
        beside = self._flat and self.width() >= self._look.u(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        spare = self.width() - self._look.u(42) - self.button.sizeHint().width()
        wide = spare >= self._look.u(_PICTURE_LEAST) and not self._flat
        self._picture = min(spare, self._look.u(_PICTURE)) if wide else 0
        across, down = self._look.u(20), self._look.u(18)
        inside = mirrored_margins(self, across, down, across + self._picture, down)
        self.body.setContentsMargins(inside)
        place = QRect(self.width() - self._picture, 0, self._picture, self.height())
        self.figure.setGeometry(mirrored_place(self, place))
        self.figure.setVisible(wide)


class RhythmCard(Card):
    """The last weeks, without a streak that could break. Can be hidden from its menu.

    Where it is wished for, it also takes one number a day: `rated`.
    """

    hidden = Signal()
    rated = Signal(str)

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__(look)
        tr = translations.gettext
        self._translations = translations
        numbers = [(str(value), str(value)) for value in range(11)]
        self.day = MenuButton(look, tr("How is your lower back today?"), numbers)
        self.day.chosen.connect(self.rated)
        self._question = Text(look, SMALL, tr("How is your lower back today?"), wrap=True)
        self._count = Text(look, SMALL, colour="ink2")
        head = FlowRow(look, gap=8, apart=True)
        head.set_items((Text(look, CARD, tr("Your rhythm")), self._count))
        self._dots = RhythmDots(look)
        self._sentence = Text(look, SMALL, colour="ink2", wrap=True)
        self.body.addWidget(head)
        self.body.addWidget(self._dots)
        self.body.addWidget(self._sentence)
        asked = QHBoxLayout()
        asked.addWidget(self._question, 1)
        asked.addWidget(self.day)
        self.body.addLayout(asked)
        self.body.addStretch(1)
        self.ask_day(asks=False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription(tr("Enter opens its menu"))

    def ask_day(self, value: int | None = None, *, asks: bool) -> None:
        """Ask for one number a day, or show the one that was given."""
        self.day.choose(self._translations.gettext("0 to 10") if value is None else str(value))
        for part in (self._question, self.day):
            part.setVisible(asks)

    def show_weeks(self, weeks: tuple[bool, ...]) -> None:
        """Show these weeks, oldest first."""
        line = rhythm_line(weeks, self._translations)
        count = self._translations.ngettext("{n} week", "{n} weeks", len(weeks))
        self._count.set_words(count.format(n=len(weeks)))
        self._dots.show_weeks(weeks)
        self._sentence.set_words(line)
        self.setAccessibleName(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and Space open the menu, as the menu key does."""
        if event.key() in _OPENS_MENU and not event.isAutoRepeat():
            self._open_menu(self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Open the menu."""
        self._open_menu(event.globalPos())

    def _open_menu(self, place: QPoint) -> None:
        """Offer to hide it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._translations.gettext("Hide your rhythm")).triggered.connect(
            self.hidden
        )
        menu.popup(place)


give_face(RhythmCard, card)


class ReachCard(Card):
    """The reach check, or one line about the last session when none is due."""

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__(look)
        tr = translations.gettext
        self._tr = tr
        self._title = Text(look, CARD)
        self._due = Chip(look, tr("due this week"), fill="dusk_soft", ink="dusk_ink")
        head = FlowRow(look, gap=8, apart=True)
        head.set_items((self._title, self._due))
        self._words = Text(look, SMALL, colour="ink2", wrap=True)
        self.button = Button(look, "", Kind.SECONDARY, Size.SMALL)
        self.body.addWidget(head)
        self.body.addWidget(self._words)
        self.body.addStretch(1)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        FocusRing(look, self).watch(self.button)

    def show_reach(self, reach: Reach | None, last_session: str) -> None:
        """Show the check when there is one, else the last session."""
        tr = self._tr
        self._title.set_words(tr("Last session") if reach is None else tr("Reach check"))
        self._title.setText(self._title.words())
        self._words.set_words(last_session if reach is None else reach.words)
        self._due.setVisible(reach is not None and reach.due)
        self.button.setVisible(reach is not None)
        if reach is not None:
            self.button.setText(tr("Measure, {n} min").format(n=reach.minutes))


class SafetyCard(Note):
    """One sentence on how to stretch without harm."""

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        self._text = Text(look, _NOTE, colour="apricot_ink", wrap=True)
        super().__init__(look, "hand-heart", self._text)
        self.button = LinkButton(look, translations.gettext("When not to stretch"))
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        FocusRing(look, self).watch(self.button)

    def show_note(self, note: SafetyNote) -> None:
        """Show this note."""
        self._text.set_words(note.words, strong=note.strong)
        self.button.setVisible(note.more)


class LinkButton(QPushButton):
    """A button that looks like an underlined link on a soft ground."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look = look
        self.radius = 6
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self, Policy.Preferred)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words, tall enough for a finger."""
        font = self._look.font(TypeStyle(14, 20, 600))
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()) + 2, self._look.u(32))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of the longest word."""
        metrics = QFontMetrics(self._look.font(TypeStyle(14, 20, 600)))
        widest = max(metrics.horizontalAdvance(word) for word in breakable(self.text()))
        return QSize(widest + 2, self._look.u(32))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the wrapped words need."""
        metrics = QFontMetrics(self._look.font(TypeStyle(14, 20, 600)))
        room = QRect(0, 0, max(1, width), 10_000)
        used = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(self._look.u(32), used.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the underlined words."""
        painter = QPainter(self)
        font = self._look.font(TypeStyle(14, 20, 600))
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(self._look.tokens.apricot_ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect(), flags, self.text())


class RoutineButton(QPushButton):
    """One routine: its name, its length, and a sign that it starts when pressed."""

    def __init__(self, look: Look, tile: RoutineTile, minutes: str) -> None:
        super().__init__()
        self._look = look
        self._name = tile.name
        self._below = ", ".join(part for part in (minutes, tile.words) if part)
        self.radius = 12
        self.setAccessibleName(f"{tile.name}, {self._below}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self, Policy.Ignored)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the name on one line."""
        return QSize(self._look.u(240), self.heightForWidth(self._look.u(240)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the height of one line."""
        return QSize(self._look.u(120), self._look.u(64))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height the wrapped words need."""
        room = self._room(width)
        flags = Qt.TextFlag.TextWordWrap
        name = QFontMetrics(self._look.font(CARD)).boundingRect(room, flags, self._name)
        below = QFontMetrics(self._look.font(SMALL)).boundingRect(room, flags, self._below)
        return name.height() + below.height() + self._look.u(26)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the tile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        lit = self.isDown() or self.underMouse()
        painter.setPen(QPen(QColor(t.border_strong if lit else t.border), t.outline))
        painter.setBrush(QColor(t.primary_soft if self.isDown() else t.surface))
        inset = t.outline / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, u(self.radius), u(self.radius))
        side = u(20)
        icon = QRectF(self.width() - side - u(16), (self.height() - side) / 2, side, side)
        self._look.icons.paint(painter, mirrored(self, icon), "play", Weight.FILL, t.primary)
        room = mirrored_place(self, self._room(self.width()))
        flags = Qt.TextFlag.TextWordWrap
        painter.setFont(self._look.font(CARD))
        painter.setPen(QColor(t.ink))
        used = QFontMetrics(painter.font()).boundingRect(room, flags, self._name)
        painter.drawText(room, flags, self._name)
        room.setTop(used.bottom() + u(2))
        painter.setFont(self._look.font(SMALL))
        painter.setPen(QColor(t.ink2))
        painter.drawText(room, flags, self._below)

    def _room(self, width: int) -> QRect:
        u = self._look.u
        return QRect(u(16), u(12), max(1, width - u(16 + 16 + 20 + 12)), 10_000)


class RoutinesCard(QWidget):
    """All routines that can be started from here. `chosen` carries a routine's id."""

    chosen = Signal(str)

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__()
        self._look = look
        self._translations = translations
        self._tiles: tuple[RoutineTile, ...] = ()
        self.buttons: list[RoutineButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.u(8), 0, 0)
        column.setSpacing(look.u(10))
        column.addWidget(Text(look, CARD, translations.gettext("Routines")))
        words = translations.gettext("Start any of these when you like.")
        column.addWidget(Text(look, BODY, words, colour="ink2", wrap=True))
        self._grid = QGridLayout()
        self._grid.setSpacing(look.u(12))
        column.addLayout(self._grid)
        column.addStretch(1)
        self._ring = FocusRing(look, self)
        self._stop = ListStop(self, lambda: self.buttons)

    def show_routines(self, tiles: tuple[RoutineTile, ...], *, columns: int) -> None:
        """Show these, in so many columns."""
        if tiles != self._tiles:
            self._tiles = tiles
            self._rebuild()
        for button in self.buttons:
            self._grid.removeWidget(button)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for index, button in enumerate(self.buttons):
            self._grid.addWidget(button, index // columns, index % columns)
        self._stop.settle()

    def _rebuild(self) -> None:
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        minutes = self._translations.gettext("{n} min")
        self.buttons = [
            RoutineButton(self._look, tile, minutes.format(n=tile.minutes)) for tile in self._tiles
        ]
        for button, tile in zip(self.buttons, self._tiles, strict=True):
            button.clicked.connect(lambda *_, id_=tile.routine: self.chosen.emit(id_))
        self._ring.watch(*self.buttons)
