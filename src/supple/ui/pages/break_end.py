"""Owns what follows a desk break, and the break of somebody who should not stretch now."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from supple.core.session.view import Phase
from supple.ui.pages.break_run import CREST, EDGE, FORM, Column
from supple.ui.pages.session_layout import Box
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import TypeStyle
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.fit_text import FitText
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.mirror import mirrored
from supple.ui.widgets.plate_button import PlateButton, PlateForm, PlateKind
from supple.ui.widgets.remote import by_remote
from supple.ui.widgets.scene import FigureSlot, land_path

_TITLE: Final = TypeStyle(32, 38, 600, lexend=True)
_WORDS: Final = TypeStyle(16, 22)
_QUESTION: Final = TypeStyle(16, 22, 600)
_ANSWER: Final = PlateForm(key=False, word_px=15, radius=12)
_SUN: Final = (320.0, 120.0, 52.0)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Quiet(QWidget):
    """A scene with words, a figure, and buttons at its foot; the first one is Enter."""

    done = Signal()

    def __init__(self, look: Look, phase: Phase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._phase = phase
        self.title = FitText(look, _TITLE, parent=self)
        self.words = FitText(look, _WORDS, one_line=False, parent=self)
        self.figure = FigureSlot(self)
        self._main = PlateButton(look, kind=PlateKind.MAIN, form=FORM, parent=self)
        self._main.clicked.connect(lambda *_: self.done.emit())
        self._focus = FocusRing(look, self)
        self._focus.watch(self._main)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        look.changed.connect(self.dress)

    def focus_first(self) -> None:
        """Put the focus on the main button: Enter goes back to work."""
        self._main.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is the main button unless another one has the focus."""
        if event.key() in _ENTER:
            self.done.emit()
        elif not by_remote(event, self.findChildren(PlateButton)):
            super().keyPressEvent(event)

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """Place everything for the new size."""
        self.dress()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint sky, sun and land."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._look.ground(self._phase)
        column = Column(self.width(), self.height())
        painter.fillRect(self.rect(), QColor(ground.sky))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.tokens.scene.sun))
        x, y, radius = (length * column.unit for length in _SUN)
        left = (self.width() - 420 * column.unit) / 2
        sun = QRectF(left + x - radius, column.down(0) + y - radius, 2 * radius, 2 * radius)
        painter.drawEllipse(mirrored(self, sun))
        land = land_path(QRectF(self.rect()), column.down(EDGE), column.down(CREST))
        painter.fillPath(land, QColor(ground.land))

    def dress(self) -> None:
        """Take the theme's colours and the window's size."""
        ground = self._look.ground(self._phase)
        column = Column(self.width(), self.height())
        self.title.dress(_TITLE, column.unit, ground.digits)
        self.words.dress(_WORDS, column.unit, ground.text)
        self._main.dress(ground, column.unit)
        self._focus.set_colour(ground.digits)
        column.put(self.title, Box(24, 44, 230, 46))
        column.put(self.words, Box(24, 90, 230, 48))
        column.put(self.figure, Box(90, 134, 220, 216))
        self.arrange(column)
        self.update()

    def arrange(self, column: Column) -> None:
        """Place what is this page's own."""
        column.put(self._main, Box(24, 508, 372, 60))


class EndPage(_Quiet):
    """That's it: how is your back, back to work, or a little more.

    `rated` carries better, same or worse. Nothing has to be answered.
    """

    rated = Signal(str)
    more = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, Phase.WARM, parent)
        tr = translations.gettext
        self._tr, self._ntr = tr, translations.ngettext
        self._question = FitText(look, _QUESTION, parent=self)
        self._question.show_words(tr("How is your back?"))
        answers = (("better", tr("Better")), ("same", tr("Same")), ("worse", tr("Worse")))
        self.answers = {value: self._answer(value, words) for value, words in answers}
        self._more = PlateButton(look, kind=PlateKind.LAND, form=FORM, parent=self)
        self._more.clicked.connect(lambda *_: self.more.emit())
        self._main.show_words(tr("Back to work"), icon="check", weight=Weight.BOLD)
        self.title.show_words(tr("That's it"))
        self.setAccessibleName(tr("That's it"))
        self._focus.watch(*self.answers.values(), self._more)
        buttons = list(self.answers.values())
        self._chosen = ListStop(self, lambda: buttons, remote=False)

    def show_done(self, seconds: float, holds: int, *, more_min: int) -> None:
        """Show what was done; `more_min` is the length of another one, 0 where there is none."""
        minutes = max(1, round(seconds / 60))
        time = self._ntr("{n} minute", "{n} minutes", minutes).format(n=minutes)
        held = self._ntr("{n} hold", "{n} holds", holds).format(n=holds)
        both = self._tr("{minutes}, {holds}.").format(minutes=time, holds=held)
        self.words.show_words(both if holds else f"{time}.")
        self._more.show_words(
            self._tr("{n} more min").format(n=more_min), icon="plus", weight=Weight.BOLD
        )
        self._more.setEnabled(more_min > 0)
        self._chosen.mark(None)
        self.dress()

    def dress(self) -> None:
        """Take the theme's colours and the window's size."""
        ground = self._look.ground(self._phase)
        unit = Column(self.width(), self.height()).unit
        self._question.dress(_QUESTION, unit, ground.digits)
        for button in (*self.answers.values(), self._more):
            button.dress(ground, unit)
        super().dress()

    def arrange(self, column: Column) -> None:
        """Place question, answers and the two ways on."""
        column.put(self._question, Box(24, 382, 372, 26))
        for index, button in enumerate(self.answers.values()):
            column.put(button, Box(24 + index * 126, 414, 120, 44))
        more = self._more.isEnabled()
        column.put(self._main, Box(24, 508, 224 if more else 372, 60))
        column.put(self._more, Box(256, 508, 140 if more else 0, 60))
        if more and not (self._more.words_fit() and self._main.words_fit()):
            column.put(self._main, Box(24, 494, 372, 52))
            column.put(self._more, Box(24, 552, 372, 48))

    def _answer(self, value: str, words: str) -> PlateButton:
        button = PlateButton(self._look, kind=PlateKind.LAND, form=_ANSWER, parent=self)
        button.show_words(words)
        button.setAccessibleDescription(self._tr("How is your back?"))
        button.clicked.connect(lambda *_: self._rate(value))
        return button

    def _rate(self, value: str) -> None:
        self._chosen.mark(list(self.answers).index(value))
        self.rated.emit(value)
        self.focus_first()  # the next Enter goes back to work


class WalkPage(_Quiet):
    """A break without stretches, for somebody who is to ask a doctor first."""

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, Phase.REST, parent)
        tr = translations.gettext
        self.title.show_words(tr("Up for a moment"))
        self.words.show_words(tr("Stand up, walk a few steps, roll your shoulders."))
        self._main.show_words(tr("Back to work"), icon="check", weight=Weight.BOLD)


give_face(EndPage, group)
