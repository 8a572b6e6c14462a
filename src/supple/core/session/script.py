"""Fitting words into time: how long a line takes to say, and where there is still room for it."""

import math
import re

from supple.core.session.steps import Cue, Tone

FITTED_WPM = 175
"""The speed, in words a minute, for which routines give the time before the work."""

# Fitted to 362 lines of the catalogue as espeak-ng says them at 175 words a minute
# (largest error 0.43 s): seconds a letter, an end of sentence, a comma.
_LETTER_S = 0.049
_SENTENCE_S = 0.39
_COMMA_S = 0.235
_GAP_S = 0.4

_SENTENCE = re.compile(r"[.!?](?:\s|$)")


def speaking_s(text: str, words_a_minute: int = FITTED_WPM) -> float:
    """About how long `text` takes to say, in seconds; 0 for no text."""
    if not text:
        return 0.0
    at_fitted = (
        _LETTER_S * len(text)
        + _SENTENCE_S * len(_SENTENCE.findall(text))
        + _COMMA_S * text.count(",")
    )
    return at_fitted * FITTED_WPM / words_a_minute


class Script:
    """The lines of one step. Whoever places first has the better right.

    `busy_s`: the voice is still busy with the step before for that long.
    """

    def __init__(self, words_a_minute: int, busy_s: float = 0.0) -> None:
        self._wpm = words_a_minute
        self._taken: list[tuple[float, float]] = [(0.0, busy_s)] if busy_s else []
        self._cues: list[Cue] = []

    def length_s(self, text: str) -> float:
        """How long `text` takes at this voice's speed, in seconds."""
        return speaking_s(text, self._wpm)

    def tone(self, tone: Tone, at_s: float) -> None:
        """Sound a tone; it needs no room among the words."""
        self._cues.append(Cue(at_s, tone=tone, patience_s=0.25))

    def say(self, text: str, at_s: float, until_s: float, patience_s: float = 1.5) -> bool:
        """Say `text` at the first free moment from `at_s` on that lets it end by `until_s`."""
        if not text:
            return False
        length, start = self.length_s(text), at_s
        for taken, free in sorted(self._taken):
            if taken < start + length + _GAP_S and start < free + _GAP_S:
                start = math.ceil((free + _GAP_S) * 10) / 10
        if start + length > until_s:
            return False
        self._insist(text, start, length, patience_s)
        return True

    def insist(self, text: str, at_s: float, patience_s: float = 0.5) -> None:
        """Say `text` at `at_s`, whatever else is said there."""
        if text:
            self._insist(text, at_s, self.length_s(text), patience_s)

    def cues(self) -> tuple[Cue, ...]:
        """All lines and tones in the order of their moments; a tone before the words."""
        return tuple(sorted(self._cues, key=lambda cue: (cue.at_s, cue.tone is None)))

    def _insist(self, text: str, at_s: float, length: float, patience_s: float) -> None:
        self._taken.append((at_s, at_s + length))
        self._cues.append(Cue(at_s, text=text, patience_s=patience_s))
