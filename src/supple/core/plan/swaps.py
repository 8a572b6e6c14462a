"""The swap rule: what takes the place of an exercise that is out, and what is left of a session."""

from collections.abc import Callable, Collection, Mapping, Sequence

from supple.core.catalogue.exercise import Exercise, Family, Kit
from supple.core.plan.limits import Limits
from supple.core.plan.reasons import Change, Reason, Why

Out = Callable[[Exercise], Reason | None]
"""Why an exercise cannot be part of this session; None if it can."""

STRETCHES = frozenset({Family.SEATED, Family.DESK, Family.SUPINE, Family.STANDING, Family.DYNAMIC})
INSTEAD = ("gentle-supported", "core-posture", "walk-10")
"""Routines to suggest, the first that fits, where too little is left of another one."""

LIVELY = frozenset(
    {
        "light-jog-in-place",
        "warm-up-leg-swing",
        "gentle-leg-swing",
        "walking-hamstring-stretch",
    }
)
"""Jogging, swings and long steps: always optional, and left out together with one tick."""

_ENOUGH = 2


def swap(
    row: Sequence[Exercise], out: Out, exercises: Mapping[str, Exercise]
) -> tuple[Exercise | None, ...]:
    """What stands in each place of the row in the end; None where a step is dropped.

    An exercise that is out gives way to the first of its `swap` list that is not out, not the one
    just before it in the changed row and not the one just after it in the original.
    """
    result: list[Exercise | None] = []
    before = ""
    for place, exercise in enumerate(row):
        after = row[place + 1].id if place + 1 < len(row) else ""
        choice: Exercise | None = exercise
        if out(exercise):
            chosen = (exercises[ident] for ident in exercise.swap if ident not in (before, after))
            choice = next((other for other in chosen if not out(other)), None)
        result.append(choice)
        before = choice.id if choice else before
    return tuple(result)


def changes_of(
    row: Sequence[Exercise], swapped: Sequence[Exercise | None], out: Out
) -> tuple[Change, ...]:
    """The places where the two rows differ, each with why."""
    return tuple(
        Change(exercise.id, other.id if other else "", reason)
        for exercise, other in zip(row, swapped, strict=True)
        if (reason := out(exercise))
    )


def outs(
    limits: Limits,
    aside: Mapping[str, Reason],
    missing: Collection[Kit] = (),
) -> Out:
    """All reasons together: the screening first, then what was set aside, then kit not at hand."""

    def out(exercise: Exercise) -> Reason | None:
        if reason := limits.out(exercise):
            return reason
        if exercise.id in aside:
            return aside[exercise.id]
        if lacking := lacking_kit(exercise, missing):
            return Reason(Why.KIT, kit=lacking)
        return None

    return out


def lacking_kit(exercise: Exercise, missing: Collection[Kit]) -> tuple[Kit, ...]:
    """The things an exercise needs that are not at hand. `a|b` lacks only without both."""
    lacking: list[Kit] = []
    for either in exercise.equipment:
        kits = [Kit(name) for name in either.split("|")]
        if all(kit in missing for kit in kits):
            lacking += kits
    return tuple(lacking)


def is_stretch(exercise: Exercise) -> bool:
    """Whether the exercise stretches; warm-up, strength and tests do not count."""
    return exercise.family in STRETCHES


def is_enough(row: Sequence[Exercise], left: Sequence[Exercise | None]) -> bool:
    """Whether what is left is still the session it was meant to be.

    Of a session of stretches two must be left (one, if it had one); of a test day a test; of
    anything else an exercise beside resting. What was not changed is always enough.
    """
    if tuple(row) == tuple(left):
        return True
    kept = [exercise for exercise in left if exercise]
    stretches = sum(map(is_stretch, row))
    if stretches:
        return sum(map(is_stretch, kept)) >= min(_ENOUGH, stretches)
    if any(exercise.family is Family.SELF_TEST for exercise in row):
        return any(exercise.family is Family.SELF_TEST for exercise in kept)
    return any(exercise.family is not Family.COOL_DOWN for exercise in kept)
