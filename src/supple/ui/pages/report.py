"""Owns the page that shows what a professional would get, before it is saved or printed."""

from collections.abc import Callable, Mapping, Sequence
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from supple.ui.pages.report_view import ReportView
from supple.ui.paint.paper import PAGE
from supple.ui.paint.report_paint import paint_report
from supple.ui.theme.look import Look
from supple.ui.theme.tokens import LIGHT
from supple.ui.theme.type_scale import BODY, TITLE, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.column import Column
from supple.ui.widgets.faces import document, give_face
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.segments import Segments
from supple.ui.widgets.switch import TickRow
from supple.ui.widgets.text import Text

_WIDEST: Final = 800
_MIDDLE_FROM: Final = 600
_LEAST: Final = 200


class Paper(QWidget):
    """The page itself, as large as its place is wide."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: ReportView | None = None
        self.radius = 4
        follow_width(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_view(self, view: ReportView) -> None:
        """Show this page."""
        self._view = view
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.told)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a small page; its place gives it more."""
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of a page of paper."""
        return round(width * PAGE.height() / PAGE.width())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint white paper, and what stands on it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT.surface))
        if self._view is not None:
            painter.save()
            scale = self.width() / PAGE.width()
            painter.scale(scale, scale)
            paint_report(painter, self._look, self._view)
            painter.restore()
        painter.setPen(QPen(QColor(self._look.tokens.border), 1.0))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class ReportPage(QScrollArea):
    """Period and what to tell, the page, and where it goes."""

    back_wanted = Signal()
    span_chosen = Signal(str)
    pain_chosen = Signal(bool)
    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, spans: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = Column()
        self.setWidget(self.content)
        tr = translations.gettext
        self.back = Button(look, tr("History"), Kind.PLAIN, icon="arrow-left")
        self.back.clicked.connect(self.back_wanted)
        self._title = Text(look, TITLE, tr("A page to show someone"), wrap=True)
        self._words = Text(
            look,
            BODY,
            tr("For a physiotherapist or doctor. It goes nowhere but where you save it."),
            colour="ink2",
            wrap=True,
        )
        self.spans = Segments(look, tr("How far back"), spans)
        self.spans.chosen.connect(self.span_chosen)
        self.pain = TickRow(look, tr("Include pain ratings and where it hurt"))
        self.pain.setChecked(True)
        self.pain.toggled.connect(self.pain_chosen)
        self.save = Button(look, tr("Save as PDF…"), Kind.PRIMARY)
        self.save.clicked.connect(self.save_wanted)
        self.print = Button(look, tr("Print…"))
        self.print.clicked.connect(self.print_wanted)
        self.said = Text(look, BODY, colour="ink2", wrap=True)
        self.said.hide()
        self.paper = Paper(look)
        self._lay()

    def show_view(self, view: ReportView, span: str) -> None:
        """Show the page."""
        self.spans.choose(span)
        self.paper.show_view(view)
        self.said.hide()

    def say(self, words: str) -> None:
        """Say what became of it."""
        self.said.set_words(words)
        self.said.show()

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        self.spans.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the keys of a page do here."""
        return {"print": self.print_wanted.emit, "back": self.back_wanted.emit}

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the paper at a size that can be read."""
        super().resizeEvent(event)
        self._arrange()

    def _lay(self) -> None:
        look = self._look
        self._column = QVBoxLayout(self.content)
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch(1)
        self._column.addLayout(top)
        buttons = FlowRow(look, gap=10)
        buttons.set_items((self.save, self.print))
        self._column.addWidget(self._title)
        self._column.addWidget(self._words)
        self._column.addWidget(self.spans)
        for part in (self.pain, buttons, self.said, self.paper):
            self._column.addWidget(part)
        self._column.addStretch(1)
        FocusRing(look, self.content).watch(self.back, self.pain, self.paper)
        FocusRing(look, buttons).watch(self.save, self.print)
        look.changed.connect(self._arrange)

    def _arrange(self) -> None:
        look = self._look
        middle = self.viewport().width() / look.scale >= _MIDDLE_FROM
        margin = look.u(34 if middle else 18)
        side = max(margin, (self.viewport().width() - look.u(_WIDEST)) // 2)
        self._column.setContentsMargins(side, look.u(20), side, look.u(34))
        self._column.setSpacing(look.u(12))
        self._title.set_style(TITLE if middle else TITLE_SMALL)


give_face(Paper, document)
