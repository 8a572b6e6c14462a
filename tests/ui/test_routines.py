"""Own routines as a person makes them: list, editor, drag, keys, undo, files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from supple.app.sessions import Request
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.history.records import Source
from supple.ui.pages.before import BeforePage
from supple.ui.pages.editor import EditorPage
from supple.ui.pages.routines import RoutinesPage
from supple.ui.way_out import MendableError
from supple.ui.widgets.routine_tile import RoutineTile
from supple.ui.widgets.segments import Segments
from supple.ui.widgets.text import Text
from tests.ui.windows import Program, program, settled

Key = Qt.Key
MINE = "core-and-posture-my-way"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def routines(now: Program) -> RoutinesPage:
    now.window.go("routines")
    QApplication.processEvents()
    return now.window.places.routines.page


def editing(now: Program, source: str = "core-posture") -> tuple[EditorPage, str]:
    """The editor with the user's own copy of a routine."""
    mine = now.app.own_routines.copy(source)
    routines(now)
    now.window.places.routines.edit(mine.id)
    QApplication.processEvents()
    return now.window.places.routines.editor.page, mine.id


def kept(now: Program, ident: str) -> Routine:
    return now.app.catalogue.routine(ident)


def names(now: Program, ident: str) -> list[str]:
    rows = kept(now, ident).steps
    return [row.exercise if isinstance(row, RoutineStep) else "rest" for row in rows]


def step(now: Program, ident: str, place: int) -> RoutineStep:
    row = kept(now, ident).steps[place]
    assert isinstance(row, RoutineStep)
    return row


def test_own_routines_come_first_and_ready_made_ones_are_copied_to_be_changed(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = routines(now)
        assert page.empty.isVisible()
        assert len(page.ready.tiles) == len(now.app.catalogue.shipped_routine_ids)
        page.copy_requested.emit("morning-10")
        assert now.window.places.routines.widget.currentWidget() is not page
        routines(now)
        assert not page.empty.isVisible()
        [mine] = page.own.tiles
        assert isinstance(mine, RoutineTile)
        assert now.app.catalogue.is_own(mine.view.id)


def test_the_disc_of_a_tile_starts_it(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        tile = routines(now).ready.tiles[0]
        assert isinstance(tile, RoutineTile)
        QTest.mouseClick(tile.play, Qt.MouseButton.LeftButton)
        assert isinstance(now.window.currentWidget(), BeforePage)


def test_a_file_that_cannot_be_read_is_shown_with_its_fault(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        folder = now.app.folders.routines
        (folder / "hotel.toml").write_text('id = "hotel"\nname = "Hotel"\nsteps = 3\n', "utf-8")
        [tile] = routines(now).own.tiles
        assert "steps: found 3" in tile.accessibleName()


def test_a_broken_file_tells_all_its_faults_and_what_is_allowed(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        row = '{ part = "main", exercise = "bridge", reps = 400, sets = 9, get_ready_s = 5 }'
        text = f'id = "hotel"\nname = "Hotel room"\nsteps = [\n  {row},\n]\n'
        (now.app.folders.routines / "hotel.toml").write_text(text, "utf-8")
        [tile] = routines(now).own.tiles
        assert tile.accessibleName() == "Hotel room, Line 4: sets: found 9. And 1 more fault."
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        said = in_sheet(now)
        assert said[:2] == ["“Hotel room” couldn't be read", "The other routines work."]
        assert "Line 4: reps: found 400. Allowed: a whole number from 1 to 60 or plan." in said
        press_in_sheet(now, "Show what's allowed")
        assert any("hold_s a whole number from 5 to 60 or plan" in each for each in in_sheet(now))
        press_in_sheet(now, "Back")
        assert in_sheet(now) == said
        press_in_sheet(now, "Close")
        assert tile.hasFocus()


def in_sheet(now: Program) -> list[str]:
    """What the sheet over the page says."""
    sheet = now.window.places.routines.broken.over.sheet
    assert sheet is not None
    return [each.words() for each in sheet.findChildren(Text)]


def press_in_sheet(now: Program, words: str) -> None:
    sheet = now.window.places.routines.broken.over.sheet
    assert sheet is not None
    [button] = [each for each in sheet.buttons if each.text() == words]
    button.click()


def test_a_new_routine_is_named_filled_and_kept(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        routines(now)
        now.press("New routine")
        page = now.window.places.routines.editor.page
        assert page.title.hasFocus()
        QTest.keyClicks(page.title, "Sunday")
        QTest.keyClick(page.title, Key.Key_Return)
        page.palette_.added.emit("bridge")
        page.palette_.added.emit("strap-supine-stretch")
        [own] = [each for each in now.app.catalogue.routines() if now.app.catalogue.is_own(each.id)]
        assert own.name == "Sunday"
        assert names(now, own.id) == ["bridge", "strap-supine-stretch"]


def test_alt_and_arrows_move_a_row_and_the_focus_goes_with_it(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now)
        before = names(now, mine)
        page.rows.focus_row(1)
        QTest.keyClick(page.rows.rows[1].head, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert names(now, mine) == [before[0], before[2], before[1], *before[3:]]
        assert page.rows.rows[2].head.hasFocus()
        QTest.keyClick(page.rows.rows[2].head, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert names(now, mine) == before


def test_a_move_is_told_to_screen_readers_with_the_new_place(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now)
        count = len(names(now, mine))
        told: list[str] = []
        page.rows.told.connect(told.append)
        first = page.rows.rows[0]
        QTest.keyClick(first.head, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        first.edge_wanted.emit(True)
        assert told == []
        QTest.keyClick(first.head, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        page.rows.rows[1].edge_wanted.emit(False)
        assert told == [f"Moved to place 2 of {count}", f"Moved to place {count} of {count}"]
        assert page.rows.rows[-1].head.hasFocus()


def test_the_row_that_is_open_stays_so_whatever_is_moved(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now)
        opened = names(now, mine)[2]
        page.rows.open_row(2)
        for row, by in ((2, 1), (3, -1), (1, 1), (1, 1), (2, -1), (0, 1)):
            page.rows.rows[row].head.move_wanted.emit(by)
            assert names(now, mine)[page.rows.open_place] == opened
        page.rows.rows[0].edge_wanted.emit(False)
        assert names(now, mine)[page.rows.open_place] == opened


def test_a_row_is_dragged_to_another_place(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now)
        before = names(now, mine)
        head = page.rows.rows[0].head
        start = head.rect().center()
        target = page.rows.rows[2]
        below = head.mapFromGlobal(target.mapToGlobal(QPoint(0, target.height() - 2)))
        QTest.mousePress(head, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(head, start + QPoint(0, 30))
        QTest.mouseMove(head, QPoint(start.x(), below.y()))
        assert page.rows.rows[0].lifted
        lifted = page.rows.rows[0].geometry()
        assert lifted.left() == 26
        assert lifted.right() == page.rows.rect().right(), "cut at its side"
        QTest.mouseRelease(head, Qt.MouseButton.LeftButton, pos=QPoint(start.x(), below.y()))
        assert names(now, mine) == [before[1], before[2], before[0], *before[3:]]
        assert not any(row.lifted for row in page.rows.rows)


def test_an_opened_row_sets_numbers_and_the_total_follows(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now, "supine-mat")
        place = names(now, mine).index("strap-supine-stretch")
        total = page.total._total.text()
        row = page.rows.rows[place]
        QTest.keyClick(row.head, Key.Key_Return)
        assert page.rows.open_place == place
        hold = row._steppers["amount"]
        assert hold.value() == 15 or hold.value() == 20
        before = hold.value()
        QTest.mouseClick(hold.more, Qt.MouseButton.LeftButton)
        assert step(now, mine, place).hold_s == before + 5
        assert page.total._total.text() != total
        row._steppers["sets"].number.setValue(3)
        row._steppers["gap"].number.setValue(25)
        row.side_changed.emit("left")
        now_is = step(now, mine, place)
        assert (now_is.sets, now_is.rest_s, now_is.side) == (3, 25, "left")
        assert page.rows.open_place == place


def test_both_sides_are_done_in_turn_or_one_after_the_other(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now, "supine-mat")
        place = names(now, mine).index("strap-supine-stretch")
        QTest.keyClick(page.rows.rows[place].head, Key.Key_Return)
        sides = page.rows.rows[place].findChild(Segments)
        assert sides is not None
        assert sides.value == "in-turn"
        QTest.mouseClick(sides._segments[1], Qt.MouseButton.LeftButton)
        assert step(now, mine, place).alternates is False
        request = Request(mine, Source.WINDOW)
        of_row = [
            work.side
            for work in now.app.sessions.compiled(request).steps
            if work.exercise == "strap-supine-stretch" and work.kind.is_work
        ]
        assert [side for n, side in enumerate(of_row) if side not in of_row[:n]] == of_row[::2]
        assert of_row[0] is of_row[1]


def test_own_words_are_kept(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now)
        page.rows.say_changed.emit(0, "Softly now.")
        assert step(now, mine, 0).say == "Softly now."


def test_undo_and_redo_go_through_all_that_was_done(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now)
        before = kept(now, mine)
        assert not page.undo.isEnabled()
        page.rows.removed.emit(0)
        page.rest_requested.emit()
        page.renamed.emit("Shorter")
        after = kept(now, mine)
        assert isinstance(after.steps[-1], RestRow)
        assert after.name == "Shorter"
        for _ in range(3):
            page.undone.emit()
        assert kept(now, mine) == before
        assert not page.undo.isEnabled()
        for _ in range(3):
            page.redone.emit()
        assert kept(now, mine) == after


def test_rows_are_copied_and_removed_by_their_buttons(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now)
        count = len(names(now, mine))
        page.rows.open_row(0)
        QApplication.processEvents()
        now.press("Copy")
        assert names(now, mine)[0] == names(now, mine)[1]
        assert len(names(now, mine)) == count + 1
        now.press("Remove")
        assert len(names(now, mine)) == count
        head = page.rows.rows[0].head
        QTest.keyClick(head, Key.Key_Delete)
        assert len(names(now, mine)) == count - 1


def test_a_note_is_fixed_by_its_button(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        _page, mine = editing(now, "supine-mat")
        page = now.window.places.routines.editor.page
        page.rows.removed.emit(0)
        assert now.says("A 5-minute warm-up is kinder to cold muscles.")
        now.press("Make it 5")
        QApplication.processEvents()
        assert not now.says("A 5-minute warm-up is kinder to cold muscles.")
        assert names(now, mine)[-1] == "breathing-rest"


def test_a_hold_that_is_too_short_is_made_the_shortest_usual_one(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now, "supine-mat")
        place = names(now, mine).index("strap-supine-stretch")
        page.rows.amount_changed.emit(place, 5)
        assert now.says("Usually held 15 to 30 seconds.")
        now.press("Make it 15")
        assert step(now, mine, place).hold_s == 15
        assert not now.says("Usually held 15 to 30 seconds.")


def test_up_to_five_times_are_taken_with_a_note_and_survive_the_file(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now, "supine-mat")
        place = names(now, mine).index("strap-supine-stretch")
        page.rows.sets_changed.emit(place, 5)
        assert step(now, mine, place).sets == 5
        assert now.app.catalogue.broken() == ()
        assert now.says("Usually 3 times at most.")
        now.press("Make it 3")
        assert step(now, mine, place).sets == 3


def test_the_palette_finds_and_adds_after_the_open_row(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now)
        page.rows.open_row(1)
        QTest.keyClicks(page.palette_.search, "partner")
        QApplication.processEvents()
        [thumb] = page.palette_._thumbs
        page.palette_.added.emit(thumb._view.id)
        assert names(now, mine)[2] == thumb._view.id


def drag(now: Program, page: EditorPage, ident: str, to: QPoint) -> None:
    """Take an exercise of the palette along to a point of the screen, and let it go there."""
    [thumb] = [each for each in page.palette_._thumbs if each._view.id == ident]
    entry = thumb.parentWidget()
    assert entry is not None
    start, end = QPoint(5, 5), entry.mapFromGlobal(to)
    QTest.mousePress(entry, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(entry, (start + end) / 2)
    QTest.mouseMove(entry, end)
    now.window.grab()
    QTest.mouseRelease(entry, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()


def test_a_stretch_of_the_palette_is_dragged_to_its_place(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now)
        before = names(now, mine)
        page.rows.open_row(1)
        QApplication.processEvents()
        ident = page.palette_._thumbs[0]._view.id
        first = page.rows.rows[0]
        drag(now, page, ident, first.mapToGlobal(QPoint(90, first.height() - 3)))
        assert names(now, mine) == [before[0], ident, *before[1:]]
        assert page.rows.open_place == 2
        assert page.rows.rows[1].head.hasFocus()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        qtbot.waitUntil(lambda: not page.viewport().findChildren(QLabel, options=direct))
        assert page.rows.rows[1].y() < page.rows.rows[1].height() * 2
        page.undone.emit()
        assert names(now, mine) == before


def test_what_is_dragged_and_let_go_elsewhere_is_not_added(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page, mine = editing(now)
        before, last = names(now, mine), page.rows.rows[-1].geometry()
        ident = page.palette_._thumbs[0]._view.id
        drag(now, page, ident, page.total.mapToGlobal(QPoint(20, 10)))
        assert names(now, mine) == before
        assert page.rows.rows[-1].geometry() == last


def test_the_first_stretch_of_a_new_routine_can_be_dragged(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        routines(now)
        now.window.places.routines.new()
        QApplication.processEvents()
        page = now.window.places.routines.editor.page
        ident = page.palette_._thumbs[2]._view.id
        drag(now, page, ident, page.rows.mapToGlobal(QPoint(60, 10)))
        [own] = [each for each in now.app.catalogue.routines() if now.app.catalogue.is_own(each.id)]
        assert names(now, own.id) == [ident]


def test_deleting_is_done_at_once_and_can_be_taken_back(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        _page, mine = editing(now)
        before = kept(now, mine)
        list_page = routines(now)
        list_page.delete_requested.emit(mine)
        assert not now.app.catalogue.is_own(mine) or list_page.own.tiles == ()
        now.press("Undo")
        assert kept(now, mine) == before
        assert len(list_page.own.tiles) == 1


def test_a_shared_file_is_taken_in_and_a_faulty_one_is_told(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        mine = now.app.own_routines.copy("core-posture")
        now.app.own_routines.export(mine.id, tmp_path / "shared.toml")
        routines(now)
        told: list[object] = []
        now.window.places.failed.connect(told.append)
        now.window.places.routines.take_in(tmp_path / "shared.supple.toml")
        own = [each for each in now.app.catalogue.routines() if now.app.catalogue.is_own(each.id)]
        assert len(own) == 2
        assert told == []
        (tmp_path / "bad.toml").write_text("steps = 3\n", "utf-8")
        now.window.places.routines.take_in(tmp_path / "bad.toml")
        assert "steps" in str(told[0])
        assert isinstance(told[0], MendableError)
        assert told[0].words == "Choose another"
        now.window.places.routines.export(mine.id, tmp_path / "no folder" / "mine.toml")
        assert isinstance(told[1], MendableError)
        assert told[1].words == "Choose another place"


def test_an_edited_routine_starts(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        editing(now)
        now.press("Start")
        assert isinstance(now.window.currentWidget(), BeforePage)
