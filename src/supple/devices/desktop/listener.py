"""One quiet thread for all that the desktop tells by itself.

It sleeps in the kernel until a socket has something to read, and costs nothing meanwhile.
"""

import selectors
import socket
import threading
from collections.abc import Callable
from typing import Protocol

_CLOSE_S = 2.0


class Readable(Protocol):
    """Something with a descriptor that becomes readable."""

    def fileno(self) -> int:
        """The descriptor."""
        ...


class Listener:
    """Calls back, on its own thread, when something can be read. The thread starts when needed."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._wake, self._woken = socket.socketpair()
        self._woken.setblocking(False)
        self._selector.register(self._woken, selectors.EVENT_READ, self._drain)
        self._thread: threading.Thread | None = None
        self._closing = False
        self._guard = threading.RLock()

    @property
    def is_current(self) -> bool:
        """Whether the caller runs on the listener's own thread."""
        return threading.current_thread() is self._thread

    def add(self, source: Readable, ready: Callable[[], None]) -> None:
        """Call `ready` whenever `source` can be read, until it is removed."""
        with self._guard:
            if self._closing:
                return
            self._selector.register(source, selectors.EVENT_READ, ready)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="desktop", daemon=True)
                self._thread.start()
        self._wake.send(b"\0")

    def remove(self, source: Readable) -> None:
        """Forget about `source`; it may be closed afterwards, as nothing reads from it any more."""
        with self._guard:
            if not self._closing and source.fileno() in self._selector.get_map():
                self._selector.unregister(source)

    def close(self) -> None:
        """End the thread. May be called again."""
        with self._guard:
            if self._closing:
                return
            self._closing = True
        self._wake.send(b"\0")
        if self._thread is not None and not self.is_current:
            self._thread.join(_CLOSE_S)
        self._selector.close()
        self._wake.close()
        self._woken.close()

    def _drain(self) -> None:
        self._woken.recv(4096)

    def _run(self) -> None:
        events: list[tuple[selectors.SelectorKey, int]] = []
        while self._take(events):
            events = self._selector.select()

    def _take(self, events: list[tuple[selectors.SelectorKey, int]]) -> bool:
        """Call back for each event whose source is still listened to; False at the end."""
        for key, _mask in events:
            with self._guard:  # whoever removes a source waits until nobody reads from it
                if not self._closing and key in self._selector.get_map().values():
                    ready: Callable[[], None] = key.data
                    ready()
        return not self._closing
