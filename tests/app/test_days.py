"""Every session counts on the day the user would say: a table of cases."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.app.sessions import Ears, Request
from supple.core.errors import SuppleError
from supple.core.history.records import SessionRecord, Source
from supple.core.session.engine import Intent
from supple.core.session.view import Phase
from supple.devices.clock import ManualClock

# What happened; what the clock said at the start; what it was set to half-way; the day.
CASES = [
    ("an afternoon", "2026-05-13T14:08+02:00", None, "2026-05-13"),
    ("just before midnight", "2026-05-13T23:59+02:00", None, "2026-05-13"),
    ("just after midnight", "2026-05-14T00:01+02:00", None, "2026-05-14"),
    ("over New Year", "2026-12-31T23:59:30+01:00", None, "2026-12-31"),
    ("a leap day", "2028-02-29T23:59+01:00", None, "2028-02-29"),
    ("late, where UTC is a day on", "2026-05-13T22:00-07:00", None, "2026-05-13"),
    ("early, where UTC is a day back", "2026-05-14T06:00+09:00", None, "2026-05-14"),
    ("an odd offset", "2026-05-14T00:30+05:45", None, "2026-05-14"),
    (
        "an hour left out",
        "2026-03-29T01:59+01:00",
        "2026-03-29T03:00+02:00",
        "2026-03-29",
    ),
    (
        "an hour twice",
        "2026-10-25T02:59+02:00",
        "2026-10-25T02:00+01:00",
        "2026-10-25",
    ),
    ("midnight left out", "2026-03-28T23:59-03:00", "2026-03-29T01:00-02:00", "2026-03-28"),
    ("a train to the west", "2026-05-13T23:50+02:00", "2026-05-13T22:51+01:00", "2026-05-13"),
    ("asleep over night", "2026-05-13T22:50+02:00", "2026-05-14T07:00+02:00", "2026-05-13"),
    ("an empty battery", "1970-01-01T00:00+00:00", "2026-05-13T14:08+02:00", "2026-05-13"),
    ("a year ahead", "2027-05-13T14:08+02:00", "2026-05-13T14:09+02:00", "2026-05-13"),
    ("a month behind", "2026-04-12T14:08+02:00", "2026-05-13T14:09+02:00", "2026-05-13"),
    (
        "set before midnight",
        "1970-01-01T00:00+00:00",
        "2026-05-13T23:59+02:00",
        "2026-05-13",
    ),
]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def app(clock: ManualClock, supple_home: Path) -> Iterator[Container]:
    with Container({"SUPPLE_HOME": str(supple_home)}, clock=clock) as app:
        yield app


def failed(error: SuppleError) -> None:
    raise error


def stretch(app: Container, clock: ManualClock, start: str, halfway: str | None) -> SessionRecord:
    """A two-minute session in which the clock is set once."""
    clock.set_wall(datetime.fromisoformat(start))
    request = Request("desk-break-2", Source.WINDOW, voiced=False)
    opened = app.sessions.open(request, Ears((), failed, wait=True))
    opened.runner.start()
    began, is_set = clock.now(), halfway is None
    while (wait_s := opened.runner.wait_s()) is not None:
        clock.advance(wait_s)
        if not is_set and clock.now() - began >= 60:
            clock.set_wall(datetime.fromisoformat(halfway or start))
            is_set = True
        opened.runner.tick()
        if not opened.runner.ended and opened.runner.view().phase is Phase.PAUSED:
            opened.runner.do(Intent.RESUME)
    return opened.recorder.record


@pytest.mark.parametrize(
    ("start", "halfway", "day"), [pytest.param(*case, id=name) for name, *case in CASES]
)
def test_the_day_is_the_one_the_user_would_say(
    app: Container, clock: ManualClock, start: str, halfway: str | None, day: str
) -> None:
    record = stretch(app, clock, start, halfway)
    wanted = date.fromisoformat(day)
    assert record.local_day == wanted
    assert 120 <= record.active_s <= 126
    (kept,) = app.history.sessions(since=wanted, until=wanted)
    assert kept.session.local_day == wanted
    assert kept.session.started == record.started


def test_a_traveller_has_two_days_though_utc_has_one(app: Container, clock: ManualClock) -> None:
    tokyo = stretch(app, clock, "2026-05-14T08:00+09:00", None)
    angeles = stretch(app, clock, "2026-05-13T18:00-07:00", None)
    assert (tokyo.local_day, angeles.local_day) == (date(2026, 5, 14), date(2026, 5, 13))
    assert [each.id for each in app.history.records()] == [tokyo.id, angeles.id]
