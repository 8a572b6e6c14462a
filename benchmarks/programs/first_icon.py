"""Runs a program's main until its icon is in the tray, then says when and ends.

python first_icon.py bare|supple prints the steady clock's nanoseconds after the icon was shown, and
those that the processor worked for it until then.
"""

import sys
import time
from importlib import import_module

PROGRAMS = {"bare": "benchmarks.programs.bare_tray", "supple": "supple.cli.main"}


def watch() -> None:
    """Let QSystemTrayIcon.show tell of the first icon, and end the program after it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QSystemTrayIcon

    show = QSystemTrayIcon.show

    def watched_show(icon: QSystemTrayIcon) -> None:
        QSystemTrayIcon.show = show  # type: ignore[method-assign]
        show(icon)
        print(time.monotonic_ns(), time.process_time_ns(), flush=True)
        QTimer.singleShot(0, QApplication.quit)

    QSystemTrayIcon.show = watched_show  # type: ignore[method-assign]


def main() -> int:
    target = sys.argv.pop(1)
    sys.argv[0] = target
    program = import_module(PROGRAMS[target])
    if target == "supple":
        sys.argv.append("--tray")
        import_module("supple.ui")  # here as in the program: before anything else of Qt
    watch()
    code: int = program.main()
    return code


if __name__ == "__main__":
    sys.exit(main())
