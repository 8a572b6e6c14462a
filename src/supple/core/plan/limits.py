"""What the screening does to exercises: which are out, which are kept with care, and the caps."""

import msgspec

from supple.core.catalogue.exercise import Exercise, Tag
from supple.core.plan.reasons import Reason, Why
from supple.core.plan.screening import ASK_FIRST, Condition, Standing

RESTING = "breathing-rest"
"""The one exercise that is open to everybody, always."""

PREGNANCY_MAX_S = 20
SCIATICA_MAX_S = 15
SCIATICA_CLEARED = frozenset({"strap-supine-stretch-bent", "chair-forward-fold-soft"})
"""What comes back of the stretches once a professional agreed; the rest stays out."""

_GENTLE_FROM_LEVEL = 3
_TAGS = {tag.value: tag for tag in Tag}


class Limits(msgspec.Struct, frozen=True):
    """The answers as exercises feel them.

    `avoid` takes out every exercise that names such a tag; `care` are tags that only ask for care
    (a professional agreed, or the person keeps floor steps). `closed`: everything but resting is
    out. `gentle`: the strongest exercises stay out. `nerve_cleared`: the two stretches for a
    reacting leg are back. `waiting`: the tags that `closed` waits for.
    """

    avoid: frozenset[Tag] = frozenset()
    care: frozenset[Tag] = frozenset()
    closed: bool = False
    gentle: bool = False
    nerve_cleared: bool = False
    waiting: tuple[Tag, ...] = ()

    def out(self, exercise: Exercise) -> Reason | None:
        """Why the exercise is out for this person; None if it is not."""
        if exercise.id == RESTING:
            return None
        if self.closed:
            return Reason(Why.ASK_FIRST, tags=self.waiting)
        if tags := tuple(tag for tag in exercise.avoid if tag in self._avoided(exercise)):
            return Reason(Why.SCREENING, tags=tags)
        if self.gentle and exercise.level >= _GENTLE_FROM_LEVEL:
            return Reason(Why.LEVEL)
        return None

    def cautions(self, exercise: Exercise) -> tuple[Tag, ...]:
        """The tags whose caution line belongs beside this exercise."""
        kept = {*exercise.avoid} - self._avoided(exercise)
        return tuple(
            tag
            for tag in Tag
            if (tag in exercise.care and tag in self.avoid | self.care)
            or (tag in kept and tag in self.avoid | self.care)
        )

    def longest(self, exercise: Exercise) -> Reason | None:
        """The cap on holds of this exercise, in seconds as `now`."""
        if self.nerve_cleared and exercise.id in SCIATICA_CLEARED:
            return Reason(Why.SCIATICA, now=SCIATICA_MAX_S)
        if Tag.PREGNANCY in self.avoid:
            return Reason(Why.PREGNANCY, now=PREGNANCY_MAX_S)
        return None

    def _avoided(self, exercise: Exercise) -> frozenset[Tag]:
        if self.nerve_cleared and exercise.id in SCIATICA_CLEARED:
            return self.avoid - {Tag.SCIATICA_SYMPTOMS}
        return self.avoid


def limits_of(standing: Standing) -> Limits:
    """The limits that follow from where a person stands."""
    conditions, cleared = standing.conditions, standing.cleared
    agreed = conditions & ASK_FIRST & cleared
    avoid = frozenset(_TAGS[c] for c in conditions - agreed if c in _TAGS)
    care = {_TAGS[c] for c in agreed if c in _TAGS}
    if Condition.FLOOR_ACCESS_KEPT in conditions:
        care.add(Tag.FLOOR_ACCESS)
    nerve = Condition.SCIATICA_SYMPTOMS
    return Limits(
        avoid=avoid,
        care=frozenset(care),
        closed=not standing.access.is_open,
        gentle=bool(conditions & ASK_FIRST),
        nerve_cleared=nerve in conditions and nerve in cleared,
        waiting=tuple(_TAGS[c] for c in standing.waiting if c in _TAGS),
    )


OPEN = Limits()
"""Nothing was ticked, or nobody has been asked yet."""
