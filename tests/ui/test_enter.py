"""Enter presses what has the focus on every page, as the space bar does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.ui.pages.card import CardPage
from supple.ui.widgets.exercise_tile import ExerciseTile
from tests.ui.windows import program, settled


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_tile_of_the_library_opens_by_key(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, key: Qt.Key
) -> None:
    with program(qtbot, qapp, tmp_path / "home", set_up=settled) as now:
        qtbot.waitActive(now.window)
        now.window.go("library")
        qapp.processEvents()
        tile = next(each for each in now.page().findChildren(ExerciseTile) if each.isVisible())
        tile.setFocus()
        qtbot.waitUntil(tile.hasFocus)
        QTest.keyClick(tile, key)
        qapp.processEvents()
        cards = [each for each in now.window.findChildren(CardPage) if each.isVisible()]
        assert len(cards) == 1
