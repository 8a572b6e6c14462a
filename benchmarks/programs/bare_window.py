"""The least window that PySide6 can show: the base of start and memory."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


def main() -> int:
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(QLabel("Bare"))
    window.resize(1000, 700)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
