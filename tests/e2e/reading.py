"""What a screen reader hears, as lines of JSON. Run by the system's own Python, which has pyatspi.

Writes one line an event; for each line read from standard input, one with everything in sight.
"""

import json
import sys
import threading
from typing import Any

import pyatspi
from gi.repository import GLib

EVENTS = ("object:announcement", "object:state-changed:focused", "object:property-change")


def tell(kind: str, **more: object) -> None:
    sys.stdout.write(json.dumps({"kind": kind, **more}) + "\n")
    sys.stdout.flush()


def hear(event: Any) -> None:
    source = event.source
    if source is None or (event.type.startswith("object:state") and not event.detail1):
        return
    words = event.any_data if isinstance(event.any_data, str) else ""
    tell(
        event.type,
        words=words,
        politeness=event.detail1,
        name=source.name,
        role=source.getRoleName(),
        description=source.description,
    )


def in_sight(thing: Any, depth: int = 0) -> list[dict[str, object]]:
    states = thing.getState()
    if depth and not states.contains(pyatspi.STATE_SHOWING):
        return []
    found: list[dict[str, object]] = [
        {
            "role": thing.getRoleName(),
            "name": thing.name,
            "description": thing.description,
            "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
            "focused": states.contains(pyatspi.STATE_FOCUSED),
            "checked": states.contains(pyatspi.STATE_CHECKED),
            "depth": depth,
        }
    ]
    for child in thing:
        if child is not None:
            found += in_sight(child, depth + 1)
    return found


def look() -> bool:
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None and program.name == "supple":
            tell("sight", things=in_sight(program))
            return False
    tell("sight", things=[])
    return False


def wait_for_orders() -> None:
    for _line in sys.stdin:
        GLib.idle_add(look)
    GLib.idle_add(pyatspi.Registry.stop)


for each in EVENTS:
    pyatspi.Registry.registerEventListener(hear, each)
threading.Thread(target=wait_for_orders, daemon=True).start()
tell("ready")
pyatspi.Registry.start()
