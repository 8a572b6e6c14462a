"""The display, asked through a process of its own, so that a crash there is an answer too."""

import sys
from collections.abc import Mapping
from gettext import NullTranslations

import msgspec

from supple.devices.finding import Finding, Level

QT_PROBE = "--qt-probe"
_WAIT_S = 20.0


class Probe(msgspec.Struct, frozen=True):
    """What Qt found: its version, platform, whether there is a tray, and the screens in words."""

    qt: str
    platform: str
    tray: bool
    screens: tuple[str, ...]


def has_display(environ: Mapping[str, str]) -> bool:
    """Whether a window could open here at all."""
    if sys.platform in ("win32", "darwin") or environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def check_display(environ: Mapping[str, str], words: NullTranslations) -> list[Finding]:
    """Lines for the doctor's report on Qt, display and tray."""
    tr = words.gettext
    if not has_display(environ):
        fix = tr("Start Supple from a desktop. `supple play` works without one.")
        return [Finding(tr("Display"), Level.MISSING, tr("There is no display here."), fix)]
    probe, fault = _probe(environ)
    if probe is None:
        fix = tr("`make setup` installs what is missing. Last words: {words}").format(words=fault)
        return [Finding(tr("Display"), Level.MISSING, tr("Qt does not start here."), fix)]
    screens = ", ".join(probe.screens)
    shown = tr("Qt {version} on {platform}; {screens}")
    line = shown.format(version=probe.qt, platform=probe.platform, screens=screens)
    return [Finding(tr("Display"), Level.OK, line), _tray(probe, words)]


def _tray(probe: Probe, words: NullTranslations) -> Finding:
    tr = words.gettext
    if probe.tray:
        return Finding(tr("Tray"), Level.OK, tr("This desktop has a tray."))
    line = tr("No tray on this desktop. Reminders still come, as notifications or in a pop-up.")
    fix = tr('On GNOME, the "AppIndicator" extension adds a tray icon.')
    return Finding(tr("Tray"), Level.LIMITED, line, fix)


def _probe(environ: Mapping[str, str]) -> tuple[Probe | None, str]:
    import subprocess

    frozen = getattr(sys, "frozen", False)
    command = [sys.executable, *([QT_PROBE] if frozen else ["-m", "supple.ui.probe"])]
    try:
        ended = subprocess.run(  # noqa: S603 - our own program
            command, capture_output=True, text=True, timeout=_WAIT_S, env=dict(environ), check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return None, str(error)
    try:
        return msgspec.json.decode(ended.stdout, type=Probe), ""
    except msgspec.DecodeError:
        said = ended.stderr.strip().splitlines() or [f"exit code {ended.returncode}"]
        return None, said[-1][:200]
