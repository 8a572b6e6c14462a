"""What a facility says about itself when `supple doctor` asks."""

from enum import StrEnum

import msgspec


class Level(StrEnum):
    """How well something works here."""

    OK = "ok"
    LIMITED = "limited"
    MISSING = "missing"


class Finding(msgspec.Struct, frozen=True):
    """One line of the report: what was looked at, how well it works, and what would mend it.

    `subject`, `words` and `fix` are translated already and meant for people; `fix` is empty where
    nothing needs mending.
    """

    subject: str
    level: Level
    words: str
    fix: str = ""
