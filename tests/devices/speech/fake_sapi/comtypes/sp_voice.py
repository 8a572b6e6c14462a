# ruff: noqa: N802  the names of SAPI's automation interface
"""SAPI's SpVoice as its documentation and users describe it, for machines that are not Windows.

Streams are spoken one after another, each for 20 ms a character; a purge ends them at once. What
was heard is written to the file named by FAKE_SAPI_LOG: one line a stream, its rate, its volume,
the share that was spoken, and its text.
"""

import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHAR_S = 0.02
ASYNC, PURGE = 1, 2
_THREADS: set[int] = set()
_CONNECTED: list[tuple["SpVoice", Any]] = []


@dataclass
class Stream:
    """One text on its way."""

    number: int
    text: str
    begun_s: float | None = None


class Token:
    """A voice that is installed."""

    def __init__(self, name: str, language: str) -> None:
        self.Id = f"HKEY_LOCAL_MACHINE\\Fake\\{name}"
        self._name = name
        self._language = language

    def GetDescription(self) -> str:
        """Its name."""
        return self._name

    def GetAttribute(self, name: str) -> str:
        """One of its properties, as text."""
        return {"Language": self._language, "Gender": "Female", "Age": "Adult"}[name]


TOKENS = [Token("David", "409"), Token("Hazel", "809"), Token("Hedda", "407")]


class SpVoice:
    """The automation object. It may only be used on the thread that made it."""

    def __init__(self) -> None:
        _THREADS.add(threading.get_ident())
        self.EventInterests = 0
        self.Voice = TOKENS[0]
        self.Rate = 0
        self.Volume = 100
        self.streams: list[Stream] = []
        self.ended: list[int] = []
        self._count = 0

    def GetVoices(self) -> list[Token]:
        """All that are installed."""
        return TOKENS

    def Speak(self, text: str, flags: int = 0) -> int:
        """Queue `text`; with PURGE instead of all that was queued."""
        _THREADS.add(threading.get_ident())
        if flags & PURGE:
            for stream in self.streams:
                self._end(stream)
            self.streams.clear()
        self._count += 1
        self.streams.append(Stream(self._count, text))
        return self._count

    def advance(self) -> None:
        """Let the first stream sound, and end those whose time is over."""
        now_s = time.monotonic()
        while self.streams:
            stream = self.streams[0]
            stream.begun_s = stream.begun_s or now_s
            if now_s - stream.begun_s < CHAR_S * len(stream.text):
                return
            self._end(stream)
            del self.streams[0]

    def _end(self, stream: Stream) -> None:
        self.ended.append(stream.number)
        if not stream.text:
            return
        length_s = CHAR_S * len(stream.text)
        spoken_s = 0.0 if stream.begun_s is None else time.monotonic() - stream.begun_s
        share = min(1.0, spoken_s / length_s)
        with Path(os.environ["FAKE_SAPI_LOG"]).open("a", encoding="utf-8") as log:
            log.write(f"{self.Voice.GetDescription()} {self.Rate} {self.Volume} {share:.2f} ")
            log.write(f"{len(_THREADS)} {stream.text}\n")


def connect(voice: SpVoice, sink: object) -> None:
    """Tell `sink` what happens to `voice`."""
    _CONNECTED.append((voice, sink))


def pump() -> None:
    """Deliver the events."""
    for voice, sink in _CONNECTED:
        voice.advance()
        ended, voice.ended = voice.ended, []
        for number in ended:
            sink._ISpeechVoiceEvents_EndStream(number, 0)
