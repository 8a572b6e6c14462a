"""Keys by name: what they do, how they are changed, and that none does two things."""

import pytest

from supple.core.keys import Keymap, KeyTakenError, split


@pytest.fixture
def keymap() -> Keymap:
    return Keymap({"pause": "Space or . or F5", "skip": "Right or N", "back": "Left or N"})


def test_keys_are_told_apart_by_or() -> None:
    assert split("Right or N") == ("Right", "N")
    assert split("Ctrl+, or  or / or /") == ("Ctrl+,", "/")
    assert split("") == ()


def test_a_key_does_one_thing_and_the_first_has_it(keymap: Keymap) -> None:
    assert [keymap.action(key) for key in ("Space", "N", "Left", "X")] == [
        "pause",
        "skip",
        "back",
        "",
    ]
    assert keymap.keys("pause") == ("Space", ".", "F5")
    assert keymap.actions == ("pause", "skip", "back")


def test_a_new_key_joins_and_one_that_is_there_goes(keymap: Keymap) -> None:
    assert keymap.toggled("pause", "P") == "Space or . or F5 or P"
    assert keymap.toggled("pause", ".") == "Space or F5"


def test_an_action_keeps_its_last_key() -> None:
    assert Keymap({"end": "Q"}).toggled("end", "Q") == "Q"


def test_a_key_that_is_taken_stays_where_it_is(keymap: Keymap) -> None:
    with pytest.raises(KeyTakenError) as refused:
        keymap.toggled("pause", "Right")
    assert refused.value.action == "skip"


def test_an_action_can_have_a_dozen_keys_at_most() -> None:
    full = " or ".join(f"F{n}" for n in range(1, 13))
    assert Keymap({"end": full}).toggled("end", "Q").split(" or ")[-2:] == ["F12", "Q"]
