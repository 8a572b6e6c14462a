"""A sound server for all tests of the voice, and voices that are closed when a test ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.devices.speech.process import SpokenVoice
from supple.devices.speech.voice import VoiceOptions
from tests.audio import NullSink, null_sink
from tests.devices.speech.voices import SOUNDS, ready


@pytest.fixture(scope="session")
def sink() -> Iterator[NullSink]:
    with null_sink() as running:
        yield running


@pytest.fixture
def sounds() -> Path:
    return SOUNDS


@pytest.fixture
def voice(sink: NullSink) -> Iterator[SpokenVoice]:
    """The real voice, ready and fast, playing into the null sink."""
    spoken = SpokenVoice(SOUNDS, environment=sink.environment)
    try:
        spoken.configure(VoiceOptions(rate_wpm=300))
        yield ready(spoken)
    finally:
        spoken.close()
