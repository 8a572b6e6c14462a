"""Lines shared by all exercises, drawn by seed so that a session can be told again exactly."""

from collections.abc import Iterator, Mapping

import msgspec

from supple.core.catalogue.checks import MOST_WORDS, too_long_to_speak
from supple.core.catalogue.exercise import Spoken
from supple.core.catalogue.problem import Phrase, Problem


class SharedLines(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The whole of `cues.toml`: one field a pool, in the order of a session."""

    get_ready: tuple[Spoken, ...]
    countdown: tuple[Spoken, ...]
    breathe: tuple[Spoken, ...]
    form: tuple[Spoken, ...]
    feel: tuple[Spoken, ...]
    kind: tuple[Spoken, ...]
    half: tuple[Spoken, ...]
    last_five: tuple[Spoken, ...]
    release: tuple[Spoken, ...]
    switch: tuple[Spoken, ...]
    rest: tuple[Spoken, ...]
    warm_up_intro: tuple[Spoken, ...]
    cool_down_intro: tuple[Spoken, ...]
    rise_slowly: tuple[Spoken, ...]
    hurt: tuple[Spoken, ...]
    pause: tuple[Spoken, ...]
    finish: tuple[Spoken, ...]


# Pools whose every line has a meaning of its own by its place.
_FIXED = {"countdown": 3, "rise-slowly": 2, "pause": 2}


def pool_problems(lines: SharedLines) -> Iterator[Problem]:
    """What the types cannot say: pools without a line, and lines too long to be spoken."""
    for field in msgspec.structs.fields(lines):
        pool, said = field.encode_name, getattr(lines, field.name)
        wanted = _FIXED.get(pool)
        if wanted and len(said) != wanted:
            yield Problem(
                pool, Phrase("has {n} lines.", n=len(said)), Phrase("Exactly {n}.", n=wanted)
            )
        elif not said:
            yield Problem(pool, Phrase("is empty."), Phrase("At least one line."))
        for n, line in enumerate(said):
            if len(line.split()) > MOST_WORDS:
                yield too_long_to_speak(f"{pool}[{n}]")


class Pools:
    """Draws from each pool in an order of the seed's own; none repeats before all were heard."""

    def __init__(self, lines: Mapping[str, tuple[str, ...]], seed: int) -> None:
        self._lines = lines
        self._seed = seed
        self._drawn: dict[str, int] = {}

    def draw(self, pool: str) -> str:
        """The next line of `pool`."""
        lines = self._lines[pool]
        drawn = self._drawn.get(pool, 0)
        self._drawn[pool] = drawn + 1
        order = sorted(lines, key=self._rank)
        return order[drawn % len(lines)]

    def all_of(self, pool: str) -> tuple[str, ...]:
        """Every line of `pool`, in its written order."""
        return self._lines[pool]

    def _rank(self, line: str) -> bytes:
        from hashlib import blake2b  # loads a library of its own, which a session alone needs

        return blake2b(f"{self._seed}/{line}".encode(), digest_size=8).digest()
