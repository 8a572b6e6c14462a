"""Words of the user's that look like markup, or like a key of a menu: shown as what they are."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.app.past_sessions import ByHand
from tests.ui.windows import NOW, Program, program, settled

WILD = "<b>R&D</b> <img src='/etc/passwd'>"
ROUTINE = f"""
id = "wild"
name = "{WILD}"
card = "{WILD}"
when = "{WILD}"
needs = "{WILD}"
welcome = "{WILD}"
note = "{WILD}"
[[steps]]
part = "main"
exercise = "chair-forward-fold"
hold_s = 5
sets = 1
get_ready_s = 0
note = "{WILD}"
say = "{WILD}"
"""


def set_up(app: Container) -> None:
    settled(app)
    app.folders.create(app.words)
    (app.folders.routines / "wild.toml").write_text(ROUTINE)
    app.past_sessions.write_down(
        ByHand(day=NOW.date() - timedelta(days=1), name=WILD, minutes=20, note=WILD)
    )


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, supple_home: Path) -> Iterator[Program]:
    with program(qtbot, qapp, supple_home, set_up=set_up) as made:
        yield made


def texts(root: QWidget) -> Iterator[str]:
    """Everything below `root` that Qt might read as rich text."""
    for each in (root, *root.findChildren(QWidget)):
        yield each.toolTip()
        if isinstance(each, QLabel) and each.textFormat() is not Qt.TextFormat.PlainText:
            yield each.text()
        if isinstance(each, QTextEdit):
            yield each.toHtml()


def require_plain(made: Program) -> None:
    QApplication.processEvents()
    for words in texts(made.window):
        assert "<img" not in words, words
        assert "<b>R" not in words, words


def test_a_tip_under_the_pointer_shows_the_name(opened: Program) -> None:
    opened.window.go("routines")
    tips = {each.toolTip() for each in opened.page().findChildren(QWidget)}
    named = [each for each in tips if "passwd" in each]
    assert named
    for tip in named:
        shown = QTextDocument()
        shown.setHtml(tip)
        assert WILD in shown.toPlainText()


PLACES = ["today", "history", "plan", "library", "settings", "routines", "learn"]


@pytest.mark.parametrize("place", PLACES)
def test_no_place_reads_the_users_words_as_markup(opened: Program, place: str) -> None:
    opened.window.go(place)
    if place == "history":
        opened.window.places.history.settle()
    require_plain(opened)


def test_the_name_is_seen_whole_before_a_session_in_it_and_after_it(opened: Program) -> None:
    opened.window.visit.prepare("wild")
    require_plain(opened)
    assert opened.says(WILD)


def test_a_menu_shows_the_name_with_its_sign(opened: Program) -> None:
    opened.window.go("library")
    library = opened.window.places.library
    library._offer_routines("bridge")
    [menu] = [each for each in library.widget.findChildren(QMenu) if each.actions()]
    assert menu.actions()[0].text() == WILD.replace("&", "&&")
    menu.close()
