"""Somebody who writes a letter in a window of their own: python -m tests.e2e.typist FILE

FILE holds what has been typed so far.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit

LETTER = "Letter"


def main() -> int:
    app = QApplication(sys.argv[:1])
    page = QPlainTextEdit()
    page.setWindowTitle(LETTER)
    page.textChanged.connect(lambda: Path(sys.argv[1]).write_text(page.toPlainText()))
    page.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
