"""What holds for every form of the voice, the silent one included."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from supple.core.session.steps import Tone
from supple.devices.speech.process import SpokenVoice
from supple.devices.speech.voice import (
    Health,
    NullVoice,
    Utterance,
    Voice,
    VoiceOptions,
    VoiceState,
)
from tests.audio import NullSink
from tests.devices.speech.voices import SOUNDS, utterance

FORMS = ["null", "spoken"]


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest, sink: NullSink) -> Iterator[Voice]:
    made: Voice = NullVoice()
    if request.param == "spoken":
        made = SpokenVoice(SOUNDS, environment=sink.environment)
    try:
        yield made
    finally:
        made.close()


def timed(act: Callable[[], object]) -> float:
    begin_s = time.perf_counter()
    act()
    return time.perf_counter() - begin_s


def test_no_call_waits_for_the_voice(form: Voice) -> None:
    assert timed(form.start) < 0.1
    took_s = [
        timed(act)
        for _ in range(20)
        for act in (
            lambda: form.say(utterance("Hold.", Tone.START)),
            lambda: form.prepare(["Release, slowly.", "Hold."]),
            lambda: form.configure(VoiceOptions(volume=0.5)),
            form.hush,
        )
    ]
    assert statistics.median(took_s) < 0.001


def test_what_was_given_is_said_before_a_farewell_returns(form: Voice) -> None:
    took_s = timed(lambda: form.finish(10))
    assert took_s < 0.1  # nothing is being said
    form.start()
    form.say(utterance("Stand tall and breathe."))
    took_s = timed(lambda: form.finish(10))
    assert took_s < 10
    assert isinstance(form, NullVoice) or took_s > 0.8
    form.say(utterance("Stand tall and breathe, as long as it is easy for you."))
    form.hush()
    assert timed(lambda: form.finish(10)) < 0.5


def test_a_farewell_has_an_end(form: Voice) -> None:
    form.start()
    form.say(utterance("Stand tall and breathe, as long as it is easy for you."))
    assert timed(lambda: form.finish(0.1)) < 0.5
    form.close()
    assert timed(lambda: form.finish(10)) < 0.1


def test_before_it_starts_and_after_it_is_closed_a_voice_is_off(form: Voice) -> None:
    assert form.state.health is Health.OFF
    assert form.say(utterance("Hold.")) is False
    form.start()
    form.close()
    form.close()
    form.start()
    assert form.state.health is Health.OFF
    assert form.say(utterance("Hold.")) is False
    assert form.voices() == ()


def test_a_late_utterance_is_never_said_to_be_spoken(form: Voice) -> None:
    form.start()
    late = Utterance(1, "Hold.", None, time.monotonic() - 0.001)
    expected = False if form.state.health is Health.OFF else "dropped"
    assert form.say(late) == expected


def test_what_is_in_time_is_spoken_where_there_is_a_voice(form: Voice) -> None:
    form.start()
    assert form.say(utterance("Hold.")) is (form.state.health is Health.ON)


def test_anything_may_be_given_to_say(form: Voice) -> None:
    form.start()
    for text in ("", " ", "\x00", "\ud800", "🙂", "x" * 1_000_000, "<speak>", "\x01400S"):
        assert form.say(utterance(text)) is (form.state.health is Health.ON)
    form.prepare(["", "\ud800", "y" * 1_000_000])
    assert isinstance(form.voices(), tuple)


def test_listeners_hear_nothing_while_nothing_changes(form: Voice) -> None:
    states: list[VoiceState] = []
    form.listen(states.append)
    form.start()
    form.say(utterance("Hold."))
    form.voices()
    form.close()
    assert states == []


def test_voices_have_an_id_and_a_name(form: Voice) -> None:
    voices = form.voices()
    assert all(voice.id and voice.name for voice in voices)
    assert bool(voices) is (form.state.health is Health.ON)


def test_a_check_tells_doctor_what_works(form: Voice) -> None:
    findings = form.check()
    assert findings
    assert all(finding.subject and finding.words for finding in findings)


def test_nothing_is_left_behind(
    form: Voice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    form.start()
    form.prepare(["Hold."])
    form.voices()
    pid = getattr(form, "pid", None)
    form.close()
    assert list(tmp_path.iterdir()) == []
    if pid is not None:
        with pytest.raises(ProcessLookupError):
            os.killpg(pid, 0)


@pytest.mark.parametrize(
    ("rate_wpm", "volume"), [(79, 1.0), (401, 1.0), (175, -0.1), (175, 1.1), (175, float("nan"))]
)
def test_options_out_of_bounds_are_refused(rate_wpm: int, volume: float) -> None:
    with pytest.raises(ValueError, match="is not in"):
        VoiceOptions(rate_wpm, volume)
