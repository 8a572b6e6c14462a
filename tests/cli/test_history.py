"""`supple history`: sessions, sets, reach checks and ratings, in three forms."""

import csv
import io
import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import msgspec
import pytest

from supple.app.container import Container
from supple.cli.history import history
from supple.core.errors import InputError
from supple.core.history.versions import RatingVersion, Version
from supple.devices.clock import ManualClock
from supple.devices.store.versions import put_version
from tests.core.history.versions import AT, DAY, one_of_each, session


@pytest.fixture
def app(supple_home: Path) -> Iterator[Container]:
    clock = ManualClock(wall=AT)
    with Container({"SUPPLE_HOME": str(supple_home)}, language="en", clock=clock) as app:
        yield app


def keep(app: Container, *versions: Version) -> None:
    for version in versions:
        app.store.write(partial(put_version, version=version)).result()


def of_the_day() -> RatingVersion:
    [rating] = [each for each in one_of_each() if isinstance(each, RatingVersion)]
    return msgspec.structs.replace(rating, id="day", session_id=None)


def asked(app: Container, capsys: pytest.CaptureFixture[str], form: str = "", **days: date) -> str:
    args = Namespace(
        since=days.get("since"), until=days.get("until"), json=form == "json", csv=form == "csv"
    )
    assert history(args, app) == 0
    return capsys.readouterr().out


def test_json_holds_sessions_with_their_sets_and_ratings_and_reach_checks(
    app: Container, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(app, *one_of_each(), of_the_day())
    found = json.loads(asked(app, capsys, "json"))
    kinds = [next(iter(entry)) for entry in found]
    assert sorted(kinds) == ["rating", "session", "test"]
    [whole] = [entry for entry in found if "session" in entry]
    assert whole["steps"]
    assert whole["ratings"]
    [check] = [entry["test"] for entry in found if "test" in entry]
    assert check["value_cm"] is not None


def test_csv_has_a_line_for_each_and_says_what_it_is(
    app: Container, capsys: pytest.CaptureFixture[str]
) -> None:
    by_hand = session(9, steps=0, routine_name="=Yoga")
    keep(app, *one_of_each(), by_hand, of_the_day())
    rows = list(csv.DictReader(io.StringIO(asked(app, capsys, "csv"))))
    kinds = [row["record"] for row in rows]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "set": 2,
        "session": 1,
        "rating": 2,
        "test": 1,
    }
    assert {row["local_day"] for row in rows} == {DAY.isoformat()}
    assert next(row for row in rows if row["record"] == "session")["session_routine_name"] == (
        "'=Yoga"
    )


def test_the_table_shows_pain_and_reach_checks(
    app: Container, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(app, *one_of_each())
    told = asked(app, capsys)
    assert "back pain" in told
    assert "reach check" in told
    assert " > " in told


def test_the_table_tells_what_supple_brings_in_the_language_of_today(
    supple_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Container({"SUPPLE_HOME": str(supple_home)}, language="de") as german:
        shipped = session(1, routine="desk-break-2", routine_name="Desk break, 2 minutes")
        own = session(2, routine="my-evening", routine_name="My evening")
        gone = session(3, routine="gone-since", routine_name="Gone since")
        keep(german, shipped, own, gone)
        told = asked(german, capsys)
        name = german.catalogue.routine("desk-break-2").name
        assert name != "Desk break, 2 minutes"
        assert name in told
        assert "My evening" in told
        assert "Gone since" in told
        assert "Desk break, 2 minutes" in asked(german, capsys, "json")  # as it was recorded


def test_days_outside_the_period_are_left_out(
    app: Container, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(app, *one_of_each(), of_the_day())
    assert json.loads(asked(app, capsys, "json", since=date(2026, 5, 14))) == []
    assert len(json.loads(asked(app, capsys, "json", since=DAY, until=DAY))) == 3


def test_nothing_yet_is_said(app: Container, capsys: pytest.CaptureFixture[str]) -> None:
    assert history(Namespace(since=None, until=None, json=False, csv=False), app) == 0
    assert "Nothing yet" in capsys.readouterr().err


def test_days_the_wrong_way_round_are_refused(app: Container) -> None:
    args = Namespace(since=date(2026, 5, 2), until=date(2026, 5, 1), json=False, csv=False)
    with pytest.raises(InputError):
        history(args, app)
