"""The voice of the program speaks as the settings say, also while it is already there."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.core.session.steps import Tone
from supple.devices.speech.voice import Health, NullVoice, Utterance
from tests.audio import NullSink, null_sink

SENTENCE = "Breathe out slowly and let the leg get heavy."


@pytest.fixture(scope="module")
def sink() -> Iterator[NullSink]:
    with null_sink() as running:
        yield running


@pytest.fixture
def app(supple_home: Path, sink: NullSink, monkeypatch: pytest.MonkeyPatch) -> Iterator[Container]:
    for name, value in sink.environment.items():
        monkeypatch.setenv(name, value)
    with Container({"SUPPLE_HOME": str(supple_home)}) as opened:
        yield opened


def spoken_s(app: Container, number: int) -> float:
    voice = app.voice(True)
    begin_s = time.monotonic()
    voice.say(Utterance(number, SENTENCE))
    voice.finish(20)
    return time.monotonic() - begin_s


def test_a_changed_voice_speaks_at_once_as_it_was_changed(app: Container) -> None:
    app.change_setting("voice.rate", 120)
    app.voice(True).start()
    app.voice(True).voices()
    spoken_s(app, 0)
    slow = spoken_s(app, 1)
    app.change_setting("voice.rate", 350)
    assert spoken_s(app, 2) < 0.75 * slow


def test_a_voice_is_tried_as_it_is_set_even_where_it_is_off(app: Container) -> None:
    app.change_setting("voice.on", False)
    begin_s = time.monotonic()
    app.speaking.try_out(SENTENCE)
    app.spoken_voice.finish(20)
    assert time.monotonic() - begin_s > 1.5  # it was said to its end
    assert app.spoken_voice.state.health is Health.ON


def test_a_tone_sounds_by_itself(app: Container, sink: NullSink) -> None:
    with sink.record() as recording:
        begin_s = time.monotonic()
        app.speaking.sound(Tone.START)
        app.spoken_voice.finish(20)
        recording.wait_until(time.monotonic())
        assert recording.sounds(begin_s)


def test_without_a_wish_the_settings_decide_whether_it_speaks(supple_home: Path) -> None:
    with Container({"SUPPLE_HOME": str(supple_home)}) as app:
        app.change_setting("voice.on", False)
        assert isinstance(app.voice(), NullVoice)
        assert not isinstance(app.voice(True), NullVoice)
        app.change_setting("voice.on", True)
        assert isinstance(app.voice(False), NullVoice)
