"""The window opens where it was left: size, place and page, as far as these still fit."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.devices.settings.settings import WindowSettings
from supple.ui.dress import Dress
from supple.ui.pages.today_view import HeroKind
from supple.ui.window import MainWindow
from supple.ui.window_place import page_to_open
from tests.ui.windows import program, settled


def test_the_page_that_was_open_comes_up_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.go("library")
    with program(qtbot, qapp, home) as now:
        assert now.window.shell.place == "library"


@pytest.mark.parametrize("kind", [HeroKind.RESUME, HeroKind.HURT, HeroKind.ASK, HeroKind.CLOSED])
def test_today_comes_up_where_it_asks_for_something(kind: HeroKind) -> None:
    known = WindowSettings(page="library")
    assert page_to_open(known, HeroKind.NEXT) == "library"
    assert page_to_open(known, kind) == ""


def test_a_page_there_is_not_is_today(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    def before(app: Container) -> None:
        settled(app)
        app.note("window.page", "attic")

    with program(qtbot, qapp, tmp_path / "home", set_up=before) as now:
        assert now.window.shell.place == "today"


def test_a_window_is_never_larger_than_a_screen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with program(qtbot, qapp, tmp_path / "home", set_up=settled) as now:
        now.app.note("window.width", 9000)
        now.app.note("window.height", 7000)
        window = MainWindow(now.app, Dress(qapp, now.app.settings))
        qtbot.addWidget(window)
        screen = QApplication.primaryScreen().availableGeometry()
        assert window.width() == screen.width()
        assert window.height() == screen.height()
