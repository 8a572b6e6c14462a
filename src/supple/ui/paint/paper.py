"""Paper: the size of a page, a PDF file of painted pages, and the printer of the user's choice."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QSaveFile, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QDialog, QWidget

PAGE: Final = QSizeF(794.0, 1123.0)  # A4 at 96 dots an inch
_PDF_DPI: Final = 600
_SCREEN_DPI: Final = 96.0

NewPage = Callable[[], object]
Paint = Callable[[QPainter, NewPage], None]
"""Paints one page after the other in logical pixels, each `PAGE` large."""


def save_pdf(path: Path, title: str, paint: Paint) -> bool:
    """Write painted pages as a PDF file, whole or not at all; whether that worked."""
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    writer = QPdfWriter(file)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    writer.setResolution(_PDF_DPI)
    writer.setTitle(title)
    writer.setCreator("Supple")
    painter = QPainter()
    if not painter.begin(writer):
        return False
    painter.scale(_PDF_DPI / _SCREEN_DPI, _PDF_DPI / _SCREEN_DPI)
    paint(painter, writer.newPage)
    return painter.end() and file.commit()


def ask_and_print(page: QWidget, paint: Paint) -> None:
    """Let the user choose a printer, and print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)

    def go() -> None:
        painter = QPainter(printer)
        scale = printer.width() / PAGE.width()
        painter.scale(scale, scale)
        paint(painter, printer.newPage)
        painter.end()

    dialog = QPrintDialog(printer, page)
    dialog.accepted.connect(go)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
