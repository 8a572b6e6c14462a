import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.devices.clock import Clock, ManualClock, ScaledClock, SystemClock

FORMS: dict[str, Callable[[], Clock]] = {
    "system": SystemClock,
    "manual": ManualClock,
    "scaled": lambda: ScaledClock(SystemClock(), 20),
    "scaled by hand": lambda: ScaledClock(ManualClock(), 0.5),
}


@pytest.fixture(params=FORMS)
def clock(request: pytest.FixtureRequest) -> Clock:
    return FORMS[request.param]()


def test_now_never_goes_back(clock: Clock) -> None:
    readings = [clock.now() for _ in range(1000)]
    assert readings == sorted(readings)


def test_the_wall_clock_tells_the_same_in_seconds(clock: Clock) -> None:
    assert clock.wall_s() == pytest.approx(clock.wall().timestamp(), abs=1)


def test_the_wall_clock_knows_its_offset(clock: Clock) -> None:
    assert clock.wall().utcoffset() is not None


def test_the_system_clock_tells_the_present_local_time() -> None:
    before = datetime.now(UTC)
    wall = SystemClock().wall()
    assert before <= wall <= datetime.now(UTC)
    assert wall.utcoffset() == datetime.now().astimezone().utcoffset()


def test_the_system_clock_follows_a_journey(tmp_path: Path) -> None:
    """A desktop exchanges the file of the time zone; a program that runs for months notices."""
    for name in ("Asia/Tokyo", "Asia/Kolkata"):
        (tmp_path / name.partition("/")[2]).write_bytes(zone_file(name))
    code = (
        "import subprocess, sys\n"
        "from supple.devices.clock import SystemClock\n"
        "for zone in sys.argv[1:]:\n"
        "    subprocess.run(['mount', '--bind', zone, '/etc/localtime'], check=True)\n"
        "    print(SystemClock().wall().utcoffset().total_seconds())\n"
    )
    command = ["unshare", "-m" if os.geteuid() == 0 else "-rm", sys.executable, "-c", code]
    told = subprocess.run(
        [*command, tmp_path / "Tokyo", tmp_path / "Kolkata"],
        env={name: value for name, value in os.environ.items() if name != "TZ"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert [float(line) for line in told.stdout.split()] == [9 * 3600, 5.5 * 3600]


def zone_file(name: str) -> bytes:
    folder, file = name.split("/")
    return resources.files("tzdata.zoneinfo").joinpath(folder, file).read_bytes()


def test_a_manual_clock_stands_until_it_is_driven() -> None:
    clock = ManualClock(5.0)
    assert (clock.now(), clock.now()) == (5.0, 5.0)
    clock.advance(2.5)
    clock.advance(0)
    assert clock.now() == 7.5
    clock.advance_to(10)
    assert clock.now() == 10


def test_a_manual_clock_refuses_to_go_back() -> None:
    clock = ManualClock(5.0)
    for seconds in (-0.001, float("nan")):
        with pytest.raises(ValueError, match="does not go back"):
            clock.advance(seconds)
    with pytest.raises(ValueError, match="does not go back"):
        clock.advance_to(4.9)
    assert clock.now() == 5.0


def test_driving_a_manual_clock_moves_the_wall_clock_too() -> None:
    clock = ManualClock()
    before = clock.wall()
    clock.advance(90)
    assert clock.wall() - before == timedelta(seconds=90)


def test_the_wall_clock_may_jump_while_now_stays() -> None:
    clock = ManualClock(3.0)
    earlier = datetime(2020, 1, 1, 8, 0, tzinfo=timezone(timedelta(hours=2)))
    clock.set_wall(earlier)
    assert clock.wall() == earlier
    assert clock.now() == 3.0


def test_a_wall_time_without_an_offset_is_refused() -> None:
    naive = datetime(2026, 5, 13, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="offset"):
        ManualClock(wall=naive)
    with pytest.raises(ValueError, match="offset"):
        ManualClock().set_wall(naive)


@given(
    speed=st.floats(0.01, 1000),
    start=st.floats(0, 1e6),
    steps=st.lists(st.floats(0, 3600), max_size=20),
)
def test_a_scaled_clock_runs_so_many_times_as_fast(
    speed: float, start: float, steps: list[float]
) -> None:
    base = ManualClock(start)
    clock = ScaledClock(base, speed)
    assert clock.now() == start
    for step in steps:
        base.advance(step)
    passed = base.now() - start
    assert clock.now() - start == pytest.approx(passed * speed, abs=1e-3)
    assert clock.real_s(passed * speed) == pytest.approx(passed)
    assert clock.wall() == base.wall()


@pytest.mark.parametrize("speed", [0, -1, float("nan")])
def test_a_clock_cannot_be_scaled_to_stand_or_go_back(speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        ScaledClock(ManualClock(), speed)
