"""What the page of an exercise shows."""

from typing import Final

import msgspec

NO_STEP: Final = -1


class Version(msgspec.Struct, frozen=True):
    """An easier or stronger form: what it is, its id and name."""

    kind: str
    id: str
    name: str


class AloudLine(msgspec.Struct, frozen=True):
    """A line to be read aloud; `step` is the place of the step that it is, if it is one."""

    text: str
    step: int = NO_STEP


class CardView(msgspec.Struct, frozen=True):
    """One exercise in words. `ground` names a token.

    `try_words` is empty where it cannot be tried; `why_not` then says why, and `may_answer` and
    `may_bring_back` what opens it. `doses` are pairs of label and value, `mistakes` of what is
    wrong and what to do instead.
    """

    id: str
    name: str
    ground: str
    chips: tuple[str, ...]
    try_words: str
    doses: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    way_out: str
    feel: str
    mistakes: tuple[tuple[str, str], ...]
    avoid: tuple[str, ...]
    care: tuple[str, ...]
    versions: tuple[Version, ...]
    source: str
    note: str = ""
    why_not: str = ""
    may_answer: bool = False
    may_bring_back: bool = False
    cautions: tuple[str, ...] = ()
    has_sides: bool = True

    @property
    def aloud(self) -> tuple[AloudLine, ...]:
        """The steps, then the mistakes, as they are read aloud."""
        steps = (AloudLine(step, place) for place, step in enumerate(self.steps))
        mistakes = (f"{wrong} {fix}" for wrong, fix in self.mistakes)
        after = (AloudLine(line) for line in (self.way_out, self.feel, *mistakes) if line)
        return (AloudLine(self.name + "."), *steps, *after)
