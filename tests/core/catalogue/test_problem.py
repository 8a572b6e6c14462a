from datetime import date

import pytest

from supple.core.catalogue.problem import Problem, key_path, shown


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
