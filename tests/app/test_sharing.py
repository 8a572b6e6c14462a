"""The shared folder of this computer: chosen, looked into, left."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.app.invented import Wish, fill
from supple.app.sync import SyncReport, shared_words
from supple.core.errors import FacilityError, InputError
from supple.devices.clock import ManualClock
from tests.devices.store.samples import START, WORDS


@pytest.fixture
def open_home(tmp_path: Path) -> Iterator[Callable[[str], Container]]:
    with ExitStack() as closing:

        def made(name: str) -> Container:
            environ = {"SUPPLE_HOME": str(tmp_path / name), "LANG": "C"}
            app = Container(environ, language="en", clock=ManualClock(wall=START))
            return closing.enter_context(app)

        yield made


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


def test_without_a_folder_nothing_is_looked_into(open_home: Callable[[str], Container]) -> None:
    app = open_home("desk")
    assert app.sharing.folder is None
    assert app.sharing.look() is None
    app.sharing.leave()
    assert app.sharing.last is None


def test_what_one_computer_did_is_in_the_history_of_the_other(
    open_home: Callable[[str], Container], shared: Path
) -> None:
    desk, laptop = open_home("desk"), open_home("laptop")
    wish = Wish(until=START.date(), sessions=3, steps=4, days=9)
    count = fill(desk.store, wish)
    for app in (desk, laptop):
        app.sharing.choose(shared)
    assert desk.sharing.look() == SyncReport(sent=count)
    assert laptop.sharing.look() == SyncReport(taken=count, computers=1)
    assert laptop.history.sessions() == desk.history.sessions()
    assert laptop.sharing.last is not None
    assert (laptop.sharing.last.at, laptop.sharing.last.fault) == (START, None)


def test_the_choice_is_written_down(
    open_home: Callable[[str], Container], shared: Path, tmp_path: Path
) -> None:
    app = open_home("desk")
    app.sharing.choose(shared)
    assert str(shared) in (tmp_path / "desk" / "settings.toml").read_text("utf-8")
    app.sharing.choose(None)
    assert app.sharing.folder is None


def test_what_is_no_folder_is_not_chosen(
    open_home: Callable[[str], Container], tmp_path: Path
) -> None:
    app = open_home("desk")
    with pytest.raises(InputError, match="no folder"):
        app.sharing.choose(tmp_path / "nothing")
    assert app.sharing.folder is None


def test_a_folder_that_is_away_is_remembered_as_that_and_harms_nothing(
    open_home: Callable[[str], Container], shared: Path
) -> None:
    app = open_home("desk")
    app.sharing.choose(shared)
    shared.rmdir()
    with pytest.raises(FacilityError, match="isn't there"):
        app.sharing.look()
    assert app.sharing.last is not None
    assert app.sharing.last.fault is not None
    shared.mkdir()
    assert app.sharing.look() == SyncReport()
    assert app.sharing.last.fault is None


def test_leaving_takes_the_own_journal_out_and_nothing_else(
    open_home: Callable[[str], Container], shared: Path
) -> None:
    desk, laptop = open_home("desk"), open_home("laptop")
    for app, seed in ((desk, 1), (laptop, 2)):
        fill(app.store, Wish(until=START.date(), sessions=1, steps=2, days=1, seed=seed))
        app.sharing.choose(shared)
        app.sharing.look()
    desk.sharing.leave()
    assert [each.name for each in shared.iterdir()] == [laptop.device.id]


def test_taking_in_stops_between_two_pieces_and_goes_on_another_time(
    open_home: Callable[[str], Container], shared: Path
) -> None:
    desk, laptop = open_home("desk"), open_home("laptop")
    count = fill(desk.store, Wish(until=START.date(), sessions=150, steps=1, days=150))
    for app in (desk, laptop):
        app.sharing.choose(shared)
    desk.sharing.look()
    turns = iter([True, False, False])
    first = laptop.sharing.look(lambda: next(turns, False))
    assert first is not None
    assert 0 < first.taken < count
    second = laptop.sharing.look()
    assert second is not None
    assert first.taken + second.taken == count


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (SyncReport(), "No other computer yet."),
        (SyncReport(sent=1), "No other computer yet. 1 record written."),
        (SyncReport(taken=3, computers=2), "2 other computers. 3 records taken in."),
        (
            SyncReport(computers=1, newer=True),
            "1 other computer. A newer Supple writes there; please update this one.",
        ),
    ],
    ids=str,
)
def test_a_look_is_told_in_words(report: SyncReport, words: str) -> None:
    assert shared_words(report, WORDS) == words
