"""The three answers of the policy; each carries its reason."""

from datetime import datetime
from enum import StrEnum

import msgspec

from supple.core.breaks.facts import Quiet


class Why(StrEnum):
    """The reason of an answer."""

    OFF = "off"
    ASK_SOMEBODY_FIRST = "ask-somebody-first"
    PAUSED = "paused"
    STRETCHING = "stretching"
    AWAY = "away"
    LOCKED = "locked"
    SITTING = "sitting"
    OUTSIDE_HOURS = "outside-hours"
    LATER = "later"
    JUST_BACK = "just-back"
    QUIET = "quiet"
    SOON = "soon"
    TYPING = "typing"
    DUE = "due"


class Show(StrEnum):
    """How a break is shown: asked for, or only by the sign in the tray."""

    ASK = "ask"
    SIGN = "sign"


class Wait(msgspec.Struct, frozen=True, kw_only=True):
    """No break now. `in_s`, above zero, and `at` tell when that ends, where it is known.

    `quiet` are the reasons of `Why.QUIET`. `is_reminder`: this is the day's first word that breaks
    are still paused.
    """

    why: Why
    in_s: float | None = None
    at: datetime | None = None
    quiet: tuple[Quiet, ...] = ()
    is_reminder: bool = False


class Warn(msgspec.Struct, frozen=True, kw_only=True):
    """A break comes: within `in_s` seconds, above zero, or sooner at a pause in typing."""

    why: Why
    in_s: float


class Break(msgspec.Struct, frozen=True, kw_only=True):
    """A break is due. `nudge` is 1 or 2 for one that asks.

    `quiet` are the reasons why a break that has waited long enough shows only its sign.
    `often_skipped`: a longer interval may suit the person better.
    """

    show: Show
    nudge: int = 0
    quiet: tuple[Quiet, ...] = ()
    often_skipped: bool = False
    why: Why = Why.DUE


Answer = Wait | Warn | Break
