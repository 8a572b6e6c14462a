"""Runs the real program as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "supple")


def environment(home: Path) -> dict[str, str]:
    """The process's environment: everything of the user's lies in `home`."""
    return {**os.environ, "SUPPLE_HOME": str(home), "PYTHONWARNINGS": "error"}


def supple(
    *arguments: str, home: Path, timeout: float = 50, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**environment(home), **more},
    )


def start(*arguments: str, home: Path) -> subprocess.Popen[str]:
    """Start a command whose output is read line by line."""
    return subprocess.Popen(
        [*COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        text=True,
        env=environment(home),
    )


def events(output: str) -> list[dict[str, Any]]:
    """The events that `play --json` printed."""
    return [json.loads(line) for line in output.splitlines()]


def speech_child(run: subprocess.Popen[Any]) -> int:
    """The process that speaks for a program, 0 while there is none."""
    threads = Path(f"/proc/{run.pid}/task").glob("*/children")
    children = [pid for thread in threads for pid in thread.read_text().split()]
    speaks = [pid for pid in children if "speech.child" in Path(f"/proc/{pid}/cmdline").read_text()]
    return int(speaks[0]) if speaks else 0


def has_engine(run: subprocess.Popen[Any]) -> bool:
    """Whether the process that speaks has its engine loaded."""
    child = speech_child(run)
    return child != 0 and "espeak" in Path(f"/proc/{child}/maps").read_text()
