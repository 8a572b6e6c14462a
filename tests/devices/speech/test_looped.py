"""Speech through an engine that speaks by itself: pyttsx3's SAPI driver over a simulated SAPI."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from supple.devices.speech.process import SpokenVoice
from supple.devices.speech.voice import Health, Reason, Sounding, Utterance, VoiceOptions
from tests.devices.speech.voices import SOUNDS, ready, until, utterance

FAKE = Path(__file__).parent / "fake_sapi"


class Heard(NamedTuple):
    """One line of the simulation's log; `share` is how much of `text` sounded."""

    voice: str
    rate: int
    volume: int
    share: float
    threads: int
    text: str


class Sapi:
    """A voice over the simulated SAPI, and what was heard of it."""

    def __init__(self, folder: Path, engine: str = "sapi") -> None:
        self._log = folder / "heard.txt"
        path = os.pathsep.join(filter(None, [str(FAKE), os.environ.get("PYTHONPATH", "")]))
        environment = {**os.environ, "PYTHONPATH": path, "FAKE_SAPI_LOG": str(self._log)}
        self.voice = SpokenVoice(SOUNDS, engine=engine, environment=environment)

    def heard(self) -> list[Heard]:
        if not self._log.exists():
            return []
        parts = [line.split(" ", 5) for line in self._log.read_text("utf-8").splitlines()]
        return [
            Heard(voice, int(rate), int(volume), float(share), int(threads), text)
            for voice, rate, volume, share, threads, text in parts
        ]

    def say(self, text: str) -> None:
        assert self.voice.say(utterance(text)) is True

    def hear(self, count: int) -> list[Heard]:
        """Wait until so many texts were heard or cut."""
        until(lambda: len(self.heard()) >= count)
        return self.heard()


@pytest.fixture
def sapi(tmp_path: Path) -> Iterator[Sapi]:
    made = Sapi(tmp_path)
    try:
        ready(made.voice)
        yield made
    finally:
        made.voice.close()


def test_one_cue_after_another_is_heard_whole(sapi: Sapi) -> None:
    for count, text in enumerate(("Hold.", "Half-way.", "Release, slowly."), start=1):
        sapi.say(text)
        assert sapi.hear(count)[-1].text == text
    assert [each.share for each in sapi.heard()] == [1.0, 1.0, 1.0]
    assert sapi.heard()[-1].threads == 1


def test_the_end_is_told_where_no_levels_are(sapi: Sapi) -> None:
    told: list[Sounding] = []
    sapi.voice.follow(told.append)
    sapi.say("Hold.")
    sapi.hear(1)
    sapi.voice.say(Utterance(800, "Half-way.", shown=True))
    until(lambda: told)
    assert told == [Sounding(800)]


def test_a_new_cue_cuts_the_old_one_and_is_heard_whole(sapi: Sapi) -> None:
    sapi.say("Breathe out slowly and let the leg get heavy.")
    time.sleep(0.1)  # it is being said
    sapi.say("Release.")
    first, second = sapi.hear(2)
    assert first.share < 0.5
    assert (second.text, second.share) == ("Release.", 1.0)


def test_of_many_cues_at_once_the_last_is_heard(sapi: Sapi) -> None:
    for number in range(5):
        sapi.say(f"Cue number {number}.")
    until(lambda: any(each.text == "Cue number 4." for each in sapi.heard()))
    assert sapi.heard()[-1].share == 1.0
    sapi.say("Still here.")
    until(lambda: sapi.heard()[-1].text == "Still here.")


def test_hush_cuts_and_the_next_cue_is_heard(sapi: Sapi) -> None:
    sapi.say("Breathe out slowly and let the leg get heavy.")
    time.sleep(0.1)  # it is being said
    sapi.voice.hush()
    assert sapi.hear(1)[0].share < 0.5
    sapi.say("Hold.")
    assert sapi.hear(2)[1].share == 1.0


def test_voice_rate_and_volume_reach_sapi(sapi: Sapi) -> None:
    sapi.voice.configure(VoiceOptions(rate_wpm=300, volume=0.5, language="de"))
    sapi.say("Halten.")
    fast = sapi.hear(1)[0]
    assert (fast.voice, fast.volume) == ("Hedda", 50)
    sapi.voice.configure(VoiceOptions(rate_wpm=100))
    sapi.say("Hold.")
    slow = sapi.hear(2)[1]
    assert (slow.voice, slow.volume) == ("Hazel", 100)
    assert slow.rate < fast.rate
    assert [voice.language for voice in sapi.voice.voices()] == ["en-us", "en-gb", "de-de"]


def test_markup_is_given_to_sapi_as_words(sapi: Sapi) -> None:
    sapi.say('<volume level="0"/>Hold')
    assert sapi.hear(1)[0].text == 'volume level="0"/ Hold'


@pytest.mark.parametrize("engine", ["sapi", "nsss"])
def test_on_a_system_without_such_an_engine_there_is_no_voice(engine: str) -> None:
    voice = SpokenVoice(SOUNDS, engine=engine)
    try:
        ready(voice)
        until(lambda: voice.state.health is Health.BROKEN)
        assert voice.state.reason is Reason.NO_ENGINE
        assert voice.voices() == ()
    finally:
        voice.close()
