"""Rows `start` and `start-cold`: from exec to the first painted window, files warm and files cold.

Cold means that the system has been told to forget the files of Python, Qt and Supple: what lies on
the disk has to be read anew.
"""

import os
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, lived_in

LIBRARIES = (Path(sysconfig.get_path("stdlib")), Path(sys.prefix), ROOT / "src", ROOT / "assets")


def first_paint(target: str) -> Sample:
    command = [sys.executable, "-m", "benchmarks.programs.first_paint", target]
    began = time.monotonic_ns()
    answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return {"start": (int(answer.stdout.split()[0]) - began) / 1e6}


def cold_paint(target: str) -> Sample:
    for library in LIBRARIES:
        for path in library.rglob("*"):
            if path.is_file():
                forget(path)
    return first_paint(target)


def forget(path: Path) -> None:
    """Let the system drop what it keeps of a file in memory."""
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


BARE = "bare PySide6 window"
COMPARISONS = (
    Comparison(
        "start",
        BARE,
        lambda: first_paint("bare"),
        lambda: first_paint("supple"),
        (Goal("start", "warm start, exec to first painted window", "ms", times=1.3),),
        around=lived_in,
    ),
    Comparison(
        "start-cold",
        BARE,
        lambda: cold_paint("bare"),
        lambda: cold_paint("supple"),
        (Goal("start", "cold start, the same", "ms", times=1.2),),
        around=lived_in,
    ),
)
