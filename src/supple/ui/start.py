"""Opens the window: one QApplication, one window, the hand-over; closes them in reverse order."""

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.devices.desktop.handover import Handover, Reply, Request
from supple.ui.dress import Dress
from supple.ui.window import MainWindow

APPLICATION_ID = "io.github.supple_app.Supple"


class _Post(QObject):
    """Carries requests from the hand-over's thread to the window's."""

    arrived = Signal(object)


def start(app: Container, handover: Handover, routine: str = "") -> int:
    """Run the window until it is closed; the exit code. `routine` starts at once."""
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(qt, QApplication):
        raise TypeError("a QApplication is needed")
    qt.setApplicationName("supple")
    qt.setApplicationDisplayName("Supple")
    qt.setDesktopFileName(APPLICATION_ID)
    qt.setWindowIcon(QIcon())
    window = MainWindow(app, Dress(qt, app.settings))
    window.failed.connect(lambda error: _tell(window, error))
    post = _Post()
    post.arrived.connect(lambda request: _answer(window, request))
    handover.serve(lambda request: _take(app, post, request))
    window.open_first()
    window.show()
    if routine:
        window.prepare(routine)
    try:
        return qt.exec()
    finally:
        handover.close()
        window.deleteLater()


def _take(app: Container, post: _Post, request: Request) -> Reply:
    """Answer a second start; on the hand-over's thread."""
    if request.routine:
        try:
            app.catalogue.routine(request.routine)
        except SuppleError as error:
            return Reply(error=str(error))
    post.arrived.emit(request)
    return Reply()


def _answer(window: MainWindow, request: Request) -> None:
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
    if request.routine:
        window.prepare(request.routine)


def _tell(window: MainWindow, error: SuppleError) -> None:
    box = QMessageBox(QMessageBox.Icon.Information, "Supple", str(error), parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.open()
