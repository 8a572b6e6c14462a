from enum import StrEnum
from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta

from supple.core.catalogue.problem import Problem
from supple.core.catalogue.reading import parse_toml, read, read_fields


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Inner(msgspec.Struct, frozen=True):
    depth: float


class Sample(msgspec.Struct, frozen=True, rename={"kind": "type"}):
    kind: Colour
    size: Annotated[int, Meta(ge=1, le=9)]
    inner: Inner
    names: tuple[str, ...] = ()
    pair: tuple[int, int] = (0, 0)
    mode: Literal["a", "b"] | Annotated[int, Meta(ge=0)] | None = None
    table: dict[str, object] = {}
    on: bool = False


GOOD: dict[str, object] = {"type": "red", "size": 3, "inner": {"depth": 1.5}}


def faults(change: dict[str, object]) -> list[str]:
    record, problems = read(GOOD | change, Sample)
    assert (record is None) == bool(problems)
    return [str(problem) for problem in problems]


def test_good_data_becomes_a_record() -> None:
    record, problems = read(GOOD | {"names": ["x"], "pair": [1, 2], "table": {"a": 1}}, Sample)
    assert not problems
    assert record == Sample(Colour.RED, 3, Inner(1.5), names=("x",), pair=(1, 2), table={"a": 1})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"type": "green"}, "type: found 'green'. Allowed: red, blue."),
        ({"size": 0}, "size: found 0. Allowed: a whole number from 1 to 9."),
        ({"size": "3"}, "size: found '3'. Allowed: a whole number from 1 to 9."),
        ({"inner": 3}, "inner: found 3. Allowed: a table."),
        ({"inner": {}}, "inner.depth: is missing. Allowed: a number."),
        ({"names": "x"}, "names: found 'x'. Allowed: a list of: text."),
        ({"names": ["x", 1]}, "names[1]: found 1. Allowed: text."),
        ({"names": ["x"] * 101}, "names: is too long. At most 100."),
        ({"pair": [1]}, "pair: found a list. Allowed: a list of: a whole number."),
        ({"mode": "c"}, "mode: found 'c'. Allowed: a, b or a whole number."),
        ({"table": 1}, "table: found 1. Allowed: a table."),
        ({"on": 1}, "on: found 1. Allowed: true, false."),
    ],
)
def test_a_wrong_value_is_told_with_its_place_and_what_would_be_right(
    change: dict[str, object], fault: str
) -> None:
    assert faults(change) == [fault]


def test_every_fault_is_found_at_once() -> None:
    problems = faults({"type": 1, "size": 100, "inner": {"depth": "x", "odd": 1}, "extra": 1})
    assert [problem.split(":")[0] for problem in problems] == [
        "extra",
        "type",
        "size",
        "inner.odd",
        "inner.depth",
    ]


def test_a_key_that_is_not_known_is_told_with_all_that_are() -> None:
    known = "inner, mode, names, on, pair, size, table, type"
    assert faults({"colour": 1}) == [f"colour: is not known here. Known: {known}."]


def test_thousands_of_unknown_keys_are_counted_not_listed() -> None:
    problems = faults({f"key{n}": n for n in range(5000)})
    assert len(problems) == 101
    assert problems[-1] == "file: 4900 more keys are not known here."


def test_what_can_be_read_of_a_faulty_table_is_kept() -> None:
    values, problems = read_fields(GOOD | {"size": 0}, Sample)
    assert values == {"kind": Colour.RED, "inner": Inner(1.5)}
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a = 1\nb =\n", "line 2"),
        ("a = '", "end of document"),
        ("a = \x00", "line 1"),
        ("a = 2026-13-45", "line 1"),
        ("a = " + "[" * 5000, "file"),
        ("a = " + "9" * 5000, "file"),
    ],
)
def test_text_that_is_no_toml_is_one_fault(text: str, where: str) -> None:
    data, problems = parse_toml(text)
    assert not data
    assert [problem.where for problem in problems] == [where]


def test_text_that_is_toml_is_a_table() -> None:
    assert parse_toml("a = [1, 2]\n[b]\nc = true") == ({"a": [1, 2], "b": {"c": True}}, ())


def test_a_fault_of_the_syntax_says_what_the_matter_is() -> None:
    problem = Problem(
        "line 1", "is not TOML: Invalid value.", "A file in the TOML format is needed."
    )
    assert parse_toml("a = ]\n")[1] == (problem,)
