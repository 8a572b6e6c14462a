"""Tab goes through a page as it is read, then through the side bar, then to the break card."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.windows import Program, program, settled


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def name(widget: QWidget | None) -> str:
    if widget is None:
        return ""
    return widget.accessibleName() or str(widget.property("text") or "")


def tabbed(now: Program, most: int = 150) -> list[str]:
    """The names of all stops from the present one on, until it comes round again."""
    now.window.activateWindow()
    QApplication.processEvents()
    first: QWidget | None = now.window.focusWidget()
    found = [name(first)]
    for _ in range(most):
        focused: QWidget | None = now.window.focusWidget()
        QTest.keyClick(focused or now.window, Qt.Key.Key_Tab)
        if now.window.focusWidget() is first:
            break
        found.append(name(now.window.focusWidget()))
    return found


def in_order(found: list[str], *wanted: str) -> bool:
    """Whether these come in this order, whatever stands between."""
    rest = iter(found)
    return all(any(each.startswith(want) for each in rest) for want in wanted)


@pytest.mark.parametrize(
    ("place", "order"),
    [
        (
            "today",
            (
                "Start",
                "See what's inside",
                "Wednesday",
                "Take one now",
                "When not to stretch",
                "Today",
            ),
        ),
        ("library", ("Search", "Position", "Library")),
        ("settings", ("Settings",)),
        ("plan", ("Start", "Plan")),
        ("learn", ("Search", "Learn")),
        ("history", ("History",)),
        ("routines", ("My routines",)),
    ],
)
def test_a_page_comes_first_then_the_side_bar_then_the_break_card(
    qtbot: QtBot, qapp: QApplication, home: Path, place: str, order: tuple[str, ...]
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.break_card.setAccessibleName("Desk breaks: at 14:30")
        now.window.break_card.show()
        now.window.go(place)
        qtbot.waitUntil(lambda: now.window.shell.place == place)
        found = tabbed(now)
        assert all(found), f"every stop has a name: {found}"
        assert in_order(found, *order, "Desk breaks"), found
        here = next(index for index, each in enumerate(found) if each.startswith("Desk breaks"))
        assert found[here - 1] == order[-1], "the side bar is entered at the present place"


def test_a_session_goes_from_pause_to_what_else_can_be_done(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.visit.prepare("desk-break-2")
        found = tabbed(now)
        assert in_order(found, "Pause", "Start now", "It hurts", "Back", "End"), found
        assert found[0].startswith("Pause")
        now.window.visit.flow.stop()


def test_before_a_session_the_answers_come_first_then_the_start_and_back_last(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.visit.prepare("supine-mat")
        found = tabbed(now)
        assert found[:3] == ["Start", "I'm already warm", "Today"], found
        again = found[3:]
        assert again[0] == "0 no pain", found
        assert in_order(again, "And your leg?", "A mat", "Leave the warm-up", "Hear it"), found
        assert again[-2:] == ["Spoken guidance", "Check first"], found
