"""Reasons for quiet that only a small program of the desktop tells, on Linux."""

import shutil
import subprocess

import msgspec

from supple.core.breaks.facts import Quiet
from supple.core.errors import FacilityError

_PATIENCE_S = 1.0
LEFT_ALONE = 20  # questions: some minutes while a break is due
_NODE = "PipeWire:Interface:Node"
_SHARED = "Stream/Output/Video"


class SettingsDoNotDisturb:
    """Do not disturb of a desktop that keeps it among its settings: of whom, key, and its value.

    Raises OSError where there is no such key.
    """

    tells = frozenset({Quiet.DO_NOT_DISTURB})

    def __init__(self, schema: str, key: str, quiet_value: str) -> None:
        self._settings = Program("gsettings")
        self._key = (schema, key)
        self._quiet_value = quiet_value
        if self._read() not in {"true", "false"}:
            raise OSError(f"no setting {schema} {key}")

    def look(self) -> frozenset[Quiet]:
        """Whether it is on."""
        told = self._read()
        if told is None:
            raise FacilityError("gsettings does not answer.")
        return self.tells if told == self._quiet_value else frozenset()

    def _read(self) -> str | None:
        return self._settings.output("get", *self._key)


DO_NOT_DISTURB = {
    "GNOME": ("org.gnome.desktop.notifications", "show-banners", "false"),
    "X-Cinnamon": ("org.cinnamon.desktop.notifications", "display-notifications", "false"),
    "MATE": ("org.mate.NotificationDaemon", "do-not-disturb", "true"),
    "Budgie": ("org.gnome.desktop.notifications", "show-banners", "false"),
}
"""By desktop, as XDG_CURRENT_DESKTOP names it."""


class PulseMicrophone:
    """What records through PulseAudio or PipeWire, headsets included. Raises OSError without."""

    tells = frozenset({Quiet.MICROPHONE})

    def __init__(self) -> None:
        self._server = Program("pactl")
        if self._server.output("info") is None:
            raise OSError("no sound server answers")

    def look(self) -> frozenset[Quiet]:
        """Whether anything records."""
        recording = self._server.output("list", "short", "source-outputs")
        return self.tells if recording else frozenset()


class PipeWireScreen:
    """Screens shared through PipeWire, as under Wayland. Raises OSError where it does not run."""

    tells = frozenset({Quiet.SCREEN_SHARED})

    def __init__(self) -> None:
        self._server = Program("pw-dump")
        if not self._server.output():
            raise OSError("PipeWire does not answer")

    def look(self) -> frozenset[Quiet]:
        """Whether a picture of a screen is being handed out."""
        return self.tells if is_sharing(self._server.output() or "[]") else frozenset()


class _Properties(msgspec.Struct, frozen=True):
    media_class: str = msgspec.field(default="", name="media.class")


class _Info(msgspec.Struct, frozen=True):
    state: str = ""
    props: _Properties = _Properties()


class _Node(msgspec.Struct, frozen=True):
    type: str
    info: _Info | None = None


def is_sharing(dump: str) -> bool:
    """Whether a list of PipeWire's objects, as JSON, has a screen's picture that is running."""
    try:
        nodes = msgspec.json.decode(dump, type=list[_Node])
    except msgspec.MsgspecError:
        return False
    return any(
        node.type == _NODE
        and node.info is not None
        and node.info.props.media_class == _SHARED
        and node.info.state == "running"
        for node in nodes
    )


class Program:
    """A small program of the desktop. One that hangs is left alone for the next questions to it.

    So somebody at work is not held up again and again while a break is due.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._left_alone = 0

    def output(self, *arguments: str) -> str | None:
        """What it prints; None if it is not installed, fails, does not end or is left alone."""
        if self._left_alone:
            self._left_alone -= 1
            return None
        program = shutil.which(self._name)
        if program is None:
            return None
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command of the desktop
                [program, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            self._left_alone = LEFT_ALONE
            return None
        except OSError:
            return None
        return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else None
