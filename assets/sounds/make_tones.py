#!/usr/bin/env python3
"""Makes the tones of a session: start rises, half is one soft note, release falls.

Run it without arguments; it writes the WAV files beside itself (mono, 16 bit, 22.05 kHz).
"""

import array
import math
import sys
import wave
from collections.abc import Sequence
from pathlib import Path

RATE_HZ = 22050
PEAK = 0.42
HARMONICS = ((1, 1.0), (2, 0.22), (3, 0.06))
"""(multiple, loudness): few and quiet, so that it sounds warm."""
ATTACK_S = 0.012
FADE_S = 0.03

C5, E5, G5, A4 = 523.25, 659.26, 783.99, 440.0
Note = tuple[float, float, float]
"""(pitch in Hz, when it begins in s, how long it rings in s)"""

TONES: dict[str, tuple[Note, ...]] = {
    "start": ((C5, 0.0, 0.26), (G5, 0.13, 0.45)),
    "half": ((E5, 0.0, 0.42),),
    "release": ((G5, 0.0, 0.26), (C5, 0.13, 0.30), (A4, 0.26, 0.40)),
}


def ring(pitch_hz: float, seconds: float) -> list[float]:
    """One note that swells quickly and dies away."""
    samples = []
    for index in range(int(seconds * RATE_HZ)):
        t = index / RATE_HZ
        swell = min(1.0, t / ATTACK_S)
        fade = min(1.0, (seconds - t) / FADE_S)
        envelope = math.sin(swell * math.pi / 2) * fade * math.exp(-4.5 * t / seconds)
        wave_form = sum(
            loud * math.sin(2 * math.pi * pitch_hz * multiple * t) for multiple, loud in HARMONICS
        )
        samples.append(envelope * wave_form)
    return samples


def mix(notes: Sequence[Note]) -> "array.array[int]":
    """All notes together, as loud as `PEAK` allows."""
    length = max(int((begin + seconds) * RATE_HZ) for _pitch, begin, seconds in notes)
    total = [0.0] * length
    for pitch_hz, begin, seconds in notes:
        first = int(begin * RATE_HZ)
        for index, sample in enumerate(ring(pitch_hz, seconds)):
            total[min(first + index, length - 1)] += sample
    scale = PEAK * 32767 / max(abs(sample) for sample in total)
    return array.array("h", (round(sample * scale) for sample in total))


def write(path: Path, samples: "array.array[int]") -> None:
    """Write a WAV file; its numbers are little-endian on every machine."""
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(samples.tobytes())


def make_all(folder: Path) -> None:
    """Write every tone into `folder`."""
    for name, notes in TONES.items():
        write(folder / f"{name}.wav", mix(notes))


if __name__ == "__main__":
    make_all(Path(__file__).parent)
