"""`supple breaks ...` and `supple break`: a word to the running program, or a break right here."""

from argparse import Namespace

import msgspec

from supple.app.container import Container
from supple.cli import out
from supple.cli.window import activation, ask_or_open
from supple.core.breaks.duration import seconds_of
from supple.core.errors import FacilityError, InputError
from supple.devices.desktop.handover import Handover, Request


def breaks(args: Namespace, app: Container) -> int:
    """Steer the reminders of the running program."""
    request = _request(args, app)
    tr = app.words.gettext
    app.folders.create(app.words)
    handover = Handover(app.folders.data, app.words)
    if handover.claim():
        handover.close()
        raise FacilityError(
            tr("Supple is not open, so no desk breaks are planned."),
            fix=tr("`supple --tray` starts it in the tray."),
        )
    reply = handover.send(request)
    if reply.error:
        raise FacilityError(reply.error)
    if request.as_json:
        out.write_json(msgspec.json.decode(reply.text))
    else:
        out.write(reply.text)
    return 0


def break_(args: Namespace, app: Container) -> int:
    """A desk break now: in the running program, else in a window of its own."""
    app.safety.require_open()
    routine = args.routine or app.break_offers.offer().routine
    if routine:  # none where standing up and walking is all there is
        app.catalogue.routine(routine)
    return ask_or_open(app, Request("break", routine, activation()))


def _request(args: Namespace, app: Container) -> Request:
    if args.duration is not None and args.what != "pause":
        raise InputError(
            app.words.gettext("Only a pause has a length."), where=f"supple breaks {args.what}"
        )
    if args.json and args.what != "status":
        raise InputError(
            app.words.gettext("Only the status is told as JSON."),
            where=f"supple breaks {args.what}",
        )
    match args.what:
        case "pause":
            return Request("breaks-pause", seconds=_seconds(args.duration, app))
        case "resume":
            return Request("breaks-resume")
        case "skip":
            return Request("breaks-skip")
        case _:
            return Request("breaks-status", as_json=args.json)


def _seconds(text: str | None, app: Container) -> float:
    """The length of a pause; 0 until tomorrow."""
    if text is None:
        return 0.0
    seconds = seconds_of(text)
    if seconds is None:
        tr = app.words.gettext
        raise InputError(
            tr('"{text}" is no length of time.').format(text=text),
            where="supple breaks pause",
            allowed=tr("Such as 30m, 1h or 1h30m, a day at most."),
        )
    return float(seconds)
