"""The real program on clocks that leap: python -m tests.e2e.leaping FILE

After FILE comes nothing, --tray, or break or start with a routine. FILE holds three numbers: the
machine's seconds when the day began, the seconds by which both clocks are ahead since, and those
that the computer slept, which only the clock on the wall knows of. Whoever writes it lets time
pass at once.
"""

import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from supple.app.container import Container
from supple.devices.desktop.handover import Handover, Request
from supple.ui.start import start


class LeapingClock:
    """The machine's clocks, ahead by what a file says."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> float:
        """Steady seconds."""
        _began, ahead_s, _slept_s = self._read()
        return time.monotonic() + ahead_s

    def wall(self) -> datetime:
        """A working day's morning, whenever the test runs."""
        began, ahead_s, slept_s = self._read()
        return MORNING + timedelta(seconds=time.monotonic() - began + ahead_s + slept_s)

    def wall_s(self) -> float:
        """The same in seconds."""
        return self.wall().timestamp()

    def _read(self) -> tuple[float, float, float]:
        began, ahead_s, slept_s = map(float, self._file.read_text().split())
        return began, ahead_s, slept_s


MORNING = datetime(2026, 5, 13, 9, 30, tzinfo=UTC)


def main() -> int:
    file, *rest = sys.argv[1:]
    request = Request("raise")
    if rest[:1] in (["break"], ["start"]):
        request = Request("break" if rest[0] == "break" else "start", rest[1])
    with Container(os.environ, clock=LeapingClock(Path(file))) as app:
        handover = Handover(app.folders.data, app.words)
        if not handover.claim():
            return 1
        return start(app, handover, request, tray="--tray" in rest)


if __name__ == "__main__":
    sys.exit(main())
