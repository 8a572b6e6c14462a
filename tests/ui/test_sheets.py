"""Illustrated sheets: what a routine or an exercise looks like on paper."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.catalogue.exercise import Family
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.session.steps import Part
from supple.ui.flows.sheet import SheetFlow
from supple.ui.paint.paper import PAGE
from supple.ui.paint.sheet_paint import SheetPainter
from supple.ui.screenshots.studio import Shot, Studio


@pytest.fixture
def studio(qapp: QApplication, tmp_path: Path) -> Iterator[Studio]:
    assert qapp is not None
    with closing(Studio(tmp_path / "home", Shot(), "en")) as studio:
        yield studio


@pytest.fixture
def sheets(studio: Studio, qtbot: QtBot) -> SheetFlow:
    window = studio.window()
    qtbot.addWidget(window)
    return SheetFlow(studio.app, studio.dress.look, window.figures, window)


def test_every_row_of_a_routine_is_on_its_sheet_in_order(sheets: SheetFlow) -> None:
    view = sheets.routine("full-home")
    assert view.title == "Full home session"
    assert "18 minutes." in view.line
    assert view.rows[0].name == "Marching on the spot"
    assert view.rows[0].steps[0].startswith("Stand tall")
    assert "not medical advice" in view.foot


def test_a_rest_and_the_writers_own_words_are_on_the_sheet(
    sheets: SheetFlow, studio: Studio
) -> None:
    fold = RoutineStep(Part.MAIN, "bridge", 2, 10, reps=8, say="Slowly, please.")
    studio.app.own_routines.save(Routine(id="mine", name="Mine", steps=(fold, RestRow(20))))
    bridge, rest = sheets.routine("mine").rows
    assert bridge.notes == ("Slowly, please.",)
    assert (rest.exercise, rest.dose) == ("", "20 s")


def test_a_long_routine_takes_several_pages_and_each_row_is_painted_once(
    sheets: SheetFlow, studio: Studio
) -> None:
    view, pages = sheets.routine("full-home"), [1]
    image = QImage(PAGE.toSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    blank = image.copy()
    with QPainter(image) as painter:
        SheetPainter(studio.dress.look, sheets._figures, view)(painter, lambda: pages.append(1))
    assert len(pages) in (2, 3, 4)
    assert image != blank


def test_the_list_for_a_professional_has_every_stretch_on_a_few_pages(
    sheets: SheetFlow, studio: Studio, tmp_path: Path
) -> None:
    view = sheets.stretches()
    assert {row.exercise for row in view.rows} == {
        each.id for each in studio.app.catalogue.exercises() if each.family is not Family.SELF_TEST
    }
    assert all(row.dose and len(row.notes) == 2 for row in view.rows)
    sheets.save(view, tmp_path / "list.pdf")
    assert len(re.findall(rb"/Type */Page\b", (tmp_path / "list.pdf").read_bytes())) <= 5


def test_a_sheet_is_saved_as_pdf_and_a_place_that_refuses_is_told(
    sheets: SheetFlow, tmp_path: Path, qtbot: QtBot
) -> None:
    view = sheets.routine("desk-break-2")
    sheets.save(view, tmp_path / "break.pdf")
    assert (tmp_path / "break.pdf").read_bytes().startswith(b"%PDF")
    with qtbot.waitSignal(sheets.failed) as told:
        sheets.save(view, tmp_path / "no" / "such" / "folder.pdf")
    assert "Nothing was lost" in str(told.args[0])
