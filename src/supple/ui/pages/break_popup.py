"""Owns Supple's own pop-up: a question in the corner of the screen that never takes the focus."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from supple.ui.pages.break_view import Choice, Do, PromptView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, TypeStyle
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.faces import dialog, give_face
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.mirror import mirror, mirrored_margins
from supple.ui.widgets.narration import announce
from supple.ui.widgets.scene import FigureSlot
from supple.ui.widgets.text import Text

_WIDTH: Final = 440
_PICTURE: Final = 124
_TITLE: Final = TypeStyle(18, 25, 600, lexend=True)
_SECOND_MS: Final = 1000
_FINGER: Final = 32
_LINE: Final = 4
_SHARE: Final = 0.9
_FLAGS: Final = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class SplitButton(QWidget):
    """A button with the list of its other forms beside it, in one frame or on one `main` plate."""

    def __init__(
        self, look: Look, button: Button, more: QToolButton, *, main: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._main = main
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if not main:
            button.set_kind(Kind.PLAIN)
        row.addWidget(button)
        row.addWidget(more)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint frame or plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, inset = self._look.tokens, self._look.tokens.outline / 2
        painter.setPen(QPen(QColor(tokens.border_strong), tokens.outline))
        if self._main:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary))
            inset = 0.0
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, self._look.u(10), self._look.u(10))


class PopUp(QWidget):
    """Shows a question. `chosen` carries the Act of a choice, or that of no answer."""

    chosen = Signal(object)

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__(None, _FLAGS)
        self._look = look
        self._tr = translations.gettext
        self._view: PromptView | None = None
        self._left_s = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(self._tr("Supple reminder"))
        self.figure = FigureSlot(self, adorns=True)
        self._title = Text(look, _TITLE, wrap=True)
        self._words = Text(look, BODY, colour="ink2", wrap=True)
        self._close = QToolButton(self, autoRaise=True)
        self._close.setAccessibleName(self._tr("Close"))
        self._close.setToolTip(self._tr("Close"))
        self._close.clicked.connect(self._dismiss)
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self._count)
        self._row = FlowRow(look, gap=10, parent=self)
        self._build()
        look.changed.connect(self._dress)
        self._dress()

    def show_view(self, view: PromptView) -> None:
        """Show this question from its first second on."""
        self._view = view
        self._left_s = view.seconds
        self._title.set_words(view.title)
        self._words.set_words(view.words)
        self.setAccessibleName(f"{view.title} {view.words}")
        count = len(view.choices)
        self._row.set_items([self._button(each, n, count) for n, each in enumerate(view.choices)])
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Count only while it is seen."""
        super().showEvent(event)
        announce(self, self.accessibleName())
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Tick no more."""
        super().hideEvent(event)
        self._second.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the card, the picture's ground, and how much of the time is left."""
        painter = QPainter(self)
        mirror(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, u, area = self._look.tokens, self._look.u, QRectF(self.rect())
        card = QPainterPath()
        card.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), u(16), u(16))
        painter.fillPath(card, QColor(tokens.surface))
        painter.setClipPath(card)
        picture = QRectF(area.left(), area.top(), u(_PICTURE), area.height())
        painter.fillRect(picture, QColor(tokens.dusk_soft))
        line = QRectF(area.left(), area.bottom() - u(_LINE), area.width(), u(_LINE))
        painter.fillRect(line, QColor(tokens.border))
        share = self._left_s / self._view.seconds if self._view is not None else 0.0
        line.setWidth(line.width() * max(0.0, share))
        painter.fillRect(line, QColor(tokens.primary))
        painter.setClipping(False)
        painter.setPen(QColor(tokens.border_strong if tokens.strong else tokens.border))
        painter.drawPath(card)

    def _build(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.figure)
        self._column = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._column.addWidget(self._words)
        self._column.addStretch(1)
        self._column.addWidget(self._row)
        outer.addLayout(self._column, 1)

    def _button(self, choice: Choice, index: int, count: int) -> QWidget:
        """The first is the main one, the last the quietest."""
        kind = Kind.PRIMARY if index == 0 else Kind.QUIET if index == count - 1 else Kind.SECONDARY
        if count == 2 and index == 1:  # noqa: PLR2004 - a question of two answers
            kind = Kind.SECONDARY
        button = Button(self._look, choice.words, kind)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda *_: self._choose(choice))
        if not choice.more:
            return button
        more = self._more(choice, main=index == 0)
        return SplitButton(self._look, button, more, main=index == 0)

    def _more(self, choice: Choice, *, main: bool) -> QToolButton:
        more = QToolButton(autoRaise=True)
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        starts = choice.act.do is Do.START
        name = self._tr("Other breaks") if starts else self._tr("Other times")
        more.setAccessibleName(name)
        more.setToolTip(name)
        tokens = self._look.tokens
        ink = tokens.on_primary if main else tokens.ink2
        more.setFixedSize(self._look.u(_FINGER), self._look.u(40))
        more.setIconSize(QSize(self._look.u(16), self._look.u(16)))
        more.setIcon(self._look.icons.icon("caret-down", Weight.BOLD, ink, self._look.u(16)))
        more.clicked.connect(lambda *_: self._open(choice, more))
        return more

    def _open(self, choice: Choice, below: QWidget) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in choice.more:
            menu.addAction(each.words).triggered.connect(lambda *_, each=each: self._choose(each))
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _choose(self, choice: Choice) -> None:
        self.hide()
        self.chosen.emit(choice.act)

    def _dismiss(self) -> None:
        self.hide()
        if self._view is not None:
            self.chosen.emit(self._view.unanswered)

    def _count(self) -> None:
        self._left_s -= 1
        self.update(0, self.height() - self._look.u(_LINE), self.width(), self._look.u(_LINE))
        if self._left_s <= 0 and self._view is not None and self._view.stands_alone:
            self._dismiss()

    def _dress(self) -> None:
        u = self._look.u
        self.figure.setFixedWidth(u(_PICTURE))
        self.figure.setContentsMargins(u(10), u(10), u(10), u(10))
        self._column.setContentsMargins(mirrored_margins(self, u(16), u(8), u(9), u(18)))
        self._column.setSpacing(u(4))
        self._close.setFixedSize(u(_FINGER), u(_FINGER))
        self._close.setIconSize(QSize(u(14), u(14)))
        self._close.setIcon(self._look.icons.icon("x", Weight.BOLD, self._look.tokens.ink2, u(14)))
        self._fit()
        self.update()

    def _fit(self) -> None:
        """Be as tall as the words need."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        margins = self._column.contentsMargins()
        row = self._look.u(_PICTURE) + margins.left() + margins.right()
        row += self._row.sizeHint().width()
        room = int(self.screen().availableGeometry().width() * _SHARE)
        width = max(self._look.u(_WIDTH), layout.minimumSize().width(), min(row, room))
        tall = layout.totalHeightForWidth(width)  # wrapped words make the least size too tall
        self.setFixedSize(width, max(self._look.u(132), tall))


give_face(PopUp, dialog)
