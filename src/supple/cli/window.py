"""`supple` and `supple start`: the window, or a word to the one that is open already."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from supple.app.container import Container
from supple.cli import out
from supple.core.errors import FacilityError
from supple.devices.desktop.handover import Handover, Request
from supple.devices.display import has_display
from supple.devices.files import cannot_write

if TYPE_CHECKING:
    from argparse import Namespace

_LEFT_BY_DESKTOPS = (
    "XDG_ACTIVATION_TOKEN",
    "DESKTOP_STARTUP_ID",
    "GIO_LAUNCHED_DESKTOP_FILE",
    "__CFBundleIdentifier",
)


def window(args: "Namespace", app: Container) -> int:
    """Open the window, or raise the one there is."""
    if args.version:
        from importlib.metadata import version

        out.write(version("supple"))
        return 0
    return open_program(app, tray=bool(args.tray))


def open_program(app: Container, *, tray: bool) -> int:
    """Open the window, or only the tray; what is open already comes to the front."""
    return ask_or_open(app, Request("raise", activation=activation()), tray=tray)


def start(args: "Namespace", app: Container) -> int:
    """Open the window in a session, or hand the wish over to the one there is."""
    from supple.core.plan.screening import Access

    app.catalogue.routine(args.routine)
    if app.safety.standing().access is not Access.CHECK_AGAIN:  # there the window asks
        app.safety.require_open()
    return ask_or_open(app, Request("start", args.routine, activation()))


def ask_or_open(app: Container, request: Request, *, tray: bool = False) -> int:
    """Hand the request to the open program, or open it: the window, or only the `tray`."""
    tr = app.words.gettext
    app.folders.create(app.words)
    handover = Handover(app.folders.data, app.words)
    if not _claimed(handover, app):
        if tray:  # it is where it was wanted already
            out.say(tr("Supple is already open."))
            return 0
        reply = handover.send(request)
        if reply.error:
            raise FacilityError(reply.error)
        name = app.catalogue.routine(request.routine).name if request.routine else ""
        asked = tr('It was asked to start "{name}".').format(name=name) if name else ""
        out.say(f"{tr('Supple is already open.')} {asked}".strip())
        return 0
    try:
        if not has_display(os.environ):
            raise FacilityError(
                tr("There is no display here, so the window cannot open."),
                fix=tr("A session works without one: supple play desk-break-2"),
            )
        from supple.ui.start import start as open_window

        return open_window(app, handover, request, tray=tray)
    finally:
        handover.close()


def _claimed(handover: Handover, app: Container) -> bool:
    """Become the one. Raises FacilityError in a folder that takes no file."""
    try:
        return handover.claim()
    except OSError as error:
        raise cannot_write(error, app.folders.data, app.words) from error


def activation() -> str:
    """The desktop's permission to come to the front, handed on to the open window."""
    return os.environ.get("XDG_ACTIVATION_TOKEN", "")


def say(text: str) -> None:
    """Say why Supple ends; in a box, too, where a desktop started it and nobody reads the rest."""
    out.say(text)
    if is_launched(os.environ) and has_display(os.environ):
        from supple.ui.start import refuse

        refuse(text)


def is_launched(environ: Mapping[str, str]) -> bool:
    """Whether a desktop started this, without a terminal."""
    if sys.stderr is None:  # Windows, without a console
        return True
    return not sys.stderr.isatty() and any(environ.get(mark) for mark in _LEFT_BY_DESKTOPS)
