"""Between a session and Qt: a precise timer for its deadlines, a calmer one for the picture."""

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from supple.app.sessions import Opened
from supple.core.session.engine import Intent
from supple.core.session.events import AnyEvent, Hurt, SessionEnded, StepStarted
from supple.core.session.view import SessionView, State

_FRAME_MS = 40
_STILL_FRAME_MS = 1000
_GRAIN_S = 0.001  # what Qt's timers count in


class SessionHost(QObject):
    """Drives one opened session on Qt's event loop and tells how it stands.

    `viewed(SessionView)` comes with every event and, while `animate(True)`, for every frame;
    `stepped(StepStarted)` and `ended(SessionEnded)` once each.
    """

    viewed = Signal(object)
    stepped = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._still = False
        self._seen = False
        self._due = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self._tick)
        self._frame = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self._paint)

    @property
    def opened(self) -> Opened | None:
        """The session that is under way, if any."""
        return self._opened

    def hear(self, event: AnyEvent) -> None:
        """The listener to open the session with."""
        if isinstance(event, StepStarted):
            self.stepped.emit(event)
        elif isinstance(event, SessionEnded):
            self.ended.emit(event)

    def start(self, opened: Opened) -> None:
        """Begin the session now."""
        self._opened = opened
        opened.runner.start()
        self._arm()

    def do(self, intent: Intent) -> None:
        """Carry out what the user wants."""
        if self._opened is not None:
            self._opened.runner.do(intent)
            self._arm()

    def felt(self, hurt: Hurt | None) -> None:
        """Pass on what it was that hurt; None takes a wrong answer back."""
        if self._opened is not None:
            self._opened.runner.felt(hurt)
            self._arm()

    def renew(self) -> None:
        """Something else changed what comes next."""
        self._arm()

    def animate(self, seen: bool, *, still: bool = False) -> None:
        """Tell whether anybody sees the session, and whether motion is reduced."""
        self._seen = seen
        self._still = still
        self._arm()

    def view(self) -> SessionView | None:
        """The session as it stands now."""
        return self._opened.runner.view() if self._opened is not None else None

    def leave(self) -> None:
        """Let go of an ended session."""
        self._due.stop()
        self._frame.stop()
        self._opened = None

    def _tick(self) -> None:
        """Wait for the part of a millisecond that the timer cannot, then let happen what is due."""
        if self._opened is not None:
            wait_s = self._opened.runner.wait_s() or 0.0
            if wait_s < _GRAIN_S:
                time.sleep(wait_s)
            self._opened.runner.tick()
            self._arm()

    def _arm(self) -> None:
        """Set the timers for what comes next and show how things stand.

        The timer knows whole milliseconds only and is set to the last one before the deadline.
        """
        if self._opened is None:
            return
        wait_s = self._opened.runner.wait_s()
        if wait_s is None:
            self._due.stop()
        else:
            self._due.start(int(wait_s / _GRAIN_S))
        self._paint()
        view = self._opened.runner.view()
        stands = view.state is not State.RUNNING or view.stands
        if self._seen and not stands:
            self._frame.start(_STILL_FRAME_MS if self._still else _FRAME_MS)
        else:
            self._frame.stop()

    def _paint(self) -> None:
        if self._opened is not None:
            self.viewed.emit(self._opened.runner.view())
