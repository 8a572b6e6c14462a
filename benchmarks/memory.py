"""Rows `memory`: proportional memory of all processes, on Today, in a session, and after it."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, SUPPLE, lived_in, null_sink, process

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


def bare() -> Sample:
    return settled(sys.executable, ROOT / "benchmarks" / "programs" / "bare_window.py")


def spoken_session() -> Sample:
    """In a session with its voice, and on Today after it."""
    command = [sys.executable, "-m", "benchmarks.programs.session_memory", "full-home"]
    answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    within, after = map(float, answer.stdout.split()[-2:])
    return {"within": within, "after": after}


def bare_twice() -> Sample:
    found = bare()["pss"]
    return {"within": found, "after": found}


@contextmanager
def with_sound() -> Iterator[None]:
    with null_sink(), lived_in():
        yield


BARE = "bare PySide6 window"
COMPARISONS = (
    Comparison(
        "memory",
        BARE,
        bare,
        lambda: settled(SUPPLE),
        (Goal("pss", "memory (PSS of all processes), Today, 10 s settled", "MiB", times=1.25),),
        around=lived_in,
    ),
    Comparison(
        "memory-session",
        BARE,
        bare_twice,
        spoken_session,
        (
            Goal("within", "memory in a spoken session", "MiB", times=1.7),
            Goal("after", "memory on Today after it", "MiB", times=1.25),
        ),
        around=with_sound,
    ),
)
