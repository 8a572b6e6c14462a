"""A command that shows no window must not pay for Qt, nor need its libraries."""

import subprocess
import sys

import pytest

COMMANDS = (
    "list routines",
    "list exercises --json",
    "show desk-break-2",
    "history",
    "play desk-break-2 --speed 1000 --no-voice",
)


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_command_without_a_window_never_loads_qt(arguments: str) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "supple", *arguments.split()]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-2000:]
    assert "supple.cli.main" in result.stderr
    assert "PySide6" not in result.stderr
