"""The ring shows the time it is given; it has no clock of its own."""

import math

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from supple.core.session.view import Phase
from supple.ui.theme.look import Look
from supple.ui.widgets.ring import STROKE, Ring


class PaintCounter(Ring):
    """A ring that counts how often it would be repainted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.updates = 0

    def update(self, *_: object) -> None:
        self.updates += 1


def arc_pixels(image: QImage, colour: str, half: QRect) -> int:
    wanted = QColor(colour)
    return sum(
        image.pixelColor(x, y) == wanted
        for x in range(half.left(), half.right() + 1)
        for y in range(half.top(), half.bottom() + 1, 3)
    )


def painted(qtbot: QtBot, look: Look, remaining_s: float) -> QImage:
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.resize(200, 200)
    ring.dress(look.ground(Phase.HOLD))
    ring.show_time(remaining_s, 20.0)
    return ring.grab().toImage()


def test_the_gap_opens_at_twelve_and_grows_clockwise(qtbot: QtBot, look: Look) -> None:
    arc = look.ground(Phase.HOLD).arc
    image = painted(qtbot, look, 15.0)
    first_quarter, last_quarter = QRect(105, 0, 95, 95), QRect(0, 0, 95, 95)
    assert arc_pixels(image, arc, first_quarter) < 30
    assert arc_pixels(image, arc, last_quarter) > 200


def test_a_screen_reader_can_ask_for_the_seconds(qtbot: QtBot, look: Look) -> None:
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.set_about("Time left", "hold, left leg, set 2 of 3")
    ring.show_time(12.0, 20.0)
    assert ring.accessibleName() == "Time left: 12, hold, left leg, set 2 of 3"
    ring.show_time(11.0, 20.0)
    assert ring.accessibleName() == "Time left: 11, hold, left leg, set 2 of 3"


def test_repetitions_are_counted_instead_of_seconds(qtbot: QtBot, look: Look) -> None:
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.show_time(18.0, 36.0, count=6)
    assert ring.number == "6"


def test_with_less_motion_it_repaints_once_a_second(qtbot: QtBot, look: Look) -> None:
    ring = PaintCounter(look)
    qtbot.addWidget(ring)
    ring.show_time(20.0, 20.0)
    ring.updates = 0
    for frame in range(1, 91):
        ring.show_time(20.0 - frame / 30, 20.0)
    assert ring.updates == 3


def test_with_motion_it_repaints_each_frame(qtbot: QtBot, look: Look) -> None:
    look.change(still=False)
    ring = PaintCounter(look)
    qtbot.addWidget(ring)
    ring.show_time(20.0, 20.0)
    ring.updates = 0
    for frame in range(1, 31):
        ring.show_time(20.0 - frame / 30, 20.0)
    assert ring.updates == 30


def test_a_slow_arc_is_painted_only_when_its_end_has_moved(qtbot: QtBot, look: Look) -> None:
    look.change(still=False)
    ring = PaintCounter(look)
    qtbot.addWidget(ring)
    ring.resize(200, 200)
    ring.show_time(299.9, 300.0)
    ring.updates = 0
    for frame in range(1, 28):
        ring.show_time(299.9 - frame / 30, 300.0)
    assert 1 <= ring.updates <= 3


def test_minutes_and_seconds_fit_inside_the_ring(qtbot: QtBot, look: Look) -> None:
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.resize(300, 300)
    ring.show_time(605.0, 700.0)
    assert ring.number == "10:05"
    inside = 300 * (1 - 2 * STROKE)
    assert ring.font_px() * (4 * 0.64 + 0.26) == pytest.approx(0.92 * inside)


def test_a_long_line_keeps_off_the_ring(qtbot: QtBot, look: Look) -> None:
    """Two pictures that differ by the end of the line alone differ inside the ring alone."""
    images = []
    for line in ("note how far you get with this", "note how far you get with thiz"):
        ring = Ring(look)
        qtbot.addWidget(ring)
        ring.resize(300, 300)
        ring.dress(look.ground(Phase.HOLD))
        ring.show_line(line)
        ring.show_time(20.0, 20.0)
        images.append(ring.grab().toImage())
    first, second = images
    inside = 150 - 300 * STROKE
    differ = [
        math.hypot(x - 150, y - 150)
        for x in range(300)
        for y in range(300)
        if first.pixelColor(x, y) != second.pixelColor(x, y)
    ]
    assert differ
    assert max(differ) < inside
