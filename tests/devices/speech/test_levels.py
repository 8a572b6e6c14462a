"""How loud a line is while it is spoken, told to who follows; and where it sounds."""

import subprocess
import time
import wave
from pathlib import Path

import pytest

from supple.devices.speech import tones
from supple.devices.speech.outputs import Output, outputs, parsed
from supple.devices.speech.player import Clip, Players, ProgramDeck
from supple.devices.speech.process import SpokenVoice
from supple.devices.speech.voice import NullVoice, Sounding, Utterance, VoiceOptions
from tests.audio import NullSink
from tests.devices.speech.test_player import FAILS, Played
from tests.devices.speech.voices import until

SINKS = """Sink #0
\tState: RUNNING
\tName: alsa_output.pci
\tDescription: Built-in speakers
\tProperties:
\t\tdevice.description = "Built-in: speakers"
Sink #1
\tName: bluez_sink.headset
\tDescription: Headset
"""


def test_a_line_is_as_loud_as_its_sound_in_each_part(tmp_path: Path) -> None:
    path = tmp_path / "half.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        quiet, loud = (0).to_bytes(2, "little"), (16384).to_bytes(2, "little")
        out.writeframes(quiet * 4000 + loud * 4000)
    assert tones.levels(path, parts=4) == (0, 0, 50, 50)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all"])
def test_what_is_no_sound_has_no_levels(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.wav"
    path.write_bytes(content)
    assert tones.levels(path) == ()
    assert tones.levels(tmp_path / "none.wav") == ()


def test_who_follows_hears_of_a_shown_line_from_its_beginning_to_its_end(
    voice: SpokenVoice,
) -> None:
    heard: list[Sounding] = []
    voice.follow(heard.append)
    voice.say(Utterance(900, "Not shown."))
    voice.finish(10)
    voice.say(Utterance(901, "Breathe out, slowly.", shown=True))
    until(lambda: len(heard) == 2)
    begun, over = heard
    assert (begun.id, over) == (901, Sounding(901))
    assert begun.seconds > 0.3
    assert max(begun.levels) > 10
    assert min(begun.levels) < max(begun.levels)


def test_a_line_that_is_cut_is_over(voice: SpokenVoice) -> None:
    heard: list[Sounding] = []
    voice.follow(heard.append)
    voice.say(Utterance(902, "This goes on for quite a while, and then some more.", shown=True))
    until(lambda: heard)
    begun_s = time.monotonic()
    voice.hush()
    until(lambda: len(heard) == 2)
    assert not heard[1].levels
    assert time.monotonic() - begun_s < heard[0].seconds


def test_a_voice_that_is_off_shows_nothing() -> None:
    voice = NullVoice()
    voice.follow(lambda _sounding: pytest.fail("nothing sounds"))
    voice.start()
    voice.say(Utterance(0, "Breathe.", shown=True))


def test_outputs_are_read_with_their_names() -> None:
    known = (
        Output("alsa_output.pci", "Built-in speakers"),
        Output("bluez_sink.headset", "Headset"),
    )
    assert parsed(SINKS) == known
    assert parsed("Connection failure: Connection refused") == ()


def test_one_output_is_no_choice_and_two_are(
    sink: NullSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key, value in sink.environment.items():
        monkeypatch.setenv(key, value)
    assert outputs() == ()
    module = _load("module-null-sink", "sink_name=other", sink=sink)
    try:
        assert "other" in [each.id for each in outputs()]
    finally:
        _pactl("unload-module", module, sink=sink)
    monkeypatch.setenv("PATH", "/nowhere")
    assert outputs() == ()


def test_a_line_sounds_where_it_is_sent_and_not_elsewhere(sink: NullSink) -> None:
    module = _load("module-null-sink", "sink_name=other", sink=sink)
    spoken = SpokenVoice(Path("assets/sounds").resolve(), environment=sink.environment)
    try:
        spoken.configure(VoiceOptions(400, output="other"))
        spoken.start()
        spoken.voices()
        with sink.record() as recording:
            begin_s = time.monotonic()
            spoken.say(Utterance(903, "Over there."))
            spoken.finish(10)
            assert recording.sounds(begin_s) == []
            spoken.configure(VoiceOptions(400))
            begin_s = time.monotonic()
            spoken.say(Utterance(904, "Over here."))
            spoken.finish(10)
            assert recording.sounds(begin_s)
    finally:
        spoken.close()
        _pactl("unload-module", module, sink=sink)


def test_an_output_that_is_gone_gives_way_to_the_systems_own(tmp_path: Path) -> None:
    """Here the player fails for as long as it is told of an output."""
    player = tmp_path / "paplay"
    player.write_text('#!/bin/sh\ncase "$1" in --device=*) exit 1;; esac\n')
    player.chmod(0o755)
    players, played = Players([(str(player),)]), Played()
    players.output = "gone"
    ProgramDeck(players).play(Clip(Path("/dev/null"), 1.0), played)
    assert played.wait() is not None
    assert players.output == ""
    fails, told = Players([FAILS]), Played()
    fails.output = "gone"
    ProgramDeck(fails).play(Clip(Path("/dev/null"), 1.0), told)
    assert told.wait() is None


def _load(*arguments: str, sink: NullSink) -> str:
    return _pactl("load-module", *arguments, sink=sink).strip()


def _pactl(*arguments: str, sink: NullSink) -> str:
    ran = subprocess.run(
        ["pactl", *arguments],
        env=dict(sink.environment),
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout
