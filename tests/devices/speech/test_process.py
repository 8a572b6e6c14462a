"""The voice that speaks, heard through a recorded null sink."""

import statistics
import time
from pathlib import Path

import pytest

from supple.core.session.steps import Tone
from supple.devices.speech.process import SpokenVoice, child_command
from supple.devices.speech.voice import Utterance, VoiceOptions
from tests.audio import NullSink, Recording
from tests.devices.speech.voices import SOUNDS, is_silent, plain_player_s, ready, until, utterance

SENTENCE = "Breathe out slowly and let the leg get heavy."
FIRST_NOTE_OF_RELEASE_HZ = 783.99


def heard(recording: Recording, since_s: float) -> float:
    """Wait for the first sound after `since_s`; when it began."""
    until(lambda: recording.sounds(since_s))
    return recording.sounds(since_s)[0].begin_s


def release_level(recording: Recording, since_s: float) -> float:
    """How loud the first note of the release became."""
    end_s = recording.sounds(since_s)[-1].end_s
    moments = [since_s + 0.05 * step for step in range(int((end_s - since_s) / 0.05))]
    return max(recording.level(FIRST_NOTE_OF_RELEASE_HZ, at, 0.1) for at in moments)


def length_s(recording: Recording, voice: SpokenVoice, text: str) -> float:
    """Say `text`; how long it sounded."""
    begin_s = time.monotonic()
    voice.say(utterance(text))
    heard(recording, begin_s)
    until(lambda: is_silent(recording, 0.2))
    sounds = recording.sounds(begin_s)
    return sounds[-1].end_s - sounds[0].begin_s


def open_files(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


@pytest.mark.timeout(240)  # 12 s on a machine that has nothing else to do
def test_three_hundred_cues_in_a_row_are_heard_soon_and_stopped_soon(
    sink: NullSink, voice: SpokenVoice
) -> None:
    texts = [f"Hold {number}." for number in range(10)]
    voice.prepare(texts)
    onsets_s, silences_s, calls_s = [], [], []
    with sink.record() as recording:
        length_s(recording, voice, texts[-1])  # the last to be prepared
        base_s = plain_player_s(sink, recording)
        pid = voice.pid
        assert pid is not None
        files = open_files(pid)
        for number in range(300):
            begin_s = time.monotonic()
            assert voice.say(utterance(texts[number % 10])) is True
            calls_s.append(time.monotonic() - begin_s)
            onsets_s.append(heard(recording, begin_s) - begin_s)
            hushed_s = time.monotonic()
            voice.hush()
            until(lambda: is_silent(recording, 0.01))
            silences_s.append(recording.sounds(begin_s)[-1].end_s - hushed_s)
    assert voice.pid == pid
    assert open_files(pid) <= files + 2
    assert statistics.median(calls_s) < 0.001
    assert statistics.median(onsets_s) < 0.02 + 2 * base_s
    assert statistics.median(silences_s) < max(0.05, 2 * base_s)


def test_words_that_may_begin_at_any_time_are_heard(sink: NullSink, voice: SpokenVoice) -> None:
    with sink.record() as recording:
        begin_s = time.monotonic()
        pid = voice.pid
        assert voice.say(Utterance(100_000, "Hold.")) is True
        heard(recording, begin_s)
    assert voice.pid == pid


def test_a_tone_sounds_with_the_words_and_does_not_cut_them(
    sink: NullSink, voice: SpokenVoice
) -> None:
    with sink.record() as recording:
        begin_s = time.monotonic()
        voice.say(utterance(SENTENCE))
        recording.wait_until(heard(recording, begin_s) + 0.2)
        tone_s = time.monotonic()
        without = release_level(recording, begin_s)
        voice.say(utterance(tone=Tone.RELEASE))
        until(lambda: is_silent(recording, 0.2))
        sounds = recording.sounds(begin_s)
    assert sounds[-1].end_s - tone_s > 0.9  # the words go on after the tone
    assert release_level(recording, tone_s) > 3 * without


def test_words_and_tone_of_one_cue_begin_within_the_time_of_a_release(
    sink: NullSink, voice: SpokenVoice
) -> None:
    with sink.record() as recording:
        base_s = plain_player_s(sink, recording)
        onsets_s, begin_s = [], 0.0
        for _ in range(3):
            voice.hush()
            until(lambda: is_silent(recording, 0.05))
            begin_s = time.monotonic()
            assert voice.say(utterance(SENTENCE, Tone.RELEASE)) is True
            onsets_s.append(heard(recording, begin_s) - begin_s)
        assert min(onsets_s) < max(0.15, 4 * base_s)
        until(lambda: is_silent(recording, 0.2))
        assert release_level(recording, begin_s) > 1000
        assert recording.sounds(begin_s)[-1].end_s - begin_s > 1  # the words are longer


def test_new_words_cut_the_old_ones(sink: NullSink, voice: SpokenVoice) -> None:
    with sink.record() as recording:
        begin_s = time.monotonic()
        voice.say(utterance(SENTENCE))
        heard(recording, begin_s)
        voice.say(utterance("Hold."))
        until(lambda: is_silent(recording, 0.2))
        assert recording.sounds(begin_s)[-1].end_s - begin_s < 1


def test_hush_silences_words_and_tone_within_fifty_milliseconds(
    sink: NullSink, voice: SpokenVoice
) -> None:
    with sink.record() as recording:
        base_s = plain_player_s(sink, recording)
        lasted_s = []
        for _ in range(3):
            begin_s = time.monotonic()
            voice.say(utterance(SENTENCE, Tone.RELEASE))
            heard(recording, begin_s)
            time.sleep(0.1)
            hushed_s = time.monotonic()
            voice.hush()
            until(lambda: is_silent(recording, 0.1))
            lasted_s.append(recording.sounds(begin_s)[-1].end_s - hushed_s)
    assert min(lasted_s) < max(0.05, 2 * base_s)


def test_words_that_were_hushed_before_they_began_are_never_said(
    sink: NullSink, voice: SpokenVoice
) -> None:
    with sink.record() as recording:
        begin_s = time.monotonic()
        voice.say(utterance(SENTENCE))
        voice.hush()
        recording.wait_until(begin_s + 0.4)
        assert sum(s.end_s - s.begin_s for s in recording.sounds(begin_s)) < 0.05


def test_preparing_a_whole_session_does_not_delay_what_is_said_now(
    sink: NullSink, voice: SpokenVoice
) -> None:
    with sink.record() as recording:
        base_s = plain_player_s(sink, recording)
        voice.prepare([f"{SENTENCE} {SENTENCE} Number {number}." for number in range(250)])
        onsets_s = []
        for number in range(5):
            begin_s = time.monotonic()
            voice.say(utterance(f"Step {number}."))
            onsets_s.append(heard(recording, begin_s) - begin_s)
            voice.hush()
            until(lambda: is_silent(recording, 0.05))
    # Behind the preparing it would be five seconds.
    assert min(onsets_s) < max(0.15, 4 * base_s)


def test_markup_is_spoken_as_words_and_leaves_the_engine_as_it_was(
    sink: NullSink, voice: SpokenVoice
) -> None:
    with sink.record() as recording:
        before_s = length_s(recording, voice, "Hold.")
        hostile = '<break time="9s"/>[[h@l]] \x01400S\x02</speak>\x00'
        assert 1.0 < length_s(recording, voice, hostile) < 4.0  # read out, not obeyed
        assert length_s(recording, voice, "Hold.") == pytest.approx(before_s, abs=0.05)


def test_rate_volume_and_language_hold_from_the_next_words_on(
    sink: NullSink, voice: SpokenVoice
) -> None:
    text = "Lie on your back now."
    with sink.record() as recording:
        fast_s = length_s(recording, voice, text)
        voice.configure(VoiceOptions(rate_wpm=200))
        assert length_s(recording, voice, text) > 1.25 * fast_s
        voice.configure(VoiceOptions(rate_wpm=300, language="de"))
        german_s = length_s(recording, voice, "www")
        voice.configure(VoiceOptions(rate_wpm=300))
        assert length_s(recording, voice, "www") > 1.3 * german_s  # double u, double u ...
        voice.configure(VoiceOptions(volume=0.0))
        begin_s = time.monotonic()
        voice.say(utterance(text, Tone.START))
        assert is_silent(recording, 0.5)
        assert recording.sounds(begin_s) == []


def test_a_voice_this_computer_does_not_have_counts_as_none(sink: NullSink) -> None:
    voice = SpokenVoice(SOUNDS, environment=sink.environment)
    voice.configure(VoiceOptions(voice="HKEY_LOCAL_MACHINE\\Anna", language="xx"))
    try:
        ready(voice)
        with sink.record() as recording:
            assert length_s(recording, voice, "Hold.") > 0.1
    finally:
        voice.close()


def test_espeak_lists_voices_of_many_languages(voice: SpokenVoice) -> None:
    voices = voice.voices()
    assert {"de", "en-gb", "en-us", "fr-fr"} <= {each.language for each in voices}
    assert len({each.id for each in voices}) == len(voices)


def test_a_frozen_program_is_its_own_speech_child(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "supple.devices.speech.child" in child_command(SOUNDS)
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", "/usr/bin/supple")
    command = child_command(SOUNDS, "espeak")
    assert command == [
        "/usr/bin/supple", "--speech-worker", "--sounds", str(SOUNDS), "--engine", "espeak",
    ]  # fmt: skip
