"""The places and the pages around sessions: nothing cut, all named, in every size and theme."""

import itertools
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from supple.ui import screenshot_pages, screenshot_places
from supple.ui.screenshot import Shot, Studio
from tests.ui.test_screens import SCALES, SIZES, THEMES, check, check_names

SCREENS = {**screenshot_pages.SCREENS, **screenshot_places.SCREENS}


def looks() -> list[object]:
    """Each page with one text size and theme, in turns; with all of them takes minutes."""
    found: list[object] = []
    for turn, name in enumerate(SCREENS):
        for number, look in enumerate(itertools.product(SCALES, THEMES)):
            marks = [] if turn % (len(SCALES) * len(THEMES)) == number else [pytest.mark.long]
            ident = f"{name}-{int(look[0] * 100)}-{look[1]}"
            found.append(pytest.param(name, look, marks=marks, id=ident))
    return found


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the invented user, made once."""
    home = tmp_path_factory.mktemp("studio") / "home"
    Studio(home, Shot(), "en").app.close()
    return home


@pytest.mark.parametrize(("name", "look"), looks())
def test_a_page_is_whole_in_every_size(
    qapp: QApplication, lived_in: Path, tmp_path: Path, name: str, look: tuple[float, str]
) -> None:
    del qapp
    scale, theme = look
    shot = Shot(
        theme="dark" if theme == "dark" else "light",
        text_percent=round(scale * 100),
        contrast=theme == "strong",
    )
    studio = Studio(Path(shutil.copytree(lived_in, tmp_path / "home")), shot, "en")
    try:
        window = SCREENS[name](studio)
        for size in SIZES:
            window.resize(*size)
            window.show()
            page = shown(window)
            for content in scrolled(page) or [page]:
                check(content)
            check_names(page)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        studio.app.close()


def shown(window: QWidget) -> QWidget:
    """The page that is up."""
    current = getattr(window, "currentWidget", None)
    page = current() if callable(current) else window
    assert isinstance(page, QWidget)
    return page


def scrolled(page: QWidget) -> list[QWidget]:
    """What scrolls on it: it may be taller than the page."""
    areas = [each for each in page.findChildren(QScrollArea) if each.isVisibleTo(page)]
    return [content for area in areas if (content := area.widget()) is not None]
