"""A sheet comes up in 120 ms, or at once where motion is unwanted; its question can be answered."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.widgets.button import Kind
from supple.ui.widgets.sheet import RISE_MS, Answer, Sheet

MakeLook = Callable[..., Look]


@pytest.mark.parametrize("still", [True, False])
def test_the_card_comes_to_its_place(qtbot: QtBot, make_look: MakeLook, still: bool) -> None:
    look, page = make_look(still=still), QWidget()
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    qtbot.waitActive(page)
    sheet = Sheet(look, "End here?", (Answer("Go on", Kind.PRIMARY),), page)
    sheet.ask("Three minutes are saved.")
    rise = sheet.findChild(QVariantAnimation)
    assert rise is not None
    assert rise.duration() == RISE_MS == 120
    card = sheet.buttons[0].parentWidget()
    assert card is not None
    middle = (page.height() - card.height()) // 2
    assert card.y() == middle + (0 if still else 24)
    assert page.focusWidget() is sheet.buttons[0]
    qtbot.waitUntil(lambda: card.y() == middle)
