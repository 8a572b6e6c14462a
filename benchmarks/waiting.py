"""Rows `start-tray` and `waiting`: how soon the icon is there, and what waiting costs, under X11.

The base is the least program with an icon in the tray.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, SUPPLE, display, process

SETTLE_S = 8.0
MEASURE_S = 60.0
PROGRAMS = ROOT / "benchmarks" / "programs"


def in_tray(*command: str | Path) -> Sample:
    """Wake-ups of all threads, and processor time, in a minute."""
    with process(*command, cwd=ROOT) as program:
        found = minute(program.pid)
        if program.poll() is not None:
            raise ChildProcessError(f"{command} ended by itself")
    return found


def minute(pid: int) -> Sample:
    """What a process does in the minute after it has settled."""
    time.sleep(SETTLE_S)
    before = state_of(pid)
    time.sleep(MEASURE_S)
    after = state_of(pid)
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


@contextmanager
def office() -> Iterator[None]:
    """A display, and a home where breaks are on all day."""
    with display():
        command = [sys.executable, "-m", "benchmarks.programs.breaks_on"]
        subprocess.run(command, cwd=ROOT, check=True)
        yield


def first_icon(target: str) -> Sample:
    """Milliseconds from exec until the icon is handed to the desktop."""
    command = [sys.executable, "-m", "benchmarks.programs.first_icon", target]
    began = time.monotonic_ns()
    answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return {"start": (int(answer.stdout.split()[0]) - began) / 1e6}


COMPARISONS = (
    Comparison(
        "start-tray",
        "bare tray program",
        lambda: first_icon("bare"),
        lambda: first_icon("supple"),
        (Goal("start", "start to tray item", "ms", times=1.25),),
        around=office,
    ),
    Comparison(
        "waiting",
        "bare tray program",
        lambda: in_tray(sys.executable, PROGRAMS / "bare_tray.py"),
        lambda: in_tray(SUPPLE, "--tray"),
        (
            Goal("wakeups", "waiting in the tray: wake-ups a minute", "", plus=2),
            Goal("cpu", "waiting in the tray: processor time a minute", "ms", plus=1),
        ),
        around=office,
    ),
)
