"""Opens the program: the window or only the tray, the hand-over; closes them in reverse order."""

import sys
import threading

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.devices.desktop.handover import Handover, Reply, Request
from supple.devices.log import LogFile
from supple.ui.program import Program

APPLICATION_ID = "io.github.supple_app.Supple"
_READY_S = 1.5
_PAINTED_MS = 250  # the window comes first, what it costs to wait for breaks comes after


class _Post(QObject):
    """Carries requests from the hand-over's thread to the window's."""

    arrived = Signal(object)


def start(app: Container, handover: Handover, request: Request, *, tray: bool = False) -> int:
    """Run until the user quits; the exit code. `request` is what this start is for.

    With `tray` no window is opened, nor is anything of it loaded.
    """
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(qt, QApplication):
        raise TypeError("a QApplication is needed")
    qt.setApplicationName("supple")
    qt.setApplicationDisplayName("Supple")
    qt.setDesktopFileName(APPLICATION_ID)
    qt.setWindowIcon(QIcon())
    qt.setQuitOnLastWindowClosed(False)
    log = LogFile(app.folders, app.words)
    log.open()
    log.catch_all()
    program = Program(app, qt)
    ready = threading.Event()
    post = _Post()
    post.arrived.connect(program.answer, Qt.ConnectionType.QueuedConnection)
    handover.serve(lambda each: _take(app, program, post, ready, each))

    def open_desk() -> None:
        program.open_desk(icon=tray)
        ready.set()

    if tray or request.do == "break":
        open_desk()
    if not tray:
        program.answer(request)
    if not ready.is_set():
        QTimer.singleShot(_PAINTED_MS, open_desk)
    try:
        return qt.exec()
    finally:
        handover.close()
        program.close()
        log.close()


def _take(
    app: Container, program: Program, post: _Post, ready: threading.Event, request: Request
) -> Reply:
    """Answer a second start; on the hand-over's thread."""
    ready.wait(_READY_S)
    answered = program.requests.answer(request) if program.requests is not None else None
    if answered is not None:
        return answered
    if request.routine:
        try:
            app.catalogue.routine(request.routine)
        except SuppleError as error:
            return Reply(error=str(error))
    post.arrived.emit(request)
    return Reply()
