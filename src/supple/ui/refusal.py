"""Owns the box that says why Supple does not open, before there is anything else of it."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from supple.ui.theme import BASE_STYLE


def show(words: str) -> None:
    """Show these words until they are put away."""
    qt = QApplication.instance() or QApplication([*sys.argv[:1], *BASE_STYLE])
    qt.setApplicationName("supple")
    box = QMessageBox(QMessageBox.Icon.Information, "Supple", words)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
