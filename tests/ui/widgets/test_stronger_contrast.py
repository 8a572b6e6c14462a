"""With stronger contrast every control has an outline of two whole pixels."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.session.view import GroupProgress, Phase
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Button
from supple.ui.widgets.filter_button import Filter, FilterButton
from supple.ui.widgets.menu_button import MenuButton
from supple.ui.widgets.segments import Segments
from supple.ui.widgets.session_progress import SessionProgress
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import Switch, TickRow

MakeLook = Callable[..., Look]
ANSWERS = (("a", "One"), ("b", "Two"))
CONTROLS: dict[str, Callable[[Look], QWidget]] = {
    "button": lambda look: Button(look, "Try it"),
    "filter": lambda look: FilterButton(look, Filter("kit", "Kit", ANSWERS), "Clear"),
    "menu": lambda look: MenuButton(look, "Kit", ANSWERS),
    "segments": lambda look: Segments(look, "How long", ANSWERS),
    "stepper": lambda look: Stepper(look, "Every", (20, 120, 5), "{n} min", ("less", "more")),
    "tick row": lambda look: TickRow(look, "A mat"),
    "switch": lambda look: Switch(look, "Voice"),
}


def edge(image: QImage, colour: str) -> int:
    """How many whole pixels of this colour lie at the upper end of the middle column."""
    wanted, column = QColor(colour), image.width() // 2
    found = [image.pixelColor(column, y) == wanted for y in range(8)]
    start = found.index(True) if True in found else 0
    return next((n for n, same in enumerate(found[start:]) if not same), 0)


@pytest.mark.parametrize("name", CONTROLS)
def test_an_outline_is_two_pixels_wide(qtbot: QtBot, make_look: MakeLook, name: str) -> None:
    look = make_look(strong=True)
    control = CONTROLS[name](look)
    qtbot.addWidget(control)
    control.resize(control.sizeHint())
    assert edge(control.grab().toImage(), look.tokens.border_strong) == 2


def test_what_is_ahead_in_a_session_is_seen_by_its_outline(
    qtbot: QtBot, make_look: MakeLook
) -> None:
    bar, ground = SessionProgress(), make_look(strong=True).ground(Phase.HOLD)
    qtbot.addWidget(bar)
    bar.resize(200, 20)
    bar.dress(ground, 1.0, strong=True)
    bar.show_groups((GroupProgress(60, 0), GroupProgress(60, 0)))
    image = bar.grab().toImage()
    assert image.pixelColor(50, 6) == QColor(ground.digits)
    assert image.pixelColor(50, 10) == QColor(ground.sky)
