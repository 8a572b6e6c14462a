"""Hands cues to the voice, in time or not at all, and keeps it quiet when the clock stands."""

from itertools import count

import msgspec

from supple.core.session.compile import Session
from supple.core.session.events import AnyEvent, CueDue, Hurts, Paused, SessionEnded, Skipped
from supple.core.session.events import SessionOutcome as Ended
from supple.devices.clock import Clock
from supple.devices.speech.voice import Utterance, Voice

_LAST_WORDS_S = 15.0
_REMARK_S = 3.0


class Announcer:
    """Between one session and the voice.

    `tones` says whether the short sounds are wanted; `voiced` whether the words are.
    """

    def __init__(self, voice: Voice, clock: Clock, *, tones: bool = True) -> None:
        self.voice = voice
        self.voiced = True
        self._tones = tones
        self._clock = clock
        self._ids = count()

    def prepare(self, session: Session, first: int = 0) -> None:
        """Let the voice make ready all that the steps from `first` on will say, in order."""
        phrases = session.phrases
        texts = [cue.text for step in session.steps[first:] for cue in step.cues if cue.text]
        often = [phrases.paused, phrases.going_on, phrases.skipped, phrases.again]
        often += phrases.back_to.values()
        self.voice.prepare(list(dict.fromkeys([*texts[:8], *often, *texts[8:]])))

    def announce(self, cue: CueDue, patience_s: float) -> CueDue:
        """Give the cue to the voice, which may begin it within `patience_s`; tell what came of it.

        A cue that is all tone while tones are off, or all words while words are off, is not
        spoken.
        """
        text = cue.text if self.voiced else ""
        tone = cue.tone if self._tones else None
        if not text and tone is None:
            return cue
        if patience_s < 0:
            return msgspec.structs.replace(cue, spoken="dropped")
        not_after_s = self._clock.now() + patience_s
        utterance = Utterance(next(self._ids), text, tone, not_after_s)
        return msgspec.structs.replace(cue, spoken=self.voice.say(utterance))

    def remark(self, text: str) -> None:
        """Say something that belongs to no step, where words are wanted; soon or not at all."""
        if self.voiced:
            not_after_s = self._clock.now() + _REMARK_S
            self.voice.say(Utterance(next(self._ids), text, None, not_after_s))

    def finish(self) -> None:
        """Wait until the last words were heard; a voice that is stuck is not waited for long."""
        self.voice.finish(_LAST_WORDS_S)

    def hear(self, event: AnyEvent) -> None:
        """Fall silent when the clock stops: what was being said no longer holds. Rest at the end.

        What is said to a hurt that ends the session is said to its end.
        """
        stopped = isinstance(event, SessionEnded) and event.outcome is Ended.STOPPED
        if stopped or isinstance(event, Paused | Hurts | Skipped):
            self.voice.hush()
        if isinstance(event, SessionEnded):
            self.voice.rest()
