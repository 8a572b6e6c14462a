"""Single key presses at a terminal, without waiting for Enter."""

import select
import sys
from types import TracebackType
from typing import Final, Protocol, Self

from supple.cli.ending import Ending

STOP: Final = "q"


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
        """The next key within `timeout_s`, else empty; `STOP` once the end is wished for."""
        ...


class NoKeys:
    """Nobody is at the keyboard: input comes from a file, a pipe or nowhere."""

    interactive = False

    def __init__(self, ending: Ending) -> None:
        self._ending = ending

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, timeout_s: float) -> str:
        """Wait, for nothing but the end."""
        return STOP if select.select([self._ending], [], [], timeout_s)[0] else ""


if sys.platform == "win32":
    import math
    import msvcrt
    import time

    _STRIDE_S = 0.02
    _PREFIXES = ("\x00", "\xe0")

    class TerminalKeys:
        """Keys of a Windows console."""

        interactive = True

        def __init__(self, ending: Ending) -> None:
            self._ending = ending

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def read(self, timeout_s: float) -> str:
            """Look for a key every few milliseconds; the console has nothing to wait on."""
            for _ in range(math.ceil(timeout_s / _STRIDE_S)):
                if self._ending.is_wished:
                    return STOP
                if msvcrt.kbhit():
                    key = msvcrt.getwch()
                    if key not in _PREFIXES:
                        return key
                    msvcrt.getwch()  # an arrow or Home comes as two, the second a letter
                    return ""
                time.sleep(_STRIDE_S)
            return ""

else:
    import os
    import termios
    import tty

    _ESCAPE = "\x1b"
    _SEQUENCE_S = 0.05  # all of it arrives at once, even over a slow line
    _SEQUENCES = ("[", "O")

    class TerminalKeys:
        """Keys of a POSIX terminal."""

        interactive = True

        def __init__(self, ending: Ending) -> None:
            self._ending = ending
            self._handle = sys.stdin.fileno()

        def __enter__(self) -> Self:
            self._before = termios.tcgetattr(self._handle)
            tty.setcbreak(self._handle)
            return self

        def __exit__(self, *_: object) -> None:
            termios.tcsetattr(self._handle, termios.TCSADRAIN, self._before)

        def read(self, timeout_s: float) -> str:
            """The next key within `timeout_s`; `STOP`, too, once the terminal has gone."""
            ready, _, _ = select.select([self._handle, self._ending], [], [], timeout_s)
            if not ready:
                return ""
            if self._ending in ready:
                return STOP
            key = os.read(self._handle, 1).decode("latin-1") or STOP
            return self._after_escape() if key == _ESCAPE else key

        def _after_escape(self) -> str:
            """Swallow an arrow or Home, whose signs could be keys of ours; else the next key."""
            key = self._soon()
            if key not in _SEQUENCES:
                return key
            while (sign := self._soon()) and not "@" <= sign <= "~":
                pass
            return ""

        def _soon(self) -> str:
            ready, _, _ = select.select([self._handle], [], [], _SEQUENCE_S)
            return os.read(self._handle, 1).decode("latin-1") if ready else ""


def keys(ending: Ending) -> Keys:
    """The keys of this process's terminal, if it has one."""
    if sys.stdin is not None and sys.stdin.isatty():
        return TerminalKeys(ending)
    return NoKeys(ending)
