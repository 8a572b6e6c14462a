"""What today offers: the next session of the plan, the week so far, what was cut off."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from supple.app.history import History
from supple.app.plan import Planning
from supple.app.safety import Safety
from supple.app.sessions import Sessions
from supple.core.history.records import SessionRecord, Unfinished
from supple.core.plan.course import counts
from supple.core.plan.dose import Stage
from supple.core.plan.offer import Offer
from supple.core.plan.progress import Progress
from supple.core.plan.screening import Standing
from supple.core.session.changes import Changes
from supple.core.session.events import Hurt
from supple.core.session.steps import Kind, Part
from supple.devices.clock import Clock

_RHYTHM_WEEKS = 8
_WEEK = timedelta(days=7)


class DayFacts(msgspec.Struct, frozen=True):
    """One day of this week. `active_s` of all its sessions; `planned_kind`: one of the plan."""

    day: date
    active_s: float
    of_plan: bool


class NextSession(msgspec.Struct, frozen=True):
    """The routine to do next, as it would run. `stretches` counts the exercises of its main part.

    `hold_s` is the length of its longest hold, 0 where it has none; `figure` the exercise that
    stands for it in a picture.
    """

    routine: str
    name: str
    seconds: float
    stretches: int
    hold_s: float
    figure: str


class TodayFacts(msgspec.Struct, frozen=True):
    """Everything about today. `rhythm`: for the last eight weeks, oldest first, any stretch.

    `offer` is None where nothing is for this person now; `next` is then how its first suggestion
    would be. `plan` and `standing` tell more. `stopped_by` is what ended the last session, until
    the person says that it is fine again.
    """

    today: date
    week: int
    stage: Stage
    done: int
    first_time: bool
    next: NextSession
    days: tuple[DayFacts, ...]
    rhythm: tuple[bool, ...]
    last: SessionRecord | None
    unfinished: Unfinished | None
    plan: Progress
    offer: Offer | None
    standing: Standing
    stopped_by: Hurt | None = None


class Today:
    """Looks at plan and history once and tells what they mean for today."""

    def __init__(
        self,
        planning: Planning,
        history: History,
        sessions: Sessions,
        safety: Safety,
        clock: Clock,
    ) -> None:
        self._planning = planning
        self._history = history
        self._sessions = sessions
        self._safety = safety
        self._clock = clock

    def facts(self) -> TodayFacts:
        """Today as it stands. Raises StoreError."""
        unfinished = self._sessions.unfinished()  # closes what was left open on earlier days
        with self._history.moment():
            return self._facts(unfinished)

    def _facts(self, unfinished: Unfinished | None) -> TodayFacts:
        today = self._clock.wall().date()
        records = [record for record in self._history.all_records() if not record.is_rehearsal]
        monday = monday_of(today)
        state = self._planning.state()
        changes = self._planning.changes(state=state)
        offer = self._planning.offer(state, changes)
        routine = offer.routine if offer else state.stage.suggested_routines[0]
        return TodayFacts(
            today=today,
            week=state.week,
            stage=state.stage,
            done=len(state.done),
            first_time=not records,
            next=self._preview(routine, state, changes),
            days=tuple(_day(monday + timedelta(days=n), records) for n in range(7)),
            rhythm=_rhythm(records, monday),
            last=records[-1] if records else None,
            unfinished=unfinished,
            plan=state,
            offer=offer,
            standing=self._safety.standing(),
            stopped_by=self._planning.last_stop(),
        )

    def previews(self, routines: Iterable[str]) -> Iterator[NextSession]:
        """What sessions of these routines would be like today, one after the other."""
        state = self._planning.state()
        changes = self._planning.changes(state=state)
        for routine in routines:
            yield self._preview(routine, state, changes)

    def _preview(self, ident: str, state: Progress, changes: Changes) -> NextSession:
        routine, outline = self._planning.outlined(ident, state.dose, changes)
        main = [step.exercise for step in outline.steps if step.part is Part.MAIN]
        holds = [step.seconds for step in outline.steps if step.kind is Kind.HOLD]
        return NextSession(
            routine=routine.id,
            name=routine.name,
            seconds=outline.planned_s,
            stretches=len(set(main)),
            hold_s=max(holds, default=0.0),
            figure=(main or [step.exercise for step in outline.steps])[-1],
        )


def monday_of(day: date) -> date:
    """The Monday of a day's week; the plan's weeks begin there, whatever the locale says."""
    return day - timedelta(days=day.weekday())


def _day(day: date, records: Sequence[SessionRecord]) -> DayFacts:
    there = [record for record in records if record.local_day == day]
    return DayFacts(day, sum(record.active_s for record in there), any(map(counts, there)))


def _rhythm(records: Sequence[SessionRecord], monday: date) -> tuple[bool, ...]:
    weeks = {monday_of(record.local_day) for record in records}
    return tuple(monday - _WEEK * back in weeks for back in reversed(range(_RHYTHM_WEEKS)))
