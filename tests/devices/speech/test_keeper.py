"""A voice whose child dies, hangs, floods, or finds no engine and no sound device."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from supple.core.session.steps import Tone
from supple.devices.finding import Level
from supple.devices.speech.process import SpokenVoice
from supple.devices.speech.queue import Limits
from supple.devices.speech.voice import Health, Reason
from tests.audio import NullSink, Recording, null_sink, quiet_environment
from tests.devices.speech.voices import SOUNDS, Diary, ready, until, utterance

HASTY = Limits(hush_s=0.2, backoff_s=0.3, backoff_max_s=0.3)
VERY_HASTY = Limits(factor=0.0, slack_s=0.8, backoff_s=0.3, backoff_max_s=0.3)
SENTENCE = "Breathe out slowly and let the leg get heavy."

Make = Callable[..., SpokenVoice]


@pytest.fixture
def make() -> Iterator[Make]:
    """Makes voices that are closed in the end."""
    made: list[SpokenVoice] = []

    def make(sink: NullSink, engine: str | None = None, limits: Limits = HASTY) -> SpokenVoice:
        voice = SpokenVoice(SOUNDS, engine=engine, environment=sink.environment, limits=limits)
        made.append(voice)
        return voice

    yield make
    for voice in made:
        with suppress(ProcessLookupError):
            os.killpg(voice.pid or 0, signal.SIGCONT) if voice.pid else None
        voice.close()


def child_of(voice: SpokenVoice) -> int:
    pid = voice.pid
    assert pid is not None
    return pid


def stop(pid: int) -> None:
    """Stop a process, as a debugger does, and wait until it stands."""
    os.kill(pid, signal.SIGSTOP)
    until(lambda: Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "T")


def hear(recording: Recording, since_s: float) -> None:
    until(lambda: recording.sounds(since_s))


def fail(voice: SpokenVoice) -> None:
    """Say things until the voice is broken, and wait for the child that is left for the tones."""
    while not is_broken(voice):
        pid = voice.pid
        begin_s = time.monotonic()
        voice.say(utterance("Hold."))
        assert time.monotonic() - begin_s < 0.5
        until(partial(replaced, voice, pid))


def is_broken(voice: SpokenVoice) -> bool:
    return voice.state.health is Health.BROKEN


def replaced(voice: SpokenVoice, pid: int | None) -> bool:
    """Whether another child has taken over from `pid`."""
    return voice.pid not in {None, pid}


@pytest.mark.parametrize("whole_group", [True, False])
def test_after_the_child_is_killed_in_a_word_the_next_cue_is_spoken(
    sink: NullSink, make: Make, whole_group: bool
) -> None:
    voice = ready(make(sink))
    diary = Diary(voice)
    first = child_of(voice)
    with sink.record() as recording:
        begin_s = time.monotonic()
        voice.say(utterance(SENTENCE))
        hear(recording, begin_s)
        os.killpg(first, signal.SIGKILL) if whole_group else os.kill(first, signal.SIGKILL)
        killed_s = time.monotonic()
        until(partial(replaced, voice, first))
        assert voice.say(utterance("Release, slowly.")) is True
        until(lambda: recording.sounds(killed_s + 0.1))
        # The orphaned player was silenced at once.
        assert not [s for s in recording.sounds(killed_s + 0.1) if s.begin_s < killed_s + 0.11]
    assert diary.states == []


def test_an_engine_that_never_returns_costs_the_voice_and_nothing_else(
    sink: NullSink, make: Make
) -> None:
    voice = make(sink, "hang", VERY_HASTY)
    diary = Diary(voice)
    ready(voice)
    fail(voice)
    assert [state.reason for state in diary.states] == [Reason.STOPPED]
    assert voice.state.words == (
        "The voice stopped answering. "
        "Chimes and captions go on; Supple tries again at the next stretch."
    )
    with sink.record() as recording:
        begin_s = time.monotonic()
        assert voice.say(utterance("Hold.", Tone.START)) is False
        # On a busy machine a tone can outlast such a short patience, and the next child sounds it.
        while not recording.sounds(begin_s):
            assert time.monotonic() < begin_s + 20
            voice.say(utterance(tone=Tone.START))
            with suppress(AssertionError):
                until(partial(recording.sounds, begin_s), 1.0)


def test_an_engine_that_crashes_at_its_first_word_breaks_the_voice(
    sink: NullSink, make: Make
) -> None:
    voice = ready(make(sink, "crash"))
    fail(voice)
    assert voice.state.reason is Reason.STOPPED


def test_a_child_that_floods_is_ended(sink: NullSink, make: Make) -> None:
    voice = ready(make(sink, "flood"))
    fail(voice)
    assert voice.state.reason is Reason.STOPPED


@pytest.mark.parametrize("hidden", ["engine", "library"])
def test_without_a_speech_library_there_are_tones_and_a_way_back(
    sink: NullSink, tmp_path: Path, hidden: str
) -> None:
    environment = dict(sink.environment)
    if hidden == "library":  # the loader finds a broken one before the real one
        (tmp_path / "libespeak-ng.so.1").write_bytes(b"not a library")
        environment["LD_LIBRARY_PATH"] = str(tmp_path)
    engine = "absent" if hidden == "engine" else "espeak"
    voice = SpokenVoice(SOUNDS, engine=engine, environment=environment)
    diary = Diary(voice)
    try:
        ready(voice)
        until(lambda: diary.states)
        assert voice.state == diary.states[0]
        assert voice.state.reason is Reason.NO_ENGINE
        assert voice.state.words == (
            "No voice found on this computer. Sessions use chimes, big text and captions instead."
        )
        assert voice.state.fix == 'To add a voice on Debian or Ubuntu, install "espeak-ng".'
        assert voice.state.command == "sudo apt install espeak-ng"
        with sink.record() as recording:
            begin_s = time.monotonic()
            assert voice.say(utterance("Hold.", Tone.START)) is False
            hear(recording, begin_s)
            finding = voice.check()[0]
        assert finding.level is Level.MISSING
        assert "install" in finding.fix
        voice.start()  # looks again
        assert voice.voices() == ()
        assert len(diary.states) == 1
        if hidden == "library":
            (tmp_path / "libespeak-ng.so.1").unlink()
            voice.start()
            until(lambda: voice.state.health is Health.ON)
            assert voice.voices()
            assert len(diary.states) == 2
    finally:
        voice.close()


def test_when_the_sound_device_goes_and_comes_back_the_user_is_told_each_once(make: Make) -> None:
    with null_sink() as own_sink:
        voice = ready(make(own_sink))
        diary = Diary(voice)
        own_sink.stop()
        for _ in range(100):
            if voice.say(utterance("Hold.")) is False:
                break
            time.sleep(0.05)
        assert voice.state.reason is Reason.NO_SOUND
        assert voice.state.words.startswith("The sound device went away.")
        own_sink.start()
        voice.say(utterance(tone=Tone.HALF))
        until(lambda: voice.state.health is Health.ON)
        assert [state.health for state in diary.states] == [Health.BROKEN, Health.ON]


def test_a_computer_without_sound_is_known_by_doctor(tmp_path: Path) -> None:
    voice = SpokenVoice(SOUNDS, environment=quiet_environment(tmp_path))
    try:
        spoken, sound = voice.check()
    finally:
        voice.close()
    assert spoken.level is Level.OK
    assert sound.level is Level.MISSING
    assert sound.words == "No sound device answers."


def test_a_computer_without_a_player_is_told_which_one_to_install(tmp_path: Path) -> None:
    environment = {**quiet_environment(tmp_path), "PATH": str(tmp_path)}
    voice = SpokenVoice(SOUNDS, environment=environment)
    try:
        sound = voice.check()[1]
    finally:
        voice.close()
    assert sound.level is Level.MISSING
    assert "pulseaudio-utils" in sound.fix


def test_a_cue_the_child_comes_to_too_late_is_dropped(sink: NullSink, make: Make) -> None:
    voice = ready(make(sink, limits=Limits()))
    with sink.record() as recording:
        stop(child_of(voice))
        begin_s = time.monotonic()
        assert voice.say(utterance("Hold.", Tone.START, within_s=0.1)) is True
        recording.wait_until(begin_s + 0.3)
        os.kill(child_of(voice), signal.SIGCONT)
        recording.wait_until(begin_s + 0.8)
        assert recording.sounds(begin_s) == []
        voice.say(utterance("Hold."))
        hear(recording, begin_s + 0.8)


def test_a_stopped_child_with_a_full_pipe_blocks_nobody_and_is_replaced(
    sink: NullSink, make: Make
) -> None:
    voice = ready(make(sink, limits=VERY_HASTY))
    first = child_of(voice)
    stop(first)
    voice.prepare([f"{number} {SENTENCE * 8}" for number in range(300)])  # 180 kB
    for _ in range(50):
        begin_s = time.monotonic()
        voice.say(utterance("Hold."))
        assert time.monotonic() - begin_s < 0.5
    until(partial(replaced, voice, first))


def test_a_child_that_does_not_fall_silent_when_told_is_ended(sink: NullSink, make: Make) -> None:
    voice = ready(make(sink))
    first = child_of(voice)
    with sink.record() as recording:
        begin_s = time.monotonic()
        voice.say(utterance(SENTENCE))
        hear(recording, begin_s)
        stop(first)
        hushed_s = time.monotonic()
        voice.hush()
        until(lambda: voice.pid != first)
        recording.wait_until(time.monotonic() + 0.2)
        assert recording.sounds(begin_s)[-1].end_s - hushed_s < 0.5


def test_what_was_prepared_is_prepared_again_after_a_restart(sink: NullSink, make: Make) -> None:
    voice = ready(make(sink))
    voice.prepare([SENTENCE])
    first = child_of(voice)
    os.kill(first, signal.SIGKILL)
    until(partial(replaced, voice, first))
    voice.voices()  # answered after the rendering
    rendered = Path(f"/proc/{child_of(voice)}/cmdline").read_bytes().split(b"\0")[-2]
    until(lambda: list(Path(rendered.decode()).glob("[0-9]*.wav")))


def test_a_resting_voice_says_its_last_words_takes_no_room_and_speaks_again(
    sink: NullSink, make: Make
) -> None:
    voice = ready(make(sink))
    with sink.record() as recording:
        begin_s = time.monotonic()
        assert voice.say(utterance(SENTENCE)) is True
        voice.rest()
        hear(recording, begin_s)
        until(lambda: voice.pid is None)
        said = recording.sounds(begin_s)
        assert said[-1].end_s - said[0].begin_s > 1.0
        again_s = time.monotonic()
        assert voice.say(utterance(SENTENCE)) is True
        hear(recording, again_s)
    assert voice.state.health is Health.ON


def test_a_voice_that_is_wanted_again_at_once_does_not_rest(sink: NullSink, make: Make) -> None:
    voice = ready(make(sink))
    pid = voice.pid
    voice.say(utterance(SENTENCE))
    voice.rest()
    voice.prepare([SENTENCE])
    voice.finish(5.0)
    assert voice.pid == pid


def test_a_program_that_cannot_be_started_breaks_the_voice_kindly(
    sink: NullSink, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    voice = make(sink)
    voice.start()
    for _ in range(5):
        voice.say(utterance("Hold."))
    until(lambda: voice.state.health is Health.BROKEN)
    assert voice.voices() == ()
