"""Owns the one timer that waits for desk breaks, and carries the user's wishes to them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from supple.app.breaks import BreakNews, Breaks
from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.ui.pages.break_view import Act, Do


class BreakHost(QObject):
    """Looks when it is time or when the desktop calls; nothing else ticks.

    `told(BreakNews)` comes with every change, `looked` with every look, `wanted(Act)` for what is
    not for the policy: a break now, the settings, the program itself. Raises SuppleError where the
    history can't be opened.
    """

    told = Signal(object)
    looked = Signal()
    wanted = Signal(object)
    failed = Signal(object)
    _woken = Signal()

    def __init__(self, app: Container, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        # The desktop calls from its own threads, and perhaps in the middle of a look.
        self._woken.connect(self.look, Qt.ConnectionType.QueuedConnection)
        self.breaks: Breaks = app.open_breaks(self._woken.emit, self.failed.emit)

    @property
    def news(self) -> BreakNews:
        """What was said last."""
        return self.breaks.news

    def begin(self) -> None:
        """Look for the first time, and tell."""
        self.breaks.listen(self.told.emit)
        self.look()

    def look(self) -> None:
        """Observe now, and wait for the next time that is worth it."""
        self.do(self.breaks.look)

    def do(self, wish: Callable[[], object]) -> None:
        """Carry out one of the use case's wishes."""
        wish()
        self._timer.start(round(self.breaks.wait_s() * 1000))
        self.looked.emit()

    def act(self, act: Act) -> None:
        """Carry out what was chosen on any surface."""
        breaks, seconds = self.breaks, act.seconds
        match act.do:
            case Do.LATER:
                self.do(lambda: breaks.later(seconds or None))
            case Do.SKIP:
                self.do(breaks.skip)
            case Do.ANYWAY:
                self.do(breaks.ask_anyway)
            case Do.PAUSE:
                self.do(lambda: breaks.pause_for(seconds) if seconds else breaks.pause())
            case Do.PAUSE_TODAY:
                self.do(breaks.pause_today)
            case Do.RESUME:
                self.do(breaks.resume)
            case Do.TURN_ON:
                self._turn_on()
            case Do.LEAVE:
                pass
            case _:
                self.wanted.emit(act)

    def close(self) -> None:
        """Wait no more; what is being written is finished first."""
        self._timer.stop()
        self.breaks.close()

    def _turn_on(self) -> None:
        try:
            self._app.change_setting("breaks.on", value=True)
        except SuppleError as error:
            self.failed.emit(error)
        self.look()
