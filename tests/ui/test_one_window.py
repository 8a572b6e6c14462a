"""Parts of pages are never windows of their own, not even for a moment: that takes the focus."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.windows import Program, program, settled

PLACES = ("library", "routines", "plan", "history", "learn", "settings")


@contextmanager
def focused_windows(qtbot: QtBot, qapp: QApplication, now: Program) -> Iterator[list[str]]:
    """The names of all windows that get the focus meanwhile."""
    qtbot.waitActive(now.window)
    qapp.processEvents()
    seen: list[str] = []

    def note(window: QObject | None) -> None:
        seen.append("" if window is None else window.objectName())

    qapp.focusWindowChanged.connect(note)
    yield seen
    for _ in range(10):
        qapp.processEvents()
    qapp.focusWindowChanged.disconnect(note)


@pytest.mark.parametrize("place", PLACES)
def test_a_place_opens_in_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, place: str
) -> None:
    with program(qtbot, qapp, tmp_path / "home", set_up=settled) as now:
        with focused_windows(qtbot, qapp, now) as seen:
            now.window.go(place)
        assert seen == []


def test_a_session_opens_in_the_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with program(qtbot, qapp, tmp_path / "home", set_up=settled) as now:
        now.app.change_setting("session.full_screen", value=False)
        now.press("Start, 10 min")
        with focused_windows(qtbot, qapp, now) as seen:
            now.press("Start")
        assert seen == []
