"""The countdown's digits stand still and never show 0."""

import pytest

from supple.ui.widgets.digits import CELL_EM, left_edges_em, number_words


@pytest.mark.parametrize(
    ("remaining_s", "seconds", "shown"),
    [
        (20.0, 20.0, "20"),
        (19.999, 20.0, "20"),
        (19.0, 20.0, "19"),
        (0.4, 20.0, "1"),
        (0.0, 20.0, "1"),
        (99.0, 99.0, "99"),
        (100.0, 100.0, "1:40"),
        (59.2, 120.0, "1:00"),
        (9.0, 120.0, "0:09"),
        (3.0000000004, 20.0, "3"),
    ],
)
def test_the_rest_is_rounded_up_and_long_steps_count_in_minutes(
    remaining_s: float, seconds: float, shown: str
) -> None:
    assert number_words(remaining_s, seconds) == shown


def test_the_cells_do_not_move_from_11_to_10() -> None:
    assert left_edges_em("11") == left_edges_em("10") == [-CELL_EM, 0.0]


def test_one_digit_stands_in_the_middle() -> None:
    assert left_edges_em("9") == [-CELL_EM / 2]
