"""The voice that speaks, in a child process of its own.

Callers leave notes; one thread reads them and does what they say, so that nobody ever waits for
the child. What it does is in `keeper`. What must be quick, to say and to hush, goes straight into
the child's pipe while the child is well and no note is unread; its note then follows for the watch.
"""

import gettext
import queue
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from supple.devices.finding import Finding
from supple.devices.speech import faults, lines
from supple.devices.speech.keeper import Ask, Keeper
from supple.devices.speech.link import Link
from supple.devices.speech.queue import Limits, is_late
from supple.devices.speech.speakable import speakable
from supple.devices.speech.voice import (
    Follower,
    Given,
    Health,
    Listener,
    Reason,
    Sounding,
    Utterance,
    VoiceInfo,
    VoiceOptions,
    VoiceState,
)

_ASK_S = 5.0
_WHENEVER_S = 1e6  # infinity cannot be sent
_Answer = TypeVar("_Answer", lines.Voices, lines.SoundTried)


def child_command(sounds: Path, engine: str | None = None) -> list[str]:
    """How to start the speech child; its private folder is to be added.

    A frozen program starts itself. `-P` keeps modules lying in the current folder from being run.
    """
    if getattr(sys, "frozen", False):
        command = [sys.executable, "--speech-worker"]
    else:
        command = [sys.executable, "-P", "-m", "supple.devices.speech.child"]
    command += ["--sounds", str(sounds)]
    return command if engine is None else [*command, "--engine", engine]


class SpokenVoice:
    """A `Voice` that is heard. It starts with `start`, `prepare`, `voices` or `check`.

    `sounds` is the folder of the tones. `engine` is a name of `child.ENGINES`, by default the
    system's own; `environment` replaces that of the child.
    """

    def __init__(
        self,
        sounds: Path,
        translations: gettext.NullTranslations | None = None,
        *,
        engine: str | None = None,
        environment: Mapping[str, str] | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._command = child_command(sounds, engine)
        self._environment = environment
        self._translations = translations or gettext.NullTranslations()
        self._state = VoiceState(Health.OFF)
        self._listeners: list[Listener] = []
        self._followers: list[Follower] = []
        self._sounding = self._awaited = -1  # of what is shown: heard now, said last
        self._notes: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._keeper = Keeper(self._launch, limits or Limits(), self._changed)
        self._lock = threading.Lock()  # for the four below
        self._unread = 0
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def state(self) -> VoiceState:
        """See `Voice`."""
        return self._state

    @property
    def pid(self) -> int | None:
        """The child's process and process group, for measuring; None while there is none."""
        link = self._keeper.link
        return None if link is None else link.pid

    def start(self) -> None:
        """See `Voice`."""
        self._begin()
        self._leave(self._keeper.start)

    def say(self, utterance: Utterance) -> Given:
        """See `Voice`."""
        health, now_s = self._state.health, time.monotonic()
        if health is Health.OFF:
            return False
        alive = health is Health.ON
        if is_late(utterance, now_s):
            return "dropped" if alive else False
        plain = msgspec.structs.replace(
            utterance,
            text=speakable(utterance.text),
            not_after_s=min(utterance.not_after_s, now_s + _WHENEVER_S),
        )
        if not plain.text and plain.tone is None:
            return alive
        keeper = self._keeper
        if plain.shown:
            self._awaited = plain.id
        with self._lock:
            link = self._quick_link()
            if link is not None:
                self._notes.put(partial(keeper.said, link, plain, now_s))
                link.send(lines.Say(plain))
        if link is None:
            self._leave(partial(keeper.say, plain, now_s))
        return alive

    def prepare(self, texts: Sequence[str]) -> None:
        """See `Voice`."""
        self._begin()
        self._leave(partial(self._keeper.prepare, tuple(texts)))

    def hush(self) -> None:
        """See `Voice`."""
        with self._lock:
            link = self._quick_link()
            if link is not None:
                self._notes.put(partial(self._keeper.hushed, link))
                link.send(lines.Hush())
        if link is None:
            self._leave(self._keeper.hush)

    def finish(self, patience_s: float) -> None:
        """See `Voice`."""
        quiet: Future[None] = Future()
        with self._lock:
            if self._thread is None or self._closed:
                return
            self._notes.put(partial(self._keeper.tell_quiet, quiet))
        with suppress(TimeoutError):
            quiet.result(patience_s)

    def rest(self) -> None:
        """See `Voice`."""
        self._leave(self._keeper.rest)

    def configure(self, options: VoiceOptions) -> None:
        """See `Voice`."""
        self._leave(partial(self._keeper.configure, options))

    def voices(self) -> tuple[VoiceInfo, ...]:
        """See `Voice`."""
        answer = self._ask(lines.ListVoices(), lines.Voices)
        return () if answer is None else answer.voices

    def listen(self, listener: Listener) -> None:
        """See `Voice`."""
        self._listeners.append(listener)

    def follow(self, follower: Follower) -> None:
        """See `Voice`."""
        self._followers.append(follower)

    def check(self) -> list[Finding]:
        """See `Voice`: one line for the voice, one for the sound."""
        count = len(self.voices())
        tried = self._ask(lines.TrySound(), lines.SoundTried)
        reason = self._state.reason or Reason.STOPPED
        return [
            faults.voice_finding(count, reason, self._translations),
            faults.sound_finding(tried, self._translations),
        ]

    def close(self) -> None:
        """See `Voice`."""
        with self._lock:
            thread, self._closed = self._thread, True
            self._state = VoiceState(Health.OFF)
        self._notes.put(None)
        if thread is not None:
            thread.join()

    def _begin(self) -> None:
        with self._lock:
            if self._thread is None and not self._closed:
                self._state = VoiceState(Health.ON)
                self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
                self._thread.start()

    def _quick_link(self) -> Link | None:
        """The child, if an order may overtake nothing and needs no decision; under the lock."""
        if self._unread or self._state.health is not Health.ON:
            return None
        return self._keeper.link

    def _leave(self, note: Callable[[], None]) -> None:
        """Leave a note that nothing may overtake."""
        with self._lock:
            self._unread += 1
            self._notes.put(partial(self._read, note))

    def _read(self, note: Callable[[], None]) -> None:
        note()
        with self._lock:
            self._unread -= 1

    def _run(self) -> None:
        """Do what the notes say until one says to end; even a bug leaves no child behind."""
        try:
            while self._do_next():
                pass
        finally:
            self._state = VoiceState(Health.OFF)
            self._keeper.close()

    def _do_next(self) -> bool:
        try:
            note = self._notes.get(timeout=self._patience_s())
        except queue.Empty:
            self._keeper.overdue()
            return True
        if note is not None:
            note()
        return note is not None

    def _patience_s(self) -> float | None:
        deadline_s = self._keeper.deadline_s
        return None if deadline_s is None else max(0.0, deadline_s - time.monotonic())

    def _launch(self) -> Link:
        return Link(self._command, self._environment, self._heard)

    def _heard(self, link: Link, report: lines.AnyReport) -> None:
        """On the link's reading thread: hand over to ours."""
        self._notes.put(partial(self._hear, link, report))

    def _hear(self, link: Link, report: lines.AnyReport) -> None:
        """On our thread."""
        self._keeper.hear(link, report)
        match report:
            case lines.Started(number, seconds, levels) if levels:
                self._sounding = number
                self._show(Sounding(number, seconds, levels))
            case lines.Ended(number) | lines.Failed(number) if number in self._of_followers():
                self._show(Sounding(number))
            case lines.Lost():
                for number in self._of_followers():
                    self._show(Sounding(number))

    def _of_followers(self) -> set[int]:
        """What followers wait for the end of; engines tell that even where they tell no levels."""
        return {self._sounding, self._awaited} - {-1}

    def _show(self, sounding: Sounding) -> None:
        if not sounding.levels and sounding.id == self._sounding:
            self._sounding = -1
        if not sounding.levels and sounding.id == self._awaited:
            self._awaited = -1
        for follower in tuple(self._followers):
            follower(sounding)

    def _changed(self, broken: Reason | None) -> None:
        """On our thread."""
        if broken is None:
            state = VoiceState(Health.ON)
        else:
            state = faults.broken(broken, self._translations)
        with self._lock:
            if self._closed:
                return
            self._state = state
        for listener in tuple(self._listeners):
            listener(state)

    def _ask(self, order: lines.Order, kind: type[_Answer]) -> _Answer | None:
        """Send `order` and wait for its answer; None if none comes."""
        self._begin()
        answer: Ask = Future()
        self._notes.put(partial(self._keeper.ask, order, kind, answer))
        if self._closed:
            return None
        try:
            report = answer.result(_ASK_S)
        except TimeoutError:
            return None
        return report if isinstance(report, kind) else None
