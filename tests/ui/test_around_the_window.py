"""What stands around the pages: notices, the menu bar, sheets over Today and over a pause."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.core.errors import InputError
from supple.core.session.steps import Kind
from supple.core.session.view import SessionView, State
from supple.devices.desktop.handover import Request
from supple.devices.finding import Finding, Level
from supple.devices.store.faults import Fault, StoreError
from supple.ui.dress import Dress
from supple.ui.other_starts import OtherStarts
from supple.ui.pages.before import BeforePage
from supple.ui.pages.session import SessionPage
from supple.ui.program import Program as Running
from supple.ui.shell import Shell
from supple.ui.trouble import Trouble
from supple.ui.widgets.button import Button
from supple.ui.widgets.notice import NoticeCard
from supple.ui.widgets.sheet import Sheet
from supple.ui.widgets.text import Text
from tests.ui.windows import Program, live_through, program, settled

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def now(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with program(qtbot, qapp, tmp_path / "home", set_up=settled) as started:
        yield started


def sheet(now: Program) -> Sheet:
    return next(each for each in now.window.findChildren(Sheet) if each.isVisible())


def press(where: QWidget, words: str) -> None:
    buttons = where.findChildren(QAbstractButton)
    QTest.mouseClick(next(each for each in buttons if each.text() == words), LEFT)
    QApplication.processEvents()


def running(now: Program) -> SessionView:
    opened = now.window.visit.flow.opened
    assert opened is not None
    return opened.runner.view()


def in_a_hold(now: Program) -> None:
    now.window.prepare("supine-mat")
    now.press("Start")
    live_through(now, lambda view: view.step.kind is Kind.HOLD)


# --- notices --------------------------------------------------------------------------------------


def test_a_fault_is_told_in_the_page_and_its_cross_takes_it_away(now: Program) -> None:
    now.window.notices.tell(InputError("That isn't a Supple file. Nothing was changed."))
    assert now.says("That isn't a Supple file")
    assert now.says("Nothing was changed.")
    [card] = now.window.shell.findChildren(NoticeCard)
    QTest.mouseClick(card.cross, LEFT)
    QApplication.processEvents()
    assert not now.says("That isn't a Supple file")


def test_a_session_that_is_not_saved_says_so_until_it_is(now: Program) -> None:
    in_a_hold(now)
    full = StoreError(Fault.FULL, "The disk is full.")
    now.window.visit.unsaved.emit(full)
    assert now.says("The disk is full: this session isn't saved yet")
    assert now.button("Save it somewhere else").isEnabled()
    now.press("Try now")
    assert not now.says("The disk is full")


def test_on_a_low_page_the_newest_notice_goes_first(now: Program) -> None:
    now.window.resize(900, 480)
    for words in ("First.", "Second."):
        now.window.notices.tell(InputError(words))
    assert now.says("Second.")
    assert not now.says("First.")


def test_a_line_of_the_settings_that_cannot_be_read_is_told(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('[voice]\nrate = "loud"\n', "utf-8")
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.notices.tell_settings()
        assert now.says("Your settings file has a line that can't be read")
        assert now.says("'loud' can't be used. Allowed: 80 to 400. Supple uses 175. Your file is")
        now.press("Fine")
        now.window.notices.tell_settings()
        assert not now.says("Your settings file")


def test_no_tray_is_told_once(now: Program) -> None:
    kept: list[bool] = []
    now.window.notices.no_tray(lambda: kept.append(True))
    assert now.says("No tray on this desktop")
    now.press("Fine")
    now.window.notices.no_tray(lambda: kept.append(True))
    assert kept == []
    assert not now.says("No tray on this desktop")


# --- the history that does not open ---------------------------------------------------------------


def damage(home: Path) -> StoreError:
    (home / "supple.db").write_bytes(b"no database" * 400)
    for side in ("-wal", "-shm"):
        (home / f"supple.db{side}").unlink(missing_ok=True)
    return StoreError(Fault.DAMAGED, "Your history file can't be opened.", home / "supple.db")


@pytest.mark.parametrize(
    ("with_copy", "button"), [(True, "Use the safety copy"), (False, "Start empty")]
)
def test_a_damaged_history_has_a_way_out_and_nothing_is_overwritten(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, with_copy: bool, button: str
) -> None:
    home = tmp_path / "home"
    with program(qtbot, qapp, home, set_up=settled) as before:
        if with_copy:
            before.app.backups.make()
    fault = damage(home)
    with Container({"SUPPLE_HOME": str(home), "LANG": "C"}, language="en") as app:
        for daily in [] if with_copy else app.backups.found():
            daily.path.unlink()
        trouble = Trouble(app, Dress(qapp, app.settings).look, fault)
        qtbot.addWidget(trouble.window)
        trouble.show()
        with qtbot.waitSignal(trouble.mended):
            press(trouble.page, button)
        assert app.history.sessions() == []
        assert any("unreadable" in each.path.name for each in app.backups.found())
        trouble.close()


@pytest.fixture
def opened(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[Callable[[StoreError], Trouble]]:
    """What is shown of a fault of a history that opens by now."""
    with Container({"SUPPLE_HOME": str(tmp_path / "home"), "LANG": "C"}, language="en") as app:
        made: list[Trouble] = []

        def open_(fault: StoreError) -> Trouble:
            trouble = Trouble(app, Dress(qapp, app.settings).look, fault, retry_ms=10)
            qtbot.addWidget(trouble.window)
            trouble.show()
            made.append(trouble)
            return trouble

        yield open_
        for each in made:
            each.close()


def told(trouble: Trouble) -> str:
    """All that is said."""
    return " ".join(each.words() for each in trouble.page.findChildren(Text) if each.isVisible())


def buttons(trouble: Trouble) -> list[str]:
    """What can be done."""
    return [each.text() for each in trouble.page.findChildren(Button) if each.isVisible()]


@pytest.mark.parametrize("fault", [Fault.BUSY, Fault.FULL, Fault.READ_ONLY])
def test_a_history_that_is_held_back_is_tried_again_by_itself(
    opened: Callable[[StoreError], Trouble], qtbot: QtBot, fault: Fault
) -> None:
    trouble = opened(StoreError(fault, "Held back.", Path("supple.db"), fix="Please help."))
    assert "Supple waits and tries again." in told(trouble)
    assert buttons(trouble) == ["Try now", "Quit"]
    with qtbot.waitSignal(trouble.mended):
        pass


def test_a_history_of_a_newer_supple_is_left_alone_and_shown(
    opened: Callable[[StoreError], Trouble], qtbot: QtBot
) -> None:
    trouble = opened(StoreError(Fault.NEWER, "Newer. Nothing was changed.", Path("supple.db")))
    assert told(trouble).count("Nothing was changed.") == 1
    assert buttons(trouble) == ["Show the file", "Quit"]
    with qtbot.waitSignal(trouble.quit_wanted):
        press(trouble.page, "Quit")


def test_breaks_come_as_soon_as_the_history_opens(qapp: QApplication, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Container({"SUPPLE_HOME": str(home), "LANG": "C"}, language="en") as app:
        settled(app)
        newest = version(home, None)
    version(home, 900)
    with Container({"SUPPLE_HOME": str(home), "LANG": "C"}, language="en") as app:
        running = Running(app, qapp)
        for _try in range(2):  # as at the start, and a minute later
            running.desk_wait.timeout.emit()
        tray = running.tray
        others = OtherStarts(app, running)
        others.begin()
        wait = "Desk breaks wait until your history opens."
        assert others.take(Request("breaks-status")).error == wait
        running.answer(Request("raise"))
        assert not waits_for_breaks(running)
        assert running.trouble is not None
        version(home, newest)
        running.trouble.mended.emit()
        assert waits_for_breaks(running)
        assert running.tray is tray
        assert not running.desk_wait.isActive()
        running.close()


def test_what_may_pass_is_waited_for(qapp: QApplication, tmp_path: Path) -> None:
    with Container({"SUPPLE_HOME": str(tmp_path), "LANG": "C"}, language="en") as app:
        running = Running(app, qapp)
        busy = StoreError(Fault.BUSY, "Held back.", fix="Please close it and try again.")
        assert str(running._with_hope(busy)) == "Held back. Supple waits and tries again."
        newer = StoreError(Fault.NEWER, "Newer.", fix="Please update Supple.")
        assert running._with_hope(newer) is newer
        running.close()


def waits_for_breaks(running: Running) -> bool:
    return running.host is not None


def version(home: Path, number: int | None) -> int:
    """The version that the file of the history says it has; a new one where it is given."""
    with closing(sqlite3.connect(home / "supple.db")) as file:
        [before] = file.execute("PRAGMA user_version").fetchone()
        if number is not None:
            file.execute(f"PRAGMA user_version = {number}")
        file.commit()
    return int(before)


def test_the_files_of_a_damaged_history_can_be_looked_at(
    opened: Callable[[StoreError], Trouble],
) -> None:
    assert "Show the files" in buttons(opened(StoreError(Fault.DAMAGED, "Damaged.")))


# --- the menu bar ---------------------------------------------------------------------------------


def test_alt_alone_brings_up_the_menu_bar_and_takes_it_away(now: Program) -> None:
    QTest.keyClick(now.window.shell, Key.Key_Alt)
    assert now.window.menu.bar.isVisible()
    QTest.keyClick(now.window.shell, Key.Key_Alt)
    assert not now.window.menu.bar.isVisible()


def test_alt_with_another_key_is_not_for_the_menu(now: Program) -> None:
    QTest.keyClick(now.window.shell, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert "bar" not in now.window.menu.__dict__ or not now.window.menu.bar.isVisible()


def test_a_shortcut_with_alt_is_not_for_the_menu(now: Program) -> None:
    now.window.prepare("first-session")
    now.window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(now.window.focusWidget(), Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert now.window.currentWidget() is now.window.shell
    assert "bar" not in now.window.menu.__dict__ or not now.window.menu.bar.isVisible()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("library", "Library"),
        ("plan", "Your plan"),
        ("about", "Licences"),
        ("keys", "Pause, go on"),
    ],
)
def test_the_menus_lead_to_places(now: Program, entry: str, words: str) -> None:
    now.window.menu.choose(entry)
    QApplication.processEvents()
    assert now.says(words)


def test_the_menus_change_the_size_of_text_and_begin_things(now: Program) -> None:
    now.window.menu.choose("larger")
    assert now.app.settings.appearance.text_percent == 110
    now.window.menu.choose("usual")
    assert now.app.settings.appearance.text_percent == 100
    now.window.menu.choose("full-screen")
    assert now.window.isFullScreen()
    now.window.menu.choose("full-screen")
    now.window.menu.choose("new-routine")
    QApplication.processEvents()
    assert now.says("My routines")
    now.window.menu.choose("start")
    assert isinstance(now.page(), BeforePage)


def test_the_menu_of_the_session_steers_it(now: Program) -> None:
    now.window.menu.choose("pause")  # nothing runs
    in_a_hold(now)
    menu = now.window.menu
    menu.choose("library")
    assert isinstance(now.page(), SessionPage)
    menu.choose("pause")
    assert running(now).state is State.PAUSED
    menu.choose("pause")
    assert running(now).state is State.RUNNING
    menu.choose("hurts")
    assert running(now).state is State.HURT


def test_the_minutes_left_can_be_kept_out_of_sight(now: Program) -> None:
    now.app.change_setting("session.full_screen", value=False)
    in_a_hold(now)
    assert now.says(" min left")
    for shown in (False, True):
        now.app.change_setting("appearance.minutes_left", value=shown)
        now.window.menu.choose("pause")
        assert now.says(" min left") is shown


def test_what_works_here_is_a_list_of_lines_with_their_mends(now: Program) -> None:
    now.window.menu.works.show(
        [Finding("Voice", Level.OK, "One"), Finding("Tray", Level.MISSING, "None", "Add one.")]
    )
    told = [each.accessibleName() for each in sheet(now).findChildren(QWidget)]
    assert "Tray: missing" in told
    assert "Add one." in told
    press(sheet(now), "Close")
    assert not any(each.isVisible() for each in now.window.findChildren(Sheet))


# --- Today ----------------------------------------------------------------------------------------


def test_what_is_inside_is_looked_at_row_by_row_and_begun(now: Program) -> None:
    now.press("See what's inside")
    rows = now.window.asides.inside.rows
    assert len(rows) > 2
    QTest.mouseClick(rows[-1], LEFT)
    QApplication.processEvents()
    assert now.says(rows[-1].row.name)
    now.window.go("today")
    now.press("See what's inside")
    press(sheet(now), "Start session")
    assert isinstance(now.page(), BeforePage)


def test_a_sheet_that_is_closed_gives_the_focus_back_to_what_opened_it(now: Program) -> None:
    opener = now.button("See what's inside")
    opener.setFocus()
    QTest.keyClick(opener, Qt.Key.Key_Space)
    sheet = now.window.asides.inside.over.sheet
    assert sheet is not None
    assert sheet.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert now.window.focusWidget() is opener


def test_the_plan_is_changed_from_what_is_inside(now: Program) -> None:
    now.press("See what's inside")
    press(sheet(now), "Change")
    assert now.says("Adjust your plan")


def test_a_day_of_the_week_opens_in_history(now: Program) -> None:
    now.window.today.week.strip.chosen.emit("2026-05-12")
    now.window.places.settle()
    now.window.places.history.settle()
    QApplication.processEvents()
    assert isinstance(now.page(), Shell)
    history = now.window.places.history
    assert history.widget.currentWidget() is history.past.page


def test_the_rhythm_can_be_put_away(now: Program) -> None:
    now.window.today.rhythm.hidden.emit()
    assert not now.app.settings.appearance.rhythm
    assert not now.window.today.rhythm.isVisible()


# --- a pause --------------------------------------------------------------------------------------


def test_in_a_pause_holds_are_made_shorter_for_the_rest_and_for_next_time(now: Program) -> None:
    in_a_hold(now)
    page = now.window.visit.page
    QTest.keyClick(page, Key.Key_Space)
    QTest.keyClick(page, Key.Key_E)
    QApplication.processEvents()
    lengths = now.window.visit.lengths
    lengths.hold.set_value(30)
    lengths.rest.choose("5")
    QTest.mouseClick(lengths.keep, LEFT)
    press(sheet(now), "Use these")
    opened = now.window.visit.flow.opened
    assert opened is not None
    ahead = opened.runner.session.steps[running(now).index + 1 :]
    assert {step.seconds for step in ahead if step.kind is Kind.HOLD} == {30.0}
    assert now.app.settings.session.extra_rest_s == 5
    assert now.app.planning.state().adjust.hold_s == 30


def test_in_a_pause_everything_can_be_left_as_it_is(now: Program) -> None:
    in_a_hold(now)
    page = now.window.visit.page
    QTest.keyClick(page, Key.Key_Space)
    before = now.window.visit.flow.opened
    assert before is not None
    steps = before.runner.session.steps
    QTest.keyClick(page, Key.Key_E)
    press(sheet(now), "Leave it as it is")
    assert before.runner.session.steps == steps
