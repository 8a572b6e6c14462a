"""What the speech child asks of an engine. Part of the speech child."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

import msgspec

from supple.devices.speech.lines import Report
from supple.devices.speech.player import Deck
from supple.devices.speech.voice import Utterance, VoiceInfo, VoiceOptions

Tell = Callable[[Report], None]
"""Sends a report to the program; safe from any thread."""


class EngineError(Exception):
    """There is no engine, or it cannot do what was asked; the text is for the log."""


class Speech(Protocol):
    """Speaks words. All methods but `run` are called from one other thread and return at once."""

    def run(self) -> None:
        """Open the engine, report `Ready` or `NoEngine`, and work for ever."""
        ...

    def say(self, utterance: Utterance) -> None:
        """Cut what is being said and say the words of `utterance`; the answers go to `Tell`."""
        ...

    def prepare(self, texts: Sequence[str]) -> None:
        """Make `texts` ready when there is nothing else to do."""
        ...

    def hush(self) -> None:
        """Be silent, and forget what waits to be said."""
        ...

    def configure(self, options: VoiceOptions) -> None:
        """Speak like this from the next utterance on."""
        ...

    def list_voices(self) -> None:
        """Report `Voices`."""
        ...


class Renderer(Protocol):
    """An engine that writes speech to files. Made and used on one thread."""

    def configure(self, options: VoiceOptions) -> None:
        """Render like this from now on. May take a tenth of a second."""
        ...

    def render(self, text: str, path: Path) -> float:
        """Write `text` as a WAV file; its length in seconds.

        Raises EngineError if nothing was written.
        """
        ...

    def voices(self) -> tuple[VoiceInfo, ...]:
        """All voices that work."""
        ...


class Context(msgspec.Struct, frozen=True):
    """What the child hands to an engine: a private folder, where reports go, where to play."""

    folder: Path
    tell: Tell
    deck: Deck


def voice_infos(voices: Iterable[Any]) -> tuple[VoiceInfo, ...]:
    """The voices pyttsx3 lists, as records; their fields differ between its drivers."""
    infos = []
    for voice in voices:
        languages = voice.languages or [""]
        language = languages[0]
        if isinstance(language, bytes):
            language = language.decode("utf-8", errors="ignore")
        tag = str(language or "").replace("_", "-").lower()
        infos.append(VoiceInfo(str(voice.id), str(voice.name or voice.id), tag))
    return tuple(infos)


def choose(options: VoiceOptions, voices: Sequence[VoiceInfo]) -> VoiceInfo | None:
    """The voice that `options` ask for; None if not even their language is there.

    For English with no country the British one is taken, since the texts are British.
    """
    for voice in voices:
        if options.voice and voice.id == options.voice:
            return voice
    language = options.language.replace("_", "-").lower()
    wanted = (language, *(("en-gb",) if language == "en" else ()), language.split("-")[0])
    for tag in wanted:
        for voice in voices:
            if voice.language == tag:
                return voice
    prefix = wanted[-1] + "-"
    return next((voice for voice in voices if voice.language.startswith(prefix)), None)
