"""Where there is little room: parts go below each other, words wrap, nothing asks for more."""

from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, TITLE
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Note
from supple.ui.widgets.filter_button import Filter, FilterButton
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.folding_row import FoldingRow
from supple.ui.widgets.menu_button import MenuButton
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.text import Text
from supple.ui.widgets.tick_card import TickCard

_WORDS = "Three or four plain words that have to wrap somewhere"


@pytest.fixture
def row(qtbot: QtBot, look: Look) -> tuple[FoldingRow, Text, Button]:
    made = FoldingRow(look, gap=12)
    qtbot.addWidget(made)
    words, button = Text(look, BODY, _WORDS, wrap=True), Button(look, "Hear it")
    made.add(words, grows=True)
    made.add(button, side=Qt.AlignmentFlag.AlignVCenter)
    return made, words, button


def show(qtbot: QtBot, widget: QWidget, width: int) -> None:
    widget.resize(width, 300)
    with qtbot.waitExposed(widget):
        widget.show()


def test_a_row_stands_side_by_side_where_it_can(
    qtbot: QtBot, row: tuple[FoldingRow, Text, Button]
) -> None:
    made, words, button = row
    show(qtbot, made, 500)
    assert button.x() > words.geometry().right()
    assert made.heightForWidth(500) < made.heightForWidth(180)


def test_a_row_folds_where_words_would_have_no_room(
    qtbot: QtBot, row: tuple[FoldingRow, Text, Button]
) -> None:
    made, words, button = row
    show(qtbot, made, 180)
    assert button.y() > words.geometry().bottom()
    assert words.width() == 180
    assert made.minimumSizeHint().width() <= 180


def test_a_folded_row_unfolds_when_a_part_goes(
    qtbot: QtBot, row: tuple[FoldingRow, Text, Button]
) -> None:
    made, words, button = row
    show(qtbot, made, 180)
    button.hide()
    qtbot.waitUntil(lambda: made.heightForWidth(180) == words.heightForWidth(180))


def test_a_word_wider_than_the_page_is_set_smaller(qtbot: QtBot, look: Look) -> None:
    word = Text(look, TITLE, "Schreibtischpausenerinnerung", wrap=True)
    qtbot.addWidget(word)
    show(qtbot, word, 600)
    whole = word.font().pixelSize()
    word.resize(word.minimumSizeHint().width(), 300)
    assert word.minimumSizeHint().width() < word.fontMetrics().horizontalAdvance("M" * 28)
    assert 0.69 * whole <= word.font().pixelSize() < whole
    word.resize(600, 300)
    assert word.font().pixelSize() == whole


def test_numbers_take_more_rows_of_equal_length(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    scale = NumberScale(look, "How is your back right now?", translations)
    qtbot.addWidget(scale)
    show(qtbot, scale, scale.minimumSizeHint().width())
    tops = [cell.y() for cell in scale.findChildren(QWidget) if cell.inherits("QRadioButton")]
    assert sorted(tops.count(top) for top in set(tops)) == [3, 4, 4]


def test_labels_wrap(qtbot: QtBot, look: Look) -> None:
    menu = MenuButton(look, "Voice", (("", _WORDS),))
    menu.choose("")
    filter_button = FilterButton(look, Filter("x", _WORDS, ()), "Clear")
    for widget in (menu, filter_button, TickCard(look, "path", _WORDS, _WORDS)):
        qtbot.addWidget(widget)
        least = widget.minimumSizeHint().width()
        assert least < 200
        assert widget.heightForWidth(least) > widget.heightForWidth(700)


def test_a_label_comes_nearer_to_the_edges_before_it_breaks(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Finish and do a first session")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    assert button.heightForWidth(wide - look.u(14)) == button.heightForWidth(wide)
    assert button.heightForWidth(wide - look.u(30)) > button.heightForWidth(wide)


def test_what_stands_beside_a_note_leaves_its_words_more_room(qtbot: QtBot, look: Look) -> None:
    words = Text(look, BODY, _WORDS, wrap=True)
    note, buttons = Note(look, "info", words), FlowRow(look, gap=8)
    buttons.set_items([Button(look, "Look back at it"), Button(look, "Not now")])
    note.add_beside(buttons)
    qtbot.addWidget(note)
    show(qtbot, note, 760)
    assert buttons.x() > words.geometry().right()
    note.resize(430, 300)
    QApplication.processEvents()
    assert buttons.y() > words.geometry().bottom()
