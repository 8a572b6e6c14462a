"""While sessions are closed nothing begins one: every way in of the real program is tried."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supple.app.container import Container
from supple.app.sessions import Request
from supple.core.history.records import Source
from supple.core.plan.records import Decision
from supple.core.plan.screening import Access, Answers, Lock
from supple.devices.desktop.handover import Request as HandedOver
from supple.devices.store.ids import new_id
from supple.ui.pages.break_view import Act, Do
from supple.ui.program import Program as Running
from supple.ui.window import MainWindow
from tests.app.program import Program

SETTINGS = """
[welcome]
consented = true
page = "done"
[screening]
lock = "none"
answered = "2026-05-13"
[safety]
open = true
"""


class Closed:
    """The running program of somebody whose answers closed sessions, before a restart."""

    def __init__(self, home: Path, qapp: QApplication, close: Callable[[Container], object]):
        before = Program(home)
        before.nothing_fits()
        before.run(before.open("desk-break-2"), 60.0)  # a session that is cut off
        close(before.app)
        before.app.close()
        (home / "settings.toml").write_text(SETTINGS, "utf-8")
        self.program = Program(home)
        self.app = self.program.app
        self.access = self.app.safety.standing().access
        self.running = Running(self.app, qapp)
        self.running.open_desk()
        self._sessions = len(self.app.history.records())

    @property
    def window(self) -> MainWindow:
        return self.running.open_window()

    def nothing_runs(self) -> bool:
        """Whether neither window runs a session, none was recorded, and the lock is as it was."""
        QApplication.processEvents()
        windows = (self.running.window, self.running.break_window)
        flows = [each.flow for each in windows if each is not None]
        runs = any(flow is not None and flow.is_running for flow in flows)
        same = self.app.safety.standing().access is self.access
        return same and not runs and len(self.app.history.records()) == self._sessions


CLOSE: dict[Access, Callable[[Container], object]] = {
    Access.EMERGENCY: lambda app: app.safety.answer(Answers(frozenset({"red-chest"}))),
    Access.SEE_FIRST: lambda app: app.safety.answer(Answers(frozenset({"urgent-calf"}))),
    Access.CHECK_AGAIN: lambda app: app.safety.close(Lock.CHECK_AGAIN),
}


@pytest.fixture(params=CLOSE)
def closed(
    request: pytest.FixtureRequest, supple_home: Path, qapp: QApplication
) -> Iterator[Closed]:
    found = Closed(supple_home, qapp, CLOSE[request.param])
    assert found.access is request.param
    yield found
    found.running.close()
    found.app.close()


WAYS: dict[str, Callable[[Closed], object]] = {
    "a session handed over": lambda it: it.running.answer(HandedOver("start", "full-home")),
    "a break handed over": lambda it: it.running.answer(HandedOver("break")),
    "a named break handed over": lambda it: it.running.answer(HandedOver("break", "desk-break-3")),
    "the tray's break": lambda it: it.running.act(Act(Do.START)),
    "the tray's session": lambda it: it.running.act(Act(Do.SESSION)),
    "the hero of Today": lambda it: it.window.today.start_requested.emit("first-session"),
    "what was cut off": lambda it: it.window.today.resume_requested.emit(),
    "starting that again": lambda it: it.window.today.restart_requested.emit("desk-break-2"),
    "the break of Today": lambda it: it.window.today.break_requested.emit(),
    "a reach check": lambda it: it.window.today.measure_requested.emit(),
    "a place of the window": lambda it: it.window.places.session_wanted.emit("walk-10"),
    "resting": lambda it: it.window.prepare("breathing-rest"),
    "a session without its page": lambda it: it.window.begin(
        Request("desk-break-2", Source.WINDOW, voiced=False, session_id=new_id())
    ),
    "a professional's word about the plan": lambda it: it.app.planning.decide(Decision.CONFIRM),
    "a plan begun anew": lambda it: it.app.planning.decide(Decision.START),
}


def test_no_way_in_leads_around_a_lock(closed: Closed, tmp_path: Path) -> None:
    for name, way in WAYS.items():
        way(closed)
        assert closed.nothing_runs(), name
        assert closed.app.planning.offer() is None, name
    bring_in_a_free_history(closed, tmp_path)
    put_back_a_free_copy(closed, tmp_path)


def bring_in_a_free_history(closed: Closed, tmp_path: Path) -> None:
    free = Program(tmp_path / "free")
    free.nothing_fits()
    free.run(free.open("core-posture"), 1200.0)
    free.app.planning.decide(Decision.CONFIRM)
    free.app.transfer.export(tmp_path / "me.supple")
    free.app.close()
    closed.app.transfer.import_(tmp_path / "me.supple")
    assert closed.app.safety.standing().access is closed.access
    assert closed.app.planning.offer() is None


def put_back_a_free_copy(closed: Closed, tmp_path: Path) -> None:
    free = Program(tmp_path / "other")
    free.nothing_fits()
    copy = free.app.backups.make(tmp_path / "free.db").path
    free.app.close()
    closed.app.backups.restore(copy)
    assert closed.app.safety.standing().access is closed.access
    assert closed.app.planning.offer() is None
