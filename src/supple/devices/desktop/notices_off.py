"""Whether the desktop hides the notices of Supple, as its user chose there; and where that is set.

GNOME keeps it among its settings, KDE in a file.
"""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from supple.devices.desktop.quiet_programs import Program

APPLICATION = "io.github.supple_app.Supple"
_SCHEMA = "org.gnome.desktop.notifications.application"
_PLACE = "/org/gnome/desktop/notifications/application/io-github-supple-app-supple/"
_OFF = frozenset({f"{_SCHEMA} enable false", f"{_SCHEMA} show-banners false"})
_GROUP = re.compile(re.escape(f"[Applications][{APPLICATION}]") + r"\n([^\[]*)")
_PAGES = {
    "GNOME": ("gnome-control-center", "notifications"),
    "KDE": ("systemsettings", "kcm_notifications"),
    "XFCE": ("xfce4-notifyd-config",),
    "X-Cinnamon": ("cinnamon-settings", "notifications"),
    "MATE": ("mate-notification-properties",),
    "Budgie": ("budgie-control-center", "notifications"),
}


def notices_off(environ: Mapping[str, str]) -> Callable[[], bool]:
    """What tells whether they are hidden; always told no where that is not known."""
    desktops = _desktops(environ)
    if "GNOME" in desktops:
        settings = Program("gsettings")
        return lambda: _is_off_in_gnome(settings)
    if "KDE" in desktops:
        home = environ.get("XDG_CONFIG_HOME", "")
        folder = Path(home) if home else Path.home() / ".config"
        return lambda: _is_off_in_kde(folder / "plasmanotifyrc")
    return lambda: False


def notice_settings(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The command that opens the desktop's own page on notices; empty where none is known."""
    for desktop in _desktops(environ):
        command = _PAGES.get(desktop)
        if command is not None and (program := shutil.which(command[0])):
            return (program, *command[1:])
    return ()


def _desktops(environ: Mapping[str, str]) -> list[str]:
    return environ.get("XDG_CURRENT_DESKTOP", "").split(":")


def _is_off_in_gnome(settings: Program) -> bool:
    told = settings.output("list-recursively", f"{_SCHEMA}:{_PLACE}") or ""
    return not _OFF.isdisjoint(told.splitlines())


def _is_off_in_kde(file: Path) -> bool:
    try:
        kept = file.read_text("utf-8", errors="replace")
    except OSError:
        return False
    return any("ShowPopups=false" in each.split() for each in _GROUP.findall(kept))
