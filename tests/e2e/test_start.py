"""What is loaded before the first window is painted, and before the icon is in the tray.

Loading is most of a start: what stands here is what a start may cost.
"""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.app.invented import Wish, fill
from supple.core.plan.screening import Answers
from tests.e2e.program import environment

FIRST_PAINT = """
import os, sys
from supple.cli.main import main
from supple.ui.first_paint import FirstPaint
from PySide6 import QtCore, QtGui, QtWidgets
def tell(_self, _watched, event):
    if event.type() is event.Type.Paint:
        made = [name for kit in (QtCore, QtGui, QtWidgets) for name in vars(kit)]
        print(*sys.modules, *made, flush=True)
        os._exit(0)
    return False
FirstPaint.eventFilter = tell
main([])
"""
FIRST_ICON = """
import os, sys
from supple.cli.main import main
import supple.ui
from PySide6.QtWidgets import QSystemTrayIcon
def tell(_icon):
    print(*sys.modules, flush=True)
    os._exit(0)
QSystemTrayIcon.show = tell
main(["--tray"])
"""
# Loaded later, or seldom: each takes a millisecond and more, or brings much along.
LATER = frozenset(
    {
        "argparse", "concurrent.futures", "ctypes", "email", "hashlib", "html", "jeepney", "json",
        "pickle", "secrets", "subprocess", "tomlkit", "PySide6.QtDBus", "PySide6.QtNetwork",
        "PySide6.QtPrintSupport", "shibokensupport.signature.loader",
    }
)  # fmt: skip
# Kinds of Qt's with hundreds of names in them, which PySide6 makes when a kind is first asked for.
LARGE = frozenset({"QStyle", "QGradient", "QTextFormat", "QImage", "QMessageBox", "QDialog"})
MOST_BEFORE_PAINT = 171
MOST_BEFORE_ICON = 42
PAGES_AT_FIRST = ("today", "break_card", "break_view")


@pytest.fixture
def lived_in(tmp_path: Path) -> Path:
    """A home in which Today comes first and has something to tell."""
    with Container({"SUPPLE_HOME": str(tmp_path)}) as app:
        app.change_setting("welcome.consented", value=True)
        app.change_setting("welcome.page", "done")
        app.safety.answer(Answers())
        today = datetime.now().astimezone().date()
        fill(app.store, Wish(until=today, sessions=3, steps=5, days=6))
    return tmp_path


def loaded(code: str, home: Path) -> set[str]:
    # What measures coverage loads modules of its own.
    plain = {k: v for k, v in environment(home).items() if not k.startswith("COV")}
    env = plain | {"QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "default"}
    command = [sys.executable, "-c", code]
    answer = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return set(answer.stdout.split())


def below(package: str, modules: set[str]) -> set[str]:
    """What of a package is there, named by what follows its own name."""
    return {name.removeprefix(package) for name in modules if name.startswith(package)}


def test_the_first_window_is_painted_with_what_today_needs(lived_in: Path) -> None:
    modules = loaded(FIRST_PAINT, lived_in)
    assert {"supple.ui.pages.today", "QLabel"} <= modules
    assert not modules & (LATER | LARGE)
    for package in ("supple.core.figure.", "supple.core.learn.", "supple.devices.speech."):
        assert not below(package, modules)
    pages = below("supple.ui.pages.", modules)
    assert not {page for page in pages if not page.startswith(PAGES_AT_FIRST)}
    assert not {name for name in below("supple.ui.", modules) if name.startswith("session")}
    assert below("supple.devices.desktop.", modules) == {"handover", "silent_bus"}
    assert len(below("supple.", modules)) <= MOST_BEFORE_PAINT


def test_the_icon_is_in_the_tray_before_anything_of_the_window_is_loaded(tmp_path: Path) -> None:
    modules = loaded(FIRST_ICON, tmp_path)
    assert not modules & LATER
    assert not modules & {"logging", "sqlite3", "socket"}
    for package in ("supple.core.plan.", "supple.devices.store.", "supple.ui.widgets."):
        assert not below(package, modules)
    assert below("supple.ui.pages.", modules) == {"break_view"}
    assert len(below("supple.", modules)) <= MOST_BEFORE_ICON
