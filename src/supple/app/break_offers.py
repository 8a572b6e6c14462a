"""What a desk break offers this person now: safe, at the desk, and what had least lately."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import timedelta

from supple.app.catalogue import Catalogue
from supple.app.plan import Planning
from supple.core.breaks.offer import Choice, Offer, Practice, offer
from supple.core.catalogue.exercise import Family, Place
from supple.core.catalogue.routine import Routine, RoutineStep, Use
from supple.core.session.steps import Part, Side
from supple.devices.clock import Clock
from supple.devices.settings.settings import BreakSettings
from supple.devices.store.breaks import practised
from supple.devices.store.store import Store

_LOOK_BACK = timedelta(days=7)
_MINUTE_S = 60.0
_LONGEST_MIN = 60


class BreakOffers:
    """Chooses among the routines for the desk, the user's own included."""

    def __init__(
        self,
        settings: Callable[[], BreakSettings],
        catalogue: Catalogue,
        planning: Planning,
        store: Store,
        clock: Clock,
    ) -> None:
        self._settings = settings
        self._catalogue = catalogue
        self._planning = planning
        self._store = store
        self._clock = clock

    def offer(self) -> Offer:
        """The offer for a break now, among the routines that were chosen. Raises StoreError."""
        day = self._clock.wall().date()
        settings = self._settings()
        changes = self._planning.changes()
        choices = []
        for routine in self._catalogue.routines():
            if not is_for_the_desk(routine):
                continue
            outline = self._planning.fit(routine.id, changes).outline
            if outline.is_enough:
                choices.append(Choice(routine.id, outline.planned_s, self._families(routine)))
        wanted = settings.routines.split()
        # Where the answers leave none of the chosen ones, any other is better than none.
        chosen = [each for each in choices if each.routine in wanted] or choices
        length_s = settings.length_min * _MINUTE_S
        return offer(chosen, self._practice(), length_s, day, settings.last_choice)

    def minutes(self, routine: str) -> int:
        """How long a break is for this person. Raises InputError for a routine there is not."""
        seconds = self._planning.fit(routine, self._planning.changes()).outline.planned_s
        return max(1, min(_LONGEST_MIN, round(seconds / _MINUTE_S)))

    def _families(self, routine: Routine) -> frozenset[Family]:
        return frozenset(
            self._catalogue.exercise(step.exercise).family
            for step in routine.steps
            if isinstance(step, RoutineStep) and step.part is Part.MAIN
        )

    def _practice(self) -> Practice:
        since = self._clock.wall().date() - _LOOK_BACK
        done = self._store.read(lambda connection: practised(connection, since))
        return practice_of((self._family(exercise), side, s) for exercise, side, s in done)

    def _family(self, exercise: str) -> Family | None:
        known = exercise in self._catalogue.exercise_ids
        return self._catalogue.exercise(exercise).family if known else None


def is_for_the_desk(routine: Routine) -> bool:
    """Whether a routine is made for a break at work."""
    return routine.use is Use.DESK_BREAK and (not routine.places or Place.DESK in routine.places)


def practice_of(done: Iterable[tuple[Family | None, Side, float]]) -> Practice:
    """Seconds by family and by side; work on both sides at once counts for neither."""
    by_family: dict[Family, float] = defaultdict(float)
    by_side: dict[Side, float] = defaultdict(float)
    for family, side, seconds in done:
        if family is not None:
            by_family[family] += seconds
        by_side[side] += seconds
    return Practice(by_family, by_side)
