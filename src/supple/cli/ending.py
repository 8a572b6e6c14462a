"""The system's word to end, a closed terminal, and Ctrl-C: heard where a session waits."""

import select
import signal
import socket
from types import TracebackType
from typing import Final, Self

_SIGNS: Final = ("SIGTERM", "SIGINT", "SIGHUP")  # Windows has no SIGHUP


class Ending:
    """As a context, takes these signs for a wish to end; it can be waited for with `select`.

    An exception in the midst of what a session does would leave it half done, or a lock that nobody
    opens again. Only a second sign ends the program wherever it is.
    """

    def __init__(self) -> None:
        self._heard, self._wake = socket.socketpair()
        for each in (self._heard, self._wake):
            each.setblocking(False)
        self._signs = 0

    def __enter__(self) -> Self:
        self._fd_before = signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        signs = [getattr(signal, name) for name in _SIGNS if hasattr(signal, name)]
        self._before = [(sign, signal.signal(sign, self._heed)) for sign in signs]
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for sign, handler in self._before:
            signal.signal(sign, handler)
        signal.set_wakeup_fd(self._fd_before)
        self._heard.close()
        self._wake.close()

    def fileno(self) -> int:
        """What becomes readable, and stays so, once the end is wished for."""
        return self._heard.fileno()

    @property
    def is_wished(self) -> bool:
        """Whether a sign has come."""
        return bool(select.select([self], [], [], 0)[0])

    def _heed(self, _sign: int, _frame: object) -> None:
        self._signs += 1
        if self._signs > 1:
            raise KeyboardInterrupt
