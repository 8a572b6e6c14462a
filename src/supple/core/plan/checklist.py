"""What to have ready before a session: the place, and the things its exercises need."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from supple.core.catalogue.exercise import Exercise, Id, Kit, Line, Position
from supple.core.catalogue.routine import Use

_ON_FOOT = frozenset({Position.STANDING, Position.MOVING})
_CHAIRS = frozenset({Kit.CHAIR, Kit.OFFICE_CHAIR})


class Belongs(StrEnum):
    """Which sessions an item is for."""

    ALWAYS = "always"
    STANDING = "standing"
    CHAIR = "chair"
    STRAP = "strap"
    OPTIONAL = "optional"


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"belongs": "for"}):
    """One line to tick, and why. `desk`: also before a desk break."""

    id: Id
    text: Line
    why: Line
    belongs: Belongs
    desk: bool = False


class Checklist(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `checklist.toml`."""

    item: tuple[Item, ...]


def items_for(
    checklist: Checklist, use: Use, exercises: Sequence[Exercise], *, shown_today: bool
) -> tuple[Item, ...]:
    """The items for a session of these exercises. `shown_today`: the list was seen today already.

    A desk break shows its short list once a day.
    """
    if use is Use.DESK_BREAK:
        return () if shown_today else tuple(item for item in checklist.item if item.desk)
    needs = {kit for exercise in exercises for kit in kit_of(exercise)}
    holds = {
        Belongs.ALWAYS: True,
        Belongs.STANDING: any(exercise.position in _ON_FOOT for exercise in exercises),
        Belongs.CHAIR: bool(needs & _CHAIRS),
        Belongs.STRAP: Kit.STRAP in needs,
        Belongs.OPTIONAL: True,
    }
    return tuple(item for item in checklist.item if holds[item.belongs])


def kit_of(exercise: Exercise) -> tuple[Kit, ...]:
    """All things that an exercise can use."""
    return tuple(Kit(name) for either in exercise.equipment for name in either.split("|"))


def kit_list(exercises: Sequence[Exercise]) -> tuple[Kit, ...]:
    """Everything a session may use, each once, in the order of `Kit`; each can be unticked."""
    used = {kit for exercise in exercises for kit in kit_of(exercise)}
    return tuple(kit for kit in Kit if kit in used)
