"""A button that can't be pressed says why, to whoever points at it."""

from gettext import NullTranslations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from supple.ui.pages.history_detail import DetailCard
from supple.ui.pages.history_view import SessionDetail
from supple.ui.theme.look import Look

DETAIL = SessionDetail(
    id="1", name="Yoga", when="Monday", done=(), pain="", feel="", note="", over=True, again="x"
)


@pytest.fixture
def card(qtbot: QtBot, look: Look, translations: NullTranslations) -> DetailCard:
    made = DetailCard(look, translations)
    qtbot.addWidget(made)
    return made


def test_a_session_that_is_not_over_cannot_be_edited_yet(card: DetailCard) -> None:
    card.show_detail(msgspec.structs.replace(DETAIL, over=False))
    assert card.edit.toolTip() == card.delete.toolTip() == "It isn't over yet."
    card.show_detail(DETAIL)
    assert (card.edit.toolTip(), card.delete.toolTip()) == ("", "Delete this session")


def test_what_was_done_elsewhere_cannot_be_done_again(card: DetailCard) -> None:
    card.show_detail(msgspec.structs.replace(DETAIL, again=""))
    assert card.again.toolTip() == "Supple has no routine for it."
    card.show_detail(DETAIL)
    assert card.again.toolTip() == ""
