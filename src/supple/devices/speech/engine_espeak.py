"""espeak-ng through pyttsx3, rendering to files (Linux). Part of the speech child.

pyttsx3 2.99 is used for `save_to_file` alone: its own playing cannot be stopped, and reports
success without a sound device.
"""

import shutil
import time
import wave
from pathlib import Path
from typing import Any

from supple.devices.speech.engine import (
    Context,
    EngineError,
    Speech,
    choose,
    voice_infos,
)
from supple.devices.speech.rendered import RenderedSpeech
from supple.devices.speech.voice import VoiceInfo, VoiceOptions

_SETTLE_S = 0.02
"""espeak-ng 1.51 takes a new rate or volume on another thread, and loses it now and then if a text
follows at once; after this pause it was never seen to."""
_ATTEMPTS = 2
"""A render came out empty about once in some hundred that followed a change of rate at once."""


def build(context: Context, _name: str) -> Speech:
    """Speech through espeak-ng and a player of the system."""
    return RenderedSpeech(context, lambda: EspeakRenderer(context.folder))


class EspeakRenderer:
    """See `Renderer`. Raises EngineError where espeak-ng is not installed."""

    def __init__(self, folder: Path) -> None:
        try:
            import pyttsx3

            self._engine: Any = pyttsx3.init("espeak")
        except (ImportError, OSError, RuntimeError) as fault:
            raise EngineError(str(fault)) from fault
        # Until its first run pyttsx3 keeps every setting back, to set them right before the text.
        self._run(".", folder / "first.part")
        self._voices: tuple[VoiceInfo, ...] | None = None
        self._set: dict[str, str | float] = {}

    def configure(self, options: VoiceOptions) -> None:
        """See `Renderer`."""
        voice = choose(options, self.voices())
        if voice is not None and voice.id != self._set.get("voice"):
            self._set.clear()  # a new voice brings a rate of its own
            self._change("voice", voice.id)
        self._change("rate", options.rate_wpm)
        self._change("volume", options.volume)

    def render(self, text: str, path: Path) -> float:
        """See `Renderer`."""
        for _attempt in range(_ATTEMPTS):
            self._run(text, path)
            seconds = _length_s(path)
            if seconds > 0:
                return seconds
        raise EngineError(f"nothing came of {len(text)} characters")

    def voices(self) -> tuple[VoiceInfo, ...]:
        """See `Renderer`. MBROLA voices are listed by espeak-ng even where they cannot speak."""
        if self._voices is None:
            every = voice_infos(self._engine.getProperty("voices"))
            mbrola = shutil.which("mbrola") is not None
            self._voices = tuple(v for v in every if mbrola or not v.id.startswith("mb/"))
        return self._voices

    def _change(self, name: str, value: str | float) -> None:
        if self._set.get(name) != value:
            self._set[name] = value
            self._engine.setProperty(name, value)
            time.sleep(_SETTLE_S)

    def _run(self, text: str, path: Path) -> None:
        self._engine.save_to_file(text, str(path))
        self._engine.runAndWait()


def _length_s(path: Path) -> float:
    """The length of a WAV file in seconds; 0 for none or a damaged one."""
    try:
        with wave.open(str(path), "rb") as clip:
            return clip.getnframes() / clip.getframerate()
    except (OSError, EOFError, wave.Error):
        return 0.0
