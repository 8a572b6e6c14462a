"""One valid version of every kind, to be changed by tests."""

from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

import msgspec
from hypothesis import strategies as st

from supple.core.breaks.state import Cause
from supple.core.breaks.state import Outcome as BreakOutcome
from supple.core.history.records import Moment, RatingKind, Source, StepRecord
from supple.core.history.versions import (
    BreakVersion,
    Deletion,
    HurtVersion,
    Live,
    PlanEventVersion,
    RatingVersion,
    RecordKind,
    SessionVersion,
    SetAsideVersion,
    TestVersion,
    Version,
)
from supple.core.plan.records import Adjust, Decision, Detail
from supple.core.session.events import Hurt, Outcome, SessionOutcome
from supple.core.session.steps import Kind, Part, Side

AT = datetime(2026, 5, 13, 14, 8, 0, 250, tzinfo=timezone(timedelta(hours=2)))
DAY = AT.date()
DESK = "0b6e1f36-93a5-4be8-8a37-2f6a0f8a7b11"
LAPTOP = "5f1c2e0a-7a43-4d0f-9a55-0f2b6c1d9e22"
SOFA = "9c4d3b2a-1e5f-4a6b-8c7d-6e5f4a3b2c33"
Kept = TypeVar("Kept", bound=Version)


def stamp(ms: int, device: str = DESK, counter: int = 0) -> str:
    return f"{ms:014d}.{counter:04d}.{device}"


def session(number: int = 1, steps: int = 2, **changes: object) -> SessionVersion:
    ident = f"session-{number}"
    made = SessionVersion(
        id=ident,
        routine="morning-10",
        routine_name="10-minute morning",
        source=Source.WINDOW,
        started=AT,
        local_day=DAY,
        planned_s=600.0,
        holds_planned=8,
        seed=7,
        active_s=590.5,
        work_s=400.25,
        holds_done=8,
        ended=AT + timedelta(minutes=10),
        outcome=SessionOutcome.COMPLETED,
        device=DESK,
        changed=stamp(1),
        steps=tuple(step(index, ident) for index in range(steps)),
    )
    return msgspec.structs.replace(made, **changes)


def step(index: int, session_id: str = "session-1", **changes: object) -> StepRecord:
    made = StepRecord(
        id=f"{session_id}-{index}",
        session_id=session_id,
        index=index,
        attempt=1,
        part=Part.MAIN,
        kind=Kind.HOLD,
        exercise="half-forward-fold",
        side=Side.LEFT,
        set=1,
        sets=2,
        planned_s=20.0,
        actual_s=20.0,
        outcome=Outcome.DONE,
        ended=AT + timedelta(seconds=30 * (index + 1)),
    )
    return msgspec.structs.replace(made, **changes)


COMMON: dict[str, str] = {"device": DESK, "changed": stamp(5)}
RATING = RatingVersion(
    id="rating-1",
    given=AT,
    local_day=DAY,
    moment=Moment.BEFORE,
    kind=RatingKind.BACK,
    value=4,
    session_id="session-1",
    **COMMON,
)
HURT = HurtVersion(
    id="hurt-1",
    told=AT,
    local_day=DAY,
    exercise="bird-dog",
    side=Side.LEFT,
    answer=Hurt.SHARP,
    **COMMON,
)
ASIDE = SetAsideVersion(
    id="aside-1",
    exercise="bird-dog",
    reason="hurt-sharp",
    from_day=DAY,
    until_day=DAY + timedelta(days=7),
    brought_back=AT.astimezone(timezone(timedelta())),
    **COMMON,
)
TEST = TestVersion(
    id="test-1",
    measured=AT,
    local_day=DAY,
    test="test-toe-touch",
    side=Side.BOTH,
    value_cm=-4.5,
    better="smaller",
    note="Cold.\nIn the morning.",
    **COMMON,
)
EVENT = PlanEventVersion(
    id="event-1",
    decided=AT,
    local_day=DAY,
    kind=Decision.ADJUST,
    detail=Detail(adjust=Adjust(sessions=3, hold_s=20), until=date(2026, 6, 1)),
    **COMMON,
)
BREAK = BreakVersion(
    id="break-1",
    due=AT,
    local_day=DAY,
    outcome=BreakOutcome.TAKEN,
    reason=Cause.ASKED,
    sitting_s=3000.0,
    rest_s=120.0,
    routine="desk-break-2",
    **COMMON,
)


def one_of_each() -> list[Live]:
    return [session(), RATING, HURT, ASIDE, TEST, EVENT, BREAK]


def deletion(ident: str, of: RecordKind, changed: str) -> Deletion:
    return Deletion(id=ident, of=of, device=DESK, changed=changed)


def changed(version: Kept, stamp: str) -> Kept:
    return msgspec.structs.replace(version, changed=stamp)


IDS = st.integers(1, 3)
STAMPS = st.builds(stamp, st.integers(0, 5), st.sampled_from((DESK, LAPTOP, SOFA)))


@st.composite
def versions(draw: st.DrawFn) -> Version:
    """A version of one of a few records, often with the stamp of another version.

    A set of a session is the same in all of them, as sets are.
    """
    number, when = draw(IDS), draw(STAMPS)
    kind = draw(st.sampled_from((RecordKind.SESSION, RecordKind.RATING)))
    if draw(st.integers(0, 3)) == 0:
        return deletion(f"{kind}-{number}", kind, when)
    if kind is RecordKind.SESSION:
        note = draw(st.sampled_from(("", "a", "b")))
        return session(number, changed=when, note=note)
    value = draw(st.integers(0, 10))
    return msgspec.structs.replace(RATING, id=f"{kind}-{number}", value=value, changed=when)
