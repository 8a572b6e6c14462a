"""A sheet is as tall as what it holds, and gives the room there is to what is to be read."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.button import Kind
from supple.ui.widgets.sheet import Answer, Sheet
from supple.ui.widgets.text import Text
from tests.ui.conftest import MakeLook

WORDS = "A sentence that is long enough to take several lines where there is little room. "
ANSWERS = (Answer("Leave it", Kind.SECONDARY), Answer("Use it", Kind.PRIMARY))


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def lines(look: Look, count: int) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    for _ in range(count):
        column.addWidget(Text(look, BODY, WORDS, wrap=True))
    return box


def asked(look: Look, page: QWidget, count: int) -> Sheet:
    sheet = Sheet(look, "Title", ANSWERS, page, content=lambda own: lines(own, count))
    page.show()
    sheet.ask(WORDS)
    QApplication.processEvents()
    return sheet


def test_a_sheet_is_no_taller_than_what_it_holds(page: QWidget, look: Look) -> None:
    page.resize(1280, 800)
    sheet = asked(look, page, 3)
    content = sheet._content
    assert content is not None
    assert content.height() == content.heightForWidth(content.width())


def test_in_a_low_window_title_and_words_scroll_with_the_rest(
    page: QWidget, make_look: MakeLook
) -> None:
    page.resize(480, 540)
    sheet = asked(make_look(scale=2.0), page, 12)
    scroll = sheet._scroll
    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.isAncestorOf(sheet._head)
    for label in sheet._head.findChildren(QLabel):
        assert label.font().pixelSize() <= sheet._own.u(25)
