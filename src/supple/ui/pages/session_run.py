"""Owns the screen of a running or paused session: it paints what it is given, keeps no time."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from supple.core.session.steps import Side
from supple.core.session.view import SessionView, State
from supple.ui.pages.session_controls import back_and_on
from supple.ui.pages.session_keys import Press
from supple.ui.pages.session_layout import Box, Form, SessionLayout, put, session_layout
from supple.ui.pages.session_scene import SessionScene
from supple.ui.pages.session_words import SessionWords
from supple.ui.theme.grounds import between
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, TypeStyle
from supple.ui.widgets.caption import Caption
from supple.ui.widgets.fit_text import FitText
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.mirror import mirrored, player_order
from supple.ui.widgets.next_up import NextUp
from supple.ui.widgets.plate_button import PlateButton, PlateForm, PlateKind
from supple.ui.widgets.ring import Ring
from supple.ui.widgets.scene import FigureSlot, land_path
from supple.ui.widgets.session_progress import SessionProgress
from supple.ui.widgets.set_dots import SetDots
from supple.ui.widgets.tab_order import tab_through

BLEND_MS: Final = 400
_TOGGLES: Final = (Press.VOICE, Press.CAPTIONS, Press.ROOM)
_BAR_FORM: Final = PlateForm(word_px=15, icon=20, gap=8, radius=10, key=False)
_ICON_ONLY: Final = PlateForm(words=False, key=False)
_BAR_ICON_ONLY: Final = PlateForm(words=False, key=False, icon=20, radius=10)
_CHOICE_FORM: Final = PlateForm(word_px=18, key_px=14, icon=24, gap=18, radius=14, row=True)


class RunView(SessionScene):
    """Scene, ring, words and controls of a session. Emits `pressed` for whatever is pressed."""

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        *,
        can_change_lengths: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._can_change_lengths = can_change_lengths
        self._look = look
        self._tr = translations.gettext
        self._view: SessionView | None = None
        self._words: SessionWords | None = None
        self._ground = next(iter(look.tokens.session.values()))
        self._behind = self._before = self._ground
        self._blend = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=BLEND_MS)
        self._blend.valueChanged.connect(self._show_blend)
        self._layout: SessionLayout | None = None
        self._on = {Press.VOICE: True, Press.CAPTIONS: True, Press.ROOM: False}
        self.ring = Ring(look, self)
        self.figure = FigureSlot(self)
        self._line = FitText(look, BODY, parent=self)
        self._headline = FitText(look, BODY, parent=self)
        self._below = FitText(look, BODY, parent=self)
        self._dots = SetDots(self)
        self._minutes = FitText(look, BODY, align=Qt.AlignmentFlag.AlignRight, parent=self)
        self._explain = FitText(look, BODY, one_line=False, parent=self)
        self._progress = SessionProgress(self)
        self._caption = Caption(look, self)
        self.next_up = NextUp(look, self)
        self._make_buttons()
        self.focus_ring = FocusRing(look, self)
        self.focus_ring.watch(*self.findChildren(PlateButton))
        self._order_focus()
        look.changed.connect(self.relayout)

    def show_view(self, view: SessionView, words: SessionWords) -> None:
        """Paint `view`. Between two phases only the ring's rectangle is repainted."""
        before = self._view
        self._view = view
        new_state = before is None or before.state is not view.state
        if new_state or before is None or before.phase is not view.phase:
            self._ground = self._look.ground(view.phase)
            self._words = words
            self._show_words()
            self._dress()
            self._blend_in(at_once=before is None)
        elif words != self._words:
            self._words = words
            self._show_words()
            self._place()
        self.ring.show_time(view.remaining_s, view.seconds, view.rep, stands=view.stands)
        self._progress.show_groups(view.groups)

    def set_toggle(self, which: Press, *, on: bool) -> None:
        """Show whether voice, captions or the room view are on."""
        self._on[which] = on
        self._show_toggles()
        self._caption.setVisible(self._caption_shown())

    def show_speaker(self, *, on: bool) -> None:
        """Show whether the captions are heard, too."""
        self._caption.set_voice(on)

    def set_next_figure(self, widget: QWidget | None) -> None:
        """Show this small figure of what comes next."""
        self.next_up.figure.set_figure(widget)

    def first_focus(self) -> QWidget:
        """Return what has the focus when the session opens."""
        return self._pause

    def relayout(self) -> None:
        """Take the present theme and text size."""
        if self._view is not None:
            self._ground = self._look.ground(self._view.phase)
            self._blend_in(at_once=True)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place everything for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint sky and land, and the arrow beside the side's name."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._behind.sky))
        if self._layout is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        land = land_path(QRectF(self.rect()), self._layout.edge, self._layout.crest)
        painter.fillPath(land, QColor(self._behind.land))
        self._paint_arrow(painter)

    def blending(self) -> bool:
        """Whether one phase still turns into the next."""
        return self._blend.state() is QVariantAnimation.State.Running

    def _blend_in(self, *, at_once: bool) -> None:
        """Let sky, land and arc turn into those of the new phase."""
        self._blend.stop()
        self._before = self._behind
        if at_once or self._look.still or not self.isVisible():
            self._show_blend(1.0)
        else:
            self._blend.start()

    def _show_blend(self, share: float) -> None:
        self._behind = between(self._before, self._ground, share)
        self.ring.dress(self._behind)
        self.update()

    def _paint_arrow(self, painter: QPainter) -> None:
        if self._layout is None or not self._arrow_name():
            return
        place = self._layout.headline
        side = self._arrow_side()
        box = mirrored(self, QRectF(place.x, place.y + (place.h - side) / 2, side, side))
        icons = self._look.icons
        icons.paint(painter, box, self._arrow_name(), Weight.FILL, self._ground.arc)

    def _arrow_name(self) -> str:
        if self._view is None or self._words is None:
            return ""
        if self._view.state is State.PAUSED:
            return "pause"
        names = {Side.LEFT: "arrow-fat-left", Side.RIGHT: "arrow-fat-right"}
        return names.get(self._words.arrow, "")

    def _arrow_side(self) -> float:
        if self._layout is None:
            return 0.0
        return round(self._layout.headline_style.size * 0.86 * self._layout.unit)

    def _make_buttons(self) -> None:
        tr = self._tr
        self._back = self._button()
        self._back_press = Press.BACK
        self._back.clicked.connect(lambda *_: self.pressed.emit(self._back_press))
        self._pause = self._button(Press.MAIN, PlateKind.MAIN)
        self._skip = self._button(Press.SKIP)
        self._hurt = self._button(Press.HURTS, PlateKind.HURT)
        self._end = self._button(Press.END, PlateKind.SKY)
        self._toggles = {which: self._button(which, PlateKind.SKY) for which in _TOGGLES}
        self._more = self._button(kind=PlateKind.SKY)
        self._choices = {
            which: self._button(which, PlateKind.SKY)
            for which in (Press.AGAIN, Press.LENGTHS, Press.LEAVE)
        }
        self._hurt.show_words(
            tr("It hurts"), key="H", icon="hand-palm", name=tr("It hurts. Stops at once.")
        )
        self._end.show_words(tr("End"), icon="x", weight=Weight.BOLD)
        self._more.show_words("", icon="dots-three", weight=Weight.BOLD, name=tr("More"))
        self._more.clicked.connect(self._open_more)
        for which, (word, key, icon) in self._choice_words().items():
            button = self._choices[which]
            button.show_words(word, key=key, icon=icon, weight=Weight.REGULAR)
        self._show_toggles()

    def _button(self, press: Press | None = None, kind: PlateKind = PlateKind.LAND) -> PlateButton:
        button = PlateButton(self._look, kind=kind, parent=self)
        if press is not None:
            button.clicked.connect(lambda *_: self.pressed.emit(press))
        return button

    def _choice_words(self) -> dict[Press, tuple[str, str, str]]:
        tr = self._tr
        return {
            Press.AGAIN: (tr("Start this hold again"), "R", "arrow-counter-clockwise"),
            Press.LENGTHS: (tr("Change hold or rest length"), "E", "sliders-horizontal"),
            Press.LEAVE: (tr("End here and save"), tr("Esc"), "flag-checkered"),
        }

    def _toggle_words(self) -> dict[Press, tuple[str, str]]:
        tr = self._tr
        voice = self._on[Press.VOICE]
        return {
            Press.VOICE: (
                tr("Voice off") if voice else tr("Voice on"),
                "speaker-high" if voice else "speaker-slash",
            ),
            Press.CAPTIONS: (
                tr("Captions off") if self._on[Press.CAPTIONS] else tr("Captions on"),
                "subtitles",
            ),
            Press.ROOM: (tr("Across the room"), "corners-out"),
        }

    def _show_toggles(self) -> None:
        for which, (name, icon) in self._toggle_words().items():
            self._toggles[which].show_words("", icon=icon, weight=Weight.REGULAR, name=name)
            self._toggles[which].setToolTip(name)

    def _order_focus(self) -> None:
        order = [self._pause, self._skip, self._hurt, self._back, *self._choices.values()]
        tab_through(*order, self._end, *self._toggles.values(), self._more)

    def _show_words(self) -> None:
        words, view = self._words, self._view
        if words is None or view is None:
            return
        tr = self._tr
        paused = view.state is State.PAUSED
        self._headline.show_words(words.headline)
        self._minutes.show_words(words.minutes_left)
        self._explain.show_words(words.explain)
        self._caption.show_words(words.caption)
        label = tr("Next") if view.next is not None else ""
        self.next_up.show_words(label, "" if paused else words.next_up)
        self._dots.show_sets(*words.dots, words.below)
        self.ring.set_about(self._tr("Time left"), words.state)
        self._progress.setAccessibleName(words.done)
        icon = "play" if paused or view.waits else "pause"
        self._pause.show_words(words.main, key=tr("Space"), icon=icon)
        back, on = back_and_on(view.step, tr)
        self._back_press = back.press
        back.show(self._back, words.back)
        on.show(self._skip, words.skip)
        merged = self._layout is not None and self._layout.form in (Form.STACKED, Form.TIGHT)
        parts = [words.line, words.below] if merged else [words.line]
        self._line.show_words(" · ".join(part for part in parts if part))
        self._below.show_words(words.below)
        self.ring.show_line("" if merged else words.ring_line)

    def _caption_shown(self) -> bool:
        on = self._on[Press.CAPTIONS] and self._layout is not None
        paused = self._view is not None and self._view.state is State.PAUSED
        room = self._layout is not None and self._layout.caption.w > 0
        stacked = self._layout is not None and self._layout.form is Form.STACKED
        return on and room and not (paused and stacked)

    def _arrange(self) -> None:
        self._layout = session_layout(self.width(), self.height(), self._look.scale)
        self._show_words()
        self._dress()

    def _dress(self) -> None:
        """Hand the phase's colours and the sizes to all parts."""
        made = self._layout
        if made is None:
            return
        ground, unit = self._ground, made.unit
        self.ring.dress(self._behind)
        self._line.dress(made.line_style, unit, ground.text)
        self._headline.dress(made.headline_style, unit, ground.digits)
        self._below.dress(made.line_style, unit, ground.text)
        self._minutes.dress(TypeStyle(16, 22, 600), unit, ground.digits)
        self._explain.dress(TypeStyle(22, 32), unit, ground.text)
        self._dots.dress(ground, unit)
        self._progress.dress(ground, unit, strong=self._look.tokens.strong)
        self._caption.dress(ground, unit, made.caption_style, icon=made.form is not Form.STACKED)
        self.next_up.dress(ground, unit, small=made.form is not Form.WIDE)
        for button in (self._end, self._more, *self._toggles.values()):
            button.dress(ground, unit, _BAR_FORM)
        for button in self._choices.values():
            button.dress(ground, unit, _CHOICE_FORM)
        for button in (self._back, self._pause, self._skip, self._hurt):
            button.dress(ground, unit, made.control)
        self.focus_ring.set_colour(ground.digits)
        self._place()
        self.update()

    def _place(self) -> None:
        made, words = self._layout, self._words
        if made is None or words is None:
            return
        put(self.ring, made.ring)
        put(self._line, made.line)
        self._place_headline(made)
        self._place_below(made, words)
        self._place_bar(made)
        self._place_foot(made)
        self._place_middle(made)

    def _place_headline(self, made: SessionLayout) -> None:
        place = made.headline
        left = self._arrow_side() + 22 * made.unit if self._arrow_name() else 0
        put(self._headline, Box(place.x + left, place.y, place.w - left, place.h))

    def _place_below(self, made: SessionLayout, words: SessionWords) -> None:
        place = made.below
        count = words.dots[1]
        dots = self._dots.width_for(count)
        put(self._below, Box(place.x, place.y, max(0, place.w - dots - 14 * made.unit), place.h))
        words_width = self._below.text_rect().width() + 2
        put(self._below, Box(place.x, place.y, min(place.w, words_width), place.h))
        left = place.x + words_width + 14 * made.unit
        shown = place.w > 0 and count > 0
        put(self._dots, Box(left, place.y, dots if shown else 0, place.h))

    def _place_bar(self, made: SessionLayout) -> None:
        bar, unit = made.bar, made.unit
        side = bar.h
        self._end.form = _BAR_FORM if made.form in (Form.WIDE, Form.COMPACT) else _BAR_ICON_ONLY
        wide = self._end.minimum_width() if self._end.form.words else side
        put(self._end, Box(bar.x, bar.y, max(side, wide), side))
        right = bar.right
        shown = list(self._toggles.values()) if made.all_toggles else [self._more]
        for button in (*self._toggles.values(), self._more):
            button.setVisible(button in shown)
        for button in reversed(shown):
            put(button, Box(right - side, bar.y, side, side))
            right -= side + 6 * unit
        words = self._minutes.width_needed()
        right -= 14 * unit
        put(self._minutes, Box(right - words, bar.y, words, side))
        left = bar.x + max(side, wide) + 18 * unit
        put(self._progress, Box(left, bar.y, max(1, right - words - 18 * unit - left), side))

    def _place_foot(self, made: SessionLayout) -> None:
        back, skip = player_order(self, made.back, made.skip)
        controls = (
            (self._back, back),
            (self._pause, made.pause),
            (self._skip, skip),
            (self._hurt, made.hurt),
        )
        for button, place in controls:
            put(button, place)
            button.form = made.control
        if made.control.words and not all(button.words_fit() for button, _ in controls):
            for button, _ in controls:
                button.form = _ICON_ONLY
        next_width = min(self.next_up.width_needed(), made.next_up.w / 2)
        place = made.next_up
        put(self.next_up, Box(place.right - next_width, place.y, next_width, place.h))
        room = made.caption.w - (next_width + 24 * made.unit if place.w else 0)
        put(self._caption, Box(made.caption.x, made.caption.y, room, made.caption.h))
        self._caption.setVisible(self._caption_shown())
        self.next_up.setVisible(place.w > 0 and bool(self._words and self._words.next_up))

    def _place_middle(self, made: SessionLayout) -> None:
        """Place the figure, or the choices of a pause in its stead."""
        paused = self._view is not None and self._view.state is State.PAUSED
        put(self.figure, made.figure)
        self.figure.setVisible(not paused and made.figure.w > 0)
        buttons = self._open_choices() if paused else []
        beside = made.form in (Form.WIDE, Form.COMPACT)
        focused: QWidget | None = self.window().focusWidget()
        for button in self._choices.values():
            button.setVisible(button in buttons and made.choices.w > 0)
            if button is focused and button.isHidden():
                self._pause.setFocus(Qt.FocusReason.TabFocusReason)
        self._explain.setVisible(paused and beside)
        if not buttons or made.choices.w <= 0:
            return
        place, unit = made.choices, made.unit
        top = place.y
        if beside:
            tall = (76 if made.form is Form.WIDE else 46) * unit
            put(self._explain, Box(place.x, top, place.w, tall))
            top += tall + 8 * unit
        gap = (12 if made.form is Form.WIDE else 7) * unit
        room = (place.bottom - top - gap * (len(buttons) - 1)) / len(buttons)
        height = min(60 * unit, room)
        for button in buttons:
            put(button, Box(place.x, top, place.w, height))
            top += height + gap

    def _open_choices(self) -> list[PlateButton]:
        """Return the choices that fit the step the pause fell into."""
        if self._view is None:
            return []
        step = self._view.step
        shown = [Press.LENGTHS] if self._can_change_lengths else []
        if not step.kind.is_pause_between:
            shown.insert(0, Press.AGAIN)
        shown.append(Press.LEAVE)
        return [self._choices[which] for which in shown]

    def _open_more(self) -> None:
        """Open the menu that holds what the narrow bar has no room for."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = [(which, name, "") for which, (name, _) in self._toggle_words().items()]
        tight = self._layout is not None and self._layout.choices.w <= 0
        if tight and self._view is not None and self._view.state is State.PAUSED:
            words = self._choice_words()
            entries += [(which, *words[which][:2]) for which in words]
        for which, name, _ in entries:
            action = menu.addAction(name)
            action.triggered.connect(lambda *_, which=which: self.pressed.emit(which))
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
