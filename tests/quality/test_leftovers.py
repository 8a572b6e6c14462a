"""The watch that tests/conftest.py keeps over every test, on tests that deserve to fail."""

import re
import subprocess
import sys
from pathlib import Path

from tests.quality.repository import ROOT

BAD_TESTS = """
import logging, os, threading, time
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

kept = []

def test_logs(): logging.getLogger("supple").warning("so-so")
@pytest.mark.expects_log("never said")
def test_is_silent(): pass
def test_leaves_a_thread():
    threading.Thread(target=time.sleep, args=(3,), daemon=True).start()
def test_leaves_a_timer(qapp):
    kept.append(QTimer()); kept[-1].start(100_000)
def test_leaves_a_window(qapp):
    kept.append(QLabel("here")); kept[-1].show()
"""
GOOD_TESTS = """
import logging, os, threading
import pytest
from PySide6.QtWidgets import QLabel

@pytest.mark.expects_log("so-so")
def test_announces_its_warning(): logging.getLogger("supple").warning("so-so")
def test_joins_its_thread(): threading.Thread(target=print).start()
def test_closes_its_window(qtbot): qtbot.addWidget(QLabel("here"))
def test_has_a_home_of_its_own(tmp_path):
    assert os.environ["SUPPLE_HOME"].startswith(str(tmp_path))
"""


def outcome(folder: Path, tests: str) -> str:
    path = folder / "test_example.py"
    path.write_text(tests, "utf-8")
    options = ["-p", "tests.conftest", "-p", "no:randomly", "-p", "no:cacheprovider", "-q"]
    settings = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT)]
    command = [sys.executable, "-m", "pytest", *options, *settings, str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def test_what_a_test_leaves_behind_fails_it(tmp_path: Path) -> None:
    said = outcome(tmp_path, BAD_TESTS)
    for name in re.findall(r"def (test_\w+)", BAD_TESTS):
        assert re.search(rf"^ERROR .*::{name} ", said, re.MULTILINE), said


def test_a_clean_test_passes(tmp_path: Path) -> None:
    assert "4 passed" in outcome(tmp_path, GOOD_TESTS)
