"""Speech through an engine that speaks by itself (Windows, macOS). Part of the speech child.

pyttsx3 2.99 is driven by `startLoop(False)` and our own pumping, all on the thread of `run`:
with `runAndWait` the second cue is silent on Windows and hangs on macOS.
"""

import queue
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec

from supple.devices.speech import lines
from supple.devices.speech.engine import Context, EngineError, choose, voice_infos
from supple.devices.speech.queue import expected_s, is_late
from supple.devices.speech.voice import Reason, Utterance, VoiceOptions

_TICK_S = 0.02
_SETTLE_S = 0.05
"""SAPI tells the end of the cut text and of the empty one that cut it; the driver would take the
second for the end of a new text if that was begun at once."""


class Loop(msgspec.Struct, frozen=True):
    """A pyttsx3 engine that has entered its loop, and how to let it work for a moment.

    `pump` may wait a little; it is called every 20 ms while something is being said.
    """

    engine: Any
    pump: Callable[[], None]


class LoopedSpeech:
    """Speaks through `Loop`. See `Speech`."""

    def __init__(self, context: Context, open_loop: Callable[[], Loop]) -> None:
        self._tell = context.tell
        self._open_loop = open_loop
        self._acts: queue.SimpleQueue[Callable[[Loop], None]] = queue.SimpleQueue()
        self._options = VoiceOptions()
        self._speaking: int | None = None
        self._waiting: Utterance | None = None
        self._settled_s = 0.0

    def say(self, utterance: Utterance) -> None:
        """See `Speech`."""
        self._acts.put(partial(self._say, utterance))

    def prepare(self, texts: Sequence[str]) -> None:
        """These engines begin at once; nothing can be made ready."""

    def hush(self) -> None:
        """See `Speech`."""
        self._acts.put(self._cut)

    def configure(self, options: VoiceOptions) -> None:
        """See `Speech`."""
        self._acts.put(partial(self._configure, options))

    def list_voices(self) -> None:
        """See `Speech`."""
        self._acts.put(self._list_voices)

    def run(self) -> None:
        """See `Speech`."""
        try:
            loop = self._open_loop()
        except EngineError as fault:
            self._tell(lines.NoEngine(str(fault)))
            self._refuse_for_ever()
            return
        loop.engine.connect("finished-utterance", self._finished)
        loop.engine.connect("error", self._failed)
        self._tell(lines.Ready())
        while True:
            self._step(loop)

    def _step(self, loop: Loop) -> None:
        """Do what there is to do, or wait for it, or let the engine work for a moment."""
        unsettled = time.monotonic() < self._settled_s
        busy = self._speaking is not None or self._waiting is not None or unsettled
        try:
            act = self._acts.get(timeout=_TICK_S if busy else None)
        except queue.Empty:
            pass
        else:
            act(loop)
        loop.pump()
        if self._waiting is not None and time.monotonic() >= self._settled_s:
            self._begin(self._waiting, loop)

    def _refuse_for_ever(self) -> None:
        while True:
            act = self._acts.get()
            if isinstance(act, partial) and isinstance(act.args[0], Utterance):
                self._tell(lines.Failed(act.args[0].id, Reason.NO_ENGINE))
            elif act == self._list_voices:
                self._tell(lines.Voices(()))

    def _say(self, utterance: Utterance, loop: Loop) -> None:
        self._cut(loop)
        self._waiting = utterance

    def _begin(self, utterance: Utterance, loop: Loop) -> None:
        self._waiting = None
        if is_late(utterance, time.monotonic()):
            self._tell(lines.Ended(utterance.id, lines.Ending.LATE, words=True))
            return
        self._speaking = utterance.id
        loop.engine.say(utterance.text, str(utterance.id))
        length_s = expected_s(utterance.text, self._options.rate_wpm)
        self._tell(lines.Started(utterance.id, length_s))

    def _cut(self, loop: Loop) -> None:
        """Stop; the engine's own word on it comes later, and is then no longer listened to."""
        if self._waiting is not None:
            self._tell(lines.Ended(self._waiting.id, lines.Ending.CUT, words=True))
            self._waiting = None
        if self._speaking is not None:
            loop.engine.stop()
            self._settled_s = time.monotonic() + _SETTLE_S
            self._tell(lines.Ended(self._speaking, lines.Ending.CUT, words=True))
            self._speaking = None

    def _configure(self, options: VoiceOptions, loop: Loop) -> None:
        self._options = options
        voice = choose(options, voice_infos(loop.engine.getProperty("voices")))
        if voice is not None:
            loop.engine.setProperty("voice", voice.id)
        loop.engine.setProperty("rate", options.rate_wpm)
        loop.engine.setProperty("volume", options.volume)

    def _list_voices(self, loop: Loop) -> None:
        self._tell(lines.Voices(voice_infos(loop.engine.getProperty("voices"))))

    def _finished(self, name: str | None = None, *, completed: bool = True) -> None:
        """pyttsx3's call-back; `name` is what was given to its `say`."""
        if self._speaking is not None and name == str(self._speaking):
            how = lines.Ending.DONE if completed else lines.Ending.CUT
            self._tell(lines.Ended(self._speaking, how, words=True))
            self._speaking = None

    def _failed(self, name: str | None = None, exception: Exception | None = None) -> None:  # noqa: ARG002  called by name
        """pyttsx3's call-back."""
        if self._speaking is not None and name == str(self._speaking):
            self._tell(lines.Failed(self._speaking, Reason.STOPPED))
            self._speaking = None
