"""Somebody at work, with the program in the tray, on a clock that is driven by hand."""

from PySide6.QtWidgets import QApplication

from supple.core.breaks.records import BreakRecord
from supple.devices.store.breaks import list_breaks
from supple.ui.desk.break_host import BreakHost
from supple.ui.desk.break_window import BreakWindow
from supple.ui.desk.reminder import Reminder
from supple.ui.desk.tray import Tray
from supple.ui.program import Program as Running
from tests.app.program import Program

MINUTE = 60.0


class Desk:
    """Somebody at work, on a clock that is driven by hand."""

    def __init__(self, program: Program, qapp: QApplication) -> None:
        self.program = program
        self.app = program.app
        self.running = Running(program.app, qapp)
        self.running.open_desk()

    @property
    def host(self) -> BreakHost:
        assert self.running.host is not None
        return self.running.host

    @property
    def window(self) -> BreakWindow:
        assert self.running.break_window is not None
        return self.running.break_window

    @property
    def reminder(self) -> Reminder:
        return self.running.signs.reminder()

    @property
    def tray(self) -> Tray:
        assert self.running.tray is not None
        return self.running.tray

    def asked(self) -> str:
        """The question that stands, or nothing."""
        asked = self.reminder.asked
        return asked.title if asked is not None else ""

    def work(self, minutes: float) -> None:
        """Sit there; the host looks as often as it wants."""
        end = self.program.clock.now() + minutes * MINUTE
        while (left_s := end - self.program.clock.now()) > 0:
            self.program.clock.advance(min(left_s, self.host.breaks.wait_s()))
            self.host.look()
            QApplication.processEvents()

    def stretch(self, seconds: float = 600.0) -> None:
        """Let the break run."""
        opened = self.window.flow.opened
        assert opened is not None
        self.program.run(opened, seconds)
        QApplication.processEvents()

    def breaks(self) -> list[BreakRecord]:
        self.host.breaks.close()
        return self.app.store.read(list_breaks)
