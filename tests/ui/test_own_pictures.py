"""Pictures of the user's own: from a file into a routine, and where the figure stood."""

import os
import zlib
from gettext import NullTranslations
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.catalogue.picture import MOST_BYTES, png_of, text_of
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.errors import InputError
from supple.core.session.engine import Intent
from supple.core.session.steps import Kind, Part
from supple.ui.pages.editor import EditorPage
from supple.ui.paint.own_pictures import picture_from
from supple.ui.paint.paper import PAGE
from supple.ui.paint.sheet_paint import SheetPainter
from supple.ui.widgets.figure_view import FigureView
from supple.ui.widgets.own_picture import OwnPicture, image_of, small_image
from supple.ui.widgets.routine_tile import RoutineTile
from tests.ui.pictures import BLUE, RED, noisy, plain
from tests.ui.windows import Program, program, settled

WORDS = NullTranslations()
BRIDGE = RoutineStep(part=Part.MAIN, exercise="bridge", sets=2, get_ready_s=5, reps=4)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def from_file(path: Path) -> QImage:
    text = picture_from(path, WORDS)
    png = png_of(text)
    assert png is not None
    assert len(png) <= MOST_BYTES
    return image_of(text)


# --- from a file ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_a_picture_is_taken_in_its_own_proportions(
    qapp: QApplication, tmp_path: Path, name: str
) -> None:
    assert qapp is not None
    image = from_file(plain(tmp_path / name, 1000, 2000))
    assert image.size() == QSize(400, 800)
    colour = image.pixelColor(200, 400)
    assert abs(colour.red() - RED.red()) + abs(colour.blue() - RED.blue()) < 12


def test_a_small_one_stays_as_it_is(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    assert from_file(plain(tmp_path / "a.png", 30, 20)).size() == QSize(30, 20)


def test_one_that_would_be_too_large_becomes_smaller(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    image = from_file(noisy(tmp_path / "a.png", 1800, 900))
    assert image.width() == pytest.approx(2 * image.height(), abs=2)


def test_its_name_says_nothing_and_what_was_written_beside_it_is_not_kept(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert qapp is not None
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(RED)
    image.setText("Place", "at home")
    assert image.save(str(tmp_path / "holiday.doc"), "PNG")  # type: ignore[call-overload]
    assert from_file(tmp_path / "holiday.doc").text() == ""


def bomb(width: int, height: int) -> bytes:
    """A small PNG that fills the memory of whoever believes it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return len(data).to_bytes(4) + whole + zlib.crc32(whole).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 6, 0, 0, 0])
    data = zlib.compress(bytes(1_000_000))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


HOSTILE = {
    "nothing": b"",
    "words": b"no picture at all",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    "gif": b"GIF89a\x01\0\x01\0\0\0\0;",
    "cut": bomb(40, 30)[:45],
    "bomb": bomb(60_000, 60_000),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_picture_is_told(qapp: QApplication, tmp_path: Path, content: bytes) -> None:
    assert qapp is not None
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(InputError, match="PNG, JPEG or WebP"):
        picture_from(tmp_path / "a.png", WORDS)


def test_folders_pipes_and_what_is_not_there_are_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    for path in (tmp_path, tmp_path / "pipe.png", tmp_path / "gone.png"):
        with pytest.raises(InputError):
            picture_from(path, WORDS)


@pytest.mark.parametrize("content", [bomb(2900, 2900), bomb(40, 30)[:60], bomb(60_000, 60_000)])
def test_a_routine_with_a_spoilt_picture_shows_none(qapp: QApplication, content: bytes) -> None:
    assert qapp is not None
    image = image_of(text_of(content))
    assert max(image.width(), image.height()) <= 1200
    assert small_image("not base64", QSize(40, 30)).isNull()


# --- in the editor --------------------------------------------------------------------------


def editing(now: Program, *rows: RoutineStep | RestRow) -> EditorPage:
    now.app.own_routines.save(Routine(id="mine", name="Mine", steps=rows))
    now.window.go("routines")
    now.window.places.routines.edit("mine")
    page = now.window.places.routines.editor.page
    page.rows.open_row(0)
    QApplication.processEvents()
    return page


def pictures(now: Program, ident: str = "mine") -> list[str]:
    rows = now.app.catalogue.routine(ident).steps
    return [row.picture for row in rows if isinstance(row, RoutineStep)]


def test_a_picture_is_added_shown_removed_and_all_of_it_undone(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = editing(now, BRIDGE)
        now.button("Add a picture")
        now.window.places.routines.editor.take_picture(0, plain(tmp_path / "a.jpg"))
        QApplication.processEvents()
        [added] = pictures(now)
        assert added
        [shown] = page.rows.findChildren(OwnPicture)
        assert shown.accessibleName() == "Your picture for Bridge"
        assert not shown.image.isNull()
        now.press("Remove the picture")
        assert pictures(now) == [""]
        page.undone.emit()
        assert pictures(now) == [added]
        page.undone.emit()
        assert pictures(now) == [""]
        page.redone.emit()
        assert pictures(now) == [added]


def test_the_row_shows_it_in_place_of_the_figure(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = editing(now, BRIDGE)
        now.window.places.routines.editor.take_picture(0, plain(tmp_path / "a.png", 400, 300))
        QApplication.processEvents()
        head = page.rows.rows[0].head
        assert head.grab().toImage().pixelColor(75, head.height() // 2) == RED


def test_a_file_that_is_no_picture_changes_nothing(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        editing(now, BRIDGE)
        told: list[object] = []
        now.window.places.routines.editor.failed.connect(told.append)
        (tmp_path / "a.png").write_text("no picture", "utf-8")
        now.window.places.routines.editor.take_picture(0, tmp_path / "a.png")
        assert "a.png" in str(told[0])
        assert pictures(now) == [""]


def test_a_routine_never_gets_so_large_that_it_cannot_be_read_again(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = editing(now, BRIDGE)
        told: list[object] = []
        now.window.places.routines.editor.failed.connect(told.append)
        picture = noisy(tmp_path / "a.png", 600, 600)
        now.window.places.routines.editor.take_picture(0, picture)
        for _ in range(30):
            page.rows.copied.emit(0)
        assert "no room" in str(told[0])
        assert len(pictures(now)) == len(page.rows.rows) > 10
        assert now.app.catalogue.broken() == ()


def test_it_is_shared_in_the_one_file(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        editing(now, BRIDGE)
        now.window.places.routines.editor.take_picture(0, plain(tmp_path / "a.png"))
        now.app.own_routines.export("mine", tmp_path / "shared.toml")
        taken = now.app.own_routines.import_(tmp_path / "shared.supple.toml")
        assert pictures(now, taken.id) == pictures(now) != [""]


# --- in a session and on paper --------------------------------------------------------------


def routine_with(now: Program, tmp_path: Path) -> None:
    red = picture_from(plain(tmp_path / "red.png"), WORDS)
    blue = picture_from(plain(tmp_path / "blue.png", colour=BLUE), WORDS)
    rows = (BRIDGE, replace(BRIDGE, picture=red), RestRow(20), replace(BRIDGE, picture=blue))
    now.app.own_routines.save(Routine(id="mine", name="Mine", steps=rows))


def test_a_session_shows_the_picture_of_each_step_in_place_of_the_figure(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        routine_with(now, tmp_path)
        now.window.prepare("mine")
        now.press("Start")
        flow = now.window.visit.flow
        assert flow.opened is not None
        seen: dict[tuple[int, Kind], QColor | None] = {}
        while flow.is_running and flow.opened is not None:
            view = flow.opened.runner.view()
            slot = now.window.visit.page.run.figure
            own = [each for each in slot.findChildren(OwnPicture) if each.isVisibleTo(slot)]
            figure = [each for each in slot.findChildren(FigureView) if each.isVisibleTo(slot)]
            assert len(own) + len(figure) == 1
            colour = own[0].image.pixelColor(5, 5) if own else None
            seen[view.step.group, view.step.kind] = colour
            flow.do(Intent.SKIP)
            QTest.qWait(0)
        assert {group for group, _ in seen} == {0, 1, 2, 3}
        wanted = {0: None, 1: RED, 2: BLUE, 3: BLUE}
        assert all(colour == wanted[group] for (group, _), colour in seen.items())


def holds(image: QImage, colour: QColor) -> bool:
    """Whether some part of it has just this colour."""
    across, down = range(0, image.width(), 4), range(0, image.height(), 4)
    return any(image.pixelColor(x, y) == colour for x in across for y in down)


def test_tiles_and_what_is_inside_show_them(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.places.stills.at_once = True
        routine_with(now, tmp_path)
        now.window.go("routines")
        QApplication.processEvents()
        tiles = now.window.places.routines.page.findChildren(RoutineTile)
        [mine] = [tile.grab().toImage() for tile in tiles if tile.view.id == "mine"]
        assert holds(mine, RED)
        assert holds(mine, BLUE)
        now.window.asides.look_inside("mine")
        rows = [row.grab().toImage() for row in now.window.asides.inside.rows]
        assert [(holds(row, RED), holds(row, BLUE)) for row in rows] == [
            (False, False),
            (True, False),
            (False, False),
            (False, True),
        ]


def test_a_sheet_shows_it_once_in_its_own_proportions(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        routine_with(now, tmp_path)
        now.window.go("routines")
        view = now.window.places.routines.sheets.routine("mine")
        assert [bool(row.picture) for row in view.rows] == [False, True, False, True]
        image = QImage(PAGE.toSize(), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        with QPainter(image) as painter:
            SheetPainter(now.window.visit._look, now.window.figures, view)(painter, lambda: None)
        reds = [
            (x, y)
            for y in range(image.height())
            for x in range(image.width())
            if image.pixelColor(x, y) == RED
        ]
        width = max(x for x, _ in reds) - min(x for x, _ in reds) + 1
        height = max(y for _, y in reds) - min(y for _, y in reds) + 1
        assert width / height == pytest.approx(4 / 3, abs=0.05)
