"""A session that runs stays in sight: whatever is chosen or pressed, and it is the only one."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.sessions import Request
from supple.core.errors import FacilityError
from supple.core.history.records import Source
from supple.core.keys import split
from supple.core.session.engine import Intent
from supple.core.session.steps import Kind
from supple.core.session.view import State
from supple.devices.desktop.handover import Request as HandedOver
from supple.devices.settings.settings import Settings
from supple.ui.menus import MenuBar
from supple.ui.pages.before import BeforePage
from supple.ui.pages.break_view import Act, Do
from supple.ui.pages.session import SessionPage
from supple.ui.program import Program as Running
from supple.ui.widgets.notice import NoticeCard
from supple.ui.window import MainWindow
from tests.app.program import Program as Home
from tests.ui.windows import Program, live_through, program, settled

STEERING = ["Pause", "Skip", "Back", "It hurts"]


@pytest.fixture
def now(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with program(qtbot, qapp, tmp_path / "home", set_up=settled) as started:
        started.window.prepare("first-session")
        started.press("Start")
        live_through(started, lambda view: view.holds_done > 0 and view.step.kind is Kind.HOLD)
        started.window.visit.seen()  # paint what the clock says now
        yield started


def entries(bar: MenuBar) -> list[QAction]:
    """All that stands in the menus."""
    menus = [each.menu() for each in bar.actions()]
    return [
        entry
        for menu in menus
        for entry in menu.actions()  # type: ignore[attr-defined]  # a QMenu, told as QObject
        if not entry.isSeparator()
    ]


def offered(bar: MenuBar) -> list[str]:
    return [each.text() for each in entries(bar) if each.isEnabled()]


def go_on(now: Program) -> None:
    """Undo what a key or an entry did within the session."""
    page, flow = now.window.visit.page, now.window.visit.flow
    if page.asking():
        now.press("Keep going")
    flow.do(Intent.RESUME)
    QApplication.processEvents()


def assert_it_goes_on(now: Program, after: str) -> None:
    QApplication.processEvents()
    assert isinstance(now.page(), SessionPage), after
    assert now.window.in_session, after
    assert now.window.isVisible(), after
    go_on(now)


def test_no_entry_of_the_menus_leads_out_of_a_session(now: Program) -> None:
    bar = now.window.menu.bar
    for entry in entries(bar):
        entry.trigger()
        assert_it_goes_on(now, entry.text())
    assert len(now.app.history.records()) == 1


def test_what_is_chosen_all_the_same_does_not_either(now: Program) -> None:
    for ident in ("new-routine", "import", "export", "back-up", "start", "break", "about", "works"):
        now.window.menu.choose(ident)
        assert_it_goes_on(now, ident)
    for place in ("today", "library", "routines", "plan", "history", "learn", "settings"):
        now.window.menu.choose(place)
        assert_it_goes_on(now, place)
    assert len(now.app.history.records()) == 1


def test_no_shortcut_leads_out_of_a_session(now: Program) -> None:
    for name, keys in msgspec.structs.asdict(Settings().shortcuts).items():
        for key in split(keys):
            now.window.activateWindow()
            QTest.keySequence(now.window.windowHandle(), QKeySequence(key))
            assert_it_goes_on(now, f"{name}: {key}")
    assert len(now.app.history.records()) == 1


def test_closing_by_its_shortcut_asks_too(now: Program) -> None:
    now.window.activateWindow()
    QTest.keySequence(now.window.windowHandle(), QKeySequence("Ctrl+W"))
    QApplication.processEvents()
    assert now.window.visit.page.asking()


def test_closing_from_the_menu_asks_whether_to_end(now: Program) -> None:
    now.window.menu.choose("close")
    assert now.window.visit.page.asking()
    assert now.window.in_session


def test_the_keys_come_up_over_the_session(now: Program) -> None:
    now.window.menu.choose("keys")
    assert now.says("Start this hold again")
    assert_it_goes_on(now, "keys")


def test_the_menus_offer_what_there_is_to_do(now: Program) -> None:
    bar = now.window.menu.bar  # it may stand there all the time
    sizes = ["Full screen", "Larger text", "Smaller text", "Usual text size"]
    assert offered(bar) == ["Close", *STEERING, *sizes, "Keys"]
    now.window.visit.flow.stop()
    assert not {*offered(bar)} & {*STEERING}
    assert len(offered(bar)) == len(entries(bar)) - len(STEERING)
    now.window.prepare("first-session")
    now.press("Start")
    assert "Library" not in offered(bar)
    assert {*offered(bar)} >= {*STEERING}
    now.window.visit.flow.stop()


# --- from outside the window ----------------------------------------------------------------------

WAYS: dict[str, Callable[[Running, MainWindow], object]] = {
    "a session handed over": lambda it, _: it.answer(HandedOver("start", "morning-10")),
    "a break handed over": lambda it, _: it.answer(HandedOver("break", "desk-break-2")),
    "another start": lambda it, _: it.answer(HandedOver("raise")),
    "the tray's break": lambda it, _: it.act(Act(Do.START)),
    "the reminder's session": lambda it, _: it.act(Act(Do.SESSION)),
    "the reminder's reach check": lambda it, _: it.act(Act(Do.TEST)),
    "the tray's settings": lambda it, _: it.act(Act(Do.SETTINGS)),
    "the tray's window": lambda it, _: it.act(Act(Do.OPEN)),
    "the hero of Today": lambda _, it: it.today.start_requested.emit("first-session"),
    "beginning again": lambda _, it: it.today.restart_requested.emit("first-session"),
    "what was cut off": lambda _, it: it.today.resume_requested.emit(),
    "the break of Today": lambda _, it: it.today.break_requested.emit(),
    "a reach check": lambda _, it: it.today.measure_requested.emit(),
    "a session without its page": lambda _, it: it.begin(Request("morning-10", Source.WINDOW)),
}


@pytest.mark.parametrize(("do", "asked"), [("start", "morning-10"), ("break", "desk-break-3")])
def test_what_another_start_asked_for_comes_after_the_session_where_wanted(
    supple_home: Path, qapp: QApplication, do: Literal["start", "break"], asked: str
) -> None:
    home = Home(supple_home)
    home.nothing_fits()
    home.app.change_setting("welcome.page", "done")
    home.app.change_setting("welcome.consented", value=True)
    running = Running(home.app, qapp)
    running.open_desk()
    window = running.open_window()
    flow = window.begin(Request("first-session", Source.WINDOW, voiced=False))
    running.answer(HandedOver(do, asked))
    cards = {card.view.id: card for card in window.findChildren(NoticeCard)}
    name = home.app.catalogue.routine(asked).name
    assert cards["open"].view.words.startswith(f"It was asked to start “{name}”.")
    cards["open"].buttons[0].click()
    assert window.page_name == "session"
    flow.stop()  # nothing was done, so there is no page about it
    if do == "start":
        assert isinstance(window.currentWidget(), BeforePage)
    else:
        assert running.break_window is not None
        assert running.break_window.is_running
    running.close()
    home.app.close()


def test_nothing_from_outside_leads_out_of_a_session(supple_home: Path, qapp: QApplication) -> None:
    home = Home(supple_home)
    home.nothing_fits()
    home.app.change_setting("voice.on", value=False)
    home.app.change_setting("welcome.page", "done")
    running = Running(home.app, qapp)
    running.open_desk()
    window = running.open_window()
    flow = window.begin(Request("morning-10", Source.WINDOW, voiced=False))
    opened = flow.opened
    assert opened is not None
    home.run(opened, 120.0)
    for name, way in WAYS.items():
        way(running, window)
        QApplication.processEvents()
        assert flow.opened is opened, name
        assert window.page_name == "session", name
        assert opened.runner.view().state is State.RUNNING, name
    assert running.break_window is None
    assert len(home.app.history.records()) == 1
    flow.stop()
    running.close()
    home.app.close()


@pytest.mark.parametrize(("after_s", "quits"), [(10.0, True), (120.0, False)])
def test_quitting_ends_what_only_just_began_and_asks_later(
    supple_home: Path, qapp: QApplication, after_s: float, quits: bool
) -> None:
    home = Home(supple_home)
    home.nothing_fits()
    home.app.change_setting("welcome.page", "done")
    running = Running(home.app, qapp)
    window = running.open_window()
    flow = window.begin(Request("morning-10", Source.WINDOW, voiced=False))
    assert flow.opened is not None
    home.run(flow.opened, after_s)
    window.visit.seen()
    running.quit()
    assert window.isVisible() is not quits
    assert window.in_session is not quits
    assert window.visit.page.asking() is not quits
    flow.stop()
    running.close()
    home.app.close()


def test_no_second_session_begins_beside_one(supple_home: Path) -> None:
    home = Home(supple_home)
    home.nothing_fits()
    first = home.open()
    with pytest.raises(FacilityError, match="running already"):
        home.open()
    first.runner.start()
    first.runner.do(Intent.STOP)
    home.open()
    home.app.close()
