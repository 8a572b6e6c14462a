"""Plays sound files through a program of the system that can be killed within a millisecond.

Part of the speech child. A deck plays one clip at a time; a new clip cuts the old one.
"""

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from supple.devices.speech.lines import Ending

OnEnd = Callable[[Ending | None], None]
"""Told how a clip ended; None if it could not be played. Called from another thread, once."""

_GAVE_UP_WITHIN_S = 1.0
"""A player that ends with an error this soon had no sound server; later, the server went away."""

_PLAYERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
    "darwin": (("afplay",),),
}


_OUTPUT_FLAG = {"pw-play": "--target", "paplay": "--device"}


class Clip(msgspec.Struct, frozen=True):
    """A WAV file and its length."""

    path: Path
    seconds: float


class Deck(Protocol):
    """Plays one clip at a time."""

    def play(self, clip: Clip, on_end: OnEnd) -> None:
        """Cut what is playing and play `clip`; returns when it is on its way."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...


class Players:
    """The players installed here, in the order in which they are tried. Safe between threads.

    `output` is where sound is to go, for those that can be told; empty for the system's choice.
    """

    def __init__(self, commands: Sequence[Sequence[str]]) -> None:
        self._commands = [tuple(command) for command in commands]
        self._lock = threading.Lock()
        self.output = ""

    @classmethod
    def installed(cls) -> "Players":
        """Those of this system that are installed."""
        known = _PLAYERS.get(sys.platform, ())
        return cls([(path, *rest) for name, *rest in known if (path := shutil.which(name))])

    def __len__(self) -> int:
        return len(self._commands)

    @property
    def best(self) -> tuple[str, ...]:
        """The one to try first; empty if there is none."""
        with self._lock:
            return self._commands[0] if self._commands else ()

    def whole(self, command: tuple[str, ...], clip: Path) -> list[str]:
        """A player's command for a clip, told where sound is to go."""
        flag = _OUTPUT_FLAG.get(Path(command[0]).name)
        where = [f"{flag}={self.output}"] if flag and self.output else []
        return [*command, *where, str(clip)]

    def demote(self, command: tuple[str, ...]) -> None:
        """Try `command` last from now on: it may be installed with no server to play to."""
        with self._lock:
            self._commands.remove(command)
            self._commands.append(command)


class _Playing:
    """One clip on its way through one player after another until one can play it."""

    def __init__(self, players: Players, clip: Clip, on_end: OnEnd) -> None:
        self._players = players
        self._clip = clip
        self._on_end = on_end
        self._lock = threading.Lock()
        self._cut = False
        self._command: tuple[str, ...] = ()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._launch()
        threading.Thread(target=self._follow, name="playing", daemon=True).start()

    def cut(self) -> None:
        with self._lock:
            self._cut = True
            if self._process is not None:
                # pw-play, paplay and aplay all end with code 0 on SIGTERM, and take their time.
                self._process.kill()

    def _launch(self) -> None:
        with self._lock:
            self._command = self._players.best
            self._process = None
            if self._command and not self._cut:
                self._process = _popen(self._players.whole(self._command, self._clip.path))

    def _follow(self) -> None:
        self._on_end(self._ending())

    def _ending(self) -> Ending | None:
        for attempt in range(len(self._players) + bool(self._players.output)):
            if attempt > 0:
                self._try_otherwise()
            began_s = time.monotonic()
            code = self._process.wait() if self._process else None
            if self._cut:
                return Ending.CUT
            if code == 0:
                return Ending.DONE
            if time.monotonic() - began_s > _GAVE_UP_WITHIN_S:
                return None
        if self._command:
            self._players.demote(self._command)  # once round: in their first order again
        return None

    def _try_otherwise(self) -> None:
        """Play where the system has it, should the chosen output be gone; else another player."""
        if self._players.output:
            self._players.output = ""
        else:
            self._players.demote(self._command)
        self._launch()


def _popen(command: Sequence[str]) -> subprocess.Popen[bytes] | None:
    nowhere = subprocess.DEVNULL
    try:
        return subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere)  # noqa: S603  own commands
    except OSError:  # uninstalled since we looked
        return None


class ProgramDeck:
    """A deck that plays through a program of the system (Linux, macOS)."""

    def __init__(self, players: Players) -> None:
        self._players = players
        self._playing: _Playing | None = None

    def play(self, clip: Clip, on_end: OnEnd) -> None:
        """See `Deck`."""
        self.stop()
        self._playing = _Playing(self._players, clip, on_end)
        self._playing.start()

    def stop(self) -> None:
        """See `Deck`."""
        if self._playing is not None:
            self._playing.cut()


class WindowsDeck:
    """A deck on Windows, which plays through the system itself and does not tell the end."""

    def play(self, clip: Clip, on_end: OnEnd) -> None:
        """See `Deck`; says that it was heard at once."""
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            try:
                winsound.PlaySound(str(clip.path), flags)
            except RuntimeError:
                on_end(None)
                return
        on_end(Ending.DONE)

    def stop(self) -> None:
        """See `Deck`."""
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(None, winsound.SND_PURGE)
