"""The library: every exercise with what history and answers say about it, found and looked at."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cached_property
from gettext import NullTranslations

import msgspec

from supple.app.catalogue import Catalogue
from supple.app.facets import FacetWords, Query, matches
from supple.app.plan import ForYou, Planning
from supple.app.safety import Safety
from supple.core.catalogue.exercise import Exercise, Family, Measure
from supple.core.plan.reasons import Reason, Why
from supple.core.plan.screening import Access
from supple.core.plan.swaps import outs
from supple.devices.store.store import Store
from supple.devices.store.tried import last_days

_FAMILIES = (
    Family.SUPINE,
    Family.SEATED,
    Family.DESK,
    Family.STANDING,
    Family.DYNAMIC,
    Family.TECHNIQUE,
    Family.STRENGTH_POSTURE,
    Family.WARM_UP,
    Family.COOL_DOWN,
)


class Standing(StrEnum):
    """Whether the person does this exercise now."""

    FREE = "free"
    SET_ASIDE = "set-aside"
    LEFT_OUT = "left-out"


class Entry(msgspec.Struct, frozen=True):
    """An exercise in the library. `last_done` is None before the first time."""

    exercise: Exercise
    standing: Standing
    last_done: date | None


class Details(msgspec.Struct, frozen=True):
    """All about one exercise for this person.

    `hold_s` is the plan's hold in seconds or, where repetitions are counted, `reps` its count;
    both 0 where the plan does not touch it. `seconds` is what trying it takes. `easier` and
    `harder` are None where there is none.
    """

    entry: Entry
    for_you: ForYou
    may_try: bool
    seconds: float
    sets: int
    hold_s: int = 0
    reps: int = 0
    easier: Exercise | None = None
    harder: Exercise | None = None


class Library:
    """Looks exercises up. Self-tests are not here: they have a place of their own."""

    def __init__(
        self,
        catalogue: Catalogue,
        planning: Planning,
        safety: Safety,
        store: Store,
        words: NullTranslations,
    ) -> None:
        self._catalogue = catalogue
        self._planning = planning
        self._safety = safety
        self._store = store
        self._words = words

    @cached_property
    def facets(self) -> FacetWords:
        """The words that exercises are found by."""
        return FacetWords(self._words)

    def entries(self) -> tuple[Entry, ...]:
        """All exercises, stretches first; what is not for this person now comes last."""
        limits = self._safety.limits()
        aside = {each.exercise: Reason(Why.SET_ASIDE) for each in self._safety.set_asides()}
        out, last = outs(limits, aside), self._store.read(last_days)
        found = [
            Entry(exercise, _standing(out(exercise)), last.get(exercise.id))
            for exercise in self._catalogue.exercises()
            if exercise.family is not Family.SELF_TEST
        ]
        return tuple(sorted(found, key=_order))

    def find(self, entries: Iterable[Entry], query: Query) -> tuple[Entry, ...]:
        """Those that match, in the same order."""
        return tuple(
            entry for entry in entries if matches(entry.exercise, self._text(entry), query)
        )

    def details(self, ident: str) -> Details:
        """One exercise in full. Raises InputError for an id there is not."""
        exercise = self._catalogue.exercise(ident)
        for_you = self._planning.for_you(ident)
        dose = self._planning.state().dose
        measure = exercise.measure
        hold_s = min(max(dose.hold_s, measure.min), measure.max)
        reps = measure.plan_reps[dose.reps_index] if measure.plan_reps else 0
        return Details(
            entry=Entry(
                exercise, _standing(for_you.left_out), self._store.read(last_days).get(ident)
            ),
            for_you=for_you,
            may_try=for_you.left_out is None and self._may_exercise(),
            seconds=self._planning.fit(ident).outline.planned_s,
            sets=exercise.sets.default,
            hold_s=hold_s if measure.kind is Measure.HOLD else 0,
            reps=reps if measure.kind is Measure.REPS else 0,
            easier=self._catalogue.exercise(exercise.easier) if exercise.easier else None,
            harder=self._catalogue.exercise(exercise.harder) if exercise.harder else None,
        )

    def set_aside(self, ident: str) -> None:
        """Leave an exercise out until it is brought back."""
        self._safety.set_aside(ident)

    def bring_back(self, ident: str) -> None:
        """Take an exercise back."""
        self._safety.bring_back(ident)

    def _may_exercise(self) -> bool:
        access = self._safety.standing().access
        return access.is_open or access is Access.ASK_FIRST  # resting stays

    def _text(self, entry: Entry) -> str:
        ident = entry.exercise.id
        if ident not in self._texts:
            self._texts[ident] = self.facets.text(entry.exercise)
        return self._texts[ident]

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}


def _order(entry: Entry) -> tuple[bool, int]:
    return entry.standing is Standing.LEFT_OUT, _FAMILIES.index(entry.exercise.family)


def _standing(reason: Reason | None) -> Standing:
    if reason is None:
        return Standing.FREE
    return Standing.SET_ASIDE if reason.why is Why.SET_ASIDE else Standing.LEFT_OUT
