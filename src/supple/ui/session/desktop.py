"""What a running session asks of the desktop: a display that stays on, media buttons, the keys."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from supple.app.container import Container
from supple.core.session.view import State
from supple.devices.desktop.media_keys import NAMES, MediaKey
from supple.ui.keymaps import session_keys
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_keys import Press
from supple.ui.session.flow import SessionFlow
from supple.ui.widgets.notice import NoticeView

AWAKE_IN_PAUSE_MS: Final = 5 * 60 * 1000
LOCK_LOOK_MS: Final = 3000
_ONE_WAY: Final = (MediaKey.PLAY, MediaKey.PAUSE)
_LOST: Final = "keys-lost"


class SessionDesktop(QObject):
    """Follows `flow` from its beginning to its end.

    The display stays on while the session runs and in the first five minutes of a pause. When the
    window loses the keys to another one, a note says so and the voice says it once a session. When
    the screen is locked, the session stands.
    """

    _pressed = Signal(object)
    _lock_changed = Signal()

    def __init__(
        self, app: Container, flow: SessionFlow, page: SessionPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._flow = flow
        self._page = page
        self._state = State.ENDED
        self._had_keys = False
        self._has_said = False
        self._sleepy = QTimer(self, singleShot=True, interval=AWAKE_IN_PAUSE_MS)
        self._sleepy.timeout.connect(self._let_sleep)
        self._pressed.connect(self._press, Qt.ConnectionType.QueuedConnection)
        self._lock_look = QTimer(self, interval=LOCK_LOOK_MS)
        self._lock_look.timeout.connect(self._look_at_lock)
        self._lock_changed.connect(self._look_at_lock, Qt.ConnectionType.QueuedConnection)
        flow.began.connect(self._begin)
        flow.turned.connect(self._turn)
        flow.finished.connect(self._end)
        page.note.acted.connect(self._act)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """See the window lose the keys, and get them back."""
        if event.type() == QEvent.Type.ActivationChange and isinstance(watched, QWidget):
            self._keys_changed(there=watched.isActiveWindow())
        return False

    def _begin(self) -> None:
        self._has_said = False
        self._had_keys = self._page.isActiveWindow()
        desktop = self._app.desktop
        desktop.media_keys.begin(self._pressed.emit)
        if not desktop.hear_of_lock(self._lock_changed.emit) and desktop.lock.is_locked() is False:
            self._lock_look.start()
        self._turn(State.RUNNING)

    def _turn(self, state: State) -> None:
        """The session runs, stands, or hurts."""
        self._state = state
        runs = state is State.RUNNING
        opened = self._flow.opened
        title = opened.session.name if opened is not None else ""
        self._app.desktop.media_keys.show(title, playing=runs)
        if runs:
            self._sleepy.stop()
            self._app.desktop.awake.keep(on=self._app.settings.session.keep_awake)
        elif not self._sleepy.isActive():
            self._sleepy.start()

    def _end(self) -> None:
        self._state = State.ENDED
        self._sleepy.stop()
        self._lock_look.stop()
        self._let_sleep()
        self._app.desktop.hear_of_lock(None)
        self._app.desktop.media_keys.end()
        self._page.note.take_back(_LOST)

    def _look_at_lock(self) -> None:
        if self._state is State.RUNNING and self._app.desktop.lock.is_locked():
            self._flow.stand_for_lock()

    def _let_sleep(self) -> None:
        self._app.desktop.awake.keep(on=False)

    def _press(self, key: MediaKey) -> None:
        """Do what the user has the button do."""
        action = session_keys(self._app.settings).action(NAMES[key])
        if not action:
            return
        opened = self._flow.opened
        waits = opened is not None and opened.runner.view().waits
        runs = self._state is State.RUNNING and not waits
        # Play goes on, Pause pauses, and nothing else.
        needless = key in _ONE_WAY and runs is not (key is MediaKey.PAUSE)
        if Press(action) is not Press.MAIN or not needless:
            self._page.press(Press(action))

    def _keys_changed(self, *, there: bool) -> None:
        lost, self._had_keys = self._had_keys and not there, there
        if there:
            self._page.note.take_back(_LOST)
        elif lost and self._flow.is_running and self._page.isVisible():
            tr = self._app.words.gettext
            told = tr("Keys go to another window.")
            back = (_LOST, tr("Get them back"))
            self._page.note.show_notice(
                NoticeView(_LOST, "question", told, actions=(back,), stays=True)
            )
            self._say_once(told)

    def _say_once(self, words: str) -> None:
        opened = self._flow.opened
        if opened is not None and not self._has_said:
            self._has_said = True
            opened.announcer.remark(words)

    def _act(self, ident: str, _action: str) -> None:
        if ident == _LOST:
            window = self._page.window()
            window.raise_()
            window.activateWindow()
