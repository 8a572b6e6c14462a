"""Idleness under Wayland without GNOME: `swayidle`, which speaks every form of the protocol.

The compositor tells only that somebody has become idle or come back, so the seconds are counted
from there.
"""

import os
import shutil
import subprocess
from gettext import NullTranslations

from supple.devices.clock import Clock
from supple.devices.desktop.idle import Changed, told_by
from supple.devices.desktop.listener import Listener
from supple.devices.finding import Finding

PROGRAM = "swayidle"
_END_S = 2.0
_IDLE, _ACTIVE = b"i", b"a"


class SwayIdle:
    """A child process that says `i` when nobody is there, and `a` at the first touch after it.

    Raises OSError where the program is not installed.
    """

    def __init__(self, clock: Clock, listener: Listener) -> None:
        found = shutil.which(PROGRAM)
        if found is None:
            raise OSError(f"{PROGRAM} is not installed")
        self._program = found
        self._clock = clock
        self._listener = listener
        self._child: subprocess.Popen[bytes] | None = None
        self._changed: Changed = lambda: None
        self._idle_since: float | None = None
        self._after_s = 0.0

    def idle_s(self) -> float | None:
        """Seconds while nobody is there; unknown before that."""
        since = self._idle_since
        return None if since is None else self._clock.now() - since

    def watch(self, after_s: float, changed: Changed) -> bool:
        """Start the child; False when it ends at once, as where the compositor tells nothing."""
        self.close()
        self._changed, self._after_s = changed, after_s
        self._child = subprocess.Popen(  # noqa: S603 - found on the path, no shell of ours
            [
                self._program,
                *("-C", os.devnull),
                *("timeout", str(max(1, round(after_s))), "printf i", "resume", "printf a"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._child.wait(0.3)
        except subprocess.TimeoutExpired:
            if self._child.stdout is not None:
                self._listener.add(self._child.stdout, self._ready)
            return True
        self.close()
        return False

    def check(self, words: NullTranslations) -> Finding:
        """It works, or this would not be here."""
        return told_by(f"Wayland, {PROGRAM}", words)

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        self._idle_since = None
        if child is None or child.stdout is None:
            return
        self._listener.remove(child.stdout)
        child.terminate()
        try:
            child.wait(_END_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        child.stdout.close()

    def _ready(self) -> None:
        """On the listener's thread."""
        child = self._child
        if child is None or child.stdout is None:
            return
        said = os.read(child.stdout.fileno(), 64)
        if not said:
            self._listener.remove(child.stdout)
            self._idle_since = None
        elif said.endswith(_IDLE):
            self._idle_since = self._clock.now() - self._after_s
        else:
            self._idle_since = None
        self._changed()
