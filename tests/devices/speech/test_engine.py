"""Which voice is chosen, and how pyttsx3's lists of voices are read."""

from types import SimpleNamespace

import pytest

from supple.devices.speech.engine import choose, voice_infos
from supple.devices.speech.voice import VoiceInfo, VoiceOptions

VOICES = [
    VoiceInfo("us", "American", "en-us"),
    VoiceInfo("gb", "British", "en-gb"),
    VoiceInfo("de", "German", "de"),
    VoiceInfo("br", "Brazilian", "pt-br"),
]


@pytest.mark.parametrize(
    ("voice", "language", "chosen"),
    [
        ("br", "de", "br"),
        ("", "de", "de"),
        ("gone", "de", "de"),
        ("", "de_AT", "de"),
        ("", "en", "gb"),
        ("", "en-US", "us"),
        ("", "en-au", "us"),
        ("", "pt", "br"),
        ("", "fr", None),
        ("gone", "", None),
    ],
)
def test_the_chosen_voice_then_the_language_decides(
    voice: str, language: str, chosen: str | None
) -> None:
    found = choose(VoiceOptions(voice=voice, language=language), VOICES)
    assert (found and found.id) == chosen


def test_every_kind_of_language_field_is_read() -> None:
    listed = [
        SimpleNamespace(id="a", name="A", languages=[b"\x05en-GB"[1:]]),
        SimpleNamespace(id="b", name="B", languages=["de_DE"]),
        SimpleNamespace(id="c", name=None, languages=None),
        SimpleNamespace(id="d", name="D", languages=[None]),
    ]
    assert voice_infos(listed) == (
        VoiceInfo("a", "A", "en-gb"),
        VoiceInfo("b", "B", "de-de"),
        VoiceInfo("c", "c", ""),
        VoiceInfo("d", "D", ""),
    )
