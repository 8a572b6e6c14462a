"""Faults are found again in an editor: by the line, however the file is written."""

import time

import pytest

from supple.core.catalogue.lines import lines_of

INLINE = """id = "mine"  # a name = for the file
name = "Mine { not a row"
use = 'mat'
steps = [
  { part = "main", exercise = "bridge", say = "hold_s = 3", hold_s = 400 },
  { rest = 20 },
  {
    part = "main",
    sets = 9,
  },
]
"""
TABLES = """name = '''
use = "no key"
'''
use = "mat"

[[steps]]
exercise = "bridge"

[[ steps ]]
rest = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("id", 1), ("use", 3), ("steps", 4), ("steps[0].hold_s", 5), ("steps[1]", 6),
        ("steps[2].sets", 9), ("steps[2].get_ready_s", 7), ("steps[7].sets", 0), ("card", 0),
        ("line 12", 12), ("file", 0), ("a.b", 0),
    ],
)  # fmt: skip
def test_rows_written_in_line_are_found(path: str, line: int) -> None:
    assert lines_of(INLINE, [path]) == (line,)


def test_rows_written_as_tables_are_found() -> None:
    paths = ["use", "steps[0].exercise", "steps[0].part", "steps[1].rest", "steps[2].rest"]
    assert lines_of(TABLES, paths) == (4, 7, 6, 10, 0)


@pytest.mark.parametrize("unit", ['"""\\', '"\\"', "'''", "'x\n", "{", "[[steps]]\n", "id = "])
def test_no_text_takes_long(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.perf_counter()
    lines_of(text, ["id", "steps[3].part", "steps[9]"])
    assert time.perf_counter() - began < 2


def test_a_very_long_text_is_not_searched() -> None:
    assert lines_of("id = 1\n" + " " * 300_000, ["id"]) == (0,)
