"""Five people who follow the plan for ten weeks, and what they are told every morning."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from gettext import NullTranslations

import msgspec

from supple.core.catalogue.exercise import Kit
from supple.core.catalogue.routine import RoutineStep
from supple.core.plan.course import Done, Facts
from supple.core.plan.limits import limits_of
from supple.core.plan.notices import notice_words, summary
from supple.core.plan.offer import Candidate, Offer, offer, suggested
from supple.core.plan.progress import Mode, Progress, progress
from supple.core.plan.records import Adjust, Decision, Detail, HurtRecord, PlanEvent
from supple.core.plan.screening import Condition, Lock, Standing
from supple.core.plan.swaps import INSTEAD
from supple.core.session.changes import Changes
from supple.core.session.compile import outline
from supple.core.session.events import Hurt
from supple.core.session.steps import Side
from tests.core.plan.content import exercises, plan, routines

START = date(2026, 5, 4)  # a Monday
DAYS = 70
WORDS = NullTranslations()
_NOON = 12


def moment(day: date, hour: int = _NOON) -> datetime:
    """An hour of a day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def event(day: date, kind: Decision, detail: Detail | None = None) -> PlanEvent:
    """A decision of that day."""
    name = f"{day}-{kind}"
    return PlanEvent(
        id=name, decided=moment(day), local_day=day, kind=kind, detail=detail or Detail()
    )


def hurt(day: date, answer: Hurt, exercise: str = "strap-supine-stretch") -> HurtRecord:
    """A stop sign of that day."""
    name = f"{day}-{answer}"
    return HurtRecord(
        id=name, told=moment(day), local_day=day, exercise=exercise, side=Side.LEFT, answer=answer
    )


class Person(msgspec.Struct, frozen=True):
    """What somebody does: `comes` says whether they follow a planned day, by week (from 1) and
    day. `worse`: days on which it hurts more afterwards. `standing` is theirs on a day.
    """

    comes: Callable[[int, date], bool]
    standing: Callable[[date], Standing] = lambda _day: Standing(answered=START)
    worse: tuple[date, ...] = ()
    hurts: tuple[HurtRecord, ...] = ()
    events: tuple[PlanEvent, ...] = ()
    adjust: Adjust | None = None


def day(number: int) -> date:
    """The day with that number, from 1."""
    return START + timedelta(number - 1)


_BALANCE_AND_DISC = frozenset({Condition.BALANCE_PROBLEM, Condition.SEVERE_DISC_HERNIATION})
PEOPLE = {
    "regular": Person(comes=lambda _week, _day: True),
    "skipping": Person(comes=lambda week, today: week % 2 == 1 or today.weekday() in {0, 1, 2}),
    "gap-of-three-weeks": Person(comes=lambda week, _day: week not in {5, 6, 7}),
    "pain-in-week-2": Person(
        comes=lambda _week, _day: True,
        worse=(day(8), day(11)),
        hurts=(hurt(day(11), Hurt.NERVE),),
        standing=lambda today: Standing(
            Lock.CHECK_AGAIN if day(12) <= today < day(15) else Lock.NONE, answered=START
        ),
    ),
    "balance-and-disc": Person(
        comes=lambda _week, _day: True,
        standing=lambda today: Standing(
            conditions=_BALANCE_AND_DISC,
            cleared=frozenset({"severe-disc-herniation"}) if today >= day(4) else frozenset(),
            answered=START,
        ),
    ),
}


class Morning(msgspec.Struct, frozen=True):
    """What somebody is told on a day, before a session of that day."""

    day: date
    state: Progress
    given: Offer | None
    comes: bool

    def line(self) -> str:
        """One line of the table."""
        planned = ",".join(f"{each:%a}" for each in self.state.planned) or "-"
        offered = "closed"
        if self.given:
            offered = f"{self.given.routine} ({'+'.join(self.given.why) or 'only one'})"
        notes = " ".join(notice_words(each, WORDS) for each in self.state.notices)
        cells = [
            f"{self.day:%a %d %b}",
            summary(self.state, WORDS),
            f"planned {planned}",
            f"offered {offered}",
            "comes" if self.comes else "stays away",
            f"due {', '.join(self.state.due) or '-'}",
            notes,
        ]
        return " | ".join(cells).rstrip(" |")


def live(person: Person) -> Iterator[Morning]:
    """Ten weeks, morning by morning."""
    done: list[Done] = []
    last_done: dict[str, date] = {}
    for number in range(DAYS):
        today = START + timedelta(number)
        facts = Facts(
            (event(START, Decision.START), *person.events),
            tuple(done),
            tuple(each for each in person.hurts if each.local_day < today),
        )
        state = progress(plan(), facts, today, last_test=None)
        standing = person.standing(today)
        given = next_session(state, standing, last_done)
        wants = today in state.planned and state.mode is Mode.ON
        comes = wants and given is not None and person.comes(number // 7 + 1, today)
        yield Morning(today, state, given, comes)
        if comes and given:
            done.append(Done(today, given.routine, worse=today in person.worse))
            last_done[given.routine] = today


def next_session(state: Progress, standing: Standing, last_done: dict[str, date]) -> Offer | None:
    """What the plan offers to somebody of that standing."""
    if not standing.access.is_open:
        return None
    changes = Changes(limits=limits_of(standing), lighter=state.lighter)
    ids = suggested(plan(), state, standing.conditions)
    given = [candidate(ident, state, changes) for ident in ids]
    fallbacks = [candidate(ident, state, changes) for ident in INSTEAD]
    return offer(state, standing.conditions, given, fallbacks, last_done)


def candidate(ident: str, state: Progress, changes: Changes) -> Candidate:
    """A shipped routine as it would be."""
    routine = routines()[ident]
    plain = outline(routine, exercises(), dose=state.dose, day=START, changes=changes)
    steps = [step for step in routine.steps if isinstance(step, RoutineStep)]
    partner = any(Kit.PARTNER in exercises()[step.exercise].equipment for step in steps)
    return Candidate(
        ident,
        plain.planned_s,
        len(plain.changes),
        plain.is_enough,
        needs_partner=partner,
        is_strong=routine.from_week > 1,
    )
