"""The table of `make bench`: what is compared, and when a goal counts as missed."""

from benchmarks.compare import Comparison, Goal, Sample
from coverage_floors import part_of


def comparison(ours: float, log: list[str]) -> Comparison:
    def measure(name: str, value: float) -> Sample:
        log.append(name)
        return {"time": value}

    return Comparison(
        "row",
        "the base",
        lambda: measure("base", 10.0),
        lambda: measure("ours", ours),
        (Goal("time", "what it takes", "ms", times=1.2, plus=1.0),),
    )


def test_base_and_ours_take_turns_after_one_that_does_not_count() -> None:
    log: list[str] = []
    list(comparison(11.0, log).run(3))
    assert log == ["base", "ours"] * 4


def test_a_goal_holds_up_to_its_limit_and_is_missed_above() -> None:
    (row,) = comparison(13.0, []).run(1)
    assert "| 10.00 | 13.00 | ms | 1.30 | 13.00 | holds |" in row
    (row,) = comparison(13.1, []).run(1)
    assert "**missed**" in row


def test_a_goal_may_have_a_ceiling_whatever_the_base() -> None:
    assert Goal("p99", "late", "ms", times=1.5, most=16.7).limit(20.0) == 16.7


def test_a_file_belongs_to_the_longest_part_that_fits() -> None:
    parts = {"supple": 0.0, "supple.devices": 0.0, "supple.devices.store": 100.0}
    assert part_of("src/supple/devices/store/rows.py", parts) == "supple.devices.store"
    assert part_of("src/supple/devices/storeroom.py", parts) == "supple.devices"
    assert part_of("src/supple/__main__.py", parts) == "supple"
