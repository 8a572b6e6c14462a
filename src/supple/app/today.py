"""What today offers: the next session of the plan, the week so far, what was cut off."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from supple.app.catalogue import Catalogue
from supple.app.history import History
from supple.app.sessions import Request, Sessions
from supple.core.history.records import SessionRecord, Source, Unfinished
from supple.core.plan.dose import Stage, stage_of
from supple.core.session.events import SessionOutcome
from supple.core.session.steps import Kind, Part
from supple.devices.clock import Clock

_RHYTHM_WEEKS = 8
_WEEK = timedelta(days=7)
_COUNTS_FROM = 0.6  # this share of a session's holds makes it count for the plan


class DayFacts(msgspec.Struct, frozen=True):
    """One day of this week. `active_s` of all its sessions; `planned_kind`: one of the plan."""

    day: date
    active_s: float
    of_plan: bool


class NextSession(msgspec.Struct, frozen=True):
    """The routine to do next, as it would run. `stretches` counts the exercises of its main part.

    `hold_s` is the length of its longest hold, 0 where it has none.
    """

    routine: str
    name: str
    seconds: float
    stretches: int
    hold_s: float


class TodayFacts(msgspec.Struct, frozen=True):
    """Everything about today. `rhythm`: for the last eight weeks, oldest first, any stretch."""

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


class Today:
    """Looks at plan and history once and tells what they mean for today."""

    def __init__(
        self, catalogue: Catalogue, history: History, sessions: Sessions, clock: Clock
    ) -> None:
        self._catalogue = catalogue
        self._history = history
        self._sessions = sessions
        self._clock = clock

    def facts(self) -> TodayFacts:
        """Today as it stands. Raises StoreError."""
        today = self._clock.wall().date()
        records = [record for record in self._history.records() if not record.is_rehearsal]
        counted = [record for record in records if counts(record)]
        monday = monday_of(today)
        week = _week(counted, today)
        stage = stage_of(self._catalogue.plan, week)
        routine = _longest_ago(stage.suggested_routines, records)
        return TodayFacts(
            today=today,
            week=week,
            stage=stage,
            done=len({record.local_day for record in counted if record.local_day >= monday}),
            first_time=not records,
            next=self.preview(routine, week),
            days=tuple(_day(monday + timedelta(days=n), records) for n in range(7)),
            rhythm=_rhythm(records, monday),
            last=records[-1] if records else None,
            unfinished=self._sessions.unfinished(),
        )

    def preview(self, routine: str, week: int | None = None) -> NextSession:
        """What a session of this routine would be like."""
        session = self._sessions.compiled(Request(routine, Source.WINDOW, week=week), seed=0)
        main = {step.exercise for step in session.steps if step.part is Part.MAIN}
        holds = [step.seconds for step in session.steps if step.kind is Kind.HOLD]
        return NextSession(
            routine=session.routine,
            name=session.name,
            seconds=session.planned_s,
            stretches=len(main),
            hold_s=max(holds, default=0.0),
        )


def counts(record: SessionRecord) -> bool:
    """Whether a session counts for the plan (catalogue section 6)."""
    if not record.counts_for_plan or record.is_rehearsal:
        return False
    enough = record.holds_planned > 0 and record.holds_done >= _COUNTS_FROM * record.holds_planned
    return record.outcome is SessionOutcome.COMPLETED or enough


def monday_of(day: date) -> date:
    """The Monday of a day's week; the plan's weeks begin there, whatever the locale says."""
    return day - timedelta(days=day.weekday())


def _week(counted: Sequence[SessionRecord], today: date) -> int:
    if not counted:
        return 1
    return (monday_of(today) - monday_of(counted[0].local_day)) // _WEEK + 1


def _longest_ago(routines: Iterable[str], records: Sequence[SessionRecord]) -> str:
    last = {record.routine: record.local_day for record in records}
    return min(routines, key=lambda routine: last.get(routine, date.min))


def _day(day: date, records: Sequence[SessionRecord]) -> DayFacts:
    there = [record for record in records if record.local_day == day]
    return DayFacts(day, sum(record.active_s for record in there), any(map(counts, there)))


def _rhythm(records: Sequence[SessionRecord], monday: date) -> tuple[bool, ...]:
    weeks = {monday_of(record.local_day) for record in records}
    return tuple(monday - _WEEK * back in weeks for back in reversed(range(_RHYTHM_WEEKS)))
