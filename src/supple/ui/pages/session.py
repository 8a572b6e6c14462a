"""Owns the session page: which of its views is up, what keys mean there, and the intents."""

from collections.abc import Callable
from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from supple.core.keys import Keymap
from supple.core.session.events import Outcome
from supple.core.session.view import SessionView, State
from supple.devices.speech.voice import Health, VoiceState
from supple.ui.keymaps import session_keys
from supple.ui.pages.session_hurt import HurtView
from supple.ui.pages.session_hurt_words import Way
from supple.ui.pages.session_keys import Press, press_of
from supple.ui.pages.session_room import RoomView
from supple.ui.pages.session_run import RunView
from supple.ui.pages.session_scene import SessionScene
from supple.ui.pages.session_words import Lookup, SessionWords, session_words
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Kind, Size
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.narration import Narration
from supple.ui.widgets.notice import NoticeStack
from supple.ui.widgets.pointer import Pointer
from supple.ui.widgets.sheet import Answer, Sheet

_QUIET_END_S: Final = 30.0
_NOTE_PAGE: Final = 500
_NOTE_SHARE: Final = 0.7  # of the page is what a notice is set for: the clock needs the rest


class SessionPage(QWidget):
    """Shows a session and emits what the user wants. It keeps no time and decides nothing.

    Call `show_view` with each new view: about 30 times a second while it runs, else when it
    changed. `keymap` is asked at each press. `hurt_answer` carries a `Hurt`; `pain_note` asks for
    the note field. `run` is the screen of the running session, the large one if not given.
    """

    pause = Signal()
    resume = Signal()
    skip = Signal()
    back = Signal()
    again = Signal()
    ready = Signal()
    longer = Signal()
    lengths = Signal()
    hurts = Signal()
    hurt_answer = Signal(object)
    softer = Signal()
    red_flag = Signal()
    rest_first = Signal()
    hurt_note = Signal()
    stop = Signal()
    keep_going = Signal()
    voice_toggled = Signal()
    captions_toggled = Signal()
    room_toggled = Signal()
    louder = Signal()
    quieter = Signal()
    keys_wanted = Signal()

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        lookup: Lookup,
        *,
        can_change_lengths: bool = False,
        run: SessionScene | None = None,
        keymap: Callable[[], Keymap] = session_keys,
        tells_minutes: Callable[[], bool] = lambda: True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._translations = translations
        self._ntr = translations.ngettext
        self._lookup = lookup
        self._keymap = keymap
        self._tells_minutes = tells_minutes
        self._view: SessionView | None = None
        self._words: SessionWords | None = None
        self._in_room = False
        self._is_broken = False
        self.narration = Narration(self, translations.gettext("Stopped"))
        self._paused_to_ask = False
        self.run = run or RunView(look, translations, can_change_lengths=can_change_lengths)
        self.room = RoomView(look, translations)
        self.hurt = HurtView(look, translations)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedLayout()
        for shown in (self.run, self.room, self.hurt):
            shown.setParent(self)  # else the first is a window of its own for a moment
            self._stack.addWidget(shown)
        self.note = NoticeStack(look, translations.gettext("Close"))
        self.note.told.connect(self.narration.say)
        self.note.left.connect(self.focus_first)
        self._pointer = Pointer(self)
        outer.setSpacing(0)
        outer.addWidget(self.note)
        outer.addLayout(self._stack, 1)
        self._sheet = self._end_sheet(look, translations)
        self.setAccessibleName(translations.gettext("Session"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.run.pressed.connect(self.press)
        self.room.pressed.connect(self.press)
        self.hurt.answered.connect(self.hurt_answer)
        self.hurt.told.connect(self.narration.say)
        self.hurt.way_chosen.connect(self._go_way)
        self.hurt.red_flag.connect(self.red_flag)
        self.hurt.note_wanted.connect(self.hurt_note)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Keep the pointer out of the way."""
        super().showEvent(event)
        self._pointer.watch()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Look after the pointer no more."""
        super().hideEvent(event)
        self._pointer.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let notices have no more room than they need."""
        super().resizeEvent(event)
        self.note.fit(max(_NOTE_PAGE, round(_NOTE_SHARE * self.height())))

    def show_view(self, view: SessionView, last: Outcome | None = None) -> None:
        """Paint `view`; `last` is how the latest work step ended, for the words of a rest."""
        before = self._view
        words = session_words(view, self._lookup, self._translations, last)
        if not self._tells_minutes():
            words = msgspec.structs.replace(words, minutes_left="")
        self._view, self._words = view, words
        hurt = view.state is State.HURT
        if hurt and (before is None or before.state is not State.HURT):
            self._sheet.hide()
            exercise = self._lookup(view.step.exercise)
            self._show_up(self.hurt)
            self.hurt.open(exercise, in_work=view.step.kind.is_work)
        elif not hurt:
            shown = self.room if self._in_room else self.run
            shown.show_view(view, words)
            self._show_up(shown)
        self.narration.follow(view, words.state)

    def hear_voice(self, state: VoiceState) -> None:
        """Leave telling to the voice as long as it is heard."""
        self.narration.voice_heard = state.health is Health.ON
        self._is_broken = state.health is Health.BROKEN
        self._show_speaker()

    def set_voice(self, *, on: bool) -> None:
        """Show whether the voice is on."""
        self.narration.voice_on = on
        self.run.set_toggle(Press.VOICE, on=on)
        self._show_speaker()

    def _show_speaker(self) -> None:
        """Show beside the captions whether they are heard, too."""
        heard = self.narration.voice_on and not self._is_broken
        self.run.show_speaker(on=heard)
        self.hurt.show_speaker(on=heard)

    def set_captions(self, *, on: bool) -> None:
        """Show the captions, or not."""
        self.run.set_toggle(Press.CAPTIONS, on=on)

    def set_room(self, *, on: bool) -> None:
        """Change to the across-the-room view, or back. The window goes full screen by itself."""
        self._in_room = on
        if self._view is not None and self._view.state is not State.HURT:
            shown = self.room if on else self.run
            if self._words is not None:
                shown.show_view(self._view, self._words)
            self._show_up(shown)

    def focus_first(self) -> None:
        """Put the focus where it belongs in the view that is up: on Pause, or on the large view."""
        shown = self._stack.currentWidget()
        (self._first_focus(shown) if shown is not None else self).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def set_figure(self, widget: QWidget | None) -> None:
        """Show this figure of the present exercise."""
        self.run.figure.set_figure(widget)

    def set_next_figure(self, widget: QWidget | None) -> None:
        """Show this small figure of what comes next."""
        self.run.set_next_figure(widget)

    def set_softer_figure(self, widget: QWidget | None) -> None:
        """Show this figure of the softer version, in the stop."""
        self.hurt.figure.set_figure(widget)

    def ask_to_end(self) -> bool:
        """Ask whether to end here, also for the window's own close button; whether it was asked.

        At the very beginning it ends without a question, and whoever wanted to close may do so.
        What follows from a pain is told first.
        """
        view = self._view
        if view is None:
            return True
        if view.done_s < _QUIET_END_S and view.holds_done == 0:
            hurt = view.state is State.HURT
            self.stop.emit()
            return hurt
        if view.state is State.RUNNING:
            self._paused_to_ask = True
            self.pause.emit()
        minutes = round(view.done_s / 60)
        what = self._ntr("{n} minute", "{n} minutes", minutes).format(n=minutes)
        holds = self._ntr("{n} hold", "{n} holds", view.holds_done).format(n=view.holds_done)
        tr = self._translations.gettext
        words = tr("The {minutes} and {holds} you did are already saved. A short session counts.")
        self._sheet.ask(words.format(minutes=what, holds=holds))
        return True

    def asking(self) -> bool:
        """Whether the question about ending is open."""
        return self._sheet.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Give each key its meaning, wherever the focus is."""
        if self._view is not None and self._view.state is State.HURT:
            self.hurt.keyPressEvent(event)
            return
        press = press_of(event, self._keymap())
        if press is None:
            event.ignore()
        else:
            self.press(press)

    def press(self, press: Press) -> None:
        """Emit the intent behind a press, of whatever kind, if it has one now."""
        view = self._view
        if view is None or view.state in (State.HURT, State.ENDED):
            return
        between = view.extra or view.step.kind.is_pause_between
        running = view.state is State.RUNNING
        signals = {
            Press.MAIN: self._main_signal(view),
            Press.SKIP: self.ready if (between or view.step.measured) and running else self.skip,
            Press.BACK: self.back,
            Press.HURTS: self.hurts,
            Press.AGAIN: self.again,
            Press.LONGER: self.longer if running else self.lengths,
            Press.LENGTHS: self.lengths,
            Press.VOICE: self.voice_toggled,
            Press.CAPTIONS: self.captions_toggled,
            Press.ROOM: self.room_toggled,
            Press.LOUDER: self.louder,
            Press.QUIETER: self.quieter,
            Press.KEYS: self.keys_wanted,
        }
        if press is Press.END or (press is Press.LEAVE and not self._in_room):
            self.ask_to_end()
        elif press is Press.LEAVE:
            self.room_toggled.emit()
        else:
            signals[press].emit()

    def _main_signal(self, view: SessionView) -> SignalInstance:
        """Where the session waits it goes on."""
        if view.waits:
            return self.ready
        return self.pause if view.state is State.RUNNING else self.resume

    def _go_way(self, way: Way) -> None:
        signals = {
            Way.SOFTER: self.softer,
            Way.AGAIN: self.again,
            Way.SKIP: self.skip,
            Way.REST: self.rest_first,
            Way.STOP: self.stop,
        }
        signals[way].emit()

    def _show_up(self, shown: QWidget) -> None:
        if self._stack.currentWidget() is shown and shown.hasFocus():
            return
        changed = self._stack.currentWidget() is not shown
        if changed:
            self._stack.setCurrentWidget(shown)
        if changed or self.focusWidget() is None:
            focus = shown if shown is self.hurt else self._first_focus(shown)
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_focus(self, shown: QWidget) -> QWidget:
        return self.run.first_focus() if shown is self.run else shown

    def _end_sheet(self, look: Look, translations: NullTranslations) -> Sheet:
        tr = translations.gettext
        answers = (
            Answer(tr("Keep going"), Kind.PRIMARY),
            Answer(tr("End here"), Kind.SECONDARY),
            Answer(tr("Something hurts"), Kind.QUIET_CLAY, Size.LARGE, "hand-palm"),
        )
        sheet = Sheet(look, tr("End the session here?"), answers, self)
        acts = (self._stay, self._end, self._hurts_instead)
        sheet.answered.connect(lambda index: acts[index]())
        return sheet

    def _stay(self) -> None:
        self._close_sheet()
        self.keep_going.emit()
        if self._paused_to_ask:
            self._paused_to_ask = False
            self.resume.emit()

    def _end(self) -> None:
        self._paused_to_ask = False
        self._close_sheet()
        self.stop.emit()

    def _hurts_instead(self) -> None:
        self._paused_to_ask = False
        self._close_sheet()
        self.hurts.emit()

    def _close_sheet(self) -> None:
        self._sheet.hide()
        self.run.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)


give_face(SessionPage, group)
