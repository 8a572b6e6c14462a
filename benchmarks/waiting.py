"""Row `waiting`: what the desk breaks cost while nothing is due, under X11."""

import subprocess
import sys
import time
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, display, process

SETTLE_S = 3.0
MEASURE_S = 60.0


def waiting(*command: str | Path) -> Sample:
    """Wake-ups of all threads, and processor time, in a minute."""
    with process(*command, cwd=ROOT, stdout=subprocess.PIPE) as program:
        if program.stdout is None or not program.stdout.readline():
            raise ChildProcessError(f"{command} ended by itself")
        time.sleep(SETTLE_S)
        before = state_of(program.pid)
        time.sleep(MEASURE_S)
        after = state_of(program.pid)
        program.stdout.close()
    wakeups, cpu_ms = (last - first for first, last in zip(before, after, strict=True))
    return {"wakeups": wakeups, "cpu": cpu_ms}


def state_of(pid: int) -> tuple[float, float]:
    """Times that any thread gave up the processor by itself, and its time in milliseconds."""
    switches, ns = 0, 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        lines = (task / "status").read_text().splitlines()
        switches += next(int(line.split()[1]) for line in lines if line.startswith("voluntary"))
        ns += int((task / "schedstat").read_text().split()[0])
    return switches, ns / 1e6


COMPARISON = Comparison(
    "waiting",
    "python that sleeps",
    lambda: waiting(sys.executable, "-c", "import time; print(1, flush=True); time.sleep(999)"),
    lambda: waiting(sys.executable, ROOT / "benchmarks" / "programs" / "waiting.py"),
    (
        Goal("wakeups", "desk breaks waiting: wake-ups a minute", "", plus=2),
        Goal("cpu", "desk breaks waiting: processor time a minute", "ms", plus=1),
    ),
    around=display,
)
