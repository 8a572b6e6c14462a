"""Row `memory`: proportional memory of all processes of the program, window open and settled."""

import sys
import time
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, SUPPLE, display, process

SETTLE_S = 10.0


def settled(*command: str | Path) -> Sample:
    with process(*command, cwd=ROOT) as program:
        time.sleep(SETTLE_S)
        if program.poll() is not None:
            raise ChildProcessError(f"{command} ended by itself")
        return {"pss": sum(map(pss_mib, tree(program.pid)))}


def tree(pid: int) -> list[int]:
    """The process and all below it."""
    children = [
        int(child)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]
    return [pid, *(each for child in children for each in tree(child))]


def pss_mib(pid: int) -> float:
    """Proportional set size: own memory, and a fair share of what is shared."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


COMPARISON = Comparison(
    "memory",
    "bare PySide6 window",
    lambda: settled(sys.executable, ROOT / "benchmarks" / "programs" / "bare_window.py"),
    lambda: settled(SUPPLE),
    (
        Goal(
            "pss", "memory (PSS of all processes), window on Today, 10 s settled", "MiB", times=1.25
        ),
    ),
    around=display,
)
