"""Runs a program's main until its icon is in the tray, then says when and ends.

python first_icon.py bare|supple prints the steady clock's nanoseconds after the icon was shown.
"""

import sys
import time
from importlib import import_module

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

PROGRAMS = {"bare": "benchmarks.programs.bare_tray", "supple": "supple.cli.main"}
show = QSystemTrayIcon.show


def watched_show(icon: QSystemTrayIcon) -> None:
    """Stands in for QSystemTrayIcon.show: the same, and the first time it is told."""
    QSystemTrayIcon.show = show  # type: ignore[method-assign]
    show(icon)
    print(time.monotonic_ns(), flush=True)
    QTimer.singleShot(0, QApplication.quit)


def main() -> int:
    QSystemTrayIcon.show = watched_show  # type: ignore[method-assign]
    target = sys.argv.pop(1)
    sys.argv[0] = target
    if target == "supple":
        sys.argv.append("--tray")
    code: int = import_module(PROGRAMS[target]).main()
    return code


if __name__ == "__main__":
    sys.exit(main())
