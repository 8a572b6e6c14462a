"""The loudspeakers and headphones of this computer, as far as its sound server tells of them."""

import os
import shutil
import subprocess

import msgspec

_PATIENCE_S = 3.0
_MOST = 20


class Output(msgspec.Struct, frozen=True):
    """Where sound can go. `id` is its name to the players, `name` is for people."""

    id: str
    name: str


def outputs() -> tuple[Output, ...]:
    """All of them; none where the server does not tell, or there is no choice."""
    program = shutil.which("pactl")
    if program is None:
        return ()
    try:
        answer = subprocess.run(  # noqa: S603  a program of the system
            [program, "list", "sinks"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE_S,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C"},
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ()
    found = parsed(answer)
    return found if len(found) > 1 else ()


def parsed(answer: str) -> tuple[Output, ...]:
    """What `pactl list sinks` tells in the language of no country."""
    found: list[Output] = []
    ident = ""
    for line in answer.splitlines():
        key, _, value = line.strip().partition(": ")
        if key == "Name":
            ident = value
        elif key == "Description" and ident:
            found.append(Output(ident, value or ident))
            ident = ""
    return tuple(found[:_MOST])
