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
