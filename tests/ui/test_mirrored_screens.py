"""Every screen read from right to left: all that is placed or painted stands as in a mirror."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from supple.ui.screenshots.studio import SCREENS, Shot, Studio
from supple.ui.widgets.charts.chart import Chart
from supple.ui.widgets.charts.sides import Sides
from supple.ui.widgets.figure_view import FigureView
from supple.ui.widgets.plate_button import PlateButton
from supple.ui.widgets.ring import Ring
from tests.ui.mirroring import Picture, moved, painted, picture
from tests.ui.test_every_screen import FIXED, SLOW

Draw = Callable[[str, Qt.LayoutDirection, tuple[int, int]], Picture]
LONG = pytest.mark.long
WIDE, NARROW = 1200, 500
TALL, LOW = 1500, 800  # pages scroll, sessions fill what there is with larger letters
SHORT = (
    "today",
    "session-hold",
    "session-room-controls",
    "session-hurts-1-stop",
    "desk-break-end",
    "firstrun-3-your-spot",
    "selftest-3-enter",
    "history",
    "history-sessions",
    "plan",
    "learn",
    "routine-editor",
    "settings-voice",
)
LISTS = ("learn-evidence",)  # points stand at the side of their words, which are English here
LETTERS = 10  # cells that large letters leave: they are not their own mirror images
# Back is at the left of every player.
PLAYER = ("Back", "Try again", "Pause", "Go on", "Skip", "Got it", "Start now")
KEPT = (
    FigureView,  # a left leg is a left leg
    Ring,  # time goes round as on every clock
    QLineEdit,  # goes by the words in it
    QPlainTextEdit,
)
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def stays(widget: QWidget) -> bool:
    """Whether it is the same in every language."""
    return (
        isinstance(widget, KEPT)
        or (isinstance(widget, PlateButton) and widget.accessibleName().startswith(PLAYER))
        or (isinstance(widget, Chart) and isinstance(widget.picture, Sides))
    )


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the invented user, made once."""
    home = tmp_path_factory.mktemp("studio") / "home"
    Studio(home, Shot(), "en").close()
    return home


@pytest.fixture
def draw(lived_in: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Draw]:
    def drawn(name: str, direction: Qt.LayoutDirection, size: tuple[int, int]) -> Picture:
        home = tmp_path / direction.name
        studio = Studio(Path(shutil.copytree(lived_in, home)), Shot(), "en")
        qapp.setLayoutDirection(direction)
        window = SCREENS[name](studio)
        try:
            window.setWindowState(Qt.WindowState.WindowNoState)
            if name not in FIXED:
                window.setMinimumSize(1, 1)
                window.resize(*size)
            without_figures(window)
            window.show()
            for _ in range(4):
                QCoreApplication.processEvents()
            return picture(window, stays)
        finally:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            studio.close()

    yield drawn
    qapp.setLayoutDirection(LEFT)


def without_figures(window: QWidget) -> None:
    """Leave out the pictures of exercises that tiles and rows paint themselves."""
    for widget in window.findChildren(QWidget):
        if callable(getattr(widget, "_picture", None)):
            setattr(widget, "_picture", lambda *_: None)  # noqa: B010 - no attribute of all widgets


def cases() -> list[object]:
    """All screens, wide and narrow; in the short run those with the most that is painted."""
    return [
        pytest.param(name, width, marks=[] if name in SHORT and width == WIDE else [LONG])
        for name in SCREENS
        for width in (WIDE, NARROW)
        if name not in SLOW and (name not in FIXED or width == WIDE)
    ]


@pytest.mark.parametrize(("name", "width"), cases())
def test_a_screen_stands_mirrored_from_right_to_left(draw: Draw, name: str, width: int) -> None:
    size = (width, LOW if name.startswith("session") else TALL)
    left, right = draw(name, LEFT, size), draw(name, RIGHT, size)
    assert list(moved(left, right, PLAYER)) == []
    apart = painted(left, right)
    assert len(apart) <= LETTERS or name in LISTS, apart
