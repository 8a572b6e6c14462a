"""An X server or a Wayland compositor hangs or dies while a session runs in the real window."""

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.devices.desktop.handover import Handover, Request
from tests.devices.desktop.peers import sway
from tests.e2e.display import display
from tests.e2e.office import MAIN, TINY, Office, eventually, office_on
from tests.e2e.test_wayland import Wayland

pytestmark = [pytest.mark.timeout(120), pytest.mark.long]
ROW = TINY[TINY.index("  {") : TINY.index("]\n", TINY.index("  {"))]
SHORT = TINY.replace("tiny", "short").replace("desk-break", "session").replace(ROW, ROW * 3)
FRAME_S = 1 / 60
MOMENT_S, LONG_S = 2.0, 7.0  # a gap is what is longer than the five seconds of the runner


@contextmanager
def hanging(process: int, seconds: float) -> Iterator[None]:
    """The block runs while the process hangs; that lasts so long from then on."""
    began = time.monotonic()
    os.kill(process, signal.SIGSTOP)
    try:
        yield
        time.sleep(max(0.0, began + seconds - time.monotonic()))
    finally:
        os.kill(process, signal.SIGCONT)


def steps(office: Office) -> list[tuple[int, float, float]]:
    """Place, planned and true seconds of each step that is on the disk."""
    if not (office.home / "supple.db").exists():
        return []
    with closing(sqlite3.connect(office.home / "supple.db")) as history:
        found = history.execute("SELECT idx, planned_s, actual_s FROM session_steps ORDER BY idx")
        return [(int(place), float(planned), float(true)) for place, planned, true in found]


def outcomes(office: Office) -> list[str]:
    with closing(sqlite3.connect(office.home / "supple.db")) as history:
        assert history.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [str(outcome) for (outcome,) in history.execute("SELECT outcome FROM sessions")]


def require_true(office: Office) -> None:
    """No step may be shorter or longer than planned."""
    for _place, planned, true in steps(office):
        assert abs(true - planned) < FRAME_S


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with display() as shown, office_on(shown, tmp_path) as office:
        office.set_up()
        (office.home / "routines" / "short.toml").write_text(SHORT)
        yield office


def begin(office: Office) -> None:
    """A session runs in the window."""
    office.start()
    office.window(MAIN)
    eventually((office.home / "supple.sock").exists)
    eventually(lambda: office.focused() == MAIN)
    office.supple("start", "short")
    time.sleep(1)  # the page before a session comes up
    office.shown.press("Return")
    time.sleep(2)  # the first step runs


def test_a_session_goes_on_after_an_x_server_that_hung_for_a_moment(office: Office) -> None:
    begin(office)
    with hanging(office.shown.server, MOMENT_S):
        pass
    eventually(lambda: outcomes(office) == ["completed"])
    assert [place for place, *_rest in steps(office)] == [0, 1, 2]
    require_true(office)


def test_a_session_stands_where_it_was_after_an_x_server_that_hung_for_long(
    office: Office,
) -> None:
    begin(office)
    with hanging(office.shown.server, LONG_S):
        pass
    time.sleep(4)  # what was left of the step would be over
    assert steps(office) == []
    office.shown.press("space")
    eventually(lambda: outcomes(office) == ["completed"])
    assert len(steps(office)) == 3
    require_true(office)


def test_the_program_opens_when_an_x_server_that_hung_is_back(office: Office) -> None:
    with hanging(office.shown.server, LONG_S):
        office.start()
    office.window(MAIN)


def test_a_reminder_comes_after_an_x_server_that_hung_while_the_program_waited(
    office: Office,
) -> None:
    office.start("--tray")
    eventually(office.is_ready)
    with hanging(office.shown.server, LONG_S):
        reply = Handover(office.home, NullTranslations()).send(Request("breaks-status"))
        assert "Next desk break" in reply.text  # as it was seen last
    office.leap(3600)
    office.window("Supple reminder")


def test_an_x_server_that_dies_takes_the_program_with_it_and_nothing_that_was_finished(
    office: Office,
) -> None:
    begin(office)
    office.hurry(lambda: steps(office))
    finished = steps(office)
    os.kill(office.shown.server, signal.SIGKILL)
    assert office.program is not None
    assert office.program.wait(10) != 0
    assert steps(office)[: len(finished)] == finished
    assert outcomes(office) == ["open"]  # what the next start offers to go on with


def test_a_session_goes_on_beside_a_wayland_compositor_that_hangs(tmp_path: Path) -> None:
    runtime, home = tmp_path / "run", tmp_path / "home"
    for folder in (runtime, home):
        folder.mkdir()
    with sway(runtime) as environment, office_on(Wayland(environment), home) as office:
        office.set_up()
        office.start("--tray")
        eventually(office.is_ready)
        office.supple("break", "tiny")
        time.sleep(1)
        with hanging(int(environment["COMPOSITOR"]), LONG_S):
            eventually(lambda: outcomes(office) == ["completed"])
        require_true(office)
        assert office.is_ready()
