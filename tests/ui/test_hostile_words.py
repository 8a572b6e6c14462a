"""Words of the user's that look like markup, or like a key of a menu: shown as what they are."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.app.past_sessions import ByHand
from supple.core.history.totals import Span
from supple.ui.flows.sheet import SheetFlow
from supple.ui.paint.paper import PAGE, Paint
from supple.ui.paint.sheet_paint import SheetPainter
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
    app.safety.set_aside(WILD)  # as from an imported history: no exercise has this name


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


class Reading(QPainter):
    """Paints, and knows the words that were painted just as they are."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self._image = image  # it has to live as long
        self.words: list[str] = []

    def drawText(self, *given: Any) -> Any:  # noqa: N802
        self.words += [each for each in given if isinstance(each, str)]
        return super().drawText(*given)


def words_on_paper(paint: Paint) -> str:
    """Everything written on paper; how a QPainter paints it is plain text in every form."""
    painter = Reading(QImage(PAGE.toSize(), QImage.Format.Format_RGB32))
    paint(painter, lambda: True)
    painter.end()
    return "\n".join(painter.words)


def test_the_page_to_show_has_the_name_as_it_is(opened: Program) -> None:
    opened.window.go("history")
    history = opened.window.places.history
    history.report.open(Span.MONTHS_3)
    history.settle()
    view = history.report._view
    assert view is not None
    assert f"{WILD}, since" in words_on_paper(history.report._painted(view))


def test_the_sheet_of_a_routine_has_its_words_as_they_are(opened: Program) -> None:
    window = opened.window
    sheets = SheetFlow(opened.app, window.places._look, window.figures, window)
    paint = SheetPainter(window.places._look, window.figures, sheets.routine("wild"))
    assert words_on_paper(paint).count(WILD) >= 3  # its name, its note, what its voice says
