"""The knob of a switch slides over in 120 ms, or at once where motion is unwanted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QVariantAnimation
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.widgets.switch import SLIDE_MS, Switch

MakeLook = Callable[..., Look]


@pytest.fixture(params=[True, False], ids=["still", "moving"])
def still(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def knob_is_at_end(switch: Switch, look: Look) -> bool:
    image = switch.grab().toImage()
    return image.pixelColor(31, 13) == QColor(look.tokens.on_primary)


def test_the_knob_slides(qtbot: QtBot, make_look: MakeLook, still: bool) -> None:
    look = make_look(still=still)
    switch = Switch(look, "Voice")
    qtbot.addWidget(switch)
    switch.show()
    qtbot.waitExposed(switch)
    switch.click()
    slide = switch.findChild(QVariantAnimation)
    assert slide is not None
    assert slide.duration() == SLIDE_MS == 120
    assert knob_is_at_end(switch, look) is still
    qtbot.waitUntil(lambda: slide.state() is QVariantAnimation.State.Stopped)
    assert knob_is_at_end(switch, look)
