"""Every screen that has a name: nothing cut, nothing overlapping, all named, in every look."""

import itertools
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget

from supple.ui.screenshots.studio import SCREENS, Shot, Studio
from supple.ui.widgets.sheet import Sheet
from tests.ui.test_screens import SCALES, SIZES, THEMES, check, check_names

SLOW = ("history-ten-years",)
FIXED = ("reminder",)  # takes its own size


class Wish(NamedTuple):
    """A size, a text scale and a theme."""

    size: tuple[int, int]
    scale: float
    theme: str


EVERY = tuple(map(Wish._make, itertools.product(SIZES, SCALES, THEMES)))


def few(turn: int) -> tuple[Wish, ...]:
    """The narrowest with the largest text, and two more; every pair comes up among the screens."""
    themes = [THEMES[(turn + shift) % len(THEMES)] for shift in range(3)]
    plain = SCALES[turn % 2]
    return (
        Wish(SIZES[2], SCALES[1], themes[0]),
        Wish(SIZES[1], plain, themes[1]),
        Wish(SIZES[0], SCALES[1] if plain == SCALES[0] else SCALES[0], themes[2]),
    )


def cases() -> list[object]:
    """Each screen in a few looks; in all of them takes minutes."""
    found: list[object] = []
    for turn, name in enumerate(SCREENS):
        slow = [pytest.mark.long] if name in SLOW else []
        found.append(pytest.param(name, few(turn), marks=slow, id=name))
        found.append(pytest.param(name, EVERY, marks=[pytest.mark.long], id=f"{name}-every"))
    return found


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the invented user, made once."""
    home = tmp_path_factory.mktemp("studio") / "home"
    Studio(home, Shot(), "en").close()
    return home


@pytest.mark.parametrize(("name", "wishes"), cases())
def test_a_screen_is_whole(
    qapp: QApplication, lived_in: Path, tmp_path: Path, name: str, wishes: tuple[Wish, ...]
) -> None:
    del qapp
    studio = Studio(Path(shutil.copytree(lived_in, tmp_path / "home")), Shot(), "en")
    try:
        window = SCREENS[name](studio)
        try:
            for wish in wishes:
                dress(studio, wish)
                window.setMinimumSize(1, 1)
                window.resize(*(window.size().toTuple() if name in FIXED else wish.size))
                window.show()
                for part in parts(window):
                    check(part)
                check_width(window)
                check_names(shown(window))
        finally:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        studio.close()


def check_width(window: QWidget) -> None:
    """What scrolls up and down is as wide as there is room: nothing is cut at its side."""
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if content is not None and area.isVisibleTo(window):
            wide, room = content.width(), area.viewport().width()
            assert wide <= room, f"{wide} px in {room}: {type(content).__name__}"


def dress(studio: Studio, wish: Wish) -> None:
    app = studio.app
    app.change_setting("appearance.theme", "dark" if wish.theme == "dark" else "light")
    app.change_setting("appearance.contrast", value=wish.theme == "strong")
    app.change_setting("appearance.text_percent", round(wish.scale * 100))
    studio.dress.use(app.settings)


def shown(window: QWidget) -> QWidget:
    """The page that is up."""
    page = window.currentWidget() if isinstance(window, QStackedWidget) else window
    assert page is not None
    return page


def parts(window: QWidget) -> list[QWidget]:
    """What is to be looked at by itself: a sheet alone, else what scrolls, and what does not."""
    sheets = [each for each in window.findChildren(Sheet) if each.isVisibleTo(window)]
    if sheets:
        return [sheets[-1]]
    page = shown(window)
    areas = [each for each in page.findChildren(QScrollArea) if each.isVisibleTo(page)]
    return [page, *(content for area in areas if (content := area.widget()) is not None)]
