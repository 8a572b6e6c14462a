"""What people are told when the voice is broken, and by doctor."""

import gettext

import pytest

from supple.devices.finding import Level
from supple.devices.speech.faults import broken, sound_finding, voice_finding
from supple.devices.speech.lines import SoundTried
from supple.devices.speech.voice import Health, Reason


class Shouting(gettext.NullTranslations):
    """A language that is English in capitals."""

    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).upper().replace("{COUNT}", "{count}")


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words_that_can_be_translated(reason: Reason) -> None:
    state = broken(reason, gettext.NullTranslations())
    assert (state.health, state.reason) == (Health.BROKEN, reason)
    assert "error" not in state.words.lower()
    shouted = broken(reason, Shouting())
    assert shouted.words == state.words.upper()
    assert shouted.fix == state.fix.upper()


@pytest.mark.parametrize(("count", "words"), [(1, "1 voice."), (131, "131 voices.")])
def test_doctor_counts_the_voices(count: int, words: str) -> None:
    finding = voice_finding(count, Reason.NO_ENGINE, gettext.NullTranslations())
    assert (finding.level, finding.words, finding.fix) == (Level.OK, words, "")
    shouted = voice_finding(count, Reason.NO_ENGINE, Shouting())
    assert shouted.words == words.upper()


def test_doctor_says_how_to_get_a_voice() -> None:
    finding = voice_finding(0, Reason.NO_ENGINE, gettext.NullTranslations())
    assert finding.level is Level.MISSING
    assert finding.fix.endswith("sudo apt install espeak-ng")


@pytest.mark.parametrize(
    ("tried", "level", "fix"),
    [
        (SoundTried("paplay", works=True), Level.OK, ""),
        (SoundTried("paplay", works=False), Level.MISSING, "loudspeaker"),
        (SoundTried("", works=False), Level.MISSING, "sudo apt install pulseaudio-utils"),
        (None, Level.MISSING, "loudspeaker"),
    ],
)
def test_doctor_tells_sound_device_and_player_apart(
    tried: SoundTried | None, level: Level, fix: str
) -> None:
    finding = sound_finding(tried, gettext.NullTranslations())
    assert finding.level is level
    assert fix in finding.fix
    assert bool(finding.fix) is (level is not Level.OK)
