"""The window's own process is killed: in the middle of a session, and over what hurts."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.core.plan.screening import Access
from supple.core.session.events import Hurt
from supple.devices.store.sessions import find_unfinished
from tests.e2e.display import display
from tests.e2e.leaping import MORNING
from tests.e2e.office import MAIN, TINY, Office, eventually, office_on

pytestmark = pytest.mark.timeout(120)
ROW = TINY[TINY.index("  {") : TINY.index("]\n", TINY.index("  {"))]
SHORT = TINY.replace("tiny", "short").replace("desk-break", "session").replace(ROW, ROW * 3)
GUARD_S = 1.6  # after "it hurts" a key may be the echo of the press


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with display() as shown, office_on(shown, tmp_path) as office:
        office.set_up()
        (office.home / "routines" / "short.toml").write_text(SHORT)
        yield office


def begin(office: Office) -> None:
    """Start the program and a session in its window, and wait for the end of its first step."""
    open_window(office)
    office.supple("start", "short")
    time.sleep(1)  # the page before a session comes up
    office.shown.press("Return")
    office.hurry(lambda: rows(office, "SELECT idx FROM session_steps"))


def open_window(office: Office) -> None:
    office.start()
    office.window(MAIN)
    eventually((office.home / "supple.sock").exists)
    eventually(lambda: office.focused() == MAIN)


def kill(office: Office) -> None:
    assert office.program is not None
    office.program.kill()
    office.program.wait(10)


def rows(office: Office, query: str) -> list[tuple[object, ...]]:
    if not (office.home / "supple.db").exists():
        return []
    with closing(sqlite3.connect(office.home / "supple.db")) as history:
        return history.execute(query).fetchall()


def test_a_session_goes_on_after_its_last_finished_step_when_the_window_was_killed(
    office: Office,
) -> None:
    begin(office)
    kill(office)
    finished = rows(office, "SELECT idx, ended_utc FROM session_steps ORDER BY idx")
    assert rows(office, "PRAGMA integrity_check") == [("ok",)]
    with closing(sqlite3.connect(office.home / "supple.db")) as history:
        history.row_factory = sqlite3.Row
        found = find_unfinished(history, MORNING.date())
    assert found is not None
    open_window(office)
    time.sleep(0.5)
    office.shown.press("space")  # "Go on where you stopped" has the focus
    query = "SELECT idx, ended_utc FROM session_steps ORDER BY ended_utc"
    office.hurry(lambda: len(rows(office, query)) > len(finished))
    done = rows(office, query)
    assert done[: len(finished)] == finished  # not done again
    work = [place for place, step in enumerate(found.steps) if step.kind.is_work]
    assert [place for place, _ended in done] == work[: len(done)]
    assert rows(office, "SELECT id FROM sessions") == [(found.session.id,)]


def test_what_hurt_holds_when_the_window_is_killed_over_its_advice(office: Office) -> None:
    begin(office)
    office.shown.press("h")
    time.sleep(GUARD_S)
    office.shown.press("3")  # numb, tingling, or pain running down the leg
    eventually((office.home / "stop-sign.json").exists)
    kill(office)
    assert rows(office, "SELECT answer FROM hurts") == []
    office.start()
    office.window(MAIN)
    eventually(lambda: rows(office, "SELECT answer FROM hurts") == [(Hurt.NERVE,)])
    eventually(lambda: not (office.home / "stop-sign.json").exists())
    assert rows(office, "SELECT outcome, hurt FROM sessions") == [("hurt", Hurt.NERVE)]
    assert "questions" in office.supple("play", "short")
    with Container({"SUPPLE_HOME": str(office.home)}) as app:
        assert app.safety.standing().access is Access.CHECK_AGAIN
