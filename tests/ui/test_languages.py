"""Another language, chosen while the program runs: everything speaks it, nothing else changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from supple.app.container import Container
from supple.devices.clock import ManualClock
from supple.ui.language import SpokenLanguage, locale_of
from supple.ui.program import Program
from tests.pseudo import ACCENTED, MIRRORED, pseudo, write_pseudo
from tests.ui.windows import NOW, settled


@pytest.fixture
def app(supple_home: Path, template: Catalog) -> Iterator[Container]:
    for language in (ACCENTED, MIRRORED):
        write_pseudo(template, language, supple_home / "locale")
    environ = {"SUPPLE_HOME": str(supple_home), "LANG": "C"}
    with Container(environ, clock=ManualClock(wall=NOW)) as app:
        app.change_setting("voice.on", value=False)
        app.change_setting("appearance.motion", "reduced")
        settled(app)
        yield app


@pytest.fixture
def running(app: Container, qapp: QApplication) -> Iterator[Program]:
    program = Program(app, qapp)
    program.open_window()
    QApplication.processEvents()
    yield program
    program.close()
    SpokenLanguage(qapp).use("en")


def choose(app: Container, language: str) -> None:
    app.change_setting("appearance.language", language)
    for _ in range(3):
        QApplication.processEvents()


def test_the_window_speaks_at_once_and_stays_where_it_was(
    running: Program, app: Container, qapp: QApplication
) -> None:
    window = running.window
    assert window is not None
    window.go("settings")
    place = window.geometry()
    window.places.settings.show_option("appearance.language")
    choose(app, MIRRORED)
    assert window.shell.place == "settings"
    assert window.places.settings.widget.section == "look"
    assert window.geometry() == place
    settings = window.places.settings.widget
    focused = window.focusWidget()
    assert settings.isAncestorOf(focused)
    assert pseudo("Appearance", MIRRORED) in [each.title for each in settings.view]
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    choose(app, "en")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert "Appearance" in [each.title for each in window.places.settings.widget.view]


@pytest.mark.usefixtures("running")
def test_content_and_dates_follow(app: Container) -> None:
    choose(app, MIRRORED)
    assert app.catalogue.exercise("bridge").name == pseudo("Bridge", MIRRORED)
    assert locale_of(app.language).language() is QLocale.Language.Hebrew
    assert app.language == MIRRORED


@pytest.mark.usefixtures("running")
def test_the_choice_outlives_the_program(app: Container, supple_home: Path) -> None:
    choose(app, ACCENTED)
    with Container({"SUPPLE_HOME": str(supple_home)}) as again:
        assert again.words.gettext("Rest") == pseudo("Rest", ACCENTED)


def test_a_language_whose_file_has_gone_gives_way_to_the_systems(
    app: Container, supple_home: Path
) -> None:
    app.change_setting("appearance.language", ACCENTED)
    (supple_home / "locale" / f"{ACCENTED}.po").unlink()
    with Container({"SUPPLE_HOME": str(supple_home), "LANG": "C"}) as again:
        assert again.words.gettext("Rest") == "Rest"


def test_the_language_of_one_start_comes_before_the_chosen_one(
    app: Container, supple_home: Path
) -> None:
    app.change_setting("appearance.language", ACCENTED)
    with Container({"SUPPLE_HOME": str(supple_home)}, language="en") as again:
        assert again.words.gettext("Rest") == "Rest"


def test_the_words_of_qt_are_in_the_language_too(qapp: QApplication) -> None:
    spoken = SpokenLanguage(qapp)
    spoken.use("de")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    spoken.use("en")
    box.deleteLater()
