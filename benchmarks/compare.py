"""Runs a base and ours in turn, and says whether the goals hold. Owns the table of `make bench`."""

import os
import platform
import statistics
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

Sample = dict[str, float]
Measure = Callable[[], Sample]


@dataclass(frozen=True)
class Goal:
    """Ours may be at most `times` the base plus `plus`, and never above `most`; in `unit`."""

    key: str
    what: str
    unit: str
    times: float = 1.0
    plus: float = 0.0
    most: float = float("inf")

    def limit(self, base: float) -> float:
        """The highest value that ours may have beside this base."""
        return min(base * self.times + self.plus, self.most)


@dataclass(frozen=True)
class Comparison:
    """One benchmark: a base, ours, and the goals over the values both measure at once.

    `around` is entered once for all runs: a display, a sound server, a busy core.
    """

    name: str
    base_is: str
    base: Measure
    ours: Measure
    goals: tuple[Goal, ...]
    around: Callable[[], AbstractContextManager[object]] = field(default=nullcontext)

    def run(self, runs: int) -> Iterator[str]:
        """Measure `runs` times each, alternating, after one unmeasured turn; yield table rows."""
        with self.around():
            self.base()
            self.ours()
            pairs = [(self.base(), self.ours()) for _ in range(runs)]
        for goal in self.goals:
            base = statistics.median(pair[0][goal.key] for pair in pairs)
            ours = statistics.median(pair[1][goal.key] for pair in pairs)
            ratio = f"{ours / base:.2f}" if base else ""
            verdict = "holds" if ours <= goal.limit(base) else "**missed**"
            yield (
                f"| {goal.what} | {self.base_is} | {base:.2f} | {ours:.2f} | {goal.unit} "
                f"| {ratio} | {goal.limit(base):.2f} | {verdict} |"
            )


HEAD = (
    "| measure | base | base | ours | unit | ratio | goal: at most | |",
    "| --- | --- | ---: | ---: | --- | ---: | ---: | --- |",
)


def conditions(runs: int) -> str:
    """One sentence on where and how the figures were taken."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores; medians "
        f"of {runs} alternating runs; load of the machine over 1, 5, 15 minutes: {load}."
    )
