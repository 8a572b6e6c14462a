from datetime import timedelta

from supple.devices.clock import ManualClock, SystemClock, slept_s
from supple.devices.desktop.moments import CountedSleep, Moments, Slept, system_moments


def test_while_awake_all_clocks_go_alike() -> None:
    clock = ManualClock(now=100.0)
    moments = Moments(clock, Slept())
    first = moments.read()
    clock.advance(3600)
    last = moments.read()
    assert last.real_s - first.real_s == last.awake_s - first.awake_s == 3600
    assert last.wall - first.wall == timedelta(hours=1)


def test_what_the_wall_clock_gains_is_sleep() -> None:
    clock = ManualClock(now=100.0)
    moments = Moments(clock, Slept())
    first = last = moments.read()
    for _night in range(2):
        clock.set_wall(clock.wall() + timedelta(hours=8))
        clock.advance(60)
        last = moments.read()
    assert last.awake_s - first.awake_s == 120
    assert last.real_s - first.real_s == 16 * 3600 + 120


def test_small_corrections_and_a_clock_set_back_are_no_sleep() -> None:
    clock = ManualClock(now=100.0)
    moments = Moments(clock, Slept())
    first = last = moments.read()
    for change_s in (4, -3600, 3, -1):
        clock.set_wall(clock.wall() + timedelta(seconds=change_s))
        clock.advance(10)
        last = moments.read()
    assert last.real_s - first.real_s == last.awake_s - first.awake_s == 40


def test_where_the_steady_clock_runs_on_in_sleep_waking_time_is_less() -> None:
    class OneHour(Slept):
        def read(self, now_s: float, wall_s: float) -> float:  # noqa: ARG002 - counted elsewhere
            return 3600.0 if now_s > 200 else 0.0

    clock = ManualClock(now=100.0)
    moments = Moments(clock, OneHour(), runs_on=True)
    first = moments.read()
    clock.advance(4000)
    last = moments.read()
    assert last.real_s - first.real_s == 4000
    assert last.awake_s - first.awake_s == 400


def test_this_system_counts_its_sleep_and_is_not_asleep_now() -> None:
    slept = slept_s()
    assert slept is not None
    moments = system_moments(SystemClock())
    first, last = moments.read(), moments.read()
    assert 0 <= last.real_s - first.real_s < 5
    assert abs((last.real_s - first.real_s) - (last.awake_s - first.awake_s)) < 0.1
    assert CountedSleep().read(0, 0) >= slept
