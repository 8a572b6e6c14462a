from datetime import date
from gettext import NullTranslations

import pytest

from supple.core.catalogue.problem import Phrase, Problem, found, key_path, shown


def test_a_problem_reads_as_one_line() -> None:
    problem = Problem("steps[1].sets", "found 9.", "Allowed: 1 to 3.")
    assert str(problem) == "steps[1].sets: found 9. Allowed: 1 to 3."
    assert str(Problem("steps", "is missing.")) == "steps: is missing."


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (-12, "-12"),
        (0.5, "0.5"),
        (date(2026, 5, 13), "2026-05-13"),
        ("bridge", "'bridge'"),
        ("\x1b[2J\n", r"'\x1b[2J\n'"),
        ({"a": 1}, "a table"),
        ([1, 2], "a list"),
        (10**20, "a huge number"),
        ("x" * 1000, "'" + "x" * 39 + "..."),
    ],
)
def test_a_value_is_shown_short_and_harmless(value: object, words: str) -> None:
    assert shown(value) == words


def test_a_number_that_python_refuses_to_write_out_is_shown_too() -> None:
    assert shown(1 << 60_000) == "a huge number"


@pytest.mark.parametrize(
    ("at", "key", "path"),
    [
        ("", "name", "name"),
        ("cues", "hold", "cues.hold"),
        ("", "\x1b[2J", r"'\x1b[2J'"),
        ("cues", "two words", "cues.'two words'"),
        ("", "", "''"),
    ],
)
def test_a_key_path_prints_strange_keys_in_quotes(at: str, key: str, path: str) -> None:
    assert key_path(at, key) == path


def test_an_endless_key_is_cut() -> None:
    assert len(key_path("", "k" * 10_000)) < 60


class Backwards(NullTranslations):
    """A language that says everything the other way round, but for its fields."""

    def gettext(self, message: str) -> str:
        return {"found {value}.": "{value} !", "a table": "elbat a", "Small.": ".llamS"}[message]


def test_a_fault_can_be_told_in_another_language_with_all_its_parts() -> None:
    fault = Problem("name", found({}), Phrase("Small."))
    assert str(fault) == "name: found a table. Small."
    assert fault.told(Backwards()) == "name: elbat a ! .llamS"
    assert Problem("name", found(7)).told(Backwards()) == "name: 7 !"
    assert Problem("name", "as it is").told(Backwards()) == "name: as it is"
