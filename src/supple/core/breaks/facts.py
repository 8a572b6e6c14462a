"""What is known about person and computer at one moment."""

from datetime import datetime
from enum import StrEnum

import msgspec


class Moment(msgspec.Struct, frozen=True):
    """One reading of three clocks.

    `real_s` runs through sleep, `awake_s` stands still while the computer sleeps; their zeros mean
    nothing. `wall` is the user's date and time with its offset; it may jump either way.
    """

    real_s: float
    awake_s: float
    wall: datetime


class Quiet(StrEnum):
    """Why this is no moment to ask."""

    DO_NOT_DISTURB = "do-not-disturb"
    SCREEN_SHARED = "screen-shared"
    CAMERA = "camera"
    MICROPHONE = "microphone"
    PRESENTING = "presenting"
    FULL_SCREEN = "full-screen"
    ON_BATTERY = "on-battery"


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What the desktop and the program say.

    `idle_s`: seconds since the last key or movement, None where that cannot be told. `quiet` is
    looked at only when `policy.wants_surroundings` asks for it; what cannot be told is not in it.
    `is_stretching`: a session or a break is running.
    """

    idle_s: float | None = None
    is_locked: bool = False
    is_stretching: bool = False
    quiet: frozenset[Quiet] = frozenset()
