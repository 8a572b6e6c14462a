"""Row `start`: from exec to the first painted window, files warm."""

import subprocess
import sys
import time

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, display


def first_paint(target: str) -> Sample:
    command = [sys.executable, "-m", "benchmarks.programs.first_paint", target]
    began = time.monotonic_ns()
    answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return {"start": (int(answer.stdout.split()[0]) - began) / 1e6}


COMPARISON = Comparison(
    "start",
    "bare PySide6 window",
    lambda: first_paint("bare"),
    lambda: first_paint("supple"),
    (Goal("start", "warm start, exec to first painted window", "ms", times=1.3),),
    around=display,
)
