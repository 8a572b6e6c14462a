"""Lines shared by all exercises, drawn by seed so that a session can be told again exactly."""

from collections.abc import Mapping
from hashlib import blake2b


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
        return blake2b(f"{self._seed}/{line}".encode(), digest_size=8).digest()
