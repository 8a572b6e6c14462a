from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from supple.app.break_offers import is_for_the_desk, practice_of
from supple.app.container import Container
from supple.core.breaks.offer import Offer
from supple.core.catalogue.exercise import Family
from supple.core.catalogue.routine import Use
from supple.core.session.steps import Side
from supple.devices.clock import ManualClock
from supple.devices.store.sessions import record_step
from tests.devices.store.samples import compiled, session, step

TODAY = datetime(2026, 5, 13, 9, 0, tzinfo=UTC)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Container]:
    with Container({"SUPPLE_HOME": str(tmp_path)}, clock=ManualClock(wall=TODAY)) as each:
        yield each


def offered(app: Container, length_min: int = 2, routines: str = "") -> Offer:
    app.change_setting("breaks.length_min", length_min)
    app.change_setting("breaks.routines", routines)
    return app.break_offers.offer()


def did(app: Container, exercise: str, side: Side) -> None:
    done = step(1, exercise=exercise, side=side, actual_s=60.0)
    save = partial(record_step, session=session(), step=done, compiled=compiled())
    app.store.write(save).result()


@pytest.mark.parametrize(("length_min", "routine"), [(2, "desk-break-2"), (5, "desk-break-5")])
def test_the_length_decides_first(app: Container, length_min: int, routine: str) -> None:
    offer = offered(app, length_min)
    assert offer.routine == routine
    assert "standing-break" in offer.others


def test_what_was_done_lately_is_offered_less(app: Container) -> None:
    did(app, "half-forward-fold", Side.BOTH)
    assert offered(app, 3).routine == "desk-break-3"


def test_the_leg_that_had_less_begins(app: Container) -> None:
    did(app, "desk-chair-stretch-single", Side.LEFT)
    assert offered(app).first is Side.RIGHT


def test_only_chosen_routines_are_offered_while_any_of_them_can_be_done(app: Container) -> None:
    assert offered(app, 2, "desk-break-5") == Offer("desk-break-5", Side.LEFT)
    assert offered(app, 2, "gone-since").routine == "desk-break-2"


def test_only_routines_made_for_the_desk_are_offered(app: Container) -> None:
    offer = offered(app)
    for ident in (offer.routine, *offer.others):
        assert app.catalogue.routine(ident).use is Use.DESK_BREAK
    assert not is_for_the_desk(app.catalogue.routine("full-home"))


def test_the_break_that_was_chosen_is_offered_after_the_next_start(
    app: Container, tmp_path: Path
) -> None:
    assert app.break_offers.minutes("desk-break-5") == 5
    app.change_setting("breaks.last_choice", "desk-break-5")
    assert app.break_offers.offer().routine == "desk-break-5"
    with Container({"SUPPLE_HOME": str(tmp_path)}, clock=ManualClock(wall=TODAY)) as again:
        offer = again.break_offers.offer()
        assert offer.routine == "desk-break-5"
        assert "desk-break-2" in offer.others
        again.change_setting("breaks.last_choice", "gone-since")
        assert again.break_offers.offer().routine == "desk-break-2"


def test_exercises_there_are_no_more_count_for_their_side_alone() -> None:
    practice = practice_of([(None, Side.LEFT, 10.0), (Family.DESK, Side.LEFT, 5.0)])
    assert practice.by_family == {Family.DESK: 5.0}
    assert practice.by_side == {Side.LEFT: 15.0}


def test_history_of_unknown_exercises_breaks_no_offer(app: Container) -> None:
    did(app, "no-such-exercise", Side.LEFT)
    assert offered(app).routine == "desk-break-2"
