"""Reasons for quiet that the Linux kernel tells in small files: camera, microphone, battery.

Each look reads a handful of lines. Nothing is opened that would wake a device or light its lamp.
"""

from collections.abc import Iterable
from pathlib import Path

from supple.core.breaks.facts import Quiet

SYS = Path("/sys")
PROC = Path("/proc")
DEV = Path("/dev")


class KernelCamera:
    """A camera's driver counts who holds it open. Raises OSError without one that counts.

    The count is the module's (video devices hold their driver's module while they are open).
    """

    tells = frozenset({Quiet.CAMERA})

    def __init__(self, sys: Path = SYS) -> None:
        self._sys = sys
        if not any(True for _count in self._counts()):
            raise OSError("no camera, or no driver that counts its users")

    def look(self) -> frozenset[Quiet]:
        """Whether any camera is held open."""
        return self.tells if any(count > 0 for count in self._counts()) else frozenset()

    def _counts(self) -> Iterable[int]:
        for path in self._sys.glob("class/video4linux/video*/device/driver/module/refcnt"):
            yield int(_first_line(path) or 0)


class HeldCamera:
    """Programs of this user that hold a camera open, where its driver is built into the kernel.

    Raises OSError without a camera.
    """

    tells = frozenset({Quiet.CAMERA})

    def __init__(self, dev: Path = DEV, proc: Path = PROC) -> None:
        self._proc = proc
        self._cameras = {str(each) for each in dev.glob("video*")}
        if not self._cameras:
            raise OSError("no camera")

    def look(self) -> frozenset[Quiet]:
        """Whether any program does."""
        opened = (_link(each) for each in self._proc.glob("[0-9]*/fd/*"))
        return self.tells if any(each in self._cameras for each in opened) else frozenset()


class KernelMicrophone:
    """A sound card says whether its recording side runs. Raises OSError without such a card."""

    tells = frozenset({Quiet.MICROPHONE})

    def __init__(self, proc: Path = PROC) -> None:
        self._proc = proc
        if not list(self._states()):
            raise OSError("no microphone")

    def look(self) -> frozenset[Quiet]:
        """Whether anything records."""
        return self.tells if "state: RUNNING" in self._states() else frozenset()

    def _states(self) -> Iterable[str]:
        for path in self._proc.glob("asound/card*/pcm*c/sub*/status"):
            yield _first_line(path)


class KernelBattery:
    """Whether the mains are unplugged. Raises OSError where there is no battery."""

    tells = frozenset({Quiet.ON_BATTERY})

    def __init__(self, sys: Path = SYS) -> None:
        self._supplies = sys / "class" / "power_supply"
        if not self._kind("Battery"):
            raise OSError("no battery")

    def look(self) -> frozenset[Quiet]:
        """Whether no mains are on while a battery empties."""
        plugged = any(_first_line(each / "online") == "1" for each in self._kind("Mains"))
        draining = any(
            _first_line(each / "status") == "Discharging" for each in self._kind("Battery")
        )
        return self.tells if draining and not plugged else frozenset()

    def _kind(self, kind: str) -> list[Path]:
        return [each for each in self._supplies.glob("*") if _first_line(each / "type") == kind]


def _link(path: Path) -> str:
    """What a link leads to; empty when it has just gone, or is somebody else's."""
    try:
        return str(path.readlink())
    except OSError:
        return ""


def _first_line(path: Path) -> str:
    """The first line of a kernel's file; empty when the device has just gone."""
    try:
        return path.read_text(encoding="ascii", errors="replace").partition("\n")[0].strip()
    except OSError:
        return ""
