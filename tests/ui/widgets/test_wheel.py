"""The wheel scrolls the page, also over what it could set; that it sets only with the focus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.widgets.slider import Slider
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.year_field import YearField


def stepper(look: Look) -> Stepper:
    made = Stepper(look, "Every", (20, 120, 5), "{n} min", ("less", "more"))
    made.set_value(50)
    return made


def slider(look: Look) -> Slider:
    made = Slider(look, "Text size", (80, 200, 10))
    made.setValue(100)
    return made


def year(look: Look) -> YearField:
    made = YearField(look, "Year of birth", "Not given")
    made.set_year(1970)
    return made


def turn(field: QWidget) -> bool:
    """Turn the wheel over it; whether the field took that, or leaves it to the page."""
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize("make", [stepper, slider, year])
def test_the_wheel_sets_a_field_only_with_the_focus(
    qtbot: QtBot, look: Look, make: Callable[[Look], Stepper | Slider | YearField]
) -> None:
    page, made = QWidget(), make(look)
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QPushButton("elsewhere"))
    column.addWidget(made)
    page.show()
    qtbot.waitActive(page)
    field = made.number if isinstance(made, Stepper) else made
    assert not field.hasFocus()
    before = made.value()
    assert not turn(field)
    assert made.value() == before
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert turn(field)
    assert made.value() < before
