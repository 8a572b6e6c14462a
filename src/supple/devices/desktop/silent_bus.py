"""A message bus that hangs: found out before Qt asks it, as Qt waits for its answer without end."""

import sys
from collections.abc import MutableMapping
from pathlib import Path

_ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
_NOWHERE = "unix:path=/nonexistent"
_ANSWER_S = 1.0


def leave_silent_bus(environ: MutableMapping[str, str]) -> bool:
    """Do without the session's bus where somebody takes our call and says nothing for a second.

    Whether that is so. A bus that is there answers in a fraction of a millisecond.
    """
    if sys.platform in ("win32", "darwin"):
        return False
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    address = environ.get(_ADDRESS) or f"unix:path={runtime}/bus"
    if not _is_silent(address):
        return False
    environ[_ADDRESS] = _NOWHERE
    return True


def _is_silent(address: str) -> bool:
    """Whether it takes the first step of a conversation, and the other side none.

    dbus.freedesktop.org, D-Bus Specification, "Authentication Protocol".
    """
    place = _socket_name(address)
    if not place or not (place.startswith("\0") or Path(place).exists()):
        return False
    import socket  # not cheap, and of no use where there is no bus

    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(_ANSWER_S)
        try:
            line.connect(place)
            line.sendall(b"\0AUTH\r\n")
            line.recv(1)
        except TimeoutError:
            return True
        except OSError:  # nobody is there, which everybody notices at once
            return False
    return False


def _socket_name(address: str) -> str:
    """The name of the socket in an address; empty where it is of another kind."""
    kind, _, rest = address.partition(";")[0].partition(":")
    values = dict(each.partition("=")[::2] for each in rest.split(","))
    if kind != "unix":
        return ""
    return values.get("path") or (f"\0{values['abstract']}" if "abstract" in values else "")
