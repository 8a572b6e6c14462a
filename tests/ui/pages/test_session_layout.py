"""The geometry of the session screen."""

import itertools

import pytest

from supple.ui.pages.session_layout import Box, Form, SessionLayout, session_layout
from supple.ui.pages.session_room import number_px
from supple.ui.widgets.digits import DIGIT_HEIGHT_EM
from supple.ui.widgets.ring import FONT_ALONE, FONT_BESIDE

SIZES = [(1200, 764), (1200, 800), (900, 600), (900, 564), (480, 540), (480, 764), (1920, 1080)]
SIZES += [(720, 540), (719, 900), (600, 679), (2560, 1440)]
LEAST_DIGIT_PX = 97


def boxes(made: SessionLayout) -> dict[str, Box]:
    names = ("bar", "line", "headline", "below", "ring", "back", "pause", "skip", "hurt")
    found = {name: getattr(made, name) for name in names}
    return {name: box for name, box in found.items() if box.w > 0}


def overlap(first: Box, second: Box) -> bool:
    across = first.x < second.right - 0.5 and second.x < first.right - 0.5
    return across and first.y < second.bottom - 0.5 and second.y < first.bottom - 0.5


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_overlaps_or_leaves_the_window(width: int, height: int, scale: float) -> None:
    made = session_layout(width, height, scale)
    for (first, one), (second, other) in itertools.combinations(boxes(made).items(), 2):
        assert not overlap(one, other), (first, second)
    for name, box in boxes(made).items():
        assert box.x >= 0, name
        assert box.y >= 0, name
        assert box.right <= width + 0.5, name
        assert box.bottom <= height + 0.5, name


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_countdown_can_be_read_from_the_floor(width: int, height: int, scale: float) -> None:
    made = session_layout(width, height, scale)
    alone = made.form in (Form.STACKED, Form.TIGHT)
    digit = (FONT_ALONE if alone else FONT_BESIDE) * made.ring.w * DIGIT_HEIGHT_EM
    assert digit >= LEAST_DIGIT_PX


@pytest.mark.parametrize(
    ("width", "height"), [(1280, 800), (1366, 768), (1440, 900), (1920, 1080), (3840, 2160)]
)
def test_across_the_room_a_digit_is_two_fifths_of_the_screen(width: int, height: int) -> None:
    assert number_px("20", width, height) * DIGIT_HEIGHT_EM >= 0.40 * height


@pytest.mark.parametrize(
    ("width", "height", "form"),
    [
        (1200, 764, Form.WIDE),
        (900, 564, Form.COMPACT),
        (480, 764, Form.STACKED),
        (480, 540, Form.TIGHT),
    ],
)
def test_the_form_follows_from_the_window(width: int, height: int, form: Form) -> None:
    assert session_layout(width, height, 1.0).form is form


def test_the_ring_has_the_size_of_the_design() -> None:
    assert session_layout(1200, 764, 1.0).ring.w == pytest.approx(446)
    assert session_layout(900, 564, 1.0).ring.w == pytest.approx(346)
    assert session_layout(480, 764, 1.0).ring.w == pytest.approx(288)


def test_text_grows_only_as_far_as_the_smallest_layout_fits() -> None:
    assert session_layout(1920, 1080, 2.0).unit == pytest.approx(2.0)
    assert session_layout(480, 540, 2.0).unit == pytest.approx(1.0)
