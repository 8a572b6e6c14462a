import csv
import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from supple.core.errors import InputError
from supple.core.history.choice import Choice
from supple.devices.clock import ManualClock
from supple.devices.store.spreadsheets import write_spreadsheets
from supple.devices.store.store import MemoryStore, Store
from supple.devices.store.versions import put_version
from tests.core.history.versions import DAY, one_of_each, session
from tests.devices.store.samples import DEVICE, WORDS

ALL = {"session", "steps", "rating", "hurt", "set-aside", "test", "plan-event", "break"}


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(MemoryStore(DEVICE, ManualClock(), WORDS)) as store:
        later = session(2, local_day=DAY + timedelta(days=30), note="=formula()")
        for version in (*one_of_each(), later):
            store.write(partial(put_version, version=version)).result()
        yield store


def write(store: Store, target: Path, choice: Choice | None = None) -> None:
    chosen = choice or Choice()
    store.read(lambda db: write_spreadsheets(db, target, chosen, WORDS))


def sheet(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_holds_a_file_for_each_kind(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "sheets"
    write(store, target)
    write(store, target)
    assert {path.stem for path in target.iterdir()} == ALL
    assert [row["note"] for row in sheet(target / "session.csv")] == ["", "'=formula()"]
    steps = sheet(target / "steps.csv")
    assert [(row["session_id"], row["set"]) for row in steps][:2] == [("session-1", "1")] * 2
    assert len(steps) == 4
    assert sheet(target / "test.csv")[0]["value_cm"] == "-4.5"
    assert stat.S_IMODE((target / "test.csv").stat().st_mode) == 0o600


def test_a_zip_file_holds_the_same(store: Store, tmp_path: Path) -> None:
    write(store, tmp_path / "sheets")
    write(store, tmp_path / "sheets.ZIP")
    with zipfile.ZipFile(tmp_path / "sheets.ZIP") as file:
        assert {Path(name).stem for name in file.namelist()} == ALL
        for name in file.namelist():
            assert file.read(name) == (tmp_path / "sheets" / name).read_bytes()
    assert stat.S_IMODE((tmp_path / "sheets.ZIP").stat().st_mode) == 0o600


def test_days_can_be_chosen(store: Store, tmp_path: Path) -> None:
    write(store, tmp_path / "one", Choice(since=DAY, until=DAY))
    write(store, tmp_path / "none", Choice(since=date(2030, 1, 1)))
    assert len(sheet(tmp_path / "one" / "session.csv")) == 1
    assert len(sheet(tmp_path / "one" / "set-aside.csv")) == 1
    for path in (tmp_path / "none").iterdir():
        assert sheet(path) == []


def test_pain_and_notes_can_stay_here(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "sheets"
    write(store, target, Choice(with_pain_and_notes=False))
    assert {path.stem for path in target.iterdir()} == ALL - {"rating", "hurt", "set-aside"}
    for path in target.iterdir():
        assert {"note", "hurt"}.isdisjoint(path.read_text("utf-8-sig").splitlines()[0].split(","))


def test_a_place_that_cannot_be_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for target in (tmp_path / "file", tmp_path / "no" / "folder", tmp_path / "no" / "a.zip"):
        with pytest.raises(InputError):
            write(store, target)
