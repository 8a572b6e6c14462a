"""What is told above a running session: a voice that has gone, a computer that slept."""

from collections.abc import Callable
from gettext import NullTranslations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from supple.core.session.view import SessionView
from supple.devices.speech.voice import Health, Reason, Voice, VoiceState
from supple.ui.widgets.trouble_note import Trouble, TroubleNote

_COPY, _AGAIN, _CHIMES, _GO_ON, _ANEW = "copy", "again", "chimes", "go-on", "anew"


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
            voice.listen(self.told.emit)
        self.told.emit(voice.state)

    def try_again(self) -> None:
        """Let the voice try once more."""
        if self._voice is not None:
            self._voice.start()


class SessionTroubles:
    """Fills the note above a session. The functions are what its buttons do."""

    def __init__(
        self,
        note: TroubleNote,
        words: NullTranslations,
        *,
        use_chimes: Callable[[], None],
        go_on: Callable[[], None],
        again: Callable[[], None],
    ) -> None:
        self._note = note
        self._tr = words.gettext
        self._ntr = words.ngettext
        self._state: VoiceState | None = None
        self._slept = False
        self.news = VoiceNews()
        self.news.told.connect(self._voice_told)
        self._acts: dict[str, Callable[[], None]] = {
            _COPY: self._copy,
            _AGAIN: self.news.try_again,
            _CHIMES: use_chimes,
            _GO_ON: go_on,
            _ANEW: again,
        }
        note.chosen.connect(self._act)

    def begin(self, voice: Voice) -> None:
        """A session begins that speaks with this voice."""
        self._note.hide()
        self._state = None
        self._slept = False
        self.news.listen(voice)

    def slept(self, view: SessionView) -> None:
        """The session stands because the computer slept or was stopped."""
        left = round(view.remaining_s)
        words = self._ntr(
            "The clock stopped with it: {n} second was left. Ready to go on?",
            "The clock stopped with it: {n} seconds were left. Ready to go on?",
            left,
        )
        hold = view.step.kind.is_hold
        title = self._tr("The computer slept during this hold")
        actions = [(_GO_ON, self._tr("Go on"))]
        if hold:
            actions.append((_ANEW, self._tr("Start this hold again")))
        self._slept = True
        self._note.tell(
            Trouble(
                "clock",
                title if hold else self._tr("The computer slept"),
                words.format(n=left),
                tuple(actions),
            )
        )

    def went_on(self) -> None:
        """The session runs again."""
        if self._slept:
            self._slept = False
            self._note.hide()
            if self._state is not None:
                self._voice_told(self._state)

    def _voice_told(self, state: VoiceState) -> None:
        before, self._state = self._state, state
        if state.health is Health.BROKEN and not self._slept:
            self._note.tell(self._trouble(state))
        elif before is not None and before.health is Health.BROKEN and not self._slept:
            self._note.hide()

    def _trouble(self, state: VoiceState) -> Trouble:
        tr = self._tr
        title, _, words = state.words.partition(". ")
        again = (_AGAIN, tr("Try now"))
        chimes = (_CHIMES, tr("Use chimes"))
        actions = {
            Reason.NO_ENGINE: ((_COPY, tr("Copy the command")), (_AGAIN, tr("Look again"))),
            Reason.STOPPED: (again, chimes),
            Reason.NO_SOUND: (again,),
        }[state.reason or Reason.STOPPED]
        if not state.command:
            actions = tuple(action for action in actions if action[0] != _COPY)
        icon = "speaker-slash"
        return Trouble(icon, title, " ".join(filter(None, (words, state.fix))), actions)

    def _act(self, name: str) -> None:
        if name != _COPY:
            self._note.hide()
        self._acts[name]()

    def _copy(self) -> None:
        if self._state is not None:
            QApplication.clipboard().setText(self._state.command)
