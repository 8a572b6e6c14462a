"""Owns the page of one exercise: picture and dose at one side, all words at the other."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from supple.ui.pages.card_stage import CardStage
from supple.ui.pages.card_view import CardView
from supple.ui.pages.card_words import CardWords
from supple.ui.theme.look import Look

_WIDE_FROM: Final = 860
_MIDDLE_FROM: Final = 620
_NARROW_STAGE: Final = 400


class CardPage(QScrollArea):
    """Paints a `CardView`. A narrow page has the picture above the words.

    While it is read aloud Space asks for a pause, wherever the focus is.
    """

    back = Signal()
    side_chosen = Signal(str)
    try_requested = Signal()
    add_requested = Signal()
    read_requested = Signal()
    hush_requested = Signal()
    pause_requested = Signal()
    answer_requested = Signal()
    back_requested = Signal()
    exercise_requested = Signal(str)
    page_requested = Signal(str)
    print_requested = Signal()

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.setWidget(self.content)
        self.stage = CardStage(look, translations)
        self.words = CardWords(look, translations)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.stage)
        self._row.addWidget(self._scroll, 1)
        self._beneath = QVBoxLayout()
        self._row.addLayout(self._beneath)
        self._is_split: bool | None = None
        self._space = QShortcut(QKeySequence(Qt.Key.Key_Space), self)
        self._space.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._space.setEnabled(False)
        self._space.activated.connect(self.pause_requested)
        self._connect()
        look.changed.connect(self._arrange)
        self._arrange()

    def show_view(self, view: CardView, mistake: QWidget | None = None) -> None:
        """Paint `view`, from its top; `mistake` is a picture of what to avoid."""
        self.stage.show_view(view)
        self.words.show_view(view, mistake)
        for scroll in (self, self._scroll):
            scroll.verticalScrollBar().setValue(0)
        self._arrange()

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        button = self.words.try_button if self.words.try_button.isEnabled() else None
        (button or self.stage.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange the halves for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc ends the reading; a digit goes to that step."""
        digit = event.key() - Qt.Key.Key_0
        if event.key() == Qt.Key.Key_Escape:
            self.hush_requested.emit()
        elif 1 <= digit <= 9:  # noqa: PLR2004 - the digit keys
            self.show_step(digit - 1)
        else:
            super().keyPressEvent(event)

    def show_reading(self, *, on: bool) -> None:
        """Whether the page is read aloud, or pauses in it."""
        self._space.setEnabled(on)
        self.words.show_reading(on=on)

    def show_step(self, place: int) -> None:
        """Light the step up that is read now, and bring it into sight; `NO_STEP` for none."""
        step = self.words.light_step(place)
        if step is not None:
            scroll = self._scroll if self._is_split else self
            scroll.ensureWidgetVisible(step, 0, self._look.u(24))

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What keys do on this page."""
        return {"print": self.print_requested.emit, "back": self.back.emit}

    def _connect(self) -> None:
        self.stage.back.connect(self.back)
        self.stage.side_chosen.connect(self.side_chosen)
        words = self.words
        words.try_button.clicked.connect(self.try_requested)
        words.add_button.clicked.connect(self.add_requested)
        words.read_button.clicked.connect(self.read_requested)
        words.answer_requested.connect(self.answer_requested)
        words.page_requested.connect(self.page_requested)
        words.back_requested.connect(self.back_requested)
        words.exercise_requested.connect(self.exercise_requested)

    def _arrange(self) -> None:
        look, viewport = self._look, self.viewport()
        width = viewport.width() / look.scale
        split = width >= _MIDDLE_FROM
        if split != self._is_split:
            self._is_split = split
            direction = QBoxLayout.Direction
            self._row.setDirection(direction.LeftToRight if split else direction.TopToBottom)
            if split:
                self._beneath.removeWidget(self.words)
                self._scroll.setWidget(self.words)
            else:
                self._scroll.takeWidget()
                self._beneath.addWidget(self.words)
            self.words.show()
            self._scroll.setVisible(split)
        wide = width >= _WIDE_FROM
        if split:
            share = 0.46 * viewport.width() if wide else 0.43 * viewport.width()
            self.stage.setFixedWidth(min(round(share), look.u(520)))
            self.stage.setMinimumHeight(0)
            self.stage.setMaximumHeight(16_777_215)
            self.content.setFixedHeight(viewport.height())
        else:
            self.content.setMinimumHeight(0)
            self.content.setMaximumHeight(16_777_215)
            self.stage.setMinimumWidth(0)
            self.stage.setMaximumWidth(16_777_215)
            self.stage.setFixedHeight(
                look.u(_NARROW_STAGE) + self.stage.more_height(viewport.width())
            )
        self.words.set_margins(
            look.u(34) if wide and split else min(look.u(22), viewport.width() // 20)
        )
