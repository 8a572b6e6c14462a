"""Every screen in made-up languages: nothing in plain English, nothing cut."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from supple.ui.language import SpokenLanguage
from supple.ui.screenshots.studio import SCREENS, Shot, Studio
from tests.pseudo import ACCENTED, MIRRORED, write_pseudo
from tests.ui.test_every_screen import FIXED, SLOW, parts
from tests.ui.test_screens import check

WORD = re.compile(r"[A-Za-z]{2,}")
MARKUP = re.compile(r"<[^>]*>|&\w+;|&#x?\w+;")
TEXTS = ("text", "placeholderText", "title")
# Names, what the invented user typed or named, and what the invented computer says.
NOT_OURS = re.compile(
    r"Supple|Mia|Sam|Ada|Lin|crab|dele|Before football|Hotel room|Sunday long one|hotel-room"
    r"|(?:steps\[0\]\.)?reps\b|plan\b|phone\.csv|supple\.db|[kM]i?B|/[\w/.-]+"
    r"|[\w.-]*/[\w/.-]+|line 8: .?loud.? is no number"
    r"|German|Deutsch|British English|English|Great Britain|United Kingdom"
    r"|Date|Duration|Activity|Comment|Object missing required field .record.?"
    r"|this is no JSON object"
    r"|Left side tighter than the right|Towel was too short"
)
INVENTED = ("works-here",)  # what doctor would say of an invented computer
FORMATS = ("routines-allowed",)  # what may stand in a file is the same in every language
LONG = pytest.mark.long


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory, template: Catalog) -> Path:
    """The home of the invented user, who has both languages."""
    home = tmp_path_factory.mktemp("studio") / "home"
    Studio(home, Shot(), "en").close()
    for language in (ACCENTED, MIRRORED):
        write_pseudo(template, language, home / "locale")
    return home


@pytest.fixture
def studios(lived_in: Path, tmp_path: Path, qapp: QApplication) -> Iterator["Studios"]:
    made = Studios(lived_in, tmp_path)
    yield made
    made.close()
    SpokenLanguage(qapp).use("en")


class Studios:
    """Opens screens in any language, each in a home of its own."""

    def __init__(self, lived_in: Path, folder: Path) -> None:
        self._lived_in = lived_in
        self._folder = folder
        self._open: list[tuple[Studio, QWidget]] = []

    def screen(self, name: str, language: str, size: tuple[int, int]) -> QWidget:
        home = self._folder / str(len(self._open))
        studio = Studio(Path(shutil.copytree(self._lived_in, home)), Shot(), language)
        window = SCREENS[name](studio)
        self._open.append((studio, window))
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(*size)
        window.show()
        for _ in range(3):
            QCoreApplication.processEvents()
        return window

    def close(self) -> None:
        while self._open:  # nothing may keep a host of breaks alive
            studio, window = self._open.pop()
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            studio.close()


def said(window: QWidget) -> Iterator[str]:
    """All words on a screen: of widgets, for screen readers, and painted."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.toolTip(),
            widget.windowTitle(),
        )
        yield from (text for name in TEXTS if isinstance(text := widget.property(name), str))
    picture = QBuffer()
    picture.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(picture)
    generator.setSize(window.size())
    window.render(generator)
    drawing = bytes(picture.data().data()).decode("utf-8")
    yield from re.findall(r"<text[^>]*>([^<]*)</text>", drawing)


def in_turn(every: int, but: tuple[str, ...] = ()) -> list[object]:
    """All screens; in the short run only one in `every`."""
    names = [name for name in SCREENS if name not in (*INVENTED, *SLOW, *FIXED, *but)]
    return [
        pytest.param(name, marks=[] if number % every == 0 else [LONG])
        for number, name in enumerate(names)
    ]


@pytest.mark.parametrize("name", in_turn(3, FORMATS))
def test_nothing_is_left_in_english(studios: Studios, name: str) -> None:
    window = studios.screen(name, MIRRORED, (1200, 800))
    every = (text.replace("\u00a0", " ") for text in said(window))  # words that stay together
    plain = {text for text in every if WORD.search(NOT_OURS.sub("", MARKUP.sub("", text)))}
    assert not plain


@pytest.mark.parametrize("name", in_turn(12))
def test_longer_words_are_not_cut(studios: Studios, name: str) -> None:
    for size in ((1200, 800), (480, 800)):
        for part in parts(studios.screen(name, ACCENTED, size)):
            check(part)
