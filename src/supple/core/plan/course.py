"""The way through the stages, walked day by day from what was decided and done.

Nothing of it is stored: the same facts always lead to the same place. Weeks begin on Mondays.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from supple.core.history.records import SessionRecord
from supple.core.plan.dose import Plan, Stage
from supple.core.plan.records import Decision, HurtRecord, PlanEvent
from supple.core.session.events import Hurt, SessionOutcome

STEP_BACK_DAYS = 14
START_OVER_DAYS = 28
_COUNTED_SHARE = 0.6
_FRIDAY = 4
_WEEK = timedelta(7)
_NERVE_DAYS = 14
_LATEST = 2  # sessions that must not have ended with more pain


class Done(msgspec.Struct, frozen=True):
    """A session that counts. `worse`: pain rose by 2 or more in it; `feel` as it was answered."""

    day: date
    routine: str
    worse: bool = False
    feel: str = ""


class Facts(msgspec.Struct, frozen=True):
    """All that the plan follows from, each in the order of time."""

    events: tuple[PlanEvent, ...] = ()
    done: tuple[Done, ...] = ()
    hurts: tuple[HurtRecord, ...] = ()


class Place(msgspec.Struct, frozen=True):
    """A place in the plan: stage, the Monday its weeks count from, sessions done in it.

    `since` is None until the first session of the stage is done.
    """

    stage: int = 0
    since: date | None = None
    done: int = 0

    def weeks_in(self, day: date) -> int:
        """Whole weeks of the stage that lie behind."""
        return max(0, (monday(day) - self.since).days // 7) if self.since else 0


class Course(msgspec.Struct, frozen=True):
    """Where the walk ended.

    `first` is the Monday of week 1, `run_weeks` counts the weeks from then on, without paused
    ones. `stepped_back_days` tells of a gap that led back (14 or 28, else 0). `repeated`: this
    week is one more of the same, by wish; `chosen`: the user chose the stage this week;
    `moved_on`: it is the first week of the next stage.
    """

    place: Place
    first: date | None
    run_weeks: int
    is_on: bool
    paused_since: date | None
    paused_until: date | None
    stepped_back_days: int
    repeated: bool
    chosen: bool
    moved_on: bool


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(day.weekday())


def first_monday(day: date) -> date:
    """The Monday that a week 1 begun on `day` counts from: from Friday on, the next one."""
    return monday(day) + (_WEEK if day.weekday() >= _FRIDAY else timedelta(0))


def counts(session: SessionRecord) -> bool:
    """Whether a session counts for the plan: completed, or 60 percent of its holds done."""
    if not session.counts_for_plan or session.is_rehearsal or session.outcome is None:
        return False
    enough = 0 < session.holds_planned * _COUNTED_SHARE <= session.holds_done
    return session.outcome is SessionOutcome.COMPLETED or enough


def sessions_needed(stage: Stage) -> int:
    """Sessions before the next stage: all but one. Three of 4, then five of 6."""
    weeks = stage.week_to - stage.week_from + 1
    return weeks * stage.sessions_per_week_min - 1


def valid(events: Iterable[PlanEvent]) -> tuple[PlanEvent, ...]:
    """The decisions that were not taken back."""
    known = tuple(events)
    undone = {event.detail.undone for event in known if event.kind is Decision.UNDO}
    return tuple(e for e in known if e.id not in undone and e.kind is not Decision.UNDO)


def walk(plan: Plan, facts: Facts, today: date) -> Course:
    """Walk from the first day that counts to today."""
    walker = _Walker(plan, facts)
    days = [event.local_day for event in walker.events] + [done.day for done in facts.done]
    day = min([*days, today])
    while day <= today:
        walker.live(day)
        day += timedelta(1)
    return walker.course()


class _Walker:
    """Lives through one day after the other."""

    def __init__(self, plan: Plan, facts: Facts) -> None:
        self._stages = plan.stage
        self._hurts = facts.hurts
        self.events = valid(facts.events)
        self._events_by_day: defaultdict[date, list[PlanEvent]] = defaultdict(list)
        for event in self.events:
            self._events_by_day[event.local_day].append(event)
        # One session a day counts; the last one of the day tells how it went.
        self._done = {done.day: done for done in facts.done}
        self._behind: list[Done] = []
        self._on: bool | None = None
        self._reset()

    def _reset(self) -> None:
        self._place = self._last_week = Place()
        self._first: date | None = None
        self._weeks_off = 0
        self._last: date | None = None
        self._back_days = 0
        self._paused: tuple[date, date | None] | None = None
        self._repeated = self._chosen = self._moved_on = False
        self._this_week = 0

    def live(self, day: date) -> None:
        """What the morning, the user's decisions and a session of the day bring."""
        if self._paused and self._paused[1] and day >= self._paused[1]:
            self._paused = None
        if day.weekday() == 0:
            self._turn_week(day)
        self._mind_the_gap(day)
        for event in self._events_by_day[day]:
            self._decided(event, day)
        if day in self._done:
            self._did(self._done[day])
        self._today = day

    def course(self) -> Course:
        """Where it all led."""
        run = (self._today - self._first).days // 7 + 1 if self._first else 0
        return Course(
            place=self._place,
            first=self._first,
            run_weeks=max(0, run - self._weeks_off),
            is_on=bool(self._on),
            paused_since=self._paused[0] if self._paused else None,
            paused_until=self._paused[1] if self._paused else None,
            stepped_back_days=self._back_days,
            repeated=self._repeated,
            chosen=self._chosen,
            moved_on=self._moved_on,
        )

    def _turn_week(self, day: date) -> None:
        self._repeated = self._chosen = self._moved_on = False
        self._this_week = 0
        place = self._last_week = self._place
        if place.since is None or place.since >= day:
            return
        if self._paused:
            self._place = msgspec.structs.replace(place, since=place.since + _WEEK)
            self._weeks_off += 1
        elif self._is_over(place, day) and self._may_move_on(place, day):
            self._place = Place(place.stage + 1, day)
            self._moved_on = True

    def _is_over(self, place: Place, day: date) -> bool:
        stage = self._stages[place.stage]
        length = stage.week_to - stage.week_from + 1
        return bool(stage.week_to) and place.weeks_in(day) >= length

    def _may_move_on(self, place: Place, day: date) -> bool:
        since = day - timedelta(_NERVE_DAYS)
        nerve = any(
            hurt.answer is Hurt.NERVE and since <= hurt.local_day < day for hurt in self._hurts
        )
        worse = any(done.worse for done in self._behind[-_LATEST:])
        return place.done >= sessions_needed(self._stages[place.stage]) and not (nerve or worse)

    def _mind_the_gap(self, day: date) -> None:
        days = (day - self._last).days if self._last else 0
        if days == STEP_BACK_DAYS:
            self._place = Place(max(0, self._place.stage - 1))
            self._back_days = days
        elif days == START_OVER_DAYS:
            self._place = Place()
            self._first, self._weeks_off = None, 0
            self._back_days = days

    def _decided(self, event: PlanEvent, day: date) -> None:
        kind = event.kind
        if kind is Decision.START:
            self._reset()
            self._on = True
        elif kind is Decision.STOP:
            self._on, self._paused = False, None
        elif kind is Decision.PAUSE:
            self._paused = (day, event.detail.until)
        elif kind is Decision.RESUME:
            self._paused = None
        elif kind is Decision.STAGE:
            self._choose(event.detail.stage, day)
        elif kind is Decision.REPEAT:
            self._repeat()

    def _choose(self, ident: str, day: date) -> None:
        ids = [stage.id for stage in self._stages]
        if ident not in ids:
            return  # written by a newer version with other stages
        begun = self._place.since is not None
        self._place = Place(ids.index(ident), monday(day) if begun else None)
        self._chosen, self._repeated = True, False

    def _repeat(self) -> None:
        last = self._last_week
        if last.since is not None and not self._repeated:
            again = last.done + self._this_week
            self._place = msgspec.structs.replace(last, since=last.since + _WEEK, done=again)
            self._repeated, self._moved_on = True, False

    def _did(self, done: Done) -> None:
        if self._on is None:
            self._on = True  # the first session starts the plan; after a stop only the user does
        start = first_monday(done.day)
        self._first = self._first or start
        since = self._place.since or start
        self._place = Place(self._place.stage, since, self._place.done + 1)
        self._last = done.day
        self._back_days = 0
        self._behind.append(done)
        self._this_week += 1


def latest(done: Sequence[Done], count: int) -> Sequence[Done]:
    """The last sessions, one a day."""
    return list({each.day: each for each in done}.values())[-count:]
