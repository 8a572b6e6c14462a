"""docs/content.md: every file and every test that it names is there."""

import re

import pytest

from tests.quality.repository import ROOT

PAGE = (ROOT / "docs" / "content.md").read_text("utf-8")
ROWS = re.findall(r"^\| (.+) \| `([^`]+)` \| `([^`]+)` \|$", PAGE, re.MULTILINE)


def test_every_row_of_the_page_is_read() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("|")]
    heads = [line for line in lines if line.startswith(("| rule", "| ---"))]
    assert len(ROWS) == len(lines) - len(heads)


@pytest.mark.parametrize(("rule", "place", "test"), ROWS, ids=[row[2][-60:] for row in ROWS])
def test_the_file_and_the_test_of_a_rule_are_there(rule: str, place: str, test: str) -> None:
    assert (ROOT / place).exists(), rule
    path, _, name = test.partition("::")
    assert f"def {name}(" in (ROOT / path).read_text("utf-8"), rule
