"""Rows `places`: a place opened for the first time, and switched back to, beside a bare page."""

import json
import os
import subprocess
import sys

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, home

PROGRAM = ROOT / "benchmarks" / "programs" / "open_places.py"


def opened(target: str) -> Sample:
    with home() as folder:
        environ = {**os.environ, "SUPPLE_HOME": str(folder), "LANG": "C"}
        done = subprocess.run(
            [sys.executable, PROGRAM, target],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            check=True,
        )
    found: Sample = json.loads(done.stdout.splitlines()[-1])
    return found


COMPARISON = Comparison(
    "places",
    "a bare page of 80 widgets",
    lambda: opened("bare"),
    lambda: opened("supple"),
    (
        Goal("first", "the slowest place, opened for the first time", "ms", times=0, plus=150),
        Goal("back", "the slowest place, switched back to", "ms", times=0, plus=50),
    ),
)
