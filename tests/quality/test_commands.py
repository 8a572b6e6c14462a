"""The commands for people who work on Supple: `make` and packaging/dev.py."""

import os
import re
import subprocess
import sys

import pytest

from tests.quality.repository import ROOT

DEV = [sys.executable, "packaging/dev.py"]


def call(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_without_a_target_explains_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets
    answer = call("make")
    assert answer.returncode == 0
    for target in targets[1].split():
        assert re.search(rf"^  make {target} +\w", answer.stdout, re.MULTILINE), target


def test_the_same_commands_work_without_make() -> None:
    answer = call(*DEV, "--help")
    assert answer.returncode == 0
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"\$\(DEV\) ([a-z-]+)", makefile):
        assert re.search(rf"^  {target} +\w", answer.stdout, re.MULTILINE), target


def test_an_unknown_command_is_wrong_input() -> None:
    assert call(*DEV, "dance").returncode == 2


@pytest.mark.parametrize("command", ["make run", "make test", "packaging/dev.py run"])
def test_the_readme_names_the_commands(command: str) -> None:
    assert command in (ROOT / "README.md").read_text("utf-8")


def test_ci_runs_make_test_and_nothing_else() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert script[-1] == "exec make test"
    assert len(script) == 4


def test_without_a_display_one_line_says_what_to_do() -> None:
    answer = call(*DEV, "run", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert answer.returncode == 1
    (line,) = answer.stderr.splitlines()
    assert "no display" in line
    assert 'make run ARGS="play desk-break-2' in line


def test_a_terminal_command_needs_no_display() -> None:
    answer = call(
        *DEV, "run", "list", "routines", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM=""
    )
    assert answer.returncode == 0, answer.stderr
    assert "desk-break-2" in answer.stdout
