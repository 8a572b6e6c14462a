"""Rows `lateness` and `lateness-busy`: how late a step ends, alone and beside a busy core."""

import json
import os
import statistics
import subprocess
import sys

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, busy_core, home


def lateness(program: str) -> Sample:
    command = [sys.executable, "-m", f"benchmarks.programs.{program}"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    late_ms: list[float] = json.loads(answer.stdout)
    centiles = statistics.quantiles(late_ms, n=100, method="inclusive")
    return {"p50": centiles[49], "p99": centiles[98], "early": max(0.0, -min(late_ms))}


def goals(beside: str) -> tuple[Goal, ...]:
    return (
        Goal("p50", f"a step ends late, half of all{beside}", "ms", times=1.5),
        Goal("p99", f"a step ends late, 99 of 100{beside}", "ms", times=1.5, most=16.7),
        Goal("early", f"a step ends early, worst{beside}", "ms", times=0.0),
    )


COMPARISONS = (
    Comparison(
        "lateness",
        "precise QTimer to the deadline",
        lambda: lateness("precise_timer"),
        lambda: lateness("session_in_qt"),
        goals(""),
        around=home,
    ),
    Comparison(
        "lateness-busy",
        "precise QTimer to the deadline",
        lambda: lateness("precise_timer"),
        lambda: lateness("session_in_qt"),
        goals(", beside a busy core"),
        around=busy_core,
    ),
)
