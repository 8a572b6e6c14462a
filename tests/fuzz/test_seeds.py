"""What fuzzing begins with, and what it found, is read without a fault; so are pieces of it."""

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

SEEDS = Path(__file__).parent / "seeds"
FILES = sorted(path for path in SEEDS.rglob("*") if path.is_file())
LOGGED = {"device": [pytest.mark.expects_log("can't be understood")]}


def test_every_target_has_something_to_begin_with() -> None:
    assert {path.parent.name for path in FILES} == set(TARGETS)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(
            path,
            id=f"{path.parent.name}/{path.name}",
            marks=LOGGED.get(path.parent.name, ()),
        )
        for path in FILES
    ],
)
def test_a_seed_and_what_is_left_of_it_after_damage_raise_nothing(path: Path) -> None:
    read, data = TARGETS[path.parent.name], path.read_bytes()
    read(data)
    step = max(1, len(data) // 40)
    for at in range(0, len(data), step):
        read(data[:at])
        read(data[at:])
        read(data[:at] + b"\xff\x00[\x1b{" + data[at + 1 :])
        read(data[:at] + data[at : at + 9] * 7 + data[at:])
