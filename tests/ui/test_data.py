"""The user's data in the window: exported, imported, shared, put back, deleted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.app.invented import Wish, fill
from supple.app.ratings import Ratings
from supple.app.sessions import Request
from supple.core.errors import SuppleError
from supple.core.history.records import Source
from supple.ui.flows.data import DataFlow
from supple.ui.flows.importing import ImportFlow
from supple.ui.pages.export_form import Form
from supple.ui.widgets.sheet import Sheet
from tests.ui.test_screens import check, check_names
from tests.ui.test_shortcuts import press
from tests.ui.windows import NOW, Program, live_through, program, settled

HEAD = '{"format":"supple-history","version":1}\n'
Key = Qt.Key


def lived(app: Container) -> None:
    settled(app)
    fill(app.store, Wish(until=NOW.date(), sessions=12, steps=2, days=40))


@pytest.fixture
def home(supple_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return supple_home


@pytest.fixture
def now(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Program]:
    with program(qtbot, qapp, home, set_up=lived) as made:
        made.window.go("settings")
        made.window.places.settings.widget.open_section("data")
        yield made


def data(now: Program) -> DataFlow:
    return now.window.places.settings.data


def settle(now: Program) -> None:
    now.window.places.settle()
    QApplication.processEvents()


def sheet(now: Program) -> Sheet:
    [found] = [each for each in now.window.findChildren(Sheet) if each.isVisible()]
    return found


def answer(now: Program, words: str) -> None:
    [button] = [each for each in sheet(now).buttons if each.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(now)


def heard(now: Program) -> list[SuppleError]:
    faults: list[SuppleError] = []
    now.window.failed.connect(faults.append)
    return faults


# --- export -------------------------------------------------------------------------------------


def test_everything_goes_into_one_file_that_can_be_shown(now: Program, tmp_path: Path) -> None:
    now.press("Export…")
    flow = data(now).exporting
    assert now.window.focusWidget() is sheet(now).buttons[1]
    flow.save(tmp_path / "me.supple")
    settle(now)
    lines = (tmp_path / "me.supple").read_text("utf-8").splitlines()
    assert len([line for line in lines if '"record":"session"' in line]) == 12
    assert any('"record":"rating"' in line for line in lines)
    assert flow.bar is not None
    assert flow.bar.isVisible()
    assert flow.bar.button.text() == "Show it"


def test_pain_and_notes_and_older_days_can_stay(now: Program, tmp_path: Path) -> None:
    now.press("Export…")
    flow = data(now).exporting
    assert flow.form is not None
    flow.form.dates.chosen.emit("4-weeks")
    flow.form.pain.click()
    flow.save(tmp_path / "me.supple")
    settle(now)
    text = (tmp_path / "me.supple").read_text("utf-8")
    assert 0 < text.count('"record":"session"') < 12
    assert '"record":"rating"' not in text


@pytest.mark.parametrize("name", ["sheets.zip", "sheets"])
def test_spreadsheets_go_into_a_zip_or_a_folder(now: Program, tmp_path: Path, name: str) -> None:
    now.press("Export…")
    flow = data(now).exporting
    assert flow.form is not None
    flow.form.cards[Form.SPREADSHEETS].click()
    flow.save(tmp_path / name)
    settle(now)
    made = tmp_path / name
    assert made.is_file() if name.endswith("zip") else (made / "session.csv").is_file()


def test_a_page_to_show_is_shown_first_and_begins_without_pain(now: Program) -> None:
    now.press("Export…")
    flow = data(now).exporting
    assert flow.form is not None
    now.window.activateWindow()
    QApplication.processEvents()
    flow.form.cards[Form.EVERYTHING].setFocus()
    QTest.keyClick(flow.form.cards[Form.EVERYTHING], Key.Key_Down)
    QTest.keyClick(flow.form.cards[Form.SPREADSHEETS], Key.Key_Down)
    assert flow.form.form is Form.PAGE
    assert not flow.form.pain.isChecked()
    answer(now, "Show the page")
    now.window.places.history.settle()
    report = now.window.places.history.report.page
    assert report.isVisible()
    assert not report.pain.isChecked()


def test_a_place_that_refuses_the_file_is_told(now: Program, tmp_path: Path) -> None:
    faults = heard(now)
    now.press("Export…")
    data(now).exporting.save(tmp_path / "no such folder" / "me.supple")
    settle(now)
    assert len(faults) == 1


def asks(now: Program) -> QFileDialog:
    """The question for a file that is up; it is put away."""
    QApplication.processEvents()
    [dialog] = [each for each in now.window.findChildren(QFileDialog) if each.isVisible()]
    dialog.reject()
    return dialog


def test_a_place_that_refuses_a_file_is_told_and_another_can_be_chosen(
    now: Program, tmp_path: Path
) -> None:
    now.window.failed.connect(now.window.notices.tell)
    now.press("Export…")
    answer(now, "Choose where to save")
    asks(now)
    data(now).exporting.save(tmp_path / "no such folder" / "me.supple")
    settle(now)
    assert now.says("There is no such folder")
    now.press("Choose another place")
    assert asks(now).acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert not now.says("There is no such folder")


def test_ctrl_e_asks_on_the_history_page(now: Program) -> None:
    now.window.go("history")
    now.window.places.history.settle()
    press(now, Key.Key_E)
    assert sheet(now).accessibleName() == "Export your history"
    QTest.keyClick(sheet(now), Key.Key_Escape)
    assert not [each for each in now.window.findChildren(Sheet) if each.isVisible()]


def test_tab_walks_through_the_sheet_and_stays_in_it(now: Program) -> None:
    now.press("Export…")
    seen: list[QWidget] = []
    for _ in range(6):
        QTest.keyClick(now.window.focusWidget(), Key.Key_Tab)
        focused = now.window.focusWidget()
        assert sheet(now).isAncestorOf(focused)
        seen.append(focused)
    assert len(set(seen)) == 5


# --- import -------------------------------------------------------------------------------------


def importing(now: Program) -> ImportFlow:
    return data(now).importing


def exported(now: Program, path: Path) -> list[str]:
    now.app.transfer.export(path)
    return path.read_text("utf-8").splitlines()[1:]


def test_what_a_file_holds_is_told_before_it_is_taken(now: Program, tmp_path: Path) -> None:
    exported(now, tmp_path / "me.supple")
    importing(now).look_at(tmp_path / "me.supple")
    settle(now)
    assert "Nothing is doubled." in sheet(now).accessibleDescription()
    QTest.mouseClick(sheet(now).buttons[1], Qt.MouseButton.LeftButton)
    settle(now)
    assert now.says("Nothing in it was new. Nothing was doubled.")


def test_faulty_lines_are_listed_and_the_others_can_be_taken(now: Program, tmp_path: Path) -> None:
    lines = exported(now, tmp_path / "me.supple")
    now.app.backups.delete_everything()
    path = tmp_path / "other.supple"
    path.write_text(HEAD + "\n".join([lines[0], "{}", *lines[1:], "nonsense"]), "utf-8")
    importing(now).look_at(path)
    settle(now)
    told = sheet(now)
    assert told.accessibleName() == f"2 of {len(lines) + 2} lines can't be imported"
    assert now.app.history.records() == []
    answer(now, f"Import the other {len(lines)}")
    assert len(now.app.history.records()) == 12
    assert now.says("2 lines were left out.")


def test_cancel_takes_nothing(now: Program, tmp_path: Path) -> None:
    exported(now, tmp_path / "me.supple")
    now.app.backups.delete_everything()
    importing(now).look_at(tmp_path / "me.supple")
    settle(now)
    answer(now, "Cancel")
    assert now.app.history.records() == []


def test_a_table_is_asked_what_its_columns_mean(now: Program, tmp_path: Path) -> None:
    path = tmp_path / "diary.csv"
    path.write_text("When,Duration,Notes\n2026-05-01,20,good\n2026-05-02,x,\n", "utf-8")
    importing(now).look_at(path)
    settle(now)
    form = importing(now).mapping
    assert form is not None
    assert form.columns == {"minutes": "Duration", "note": "Notes"}
    assert not sheet(now).buttons[1].isEnabled()
    form.menus["day"].choose("When")
    form.menus["day"].chosen.emit("When")
    answer(now, "Look at the rows")
    answer(now, "Import the other 1")
    found = [each for each in now.app.history.records() if each.note == "good"]
    assert [each.active_s for each in found] == [1200.0]


def test_what_is_no_file_of_supples_is_told_and_changes_nothing(
    now: Program, tmp_path: Path
) -> None:
    faults = heard(now)
    path = tmp_path / "holiday.jpg"
    path.write_bytes(b"\xff\xd8\xff")
    importing(now).look_at(path)
    settle(now)
    assert "isn't a Supple file" in str(faults[0])


def test_another_file_can_be_chosen_at_once(now: Program, tmp_path: Path) -> None:
    now.window.failed.connect(now.window.notices.tell)
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8\xff")
    importing(now).look_at(tmp_path / "holiday.jpg")
    settle(now)
    assert now.says("That isn't a Supple file")
    now.press("Choose another")
    assert asks(now).acceptMode() is QFileDialog.AcceptMode.AcceptOpen


def test_a_file_with_nothing_in_it_offers_nothing(now: Program, tmp_path: Path) -> None:
    (tmp_path / "empty.supple").write_text(HEAD, "utf-8")
    importing(now).look_at(tmp_path / "empty.supple")
    settle(now)
    assert [button.text() for button in sheet(now).buttons] == ["Cancel"]


def long_file(path: Path) -> Path:
    """A file that takes so long to read that it is said how far it is."""
    row = "2026-05-01,20," + "x" * 300 + "\n"
    path.write_text("Day,Minutes,Note\n" + row * 11_000, "utf-8")
    return path


def test_a_long_import_says_how_far_it_is_and_can_be_stopped(now: Program, tmp_path: Path) -> None:
    flow = importing(now)
    path = long_file(tmp_path / "long.csv")
    shares: list[float] = []
    flow._progressed.connect(shares.append)
    flow._read(path, {"day": "Day", "minutes": "Minutes"})
    assert sheet(now).accessibleName() == "Reading long.csv"
    before = len(now.app.history.records())
    answer(now, "Stop")
    assert not [each for each in now.window.findChildren(Sheet) if each.isVisible()]
    assert len(now.app.history.records()) == before


# --- several computers --------------------------------------------------------------------------


def test_a_folder_is_shared_looked_into_and_left(now: Program, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    data(now).share(shared)
    settle(now)
    assert now.says("No other computer yet.")
    assert (shared / now.app.device.id).is_dir()
    now.press("Look now")
    settle(now)
    now.press("Stop sharing")
    settle(now)
    assert now.app.sharing.folder is None
    assert not list(shared.iterdir())
    assert now.says("Through a folder that they share")


def test_a_folder_that_is_away_is_told_where_it_was_chosen(now: Program, tmp_path: Path) -> None:
    faults = heard(now)
    shared = tmp_path / "drive"
    shared.mkdir()
    data(now).share(shared)
    settle(now)
    for path in (shared / now.app.device.id).iterdir():
        path.unlink()
    (shared / now.app.device.id).rmdir()
    shared.rmdir()
    now.press("Look now")
    settle(now)
    assert "isn't there" in str(faults[0])
    assert now.says("The shared folder isn't there now.")


def test_what_is_no_folder_is_told(now: Program, tmp_path: Path) -> None:
    faults = heard(now)
    data(now).share(tmp_path / "nothing")
    settle(now)
    assert "no folder" in str(faults[0])


# --- safety copies ------------------------------------------------------------------------------


def test_a_copy_is_put_back_after_it_was_told_what_it_holds(now: Program) -> None:
    now.app.backups.make()
    now.app.past_sessions.delete(now.app.history.records()[0].id)
    now.press("Restore…")
    settle(now)
    labels = [button.text() for button in sheet(now).buttons]
    assert labels[0] == "Keep what is there now"
    assert labels[1].endswith("12 sessions")
    assert labels[-1] == "Another file…"
    QTest.mouseClick(sheet(now).buttons[1], Qt.MouseButton.LeftButton)
    settle(now)
    assert len(now.app.history.records()) == 12
    assert now.says("The copy is in place.")


# --- deleting -----------------------------------------------------------------------------------


def test_everything_goes_only_after_the_word_and_a_copy(now: Program, tmp_path: Path) -> None:
    now.app.own_routines.copy("supine-mat")
    now.press("Everything…")
    settle(now)
    asked = sheet(now)
    assert now.window.focusWidget() is asked.buttons[0]
    assert "12 sessions" in asked.accessibleDescription()
    assert "1 routine of yours" in asked.accessibleDescription()
    assert not asked.buttons[1].isEnabled()
    form = data(now).clearing.everything_form
    assert form is not None
    QTest.keyClicks(form.field, "delete")
    answer(now, "Delete everything")
    assert now.app.history.records() == []
    assert now.app.own_routines.files() == ()
    assert now.app.safety.standing().answered is None
    assert now.window.first_run.is_up
    [copy] = tmp_path.glob("Supple 2026-05-13*")
    assert {path.name for path in copy.iterdir()} == {
        "history.supple",
        "supine-on-the-mat-my-way.toml",
    }


def test_escape_keeps_everything(now: Program) -> None:
    now.press("Everything…")
    settle(now)
    QTest.keyClick(sheet(now).buttons[0], Key.Key_Escape)
    assert len(now.app.history.records()) == 12


def test_pain_ratings_and_notes_go_and_a_copy_holds_them(now: Program) -> None:
    assert now.app.clearing.kept().pain_ratings
    now.press("Pain ratings and notes…")
    settle(now)
    answer(now, "Delete them")
    kept = now.app.clearing.kept()
    assert (kept.sessions, kept.pain_ratings, kept.notes) == (12, 0, 0)
    assert len(now.app.backups.found()) == 1


def test_older_sessions_go_by_their_day(now: Program) -> None:
    now.press("Sessions before a date…")
    settle(now)
    assert not sheet(now).buttons[1].isEnabled()
    form = data(now).clearing.before_form
    assert form is not None
    form.field.setDate(QDate(2026, 5, 1))
    settle(now)
    assert form.count.words().endswith("go.")
    answer(now, "Delete them")
    left = now.app.history.records()
    assert 0 < len(left) < 12
    assert min(each.local_day for each in left).isoformat() >= "2026-05-01"


@pytest.mark.parametrize(
    ("turn_off", "gone"),
    [
        (("remembers-pain", False), lambda kept: kept.pain_ratings == 0 and kept.notes > 0),
        (("data.notes", False), lambda kept: kept.notes == 0 and kept.pain_ratings > 0),
    ],
    ids=["pain", "notes"],
)
def test_turning_a_memory_off_offers_to_delete_what_is_there(
    now: Program, turn_off: tuple[str, bool], gone: Callable[[object], bool]
) -> None:
    first = now.app.history.records()[0]
    Ratings(now.app.store.write, now.app.clock, first.id).note("hard")
    now.window.places.settings.widget.changed.emit(*turn_off)
    settle(now)
    answer(now, "Delete them")
    assert gone(now.app.clearing.kept())


def test_turning_safety_answers_off_keeps_only_what_follows_from_them(now: Program) -> None:
    assert now.app.safety.given_answers() is not None
    now.window.places.settings.widget.changed.emit("data.answers", False)
    settle(now)
    assert now.app.safety.given_answers() is None
    assert now.app.safety.standing().answered is not None


def test_without_notes_none_is_asked_for_after_a_session(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def quiet(app: Container) -> None:
        settled(app)
        app.change_setting("data.notes", value=False)

    with program(qtbot, qapp, home, set_up=quiet) as now:
        now.window.begin(Request("desk-break-2", Source.WINDOW, voiced=False))
        live_through(now)
        finished = now.window.visit.after.page
        assert finished.isVisible()
        assert not finished.note.isVisible()


# --- looks --------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(480, 760), (1200, 800)], ids=str)
@pytest.mark.parametrize("deed", ["export", "delete", "delete-before", "restore"])
def test_nothing_of_a_sheet_is_cut(now: Program, size: tuple[int, int], deed: str) -> None:
    now.window.resize(*size)
    data(now).do(deed)
    settle(now)
    shown = sheet(now)
    check(shown)
    check_names(shown)


def test_the_report_of_a_fault_is_copied_as_the_command_prints_it(now: Program) -> None:
    now.window.places.settings.widget.open_section("about")
    assert now.says("How to report a fault")
    now.press("Copy the report")
    settle(now)
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0].split()[:3] == ["ok", "Versions:", "Supple"]
    assert any("Your files: " in line for line in copied)
    assert now.says("Copied. Look through it before you pass it on")
