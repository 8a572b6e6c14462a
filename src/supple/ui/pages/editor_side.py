"""Owns what stands beside the rows: the total, notes with their fixes, the palette of stretches."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supple.ui.pages.editor_view import EditorView, FoundView, NoteView, PartView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_MEDIUM, FIGURE, SMALL
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card, Note
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.faces import give_face, picture
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.search_field import SearchField
from supple.ui.widgets.tab_order import tab_through
from supple.ui.widgets.text import Text

_SHOWN: Final = 6
_THUMB: Final = (58, 44)
_BESIDE_FROM: Final = 230
_CHILDREN: Final = QWidget.RenderFlag.DrawChildren


class _Bar(QWidget):
    """The parts of a session by their length."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._parts: tuple[PartView, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[PartView, ...]) -> None:
        """Show these."""
        self._parts = parts
        self.setAccessibleName(", ".join(part.words for part in parts))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return its height."""
        return QSize(self._look.u(120), self._look.u(14))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint one piece a part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        u, tokens = self._look.u, self._look.tokens
        total = sum(part.seconds for part in self._parts) or 1.0
        room = self.width() - u(3) * max(0, len(self._parts) - 1)
        left = 0.0
        for part in self._parts:
            width = room * part.seconds / total
            box = QRectF(left, 0, width, self.height())
            if self.isRightToLeft():
                box.moveLeft(self.width() - box.right())
            painter.setBrush(QColor(getattr(tokens, part.colour)))
            painter.drawRoundedRect(box, u(4), u(4))
            left += width + u(3)


class _Dot(QWidget):
    """The colour of a part."""

    def __init__(self, look: Look, colour: str) -> None:
        super().__init__()
        self._look = look
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return its size."""
        return QSize(self._look.u(10), self._look.u(10))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._look.tokens, self._colour)))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)


class TotalCard(Card):
    """How long the routine is, and its parts."""

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__(look)
        line = QHBoxLayout()
        line.setSpacing(look.u(8))
        self._total = Text(look, FIGURE)
        line.addWidget(self._total)
        word = Text(look, BODY, translations.gettext("total"), colour="ink2")
        line.addWidget(word, 1, Qt.AlignmentFlag.AlignBottom)
        self._bar = _Bar(look)
        self._legend = FlowRow(look, gap=10)
        self.body.addLayout(line)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._legend)

    def show_view(self, view: EditorView) -> None:
        """Show the numbers of a routine."""
        self._total.setText(view.total)
        self._total.set_words(view.total)
        self._bar.show_parts(view.parts)
        self._bar.setVisible(bool(view.parts))
        self._legend.set_items([self._entry(part) for part in view.parts])

    def _entry(self, part: PartView) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.u(6))
        line.addWidget(_Dot(self._look, part.colour))
        line.addWidget(Text(self._look, SMALL, part.words, colour="ink2"))
        return box


class Notes(QWidget):
    """What to mind, each with one fix at most; `fixed` carries id and place of the note."""

    fixed = Signal(str, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.u(10))

    def show_notes(self, notes: tuple[NoteView, ...]) -> None:
        """Show these."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for view in notes:
            text = Text(self._look, BODY, view.words, colour="apricot_ink", wrap=True)
            note = Note(self._look, "info", text)
            if view.fix:
                button = Button(self._look, view.fix, Kind.SECONDARY, Size.SMALL)
                button.clicked.connect(
                    lambda *_, ident=view.id, place=view.place: self.fixed.emit(ident, place)
                )
                note.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
                FocusRing(self._look, note).watch(button)
            self._column.addWidget(note)
        self.setVisible(bool(notes))


class _Thumb(QWidget):
    """The small picture of an exercise."""

    def __init__(self, look: Look, picture: Picture, view: FoundView) -> None:
        super().__init__()
        self._look = look
        self._picture = picture
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return its size."""
        return QSize(self._look.u(_THUMB[0]), self._look.u(_THUMB[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        u = self._look.u
        painter.setBrush(QColor(getattr(self._look.tokens, self._view.ground)))
        painter.drawRoundedRect(QRectF(self.rect()), u(10), u(10))
        size = self.size() - QSize(u(6), u(6))
        picture = self._picture(self._view.id, size, self.devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(u(3), u(3), picture)


class _Entry(QWidget):
    """Picture, words and button side by side; where it is narrow the words go below.

    It can be taken along with the pointer: `dragged` and `dropped` tell where that is.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, look: Look, thumb: QWidget, texts: QWidget, add: QWidget) -> None:
        super().__init__()
        self._look = look
        self._texts = texts
        self._add = add
        self._pressed: QPoint | None = None
        self._is_dragged = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.u(12))
        self._grid.setVerticalSpacing(look.u(4))
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(thumb, 0, 0)
        self._grid.addWidget(add, 0, 2)
        self._grid.addWidget(texts, 0, 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the words below."""
        least = super().minimumSizeHint()
        return QSize(self._texts.minimumSizeHint().width(), least.height())

    def likeness(self) -> QPixmap:
        """What it looks like, without its button, on no ground."""
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        shown = QRegion(self.rect()).subtracted(QRegion(self._add.geometry()))
        self.render(drawn, shown.boundingRect().topLeft(), shown, _CHILDREN)
        return drawn

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where a drag may begin."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin once the pointer has gone far enough, and go along with it."""
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if self._is_dragged or far >= QApplication.startDragDistance():
            self._is_dragged = True
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        self._pressed = None
        if self._is_dragged:
            self._is_dragged = False
            self.dropped.emit(event.globalPosition().toPoint())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Find the place of the words."""
        super().resizeEvent(event)
        below = event.size().width() < self._look.u(_BESIDE_FROM)
        self._grid.removeWidget(self._texts)
        self._grid.addWidget(self._texts, int(below), 0 if below else 1, 1, 3 if below else 1)


class Palette(Card):
    """Search for stretches and add them; `added` carries the id.

    One can be dragged too: `dragged` carries its likeness and where the pointer is, `dropped` its
    id and where it was let go.
    """

    looked_for = Signal(str)
    added = Signal(str)
    dragged = Signal(QPixmap, QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, look: Look, translations: NullTranslations, picture: Picture) -> None:
        super().__init__(look)
        self._picture = picture
        tr = translations.gettext
        self._add = tr("Add {name}")
        self._more = tr("And {n} more: search by name, body part or kit.")
        name = tr("Add from the library")
        self.search = SearchField(look, name, tr("Search"), tr("Clear"))
        self.body.addWidget(self.search)
        self.body.addSpacing(look.u(6))
        self._list = QVBoxLayout()
        self._list.setSpacing(look.u(10))
        self.body.addLayout(self._list)
        self._rest = Text(look, SMALL, colour="ink2", wrap=True)
        self.body.addWidget(self._rest)
        self._thumbs: list[_Thumb] = []
        self._adds: list[IconButton] = []
        self._stop = ListStop(self, lambda: self._adds)
        self._ring = FocusRing(look, self)
        self._ring.watch(self.search)
        self.search.textChanged.connect(self.looked_for)

    def show_found(self, found: tuple[FoundView, ...]) -> None:
        """Show the first of these."""
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._thumbs, self._adds = [], []
        for view in found[:_SHOWN]:
            self._list.addWidget(self._entry(view))
        self._stop.settle()
        tab_through(self.search, *self._adds)
        more = len(found) - _SHOWN
        self._rest.set_words(self._more.format(n=more) if more > 0 else "")
        self._rest.setVisible(more > 0)

    def drawn(self) -> None:
        """A picture is there."""
        for thumb in self._thumbs:
            thumb.update()

    def _entry(self, view: FoundView) -> QWidget:
        look = self._look
        thumb = _Thumb(look, self._picture, view)
        self._thumbs.append(thumb)
        texts = QWidget()
        words = QVBoxLayout(texts)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(Text(look, BODY_MEDIUM, view.name, wrap=True))
        words.addWidget(Text(look, SMALL, view.line, colour="ink2", wrap=True))
        name = self._add.format(name=view.name)
        add = IconButton(look, "plus", name, weight=Weight.BOLD, side=34)
        self._adds.append(add)
        add.clicked.connect(lambda *_: self.added.emit(view.id))
        box = _Entry(look, thumb, texts, add)
        box.dragged.connect(lambda at: self.dragged.emit(box.likeness(), at))
        box.dropped.connect(lambda at: self.dropped.emit(view.id, at))
        FocusRing(look, box).watch(add)
        return box


give_face(_Bar, picture)
