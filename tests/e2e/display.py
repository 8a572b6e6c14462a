"""A private X display with a window manager, and keys pressed by a person that is not there."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_PHOTOGRAPH = """
import sys
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
app = QGuiApplication([])
desk = app.primaryScreen().virtualGeometry()
whole = QPixmap(desk.size())
painter = QPainter(whole)
for screen in app.screens():
    painter.drawPixmap(screen.geometry().topLeft(), screen.grabWindow(0))
painter.end()
whole.save(sys.argv[1])
"""


class Display:
    """A running Xvfb. `environment` lets a program open its windows there."""

    def __init__(self, name: str, server: int = 0) -> None:
        self.name = name
        self.server = server

    @property
    def environment(self) -> Mapping[str, str]:
        """What a process needs to find the display, and nothing of another one."""
        rest = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
        return {**rest, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, in the window that has the focus."""
        subprocess.run(["xdotool", "key", *keys], env=self.environment, check=True, timeout=10)

    def windows(self, title: str) -> list[str]:
        """The visible windows of this title."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=10,
        )
        return found.stdout.split()

    def photograph(self, path: Path) -> None:
        """Write what the screen shows to a PNG file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-c", _PHOTOGRAPH, str(path)]
        subprocess.run(command, env=self.environment, check=True, timeout=20)


@contextmanager
def display(size: str = "1280x900") -> Iterator[Display]:
    """An X server on a free number, with openbox, for the length of a `with` block."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            f"{size}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    manager: subprocess.Popen[bytes] | None = None
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        shown = Display(f":{number}", server.pid)
        manager = subprocess.Popen(
            ["openbox"], env=shown.environment, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
        )
        yield shown
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait(10)
