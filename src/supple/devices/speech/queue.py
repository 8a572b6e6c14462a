"""Decides about utterances: which may sound, when the child is stuck, when to give up. Pure."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from supple.devices.speech import lines
from supple.devices.speech.voice import Reason, Utterance


class Track(StrEnum):
    """Two sounds that may be heard at once; a new sound replaces the old one of its own track."""

    WORDS = "words"
    TONE = "tone"


def is_late(utterance: Utterance, now_s: float) -> bool:
    """Whether it is past the last moment at which `utterance` may begin."""
    return now_s > utterance.not_after_s


def tracks(utterance: Utterance, now_s: float) -> tuple[Track, ...]:
    """Which tracks `utterance` takes now, tones first; none if it is late or empty."""
    if is_late(utterance, now_s):
        return ()
    taken = []
    if utterance.tone is not None:
        taken.append(Track.TONE)
    if utterance.text:
        taken.append(Track.WORDS)
    return tuple(taken)


def expected_s(text: str, rate_wpm: int) -> float:
    """About how long `text` takes to say, fitted to espeak-ng (within 20 % for sentences)."""
    return 0.5 + len(text) * 12 / rate_wpm


class Limits(msgspec.Struct, frozen=True):
    """When patience ends.

    An answer may take `factor` times the expected length and `slack_s` more. After
    `failures` in a row the voice is broken, and is tried again after `backoff_s`, twice as long
    after each further failure, up to `backoff_max_s`. Silence is promised at once, so an order to
    hush is answered within `hush_s`. A new child has an engine after `start_s`, or says that it
    has none.
    """

    factor: float = 2.0
    slack_s: float = 3.0
    hush_s: float = 1.5
    start_s: float = 5.0
    failures: int = 3
    backoff_s: float = 5.0
    backoff_max_s: float = 60.0

    def patience_s(self, length_s: float) -> float:
        """How long to wait for something that should take `length_s`."""
        return length_s * self.factor + self.slack_s

    def backoff(self, failures: int) -> float:
        """Seconds to leave the voice alone after this many failures in a row."""
        over = failures - self.failures
        if over < 0:
            return 0.0
        return min(self.backoff_s * 2.0 ** min(over, 32), self.backoff_max_s)


READY = -1
"""Stands for the child's first answer among the utterances that are waited for."""
HUSH = -2
"""Stands for the answer to an order to hush."""
_FOR_EVER = float("inf")


class Watch(msgspec.Struct, frozen=True):
    """What is known of the voice: which answers are due by when, and how often it failed.

    Every change gives a new record. Times are seconds on one monotonic clock. `reason` is that of
    the last failure, None if what came last was heard.
    """

    limits: Limits = Limits()
    due: Mapping[int, float] = {}
    failures: int = 0
    reason: Reason | None = None
    retry_at_s: float = -_FOR_EVER

    @property
    def broken(self) -> Reason | None:
        """Why the voice is broken; None while it is not."""
        return self.reason if self.failures >= self.limits.failures else None

    @property
    def deadline_s(self) -> float | None:
        """When the first answer is overdue; None if none is waited for."""
        return min(self.due.values(), default=None)

    def may_start(self, now_s: float) -> bool:
        """Whether a new child may be started.

        One more than it takes to be broken, so that there is a child for the tones.
        """
        return self.failures <= self.limits.failures or now_s >= self.retry_at_s

    def may_speak(self, now_s: float) -> bool:
        """Whether words may be given to the child: not while broken, unless to try again."""
        return self.broken is None or now_s >= self.retry_at_s

    def starting(self, now_s: float) -> "Watch":
        """A new child was started; nothing given to an earlier one is waited for."""
        return self._with_due({READY: now_s + self.limits.start_s})

    def given(self, number: int, length_s: float, now_s: float) -> "Watch":
        """The child got an utterance that should take `length_s`."""
        return self._until(number, now_s + self.limits.patience_s(length_s))

    def hushing(self, now_s: float) -> "Watch":
        """The child was told to be silent. An earlier such order keeps its deadline."""
        return self._until(HUSH, self.due.get(HUSH, now_s + self.limits.hush_s))

    def heard(self, report: lines.AnyReport, now_s: float) -> "Watch":
        """The child reported something."""
        match report:
            case lines.Ready():
                return self._ready()
            case lines.NoEngine():
                return self._absent()
            case lines.Started(number, seconds):
                known = number in self.due
                patience_s = self.limits.patience_s(seconds)
                return self._until(number, now_s + patience_s) if known else self
            case lines.Ended(number, lines.Ending.DONE, words):
                return self._worked(number, words=words)
            case lines.Failed(number, reason) if reason is not Reason.NO_ENGINE:
                return self._answered(number)._failing(reason, now_s)  # noqa: SLF001  a record of our own
            case lines.Ended(number) | lines.Failed(number):
                return self._answered(number)
            case lines.Hushed():
                return self._answered(HUSH)
        return self

    def lost(self, now_s: float) -> "Watch":
        """The child is gone, or is to be ended because it is stuck."""
        return self._with_due({})._failing(Reason.STOPPED, now_s)  # noqa: SLF001  a record of our own

    def retry(self, now_s: float) -> "Watch":
        """Somebody asks to try again now."""
        return msgspec.structs.replace(self, retry_at_s=now_s) if self.broken else self

    def _ready(self) -> "Watch":
        """An engine that was missing is mended by being there."""
        rest = self._answered(READY)
        missing = self.reason is Reason.NO_ENGINE
        return msgspec.structs.replace(rest, failures=0, reason=None) if missing else rest

    def _absent(self) -> "Watch":
        """There is no use in trying again until somebody asks."""
        return msgspec.structs.replace(
            self._answered(READY),
            failures=max(self.failures, self.limits.failures),
            reason=Reason.NO_ENGINE,
            retry_at_s=_FOR_EVER,
        )

    def _worked(self, number: int, *, words: bool) -> "Watch":
        """A tone says only that there is sound: the engine may still be stuck."""
        rest = self._answered(number)
        mended = self.reason is Reason.NO_SOUND or (words and self.reason is Reason.STOPPED)
        return msgspec.structs.replace(rest, failures=0, reason=None) if mended else rest

    def _failing(self, reason: Reason, now_s: float) -> "Watch":
        failures = self.failures + 1
        absent = self.reason is Reason.NO_ENGINE
        return msgspec.structs.replace(
            self,
            failures=failures,
            reason=Reason.NO_ENGINE if absent else reason,
            retry_at_s=_FOR_EVER if absent else now_s + self.limits.backoff(failures),
        )

    def _answered(self, number: int) -> "Watch":
        """Nothing more is waited for."""
        return self._with_due({key: at for key, at in self.due.items() if key != number})

    def _until(self, number: int, deadline_s: float) -> "Watch":
        return self._with_due({**self.due, number: deadline_s})

    def _with_due(self, due: Mapping[int, float]) -> "Watch":
        return msgspec.structs.replace(self, due=due)


class Pace(msgspec.Struct, frozen=True):
    """How many lines the child sent within the second that began at `since_s`."""

    since_s: float = -_FOR_EVER
    lines: int = 0

    LINES_PER_S = 500

    def heard(self, now_s: float) -> "Pace":
        """One more line."""
        if now_s - self.since_s >= 1:
            return Pace(now_s, 1)
        return Pace(self.since_s, self.lines + 1)

    @property
    def too_fast(self) -> bool:
        """Whether the child floods us: a healthy one sends three lines an utterance."""
        return self.lines > self.LINES_PER_S
