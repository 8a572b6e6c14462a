"""The tones of a session, made as loud as the voice. Part of the speech child."""

import array
import sys
import wave
from pathlib import Path

from supple.core.session.steps import Tone
from supple.devices.speech.player import Clip

_EACH = 7
_FULL = 32767


def load(sounds: Path, folder: Path, volume: float) -> dict[Tone, Clip]:
    """The tones of `sounds` (`start.wav`, `half.wav`, `release.wav`), scaled, written to `folder`.

    A tone whose file is missing or damaged is left out. No player is asked for the volume, since
    aplay knows none.
    """
    clips = {}
    for tone in Tone:
        source, target = sounds / f"{tone.value}.wav", folder / f"tone-{tone.value}.wav"
        try:
            clips[tone] = Clip(target, _scale(source, target, volume))
        except (OSError, EOFError, wave.Error):
            continue
    return clips


def levels(path: Path, parts: int = 48) -> tuple[int, ...]:
    """How loud each part of a sound file is, from 0 to 100; nothing for one that is no such file.

    Only some samples are looked at: enough to see, in about a millisecond.
    """
    try:
        with wave.open(str(path), "rb") as given:
            if given.getsampwidth() != 2 or not given.getnframes():  # noqa: PLR2004  bytes of 16 bits
                return ()
            samples = array.array("h", given.readframes(given.getnframes()))
    except (OSError, EOFError, wave.Error):
        return ()
    if sys.byteorder == "big":
        samples.byteswap()
    length = max(1, len(samples) // parts)
    found = (samples[start : start + length : _EACH] for start in range(0, len(samples), length))
    loud = [max(map(abs, part)) for part in found if part][:parts]
    return tuple(min(100, round(peak / _FULL * 100)) for peak in loud)


def silence(folder: Path, seconds: float = 0.05) -> Clip:
    """A short silence, to find out whether anything can be played."""
    path = folder / "silence.wav"
    rate_hz = 22050
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(bytes(2 * int(rate_hz * seconds)))
    return Clip(path, seconds)


def _scale(source: Path, target: Path, volume: float) -> float:
    """Write `source` (16 bit) at `volume` to `target`; the length in seconds."""
    with wave.open(str(source), "rb") as given:
        if given.getsampwidth() != 2:  # noqa: PLR2004  bytes of 16 bits
            raise wave.Error("not 16 bit")
        params = given.getparams()
        samples = array.array("h", given.readframes(params.nframes))
    if sys.byteorder == "big":
        samples.byteswap()
    scaled = array.array("h", (int(sample * volume) for sample in samples))
    if sys.byteorder == "big":
        scaled.byteswap()
    with wave.open(str(target), "wb") as out:
        out.setparams(params)
        out.writeframes(scaled.tobytes())
    return params.nframes / params.framerate
