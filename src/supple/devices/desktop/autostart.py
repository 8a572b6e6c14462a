"""Starting with the computer, the way each system keeps it for one user."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path
from subprocess import list2cmdline
from typing import Any, Protocol

from supple.core.errors import FacilityError
from supple.devices.files import write_atomic

NAME = "Supple"
IDENT = "io.github.supple_app.Supple"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RESERVED = " \t\n\"'\\><~|&;$*?#()`"


def in_the_tray() -> tuple[str, ...]:
    """The command that starts this program in the tray."""
    frozen = getattr(sys, "frozen", False)
    return (sys.executable, *(() if frozen else ("-P", "-m", "supple")), "--tray")


class Autostart(Protocol):
    """Whether Supple starts when the user logs in. What cannot be written raises SuppleError."""

    @property
    def is_possible(self) -> bool:
        """Whether it can be switched here."""
        ...

    def is_on(self) -> bool:
        """Whether it is so now."""
        ...

    def turn_on(self, command: Sequence[str]) -> None:
        """Start `command` at the next login."""
        ...

    def turn_off(self) -> None:
        """Start nothing."""
        ...


class NullAutostart:
    """There is no known way here."""

    is_possible = False

    def is_on(self) -> bool:
        """Never."""
        return False

    def turn_on(self, command: Sequence[str]) -> None:
        """Cannot be done."""
        raise FacilityError(f"{command[0]} can't be started with this system.")

    def turn_off(self) -> None:
        """Nothing to do."""


class DesktopEntryAutostart:
    """A desktop entry in the user's autostart folder.

    specifications.freedesktop.org, Desktop Application Autostart 0.5.
    """

    is_possible = True

    def __init__(self, config_home: Path, words: NullTranslations) -> None:
        self._file = config_home / "autostart" / f"{IDENT}.desktop"
        self._words = words

    def is_on(self) -> bool:
        """Whether the entry is there, and the desktop's own settings have not switched it off."""
        try:
            lines = self._file.read_text("utf-8", errors="replace").splitlines()
        except OSError:
            return False
        off = {"Hidden=true", "X-GNOME-Autostart-enabled=false"}
        return not off.intersection(line.replace(" ", "") for line in lines)

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the entry."""
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            f"Name={NAME}",
            "Comment=" + self._words.gettext("Gentle desk breaks"),
            f"Icon={IDENT}",
            "Exec=" + " ".join(_quoted(part) for part in command),
            "X-GNOME-Autostart-enabled=true",
            "X-GNOME-Autostart-Delay=10",
        ]
        _write(self._file, "\n".join([*lines, ""]).encode(), self._words)

    def turn_off(self) -> None:
        """Remove the entry."""
        _remove(self._file)


class LaunchAgentAutostart:
    """A launch agent of macOS."""

    is_possible = True

    def __init__(self, library: Path, words: NullTranslations) -> None:
        self._file = library / "LaunchAgents" / f"{IDENT}.plist"
        self._words = words

    def is_on(self) -> bool:
        """Whether the agent is there and not disabled."""
        import plistlib  # brings a parser of XML, of use on macOS alone

        try:
            agent = plistlib.loads(self._file.read_bytes())
        except (OSError, ValueError):  # plistlib.InvalidFileException is one
            return False
        return isinstance(agent, dict) and not agent.get("Disabled", False)

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the agent."""
        import plistlib

        agent = {"Label": IDENT, "ProgramArguments": list(command), "RunAtLoad": True}
        _write(self._file, plistlib.dumps(agent), self._words)

    def turn_off(self) -> None:
        """Remove the agent."""
        _remove(self._file)


class RunKeyAutostart:
    """The user's Run key in the registry of Windows; `registry` is Python's winreg."""

    is_possible = True

    def __init__(self, registry: Any) -> None:
        self._registry = registry

    def is_on(self) -> bool:
        """Whether the value is there."""
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN) as key:
                registry.QueryValueEx(key, NAME)
        except OSError:
            return False
        return True

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the value."""
        registry, line = self._registry, list2cmdline(command)
        with registry.CreateKey(registry.HKEY_CURRENT_USER, _RUN) as key:
            registry.SetValueEx(key, NAME, 0, registry.REG_SZ, line)

    def turn_off(self) -> None:
        """Delete the value."""
        registry = self._registry
        access = registry.KEY_SET_VALUE
        with (
            suppress(FileNotFoundError),
            registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN, 0, access) as key,
        ):
            registry.DeleteValue(key, NAME)


def _quoted(part: str) -> str:
    """One argument of an Exec line, by the rules of the desktop entry specification."""
    part = part.replace("%", "%%")
    if part and not set(part) & set(_RESERVED):
        return part
    escaped = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in part)
    return '"' + escaped.replace("\\", "\\\\") + '"'


def _write(file: Path, content: bytes, words: NullTranslations) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FacilityError(
            words.gettext("Starting with the computer couldn't be set."), where=str(file.parent)
        ) from error
    write_atomic(file, content, words)


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise FacilityError(str(error), where=str(file)) from error
