"""Single key presses at a terminal, without waiting for Enter."""

import sys
import time
from types import TracebackType
from typing import Protocol, Self


class Keys(Protocol):
    """Waits for a key, as a context: leaving it gives the terminal back as it was."""

    interactive: bool

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def read(self, timeout_s: float) -> str:
        """The next key within `timeout_s`, else empty."""
        ...


class NoKeys:
    """Nobody is at the keyboard: input comes from a file, a pipe or nowhere."""

    interactive = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, timeout_s: float) -> str:
        """Wait, and read nothing."""
        time.sleep(timeout_s)
        return ""


if sys.platform == "win32":
    import math
    import msvcrt

    _STRIDE_S = 0.02

    class TerminalKeys:
        """Keys of a Windows console."""

        interactive = True

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def read(self, timeout_s: float) -> str:
            """Look for a key every few milliseconds; the console has nothing to wait on."""
            for _ in range(math.ceil(timeout_s / _STRIDE_S)):
                if msvcrt.kbhit():
                    return msvcrt.getwch()
                time.sleep(_STRIDE_S)
            return ""

else:
    import os
    import select
    import termios
    import tty

    class TerminalKeys:
        """Keys of a POSIX terminal."""

        interactive = True

        def __init__(self) -> None:
            self._handle = sys.stdin.fileno()

        def __enter__(self) -> Self:
            self._before = termios.tcgetattr(self._handle)
            tty.setcbreak(self._handle)
            return self

        def __exit__(self, *_: object) -> None:
            termios.tcsetattr(self._handle, termios.TCSADRAIN, self._before)

        def read(self, timeout_s: float) -> str:
            """The next key within `timeout_s`; the letter q once the terminal has gone."""
            ready, _, _ = select.select([self._handle], [], [], timeout_s)
            if not ready:
                return ""
            return os.read(self._handle, 1).decode("latin-1") or "q"


def keys() -> Keys:
    """The keys of this process's terminal, if it has one."""
    if sys.stdin is not None and sys.stdin.isatty():
        return TerminalKeys()
    return NoKeys()
