"""The places and the pages around sessions: nothing cut, all named, in every size and theme."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from supple.ui import screenshot_pages, screenshot_places
from supple.ui.screenshot import Shot, Studio
from tests.ui.test_screens import SCALES, SIZES, THEMES, Case, check, check_names

SCREENS = {**screenshot_pages.SCREENS, **screenshot_places.SCREENS}
PAGES = tuple(SCREENS)


def cases() -> list[object]:
    """Each page in each size, text size and theme at least once, not in each combination."""
    found: list[object] = []
    for turn, name in enumerate(PAGES):
        for number, size in enumerate(SIZES):
            for scale in SCALES:
                theme = THEMES[(turn + number + int(scale)) % len(THEMES)]
                case = Case(size, scale, theme)
                often = (turn + number + int(scale)) % 3 == 0
                marks = [] if often else [pytest.mark.long]
                ident = f"{name}-{size[0]}-{int(scale * 100)}-{theme}"
                found.append(pytest.param(name, case, marks=marks, id=ident))
    return found


@pytest.mark.parametrize(("name", "case"), cases())
def test_a_page_is_whole(qapp: QApplication, tmp_path: Path, name: str, case: Case) -> None:
    del qapp
    shot = Shot(
        theme="dark" if case.theme == "dark" else "light",
        text_percent=round(case.scale * 100),
        contrast=case.theme == "strong",
    )
    studio = Studio(tmp_path / "home", shot, "en")
    try:
        window = SCREENS[name](studio)
        window.resize(*case.size)
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
