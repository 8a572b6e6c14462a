"""docs/reliability.md: every promise has its section, every row its test, every file is there."""

import re

import pytest

from tests.quality.repository import ROOT

PAGE = (ROOT / "docs" / "reliability.md").read_text("utf-8")
PROMISES = 7
ROWS = [
    line
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| attack", "| part |"))
]
NAMED = sorted(set(re.findall(r"`(tests/[^`]+)`", PAGE)))


def test_every_promise_has_a_section() -> None:
    found = [int(number) for number in re.findall(r"^## (\d+)\. ", PAGE, re.MULTILINE)]
    assert found == list(range(1, PROMISES + 1))


@pytest.mark.parametrize("row", ROWS, ids=[row[2:50] for row in ROWS])
def test_every_attack_names_a_test_and_what_came_of_it(row: str) -> None:
    *_attack, tests, outcome = row.strip("| ").split(" | ")
    assert re.fullmatch(r"`tests/[a-z0-9_/]+\.py`(, `tests/[a-z0-9_/]+\.py`)*", tests)
    assert outcome


@pytest.mark.parametrize("name", NAMED)
def test_every_file_of_the_page_is_there(name: str) -> None:
    path = ROOT / name
    assert path.is_file()
    if path.name.startswith("test_"):
        assert "def test_" in path.read_text("utf-8")
