import pytest

from supple.core.history.cells import cell, cells
from tests.core.history.versions import EVENT, session


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd", "-2+3", "\t=1", "\r=1"])
def test_a_text_that_looks_like_a_formula_is_marked(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), ("a = b", "a = b"), (-4.5, "-4.5"), (3, "3"), (True, "True"), ([1], "[1]")],
)
def test_other_values_are_shown_as_they_are(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_the_cells_of_a_record_come_in_the_order_asked_for() -> None:
    assert cells(session(note="=x"), ("note", "active_s", "local_day", "week")) == [
        "'=x",
        "590.5",
        "2026-05-13",
        "",
    ]


def test_what_belongs_to_a_decision_is_one_cell() -> None:
    assert cells(EVENT, ("detail",))[0].startswith('{"until":"2026-06-01"')
