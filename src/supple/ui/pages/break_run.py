"""Owns the small screen of a desk break: one column that grows and shrinks with its window."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from supple.core.session.view import SessionView, State
from supple.ui.pages.session_keys import Press
from supple.ui.pages.session_layout import Box, put
from supple.ui.pages.session_scene import SessionScene
from supple.ui.pages.session_words import SessionWords
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, TypeStyle
from supple.ui.widgets.caption import Caption
from supple.ui.widgets.fit_text import FitText
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.mirror import player_order
from supple.ui.widgets.plate_button import PlateButton, PlateForm, PlateKind
from supple.ui.widgets.ring import Ring
from supple.ui.widgets.scene import FigureSlot, land_path
from supple.ui.widgets.session_progress import SessionProgress

SIZE: Final = (420, 584)
EDGE, CREST = 0.565, 0.513
FORM: Final = PlateForm(key=False, word_px=15, icon=20, gap=10, radius=14)
_HEADLINE: Final = TypeStyle(26, 31, 600, lexend=True)
_SMALL: Final = TypeStyle(15, 20)
_TIME: Final = TypeStyle(14, 18, 600)
_CAPTION: Final = TypeStyle(17, 24)


class Column:
    """The place of the content: as large as the window allows, in the middle of it."""

    def __init__(self, width_px: int, height_px: int) -> None:
        self.unit = max(0.1, min(width_px / SIZE[0], height_px / SIZE[1]))
        self._left = (width_px - SIZE[0] * self.unit) / 2
        self._top = (height_px - SIZE[1] * self.unit) / 2

    def put(self, widget: QWidget, place: Box) -> None:
        """Place a widget; `place` is in u of the column."""
        box = place.scaled(self.unit)
        put(widget, Box(self._left + box.x, self._top + box.y, box.w, box.h))

    def down(self, share: float) -> float:
        """How far down a share of the column's height lies, in pixels."""
        return self._top + share * SIZE[1] * self.unit


class BreakRun(SessionScene):
    """Progress, words, figure, ring, one line of help, and three buttons."""

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tr = translations.gettext
        self._view: SessionView | None = None
        self._words: SessionWords | None = None
        self._ground = next(iter(look.tokens.session.values()))
        self._progress = SessionProgress(self)
        self._left = FitText(look, _TIME, align=Qt.AlignmentFlag.AlignRight, parent=self)
        self._headline = FitText(look, _HEADLINE, parent=self)
        self._line = FitText(look, _SMALL, parent=self)
        self.figure = FigureSlot(self)
        self.ring = Ring(look, self)
        self._caption = Caption(look, self)
        self._next = FitText(look, BODY, parent=self)
        self._pause = self._button(Press.MAIN, PlateKind.MAIN)
        self._skip = self._button(Press.SKIP, PlateKind.LAND)
        self._hurt = self._button(Press.HURTS, PlateKind.HURT)
        name = self._tr("It hurts. Stops at once.")
        self._hurt.show_words(self._tr("It hurts"), icon="hand-palm", name=name)
        self._focus = FocusRing(look, self)
        self._focus.watch(self._pause, self._skip, self._hurt)
        look.changed.connect(self._dress)

    def show_view(self, view: SessionView, words: SessionWords) -> None:
        """Paint `view`. Between two phases only the ring's rectangle is repainted."""
        before = self._view
        self._view = view
        self.ring.show_time(view.remaining_s, view.seconds, view.rep)
        self._progress.show_groups(view.groups)
        minutes, seconds = divmod(max(0, round(view.left_s)), 60)
        self._left.show_words(self._tr("{time} left").format(time=f"{minutes}:{seconds:02}"))
        changed = before is None or (before.state, before.phase) != (view.state, view.phase)
        if changed or words != self._words:
            self._words = words
            self._show_words(view, words)
        if changed:
            self._dress()

    def set_toggle(self, which: Press, *, on: bool) -> None:
        """There are no switches here."""

    def show_speaker(self, *, on: bool) -> None:
        """Show whether the captions are heard, too."""
        self._caption.set_voice(on)

    def set_next_figure(self, widget: QWidget | None) -> None:
        """Keep it out of sight: there is no room for it."""
        if widget is not None:
            widget.setParent(self)
            widget.hide()

    def first_focus(self) -> QWidget:
        """The widget that has the focus first."""
        return self._pause

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """Place everything for the new size."""
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint sky and land."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._ground.sky))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = Column(self.width(), self.height())
        land = land_path(QRectF(self.rect()), column.down(EDGE), column.down(CREST))
        painter.fillPath(land, QColor(self._ground.land))

    def _button(self, press: Press, kind: PlateKind) -> PlateButton:
        button = PlateButton(self._look, kind=kind, form=FORM, parent=self)
        button.clicked.connect(lambda *_: self.pressed.emit(press))
        return button

    def _show_words(self, view: SessionView, words: SessionWords) -> None:
        paused = view.state is State.PAUSED
        self._headline.show_words(words.headline)
        self._line.show_words(" · ".join(part for part in (words.line, words.below) if part))
        self._caption.show_words(words.explain or words.caption)
        coming = self._tr("Next: {what}").format(what=words.next_up)
        self._next.show_words("" if paused else coming if view.next is not None else words.next_up)
        self.ring.set_about(self._tr("Time left"), words.state)
        self._progress.setAccessibleName(words.done)
        main = f"{words.main}, {self._tr('Space')}"
        skip = f"{words.skip}, {self._tr('Right arrow')}"
        self._pause.show_words(words.main, icon="play" if paused else "pause", name=main)
        self._skip.show_words(words.skip, icon="skip-forward", name=skip)

    def _dress(self) -> None:
        """Take the phase's colours and the window's size."""
        if self._view is None:
            return
        ground = self._ground = self._look.ground(self._view.phase)
        column = Column(self.width(), self.height())
        unit = column.unit
        self.ring.dress(ground)
        self._progress.dress(ground, unit * 0.75, strong=self._look.tokens.strong)
        self._left.dress(_TIME, unit, ground.digits)
        self._headline.dress(_HEADLINE, unit, ground.digits)
        self._line.dress(_SMALL, unit, ground.text)
        self._caption.dress(ground, unit * 0.78, TypeStyle(_CAPTION.size / 0.78, 31), icon=True)
        self._next.dress(TypeStyle(14, 18), unit, ground.text)
        for button in (self._pause, self._skip, self._hurt):
            button.dress(ground, unit)
        self._focus.set_colour(ground.digits)
        self._place(column)
        self.update()

    def _place(self, column: Column) -> None:
        pause, skip = player_order(self, Box(22, 508, 118, 60), Box(148, 508, 122, 60))
        places = (
            (self._progress, Box(22, 18, 300, 20)),
            (self._left, Box(326, 16, 72, 24)),
            (self._headline, Box(22, 44, 376, 36)),
            (self._line, Box(22, 80, 376, 22)),
            (self.figure, Box(14, 128, 200, 222)),
            (self.ring, Box(220, 132, 178, 178)),
            (self._caption, Box(22, 358, 376, 76)),
            (self._next, Box(22, 476, 376, 24)),
            (self._pause, pause),
            (self._skip, skip),
            (self._hurt, Box(278, 508, 120, 60)),
        )
        for widget, place in places:
            column.put(widget, place)
