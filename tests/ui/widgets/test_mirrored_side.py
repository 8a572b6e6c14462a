"""Where lines stand, in both directions: as Qt's own style tells it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.widgets.mirror import mirrored_side

ALIGN = Qt.AlignmentFlag
SIDES = (
    ALIGN.AlignLeading,
    ALIGN.AlignTrailing | ALIGN.AlignVCenter,
    ALIGN.AlignCenter,
    ALIGN.AlignTop,
    ALIGN.AlignJustify,
)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("side", SIDES)
def test_a_side_is_turned_round_as_the_style_does(
    side: Qt.AlignmentFlag, direction: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setLayoutDirection(direction)
    told = QStyle.visualAlignment(direction, side)
    assert mirrored_side(widget, side) == told | ALIGN.AlignAbsolute
