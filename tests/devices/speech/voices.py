"""What tests of the voice have in common: waiting, and what to say."""

import itertools
import statistics
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from supple.core.session.steps import Tone
from supple.devices.speech.process import SpokenVoice
from supple.devices.speech.voice import Utterance, VoiceState
from tests.audio import NullSink, Recording

SOUNDS = Path(__file__).parents[3] / "assets" / "sounds"
PATIENCE_S = 10.0
_numbers = itertools.count()


def utterance(text: str = "", tone: Tone | None = None, within_s: float = 60) -> Utterance:
    """Something to be said now, or within so many seconds."""
    return Utterance(next(_numbers), text, tone, time.monotonic() + within_s)


def until(condition: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
    """Wait until `condition` is true, and fail if it never is."""
    end_s = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < end_s, "it never came true"
        time.sleep(0.002)


def ready(voice: SpokenVoice) -> SpokenVoice:
    """Start `voice` and wait until its engine answers."""
    voice.start()
    voice.voices()
    return voice


def plain_player_s(sink: NullSink, recording: Recording) -> float:
    """How long a player of the system takes to be heard now: what the machine can do at best."""
    onsets_s = []
    for _ in range(5):
        begin_s = time.monotonic()
        player = subprocess.Popen(["paplay", str(SOUNDS / "half.wav")], env=dict(sink.environment))
        until(partial(recording.sounds, begin_s))
        onsets_s.append(recording.sounds(begin_s)[0].begin_s - begin_s)
        player.kill()
        player.wait()
        until(partial(is_silent, recording, 0.05))
    return statistics.median(onsets_s)


def is_silent(recording: Recording, for_s: float) -> bool:
    """Wait so long; whether nothing sounded in that time."""
    begin_s = time.monotonic()
    recording.wait_until(begin_s + for_s)
    return not recording.sounds(begin_s)


class Diary:
    """Keeps what a voice tells its listeners."""

    def __init__(self, voice: SpokenVoice) -> None:
        self.states: list[VoiceState] = []
        voice.listen(self.states.append)
