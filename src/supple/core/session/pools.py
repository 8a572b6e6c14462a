"""Lines shared by all exercises, drawn by seed so that a session can be told again exactly."""

import zlib
from collections.abc import Mapping


class Pools:
    """Draws from each pool in a shuffled order; none repeats before all were heard."""

    def __init__(self, lines: Mapping[str, tuple[str, ...]], seed: int) -> None:
        self._lines = lines
        self._seed = seed
        self._drawn: dict[str, int] = {}

    def draw(self, pool: str) -> str:
        """The next line of `pool`."""
        lines = self._lines[pool]
        count = self._drawn.get(pool, 0)
        self._drawn[pool] = count + 1
        turn, place = divmod(count, len(lines))
        order = sorted(range(len(lines)), key=lambda n: self._rank(pool, turn, n))
        return lines[order[place]]

    def all_of(self, pool: str) -> tuple[str, ...]:
        """Every line of `pool`, in its written order."""
        return self._lines[pool]

    def _rank(self, pool: str, turn: int, place: int) -> int:
        return zlib.crc32(f"{self._seed}/{pool}/{turn}/{place}".encode())
