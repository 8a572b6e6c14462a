"""Reasons for quiet that only a small program of the desktop tells, on Linux."""

import shutil
import subprocess

import msgspec

from supple.core.breaks.facts import Quiet

_PATIENCE_S = 2.0
_NODE = "PipeWire:Interface:Node"
_SHARED = "Stream/Output/Video"


class SettingsDoNotDisturb:
    """Do not disturb of a desktop that keeps it among its settings: of whom, key, and its value.

    Raises OSError where there is no such key.
    """

    tells = frozenset({Quiet.DO_NOT_DISTURB})

    def __init__(self, schema: str, key: str, quiet_value: str) -> None:
        self._command = ("gsettings", "get", schema, key)
        self._quiet_value = quiet_value
        if output_of(self._command) not in {"true", "false"}:
            raise OSError(f"no setting {schema} {key}")

    def look(self) -> frozenset[Quiet]:
        """Whether it is on."""
        is_on = output_of(self._command) == self._quiet_value
        return self.tells if is_on else frozenset()


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
    _command = ("pactl", "list", "short", "source-outputs")

    def __init__(self) -> None:
        if output_of(("pactl", "info")) is None:
            raise OSError("no sound server answers")

    def look(self) -> frozenset[Quiet]:
        """Whether anything records."""
        return self.tells if output_of(self._command) else frozenset()


class PipeWireScreen:
    """Screens shared through PipeWire, as under Wayland. Raises OSError where it does not run."""

    tells = frozenset({Quiet.SCREEN_SHARED})
    _command = ("pw-dump",)

    def __init__(self) -> None:
        if not output_of(self._command):
            raise OSError("PipeWire does not answer")

    def look(self) -> frozenset[Quiet]:
        """Whether a picture of a screen is being handed out."""
        return self.tells if is_sharing(output_of(self._command) or "[]") else frozenset()


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


def output_of(command: tuple[str, ...]) -> str | None:
    """What the program prints; None if it is not installed, fails or does not end."""
    program = shutil.which(command[0])
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command of the desktop
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else None
