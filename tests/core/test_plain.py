import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.plain import plain, plain_line

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("sign", [*TURNS, "\x00", "\x1b", "\x7f", "\x9b"], ids=ascii)
def test_what_steers_or_turns_the_words_is_left_out(sign: str) -> None:
    assert plain(f"a{sign}b", 10) == "ab"
    assert plain_line(f" a{sign}b", 10) == "ab"


def test_words_of_any_language_stay_as_they_are() -> None:
    words = "Rücken, \u05d2\u05d1, \u0645\u06cc\u200c\u062e\u0648 \u80cc \U0001f642\n\tbelow"
    assert plain(words, 1000) == words


def test_a_line_is_one_line() -> None:
    assert plain_line(" a\n\tb  c ", 10) == "a b c"


@given(st.text(), st.integers(0, 50))
def test_nothing_gets_longer_and_twice_is_once(text: str, most: int) -> None:
    once = plain(text, most)
    assert len(once) <= most
    assert plain(once, most) == once
