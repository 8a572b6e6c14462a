"""A process of its own for `supple doctor`: does Qt open a display here, and which one.

A crash of the platform plugin then ends this process and nothing else.
"""

import json
import sys

from PySide6 import __version__
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon


def main() -> int:
    """Print one JSON object on standard output."""
    QApplication([])
    screens = QGuiApplication.screens()
    found = {
        "qt": __version__,
        "platform": QGuiApplication.platformName(),
        "tray": QSystemTrayIcon.isSystemTrayAvailable(),
        "screens": [
            f"{screen.size().width()} x {screen.size().height()} at {screen.devicePixelRatio():g}"
            for screen in screens
        ],
    }
    sys.stdout.write(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
