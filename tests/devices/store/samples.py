"""Sessions, steps and ratings for the tests of the store."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import msgspec

from supple.core.history.records import (
    Moment,
    RatingKind,
    RatingRecord,
    SessionRecord,
    Source,
    StepRecord,
)
from supple.core.session.events import Outcome
from supple.core.session.steps import Cue, Kind, Part, Side, Step
from supple.devices.clock import ManualClock
from supple.devices.store.device import Device
from supple.devices.store.ratings import save_rating
from supple.devices.store.sessions import record_step
from supple.devices.store.store import DiskStore, Store

WORDS = NullTranslations()
DEVICE = Device(id="0b6e1f36-93a5-4be8-8a37-2f6a0f8a7b11", name="desk")
START = datetime(2026, 5, 13, 14, 8, tzinfo=timezone(timedelta(hours=2)))
TODAY = START.date()


def open_store(
    folder: Path, clock: ManualClock | None = None, steps: Sequence[str] | None = None
) -> DiskStore:
    backups = folder / "backups"
    backups.mkdir(parents=True, exist_ok=True)
    clock = clock or ManualClock(wall=START)
    return DiskStore(folder / "supple.db", backups, DEVICE, clock, WORDS, steps=steps)


def keep(store: Store, record: SessionRecord, *steps: StepRecord) -> None:
    """Record the steps of a session, one commit each."""
    for each in steps:
        job = partial(record_step, session=record, step=each, compiled=compiled())
        store.write(job).result()


def rate(store: Store, *ratings: RatingRecord) -> None:
    """Save the ratings, one commit each."""
    for each in ratings:
        store.write(partial(save_rating, rating=each)).result()


def session(number: int = 1, day: date = TODAY, **fields: Any) -> SessionRecord:
    started = START.replace(year=day.year, month=day.month, day=day.day)
    record = SessionRecord(
        id=f"session-{number}",
        routine="morning-10",
        routine_name="10-minute morning",
        source=Source.TERMINAL,
        started=started + timedelta(minutes=number),
        local_day=day,
        planned_s=80.0,
        holds_planned=2,
        seed=2**63 - 1,
    )
    return msgspec.structs.replace(record, **fields)


def step(index: int, of: int = 1, **fields: Any) -> StepRecord:
    record = StepRecord(
        id=f"step-{of}-{index}",
        session_id=f"session-{of}",
        index=index,
        attempt=1,
        part=Part.MAIN,
        kind=Kind.HOLD,
        exercise="half-forward-fold",
        side=Side.BOTH,
        set=1,
        sets=2,
        planned_s=20.0,
        actual_s=20.0,
        outcome=Outcome.DONE,
        ended=START + timedelta(minutes=of, seconds=20 * index),
    )
    return msgspec.structs.replace(record, **fields)


def rating(number: int = 1, **fields: Any) -> RatingRecord:
    record = RatingRecord(
        id=f"rating-{number}",
        given=START,
        local_day=TODAY,
        moment=Moment.BEFORE,
        kind=RatingKind.BACK,
        value=4,
    )
    return msgspec.structs.replace(record, **fields)


def compiled() -> tuple[Step, ...]:
    """Get ready, hold, rest, hold."""
    kinds = (Kind.GET_READY, Kind.HOLD, Kind.REST, Kind.HOLD)
    return tuple(
        Step(
            part=Part.MAIN,
            kind=kind,
            exercise="half-forward-fold",
            group=0,
            seconds=20.0,
            cues=(Cue(at_s=0.0, text="Fold at the hips."),),
        )
        for kind in kinds
    )
