"""Whatever the clocks of a machine do, a hold lasts as long as it was planned."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.app.runner import Runner
from supple.core.session.engine import Engine, Intent
from supple.core.session.events import AnyEvent, Outcome, Paused, SessionEnded, StepEnded
from supple.core.session.view import State
from supple.devices.clock import ManualClock
from tests.core.session.five_steps import FIVE

WINTER, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
BEFORE_THE_HOUR_IS_LEFT_OUT = datetime(2026, 3, 29, 1, 59, 30, tzinfo=WINTER)
BEFORE_THE_HOUR_COMES_TWICE = datetime(2026, 10, 25, 2, 59, 30, tzinfo=SUMMER)

Happening = Callable[[ManualClock], None]


class Life:
    """A session of 88 seconds on a clock driven by hand, and what was told of it."""

    def __init__(self, wall: datetime | None = None) -> None:
        self.clock = ManualClock(wall=wall)
        self.told: list[AnyEvent] = []
        self.runner = Runner(
            Engine(FIVE, "session-1"), self.clock, lambda cue, _: cue, [self.told.append]
        )
        self.runner.start()

    def live(self, seconds: float = 1e9, *, late_s: float = 0.0) -> None:
        """Let time pass as a host does that looks `late_s` too late; go on after every pause."""
        end = self.clock.now() + seconds
        while (wait_s := self.runner.wait_s()) is not None and self.clock.now() < end:
            self.clock.advance(wait_s + late_s)
            self.runner.tick()
            if self.runner.view().state is State.PAUSED:
                self.runner.do(Intent.RESUME)

    def after(self, happening: Happening) -> None:
        """Something happens to the machine, and then somebody looks again."""
        happening(self.clock)
        self.runner.tick()

    @property
    def pauses(self) -> list[Paused]:
        return [each for each in self.told if isinstance(each, Paused)]

    def assert_true(self) -> None:
        """Every step was done once, for as long as it was planned, and none twice."""
        steps = [each for each in self.told if isinstance(each, StepEnded) and not each.extra]
        assert [each.index for each in steps] == list(range(len(FIVE.steps)))
        assert {each.outcome for each in steps} == {Outcome.DONE}
        for each in steps:
            assert each.actual_s == pytest.approx(each.seconds, abs=1e-6)
        moments = [each.t for each in self.told]
        assert moments == sorted(moments)
        assert isinstance(self.told[-1], SessionEnded)


def stall(seconds: float) -> Happening:
    return lambda clock: clock.advance(seconds)


def set_by(seconds: float) -> Happening:
    """The user or a time server sets the wall clock."""
    return lambda clock: clock.set_wall(clock.wall() + timedelta(seconds=seconds))


def sleep(seconds: float) -> Happening:
    """The machine sleeps: the steady clock stands still, the wall clock does not."""
    return set_by(seconds)


happenings = st.one_of(
    st.floats(0, 4.9).map(stall),
    st.floats(5.1, 90_000).map(stall),
    st.floats(-90_000, 4.9).map(set_by),
    st.floats(5.1, 90_000).map(sleep),
)


@given(st.lists(st.tuples(st.floats(0, 30), happenings), max_size=12), st.floats(0, 0.05))
def test_stalls_sleep_and_set_clocks_cost_no_second_of_a_hold(
    life: list[tuple[float, Happening]], late_s: float
) -> None:
    lived = Life()
    for seconds, happening in life:
        lived.live(seconds, late_s=late_s)
        lived.after(happening)
    lived.live(late_s=late_s)
    lived.assert_true()


@pytest.mark.parametrize(
    ("before", "zone"),
    [(BEFORE_THE_HOUR_IS_LEFT_OUT, SUMMER), (BEFORE_THE_HOUR_COMES_TWICE, WINTER)],
    ids=["an hour left out", "an hour twice"],
)
def test_summer_time_begins_and_ends_without_a_trace(before: datetime, zone: timezone) -> None:
    lived = Life(before)
    lived.live(30)
    lived.after(lambda clock: clock.set_wall(clock.wall().astimezone(zone)))
    lived.live()
    assert lived.pauses == []
    lived.assert_true()


@pytest.mark.parametrize("leap_s", [-1.0, 1.0])
def test_a_leap_second_is_no_gap(leap_s: float) -> None:
    lived = Life(datetime(2026, 12, 31, 23, 59, 30, tzinfo=UTC))
    lived.live(30)
    lived.after(set_by(leap_s))
    lived.live()
    assert lived.pauses == []
    lived.assert_true()


def test_a_late_look_delays_nothing_that_follows() -> None:
    lived = Life()
    lived.live(20)
    lived.after(stall(4.0))  # the hold goes on meanwhile
    lived.live()
    assert lived.pauses == []
    assert lived.told[-1].t == FIVE.planned_s


def test_looking_every_frame_or_once_a_second_tells_the_same() -> None:
    often, seldom = Life(), Life()
    seldom.live()
    while not often.runner.ended:
        often.clock.advance(0.016)
        often.runner.tick()
    assert often.told == seldom.told


def test_hundreds_of_late_looks_add_up_to_nothing() -> None:
    lived = Life()
    lived.live(late_s=0.3)
    assert lived.told[-1].t == FIVE.planned_s
    lived.assert_true()
