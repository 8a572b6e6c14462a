"""Tab goes through each screen as it is read: no stop twice, none without a name, none for ever."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QRadioButton, QWidget

from supple.ui.screenshots.studio import SCREENS, Shot, Studio
from supple.ui.window import MainWindow
from tests.ui.test_focus_order import in_order

MOST = 60
# From where a page opens; the side bar and the break card stand where the page ends.
ORDERS: dict[str, tuple[str, ...]] = {
    "today": (
        "Start session", "See what's inside", "Wednesday", "Take one now", "Stretched in",
        "Measure", "When not to stretch", "Daily essentials", "About", "Today", "Desk breaks",
    ),
    "library": ("Search", "Position", "Kit", "Place", "Helps with", "Assisted", "About"),
    "library-card": (
        "Try it", "Add to a routine", "Read it", "Easier", "Stronger", "About", "Library",
        "Desk breaks", "Library", "Play", "Movement", "Left",
    ),
    "session-before": (
        "Start", "I'm already warm", "Today", "0 no pain", "And your leg", "A wall", "Spoken",
        "Check first",
    ),
    "session-hold": ("Pause", "Skip", "It hurts", "Back", "End", "Voice", "Captions", "Across"),
    "session-room-hold": ("Pause", "Skip", "It hurts", "Back"),
    "session-hurts-2-cramp": ("Start this hold", "Skip", "Rest", "Stop", "Wrong answer"),
    "session-finished": (
        "Done", "See details", "0 no pain", "And your leg", "Too easy", "A note to yourself",
    ),
    "plan": (
        "Start", "Make it lighter", "Repeat", "About", "Plan", "Desk breaks", "Pause plan",
        "Adjust", "Ease in", "Settle", "Keep", "Earlier", "Today", "Later", "Wednesday 13 May",
    ),
    "plan-adjust": (
        "Save", "Begin again", "Back", "About", "Plan", "Desk breaks", "Plan", "Plan", "2 times",
        "Any", "Mon", "Sun", "One more hold", "Bring back", "Leave a stretch out",
    ),
    "plan-pause": ("The plan goes on", "Don't pause", "Pause plan"),
    "session-lengths": ("Hold", "none", "Keep for next time", "Leave it", "Use these"),
    "history-sessions": (
        "Edit", "Do it again", "Delete", "About", "History", "Desk breaks", "History", "Kind",
        "Export", "Desk break", "Earlier ones",
    ),
    "selftest-1-choose": (
        "Start with", "I'm already", "Just enter", "About", "Today", "Desk breaks", "Today",
        "Sit-and-reach", "Year of birth", "Rather not",
    ),
    "selftest-3-enter": (
        "How far", "More", "Can't tell", "None", "Save", "Don't save", "About", "Today",
        "Desk breaks", "Check your reach", "Less",
    ),
    "routines-list": ("New routine", "Before football", "Start", "More", "Daily", "About"),
    "routine-editor": (
        "2 of 11", "Hold", "Times", "To change sides", "Both in turn", "Copy", "Remove",
        "Your own words", "Add a picture", "Add a stretch", "Add a rest", "Add from the library",
        "Add Assisted", "About", "My routines", "Desk breaks", "My routines", "Name of", "Undo",
        "More", "Start",
    ),
    "settings-voice": ("Spoken", "One that fits", "Hear it: One", "Show more", "Speed", "Loudness"),
    "settings-keys": (
        "Pause, go on", "Skip", "Today", "Put all", "About", "Settings", "Desk breaks", "Keys",
    ),
    "learn": (
        "How long", "See your plan", "Read it", "About", "Learn", "Desk breaks", "Search",
        "Stretch well", "How are hamstrings",
    ),
    "today-inside": ("Close", "Start session", "Change", "Marching"),
    "firstrun-3-your-spot": ("Mat", "Office chair", "Go on", "Back"),
    "firstrun-5-begin": ("A plan", "Desk breaks", "Neither", "Start with", "Finish", "Finish and"),
    "desk-break-window": ("Pause, Space", "Skip, Right arrow", "It hurts. Stops"),
    "desk-break-end": ("Back to work", "Better", "2 more"),
}  # fmt: skip


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the invented user, made once."""
    home = tmp_path_factory.mktemp("studio") / "home"
    Studio(home, Shot(), "en").close()
    return home


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab goes, until it is where it was before."""
    if isinstance(window, MainWindow):
        window.resize(1200, 800)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    found: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in found:
        found.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        for _ in range(2):  # day, month and year are one field
            if isinstance(here, QDateEdit) and here.hasFocus():
                QTest.keyClick(here, Qt.Key.Key_Tab)
        assert len(found) < MOST, [name(each) for each in found]
    assert QApplication.focusWidget() is not None, "the focus is nowhere"
    return found


@pytest.fixture
def studio(qapp: QApplication, lived_in: Path, tmp_path: Path) -> Iterator[Studio]:
    """The invented user, on a home of this test's own."""
    del qapp
    made = Studio(Path(shutil.copytree(lived_in, tmp_path / "home")), Shot(), "en")
    yield made
    made.close()


@contextmanager
def shown(studio: Studio, screen: str) -> Iterator[QWidget]:
    window = SCREENS[screen](studio)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("screen", ORDERS)
def test_tab_goes_through_a_screen_as_it_is_read(studio: Studio, screen: str) -> None:
    with shown(studio, screen) as window:
        found = stops(window)
        named = [name(each) for each in found]
        assert all(named), named
        assert in_order(named, *ORDERS[screen]), named
        back = QApplication.focusWidget()
        assert back in found[:2], "what has the focus without being a stop is left for good"


def test_of_all_voices_tab_comes_to_the_chosen_one_and_its_button(studio: Studio) -> None:
    with shown(studio, "settings-voice") as window:
        hears = [name(each) for each in stops(window) if name(each).startswith("Hear it")]
        assert hears == ["Hear it: One that fits the language"]
        [first] = [
            each for each in window.findChildren(QRadioButton) if name(each).startswith("One")
        ]
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Down)
        chosen = QApplication.focusWidget()
        assert isinstance(chosen, QRadioButton)
        assert chosen.isChecked()
        QTest.keyClick(chosen, Qt.Key.Key_Tab)
        hear = QApplication.focusWidget()
        assert hear is not None
        assert name(hear) == f"Hear it: {name(chosen)}"
