"""Nothing but plain words reaches a speech engine."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.devices.speech.speakable import MAX_CHARS, speakable

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)


@given(ANY_TEXT)
def test_whatever_comes_in_one_line_of_plain_characters_comes_out(text: str) -> None:
    plain = speakable(text)
    plain.encode("utf-8")
    assert len(plain) <= MAX_CHARS
    assert plain == " ".join(plain.split())
    assert not set(plain) & set("<>[]{}|\\^`~\n\t\x00")
    assert all(unicodedata.category(c) not in {"Cc", "Cs", "Co", "Cn"} for c in plain)
    assert speakable(plain) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Strap hamstring stretch, left leg. Set one of three.",
        "Breathe out slowly: let the leg get heavy!",
        "Rückenlage, das linke Bein für 30 Sekunden, ganz ruhig.",
        "Étirement de l'ischio-jambier (gauche) 50 % & plus",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "拉伸左腿。",
    ],
)
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert speakable(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ('<speak><break time="9s"/>Hold</speak>', 'speak break time="9s"/ Hold /speak'),
        ("[[h@l]] Hold", "h@l Hold"),
        ("Hold \x01400S on", "Hold 400S on"),
        ("\u202eHold\u202c", "Hold"),
        ("ham\u00adstring", "hamstring"),
        ("Hold.\r\nRelease.", "Hold. Release."),
        ("\ud800Hold", "Hold"),
        ("...", ""),
        ("🙂 \x00", ""),
    ],
)
def test_commands_to_the_engine_become_harmless(text: str, plain: str) -> None:
    assert speakable(text) == plain


def test_a_long_text_ends_at_a_word() -> None:
    assert speakable("stretch " * 1000) == "stretch " * 74 + "stretch"
    assert speakable("x" * 10_000_000) == "x" * MAX_CHARS
