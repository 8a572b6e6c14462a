"""Owns what another start of the program gets for an answer."""

import threading

from PySide6.QtCore import QObject, Qt, Signal

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.devices.desktop.handover import Reply, Request
from supple.ui.program import Program

_READY_S = 1.5


class OtherStarts(QObject):
    """Answers on the hand-over's thread; what is to be done comes to the program in its own."""

    _arrived = Signal(object)

    def __init__(self, app: Container, program: Program) -> None:
        super().__init__(program)
        self._app = app
        self._program = program
        self._ready = threading.Event()
        self._arrived.connect(program.answer, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """The program waits for breaks now, and can tell how they stand."""
        self._ready.set()

    def take(self, request: Request) -> Reply:
        """Answer another start."""
        self._ready.wait(_READY_S)
        requests = self._program.requests
        answered = requests.answer(request) if requests is not None else None
        if answered is not None:
            return answered
        if request.do.startswith("breaks-"):
            tr = self._app.words.gettext
            return Reply(error=tr("Desk breaks wait until your history opens."))
        if request.routine:
            try:
                self._app.catalogue.routine(request.routine)
            except SuppleError as error:
                return Reply(error=str(error))
        self._arrived.emit(request)
        return Reply()
