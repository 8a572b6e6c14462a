"""The committed tones, and how they are made as loud as the voice."""

import array
import itertools
import runpy
import wave
from pathlib import Path

import pytest

from supple.core.session.steps import Tone
from supple.devices.speech import tones
from tests.devices.speech.voices import SOUNDS


def samples(path: Path) -> "array.array[int]":
    with wave.open(str(path)) as clip:
        assert (clip.getnchannels(), clip.getsampwidth(), clip.getframerate()) == (1, 2, 22050)
        return array.array("h", clip.readframes(clip.getnframes()))


def pitch_hz(part: "array.array[int]") -> float:
    """Rough: how often the wave rises through zero."""
    rises = sum(1 for a, b in itertools.pairwise(part) if a < 0 <= b)
    return rises * 22050 / len(part)


def test_the_committed_tones_are_what_their_script_makes(tmp_path: Path) -> None:
    runpy.run_path(str(SOUNDS / "make_tones.py"))["make_all"](tmp_path)
    for tone in Tone:
        made, kept = (samples(folder / f"{tone.value}.wav") for folder in (tmp_path, SOUNDS))
        assert len(made) == len(kept)
        # Another machine's sine may round the other way.
        assert max(abs(a - b) for a, b in zip(made, kept, strict=True)) <= 1


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_is_short_small_and_neither_clipped_nor_clicking(tone: Tone) -> None:
    path = SOUNDS / f"{tone.value}.wav"
    wave_form = samples(path)
    assert path.stat().st_size < 30_000
    assert len(wave_form) / 22050 < 0.7
    assert 10_000 < max(wave_form) < 20_000
    assert max(abs(sample) for sample in (*wave_form[:5], *wave_form[-5:])) < 500


def test_the_start_rises_and_the_release_falls() -> None:
    quarter = 22050 // 10
    start, release = (samples(SOUNDS / f"{t.value}.wav") for t in (Tone.START, Tone.RELEASE))
    assert pitch_hz(start[:quarter]) * 1.3 < pitch_hz(start[-quarter:])
    assert pitch_hz(release[:quarter]) > pitch_hz(release[-quarter:]) * 1.3


def test_tones_are_loaded_at_the_volume_of_the_voice(tmp_path: Path) -> None:
    clips = tones.load(SOUNDS, tmp_path, 0.5)
    assert set(clips) == set(Tone)
    for tone, clip in clips.items():
        full, half = samples(SOUNDS / f"{tone.value}.wav"), samples(clip.path)
        assert clip.seconds == len(full) / 22050
        assert abs(max(half) - max(full) / 2) <= 1
    assert max(samples(tones.load(SOUNDS, tmp_path, 0.0)[Tone.HALF].path)) == 0


def test_a_missing_or_damaged_tone_is_left_out(tmp_path: Path) -> None:
    damaged = tmp_path / "sounds"
    damaged.mkdir()
    (damaged / "start.wav").write_bytes(b"RIFF nonsense")
    (damaged / "half.wav").write_bytes((SOUNDS / "half.wav").read_bytes())
    assert set(tones.load(damaged, tmp_path, 1.0)) == {Tone.HALF}


def test_a_silence_is_silent(tmp_path: Path) -> None:
    clip = tones.silence(tmp_path)
    assert max(samples(clip.path), default=1) == 0
