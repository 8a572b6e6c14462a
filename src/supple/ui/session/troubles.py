"""What is told above a session: a voice that has gone, a computer that slept or was locked."""

from collections.abc import Callable
from gettext import NullTranslations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from supple.app.container import Container
from supple.core.session.view import SessionView
from supple.devices.speech.voice import Health, Reason, Voice, VoiceState
from supple.ui.widgets.notice import NoticeStack, NoticeView

_TROUBLE = "session"
_COPY, _AGAIN, _CHIMES, _GO_ON, _ANEW = "copy", "again", "chimes", "go-on", "anew"
_DEVICE = "device"
_STAYING = frozenset({_COPY, _DEVICE})


class VoiceNews(QObject):
    """Brings what a voice tells on its own thread to the window's. `told` carries a VoiceState.

    It has no parent: the voice may speak up while the window is being taken apart.
    """

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._voice: Voice | None = None

    def listen(self, voice: Voice) -> None:
        """Hear of this voice from now on, and how it is now."""
        if voice is not self._voice:
            self._voice = voice
            voice.listen(self._hear)
        self.told.emit(voice.state)

    def _hear(self, state: VoiceState) -> None:
        """Pass it on. A signal's own `emit` would not keep this alive."""
        self.told.emit(state)

    def try_again(self) -> None:
        """Let the voice try once more."""
        if self._voice is not None:
            self._voice.start()


class SessionTroubles(QObject):
    """Fills the notices above a session. The functions are what its buttons do.

    That there is no voice at all is told once, until one was there again.
    """

    def __init__(
        self,
        note: NoticeStack,
        app: Container,
        *,
        use_chimes: Callable[[], None],
        go_on: Callable[[], None],
        again: Callable[[], None],
        choose_device: Callable[[], None],
    ) -> None:
        super().__init__(note)
        self._note = note
        self._app = app
        self._words = app.words
        self._tr = app.words.gettext
        self._ntr = app.words.ngettext
        self._state: VoiceState | None = None
        self._slept = False
        self._is_asked = False
        self.news = VoiceNews()
        self.news.told.connect(self._voice_told)
        self._acts: dict[str, Callable[[], None]] = {
            _COPY: self._copy,
            _AGAIN: self.news.try_again,
            _CHIMES: use_chimes,
            _GO_ON: go_on,
            _ANEW: again,
            _DEVICE: choose_device,
        }
        note.acted.connect(self._act)
        note.closed.connect(note.take_back)

    def begin(self, voice: Voice) -> None:
        """A session begins that speaks with this voice."""
        self._note.take_back(_TROUBLE)
        self._state = None
        self._slept = False
        self.news.listen(voice)

    def slept(self, view: SessionView) -> None:
        """The session stands because the computer slept or was stopped."""
        in_hold = self._tr("The computer slept during this hold")
        self._stands(view, in_hold if view.step.kind.is_hold else self._tr("The computer slept"))

    def locked(self, view: SessionView) -> None:
        """The session stands because the screen was locked."""
        in_hold = self._tr("The screen was locked during this hold")
        self._stands(view, in_hold if view.step.kind.is_hold else self._tr("The screen was locked"))

    def _stands(self, view: SessionView, title: str) -> None:
        left = round(view.remaining_s)
        words = self._ntr(
            "The clock stopped with it: {n} second was left. Ready to go on?",
            "The clock stopped with it: {n} seconds were left. Ready to go on?",
            left,
        )
        actions = [(_GO_ON, self._tr("Go on"))]
        if view.step.kind.is_hold:
            actions.append((_ANEW, self._tr("Start this hold again")))
        self._slept = True
        icon, told = "clock-countdown", words.format(n=left)
        self._note.show_notice(NoticeView(_TROUBLE, icon, title, told, tuple(actions)))

    def went_on(self) -> None:
        """The session runs again."""
        if self._slept:
            self._slept = False
            self._note.take_back(_TROUBLE)
            if self._state is not None:
                self._voice_told(self._state)

    def _voice_told(self, state: VoiceState) -> None:
        before, self._state = self._state, state
        if not self._is_news(state):
            return
        if state.health is Health.BROKEN and not self._slept:
            self._note.show_notice(voice_notice(state, self._words))
        elif before is not None and before.health is Health.BROKEN and not self._slept:
            self._note.take_back(_TROUBLE)

    def _is_news(self, state: VoiceState) -> bool:
        """Whether it was not told before that this computer has no voice, or is asked for now."""
        before, has_none = self._app.settings.window.told_no_voice, state.reason is Reason.NO_ENGINE
        if has_none != before and (has_none or state.health is Health.ON):
            self._app.note("window.told_no_voice", has_none)
        asked, self._is_asked = self._is_asked, False
        return asked or not (before and has_none)

    def _act(self, ident: str, name: str) -> None:
        if ident != _TROUBLE:
            return
        if name not in _STAYING:
            self._note.take_back(_TROUBLE)
        self._is_asked = name == _AGAIN
        self._acts[name]()

    def _copy(self) -> None:
        if self._state is not None:
            QApplication.clipboard().setText(self._state.command)


def voice_notice(state: VoiceState, words: NullTranslations) -> NoticeView:
    """What is told of a broken voice."""
    tr = words.gettext
    title, _, rest = state.words.partition(". ")
    again = (_AGAIN, tr("Try now"))
    chimes = (_CHIMES, tr("Use chimes"))
    actions: tuple[tuple[str, str], ...] = {
        Reason.NO_ENGINE: ((_COPY, tr("Copy the command")), (_AGAIN, tr("Look again"))),
        Reason.STOPPED: (again, chimes),
        Reason.NO_SOUND: ((_DEVICE, tr("Choose another device")), again),
    }[state.reason or Reason.STOPPED]
    if not state.command:
        actions = tuple(action for action in actions if action[0] != _COPY)
    icon = "speaker-x" if state.reason is Reason.NO_SOUND else "speaker-slash"
    told = " ".join(filter(None, (rest, state.fix)))
    return NoticeView(_TROUBLE, icon, title, told, actions)
