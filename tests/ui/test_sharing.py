"""The window looks into the shared folder by itself: when the user comes, goes, has stretched."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supple.app.container import Container
from supple.app.past_sessions import ByHand
from supple.devices.clock import ManualClock
from supple.ui.flows.sharing import SharingFlow
from supple.ui.program import Program
from tests.ui.windows import NOW, settled

ACTIVE, INACTIVE = (
    Qt.ApplicationState.ApplicationActive,
    Qt.ApplicationState.ApplicationInactive,
)


def stretch(app: Container, count: int = 1) -> None:
    for _ in range(count):
        app.past_sessions.write_down(ByHand("Yoga", NOW.date(), 20))


class Two:
    """This computer, and another one that shares the folder with it."""

    def __init__(self, folder: Path, closing: ExitStack) -> None:
        self.clock = ManualClock(wall=NOW)
        self.shared = folder / "shared"
        self.shared.mkdir()
        self.here, self.there = (
            closing.enter_context(
                Container(
                    {"SUPPLE_HOME": str(folder / name), "LANG": "C"},
                    language="en",
                    clock=self.clock,
                )
            )
            for name in ("here", "there")
        )
        for app in (self.here, self.there):
            app.change_setting("data.shared_folder", str(self.shared))

    def stretch_there(self, count: int = 1) -> None:
        stretch(self.there, count)
        self.there.sharing.look()

    @property
    def seen_here(self) -> int:
        return len(self.here.history.records())


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with ExitStack() as closing:
        yield Two(tmp_path, closing)


def flow(two: Two, *, in_session: list[bool] | None = None) -> SharingFlow:
    busy = in_session if in_session is not None else [False]
    return SharingFlow(two.here, lambda: busy[-1])


def test_it_looks_when_the_user_comes_but_not_all_the_time(two: Two) -> None:
    here, changed = flow(two), list[bool]()
    here.changed.connect(lambda: changed.append(True))
    two.stretch_there()
    here.follow(ACTIVE)
    here.settle()
    assert (two.seen_here, changed) == (1, [True])
    two.stretch_there()
    here.follow(ACTIVE)
    here.settle()
    assert two.seen_here == 1
    two.clock.advance(61)
    here.follow(ACTIVE)
    here.settle()
    assert two.seen_here == 2
    here.close()


def test_it_writes_what_is_new_when_the_user_goes(two: Two) -> None:
    here = flow(two)
    stretch(two.here, 2)
    here.follow(INACTIVE)
    here.settle()
    two.there.sharing.look()
    assert len(two.there.history.records()) == 2
    here.close()


def test_it_leaves_a_session_alone(two: Two) -> None:
    busy = [True]
    here = flow(two, in_session=busy)
    two.stretch_there()
    here.look()
    here.settle()
    assert two.seen_here == 0
    busy.append(False)
    here.look()
    here.settle()
    assert two.seen_here == 1
    here.close()


def test_at_the_end_it_writes_what_is_new_and_takes_nothing_more(two: Two) -> None:
    here = flow(two)
    two.stretch_there()
    stretch(two.here)
    here.close()
    assert two.seen_here == 1
    two.there.sharing.look()
    assert len(two.there.history.records()) == 2


def test_a_folder_that_is_away_disturbs_nobody(two: Two) -> None:
    here = flow(two)
    two.shared.rmdir()
    here.look()
    here.settle()
    assert two.here.sharing.last is not None
    assert two.here.sharing.last.fault is not None
    here.close()


def test_another_folder_is_looked_into_at_once(two: Two, tmp_path: Path) -> None:
    here = flow(two)
    here.look()
    here.settle()
    other = tmp_path / "other"
    other.mkdir()
    two.here.change_setting("data.shared_folder", str(other))
    here.follow(ACTIVE)
    here.settle()
    assert (other / two.here.device.id).is_dir()
    here.close()


def test_the_program_looks_at_its_start_and_shows_the_news(two: Two, qapp: QApplication) -> None:
    settled(two.here)
    two.stretch_there(3)
    program = Program(two.here, qapp)
    try:
        window = program.open_window()
        window.go("history")
        window.places.history.settle()
        program.open_desk()
        assert program.sharing is not None
        program.sharing.settle()
        window.places.history.settle()
        assert len(window.places.history.page.latest.list.buttons) == 3
    finally:
        program.close()


def test_a_folder_chosen_later_is_looked_into(two: Two, qapp: QApplication) -> None:
    settled(two.here)
    two.here.change_setting("data.shared_folder", "")
    program = Program(two.here, qapp)
    try:
        program.open_desk()
        before: SharingFlow | None = program.sharing
        two.stretch_there()
        two.here.change_setting("data.shared_folder", str(two.shared))
        assert before is None
        assert program.sharing is not None
        program.sharing.settle()
        assert two.seen_here == 1
    finally:
        program.close()
