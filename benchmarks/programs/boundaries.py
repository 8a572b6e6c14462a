"""The phase boundaries that all programs of the row `lateness` wait for."""

from itertools import accumulate

COUNT = 60


def lengths_s() -> list[float]:
    """Uneven steps, 80 to 140 ms long: 6.6 s in all."""
    return [0.08 + 0.06 * (number * 7 % 11) / 10 for number in range(COUNT)]


def boundaries_s() -> list[float]:
    """The ends of these steps, in seconds since the start."""
    return list(accumulate(lengths_s()))
