"""The figure of a session holds its breath while the last seconds are counted."""

from collections.abc import Callable

import pytest

from supple.core.session.steps import Kind
from supple.core.session.view import SessionView
from supple.ui.session.stage import is_calm

MakeView = Callable[..., SessionView]


@pytest.mark.parametrize(
    ("kind", "seconds", "remaining_s", "calm"),
    [
        (Kind.HOLD, 20.0, 3.1, False),
        (Kind.HOLD, 20.0, 3.0, True),
        (Kind.HOLD, 20.0, 0.2, True),
        (Kind.HOLD, 4.0, 2.0, False),
        (Kind.REPS, 20.0, 2.0, False),
    ],
)
def test_nothing_but_the_time_moves_in_the_last_three_seconds_of_a_hold(
    make_view: MakeView, kind: Kind, seconds: float, remaining_s: float, calm: bool
) -> None:
    assert is_calm(make_view(kind, seconds=seconds, remaining_s=remaining_s)) is calm
