"""Row `command`: a terminal command that shows no window, beside Python doing nothing."""

import subprocess
import sys
import time
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, SUPPLE, home


def duration(*command: str | Path) -> Sample:
    began = time.monotonic()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return {"duration": (time.monotonic() - began) * 1e3}


COMPARISON = Comparison(
    "command",
    "python -c pass",
    lambda: duration(sys.executable, "-c", "pass"),
    lambda: duration(SUPPLE, "list", "routines"),
    (Goal("duration", "a command without a window (list routines)", "ms", plus=120),),
    around=home,
)
