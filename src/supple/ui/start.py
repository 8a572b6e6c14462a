"""Opens the program: the window or only the tray, the hand-over; closes them in reverse order.

Whoever starts it for the tray sees the icon first; the rest is loaded after it.
"""

import gc
import os
import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from supple.app.container import Container
from supple.devices.desktop.handover import Handover, Request
from supple.devices.desktop.silent_bus import leave_silent_bus
from supple.ui.theme import BASE_STYLE

APPLICATION_ID = "io.github.supple_app.Supple"


def start(app: Container, handover: Handover, request: Request, *, tray: bool = False) -> int:
    """Run until the user quits; the exit code. `request` is what this start is for.

    With `tray` no window is opened, nor is anything of it loaded.
    """
    gc.disable()  # what a start makes is there to stay: to look for garbage in it is in vain
    leave_silent_bus(os.environ)  # Qt would wait for it without end
    qt = QApplication.instance() or QApplication([*sys.argv[:1], *BASE_STYLE])
    if not isinstance(qt, QApplication):
        raise TypeError("a QApplication is needed")
    qt.setApplicationName("supple")
    qt.setApplicationDisplayName("Supple")
    qt.setDesktopFileName(APPLICATION_ID)
    qt.setWindowIcon(QIcon())
    qt.setQuitOnLastWindowClosed(False)
    return _run(app, qt, handover, request, _shown_icon() if tray else None)


def refuse(words: str) -> None:
    """Say in a box of its own why the program does not open."""
    from supple.ui.refusal import show

    show(words)


def _shown_icon() -> QSystemTrayIcon:
    from supple.ui.desk.tray_icon import first_icon

    icon = first_icon()
    icon.show()
    return icon


def _run(
    app: Container,
    qt: QApplication,
    handover: Handover,
    request: Request,
    icon: QSystemTrayIcon | None,
) -> int:
    from supple.devices.log import LogFile
    from supple.ui.ending import Ending
    from supple.ui.other_starts import OtherStarts
    from supple.ui.program import Program

    log = LogFile(app.folders, app.words)
    log.open()
    log.catch_all()
    program = Program(app, qt)
    ending = Ending(program.end, program)
    others = OtherStarts(app, program)

    def open_desk() -> None:
        program.open_desk(icon)
        handover.serve(others.take)
        others.begin()

    if icon is not None or program.is_for_the_desk(request):
        open_desk()
    else:  # the window comes first, what it costs to wait for breaks comes after
        program.painted.connect(open_desk)
    if icon is None:
        program.answer(request)
    gc.freeze()
    gc.unfreeze()  # what is there counts as old now, without having been looked through
    gc.enable()
    try:
        return qt.exec()
    finally:
        ending.close()
        handover.close()
        program.close()
        log.close()
