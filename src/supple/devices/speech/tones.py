"""The tones of a session, made as loud as the voice. Part of the speech child."""

import array
import sys
import wave
from pathlib import Path

from supple.core.session.steps import Tone
from supple.devices.speech.player import Clip


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
