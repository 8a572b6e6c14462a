"""Days in the tray: python -m tests.ui.days_in_the_tray HOME HOURS

Prints the kB grown, the breaks asked for, and the processor's ms in the first and in the last half.

The real program in Qt's real event loop, on a clock that leaps from one look to the next: menus,
reminders and break windows come and go as they do in months at a desk.
"""

import ctypes
import gc
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from supple.app.container import Container
from supple.core.breaks.answer import Break
from supple.core.plan.screening import Answers
from supple.devices.clock import ManualClock
from supple.ui.desk.break_window import BreakWindow
from supple.ui.desk.tray_icon import first_icon
from supple.ui.pages.break_view import Act, Do
from supple.ui.program import Program

HOUR = 3600.0
WARM_H = 12
LONGEST_S = 300.0
PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024
WISHES = (Do.LATER, Do.SKIP, Do.START, Do.START, Do.PAUSE)


class Days:
    """Lives through the hours, one look after the other, and answers what is asked by turns."""

    def __init__(self, app: Container, clock: ManualClock, qt: QApplication, hours: float) -> None:
        self._clock = clock
        self._qt = qt
        self._program = Program(app, qt)
        icon = first_icon()
        icon.show()
        self._program.open_desk(icon)
        self._start_s = clock.now()
        self._hours = hours
        self._before_kb = 0
        self._last_ms = 0.0
        self.asked = 0
        self.grown_kb = 0
        self.halves_ms = [0.0, 0.0]
        self._turn = QTimer(interval=0)
        self._turn.timeout.connect(self._live)
        self._turn.start()

    def _live(self) -> None:
        lived_h = (self._clock.now() - self._start_s) / HOUR
        self._measure(lived_h - WARM_H)
        if lived_h >= WARM_H and not self._before_kb:
            self._before_kb = resident_kb()
        if lived_h >= WARM_H + self._hours:
            self._turn.stop()
            self.grown_kb = resident_kb() - self._before_kb
            self._program.close()
            self._qt.quit()
            return
        host = self._program.host
        assert host is not None
        window = self._program.break_window
        if window is not None and window.isVisible():
            self._stretch(window)
            window.close()
        self._clock.advance(host.breaks.wait_s())
        host.look()
        answer = host.news.answer
        if isinstance(answer, Break):
            self.asked += 1
            wish = WISHES[self.asked % len(WISHES)]
            self._program.act(Act(wish, 30 * 60.0 if wish is Do.PAUSE else 0.0))

    def _measure(self, lived_h: float) -> None:
        """Add what the last turn cost to the half of the time it lies in."""
        now_ms = time.process_time() * 1000
        if 0 < lived_h < self._hours:
            self.halves_ms[lived_h > self._hours / 2] += now_ms - self._last_ms
        self._last_ms = now_ms

    def _stretch(self, window: BreakWindow) -> None:
        """Every other break is done to its end, the others are closed at once."""
        opened = window.flow.opened
        if opened is None or self.asked % 2:
            return
        end = self._clock.now() + LONGEST_S
        while (wait_s := opened.runner.wait_s()) is not None and self._clock.now() < end:
            self._clock.advance(wait_s)
            opened.runner.tick()


def resident_kb() -> int:
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_KB


def main(home: Path, hours: float) -> None:
    clock = ManualClock()
    qt = QApplication([])
    qt.setQuitOnLastWindowClosed(False)
    with Container({**os.environ, "SUPPLE_HOME": str(home), "LANG": "C"}, clock=clock) as app:
        chosen: dict[str, float | str] = {
            "welcome.consented": True,
            "welcome.page": "done",
            "breaks.on": True,
            "breaks.hours": "mon-sun 0:00-24:00",
            "appearance.motion": "reduced",
        }
        for key, value in chosen.items():
            app.change_setting(key, value)
        app.safety.answer(Answers())
        days = Days(app, clock, qt, hours)
        qt.exec()
    first_ms, last_ms = map(round, days.halves_ms)
    sys.stdout.write(f"{days.grown_kb} {days.asked} {first_ms} {last_ms}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
