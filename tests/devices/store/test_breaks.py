from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import msgspec
import pytest

from supple.core.breaks.records import BreakRecord
from supple.core.breaks.state import Cause, Outcome
from supple.core.session.events import Outcome as StepOutcome
from supple.core.session.steps import Part, Side
from supple.devices.store.breaks import list_breaks, practised, save_break
from supple.devices.store.sessions import record_step
from tests.devices.store.samples import DEVICE, START, TODAY, open_store, session, step

BREAK = BreakRecord(
    id="break-1",
    due=START,
    local_day=TODAY,
    outcome=Outcome.TAKEN,
    reason=Cause.ASKED,
    sitting_s=3000.5,
    rest_s=120.0,
    session_id="session-1",
    routine="desk-break-2",
)


def on(day: date) -> BreakRecord:
    due = START + (day - TODAY)
    return msgspec.structs.replace(BREAK, id=f"break-{day}", due=due, local_day=day)


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("cause", Cause)
def test_every_outcome_and_reason_is_kept_as_it_was(
    tmp_path: Path, outcome: Outcome, cause: Cause
) -> None:
    record = msgspec.structs.replace(
        BREAK, outcome=outcome, reason=cause, routine=None, session_id=None
    )
    with closing(open_store(tmp_path)) as store:
        store.write(partial(save_break, record=record)).result()
        (kept,) = store.read(list_breaks)
    assert kept.device == DEVICE.id
    assert kept.changed
    assert msgspec.structs.replace(kept, device="", changed="") == record
    assert kept.due.utcoffset() == START.utcoffset()


def test_saving_twice_keeps_one(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        for _time in range(2):
            store.write(partial(save_break, record=BREAK)).result()
        assert len(store.read(list_breaks)) == 1


def test_breaks_are_listed_by_the_users_days_oldest_first(tmp_path: Path) -> None:
    days = [TODAY - timedelta(days=back) for back in (0, 2, 1, 3)]
    with closing(open_store(tmp_path)) as store:
        for day in days:
            store.write(partial(save_break, record=on(day))).result()
        since, until = TODAY - timedelta(days=2), TODAY - timedelta(days=1)
        found = store.read(lambda connection: list_breaks(connection, since, until))
    assert [record.local_day for record in found] == [since, until]


def test_what_was_practised_is_summed_by_exercise_and_side(tmp_path: Path) -> None:
    kept = session()
    rehearsal = session(2, speed=20.0)
    old = session(3, TODAY - timedelta(days=8))
    steps = [
        (kept, step(1, exercise="fold", side=Side.LEFT, actual_s=30.0)),
        (kept, step(2, exercise="fold", side=Side.LEFT, actual_s=15.0)),
        (kept, step(3, exercise="fold", side=Side.RIGHT, actual_s=20.0)),
        (kept, step(4, exercise="fold", side=Side.RIGHT, outcome=StepOutcome.STOPPED)),
        (kept, step(5, exercise="march", part=Part.WARM_UP)),
        (rehearsal, step(1, 2, exercise="fold", side=Side.LEFT)),
        (old, step(1, 3, exercise="fold", side=Side.LEFT)),
    ]
    with closing(open_store(tmp_path)) as store:
        for of, each in steps:
            store.write(partial(record_step, session=of, step=each, compiled=())).result()
        found = store.read(lambda connection: practised(connection, TODAY - timedelta(days=7)))
    assert sorted(found) == [("fold", Side.LEFT, 45.0), ("fold", Side.RIGHT, 20.0)]
