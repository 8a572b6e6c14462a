"""Days at a real desktop on a clock that leaps; prints by how many kB the program grew.

Run as a program, so that nothing but the breaks is measured.
"""

import ctypes
import gc
import os
import sys
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

from supple.app.breaks import Breaks
from supple.core.breaks.answer import Break
from supple.core.breaks.options import BreakOptions, Span
from supple.devices.clock import ManualClock
from supple.devices.desktop.desktop import open_desktop
from supple.devices.desktop.kept import KeptFile
from supple.devices.desktop.moments import Moments, Slept
from supple.devices.store.device import Device
from supple.devices.store.store import DiskStore

HOUR = 3600.0
WARM_HOURS = 6
PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024


def main(folder: Path, until_hours: float) -> None:
    words = NullTranslations()
    clock = ManualClock()
    desktop = open_desktop(os.environ, clock, words)
    (folder / "backups").mkdir()
    device = Device(id="desk", name="desk")
    store = DiskStore(folder / "supple.db", folder / "backups", device, clock, words)
    breaks = Breaks(
        desktop=desktop,
        moments=Moments(clock, Slept()),
        store=store,
        options=lambda: BreakOptions(week=((Span(0, 0),),) * 7),
        words=words,
        kept=KeptFile(folder / "breaks.json", words),
        wake=lambda: None,
        failed=lambda error: sys.exit(str(error)),
    )
    start, before_kb, asked = clock.now(), 0, 0
    while (hours := (clock.now() - start) / HOUR) < until_hours:
        if not before_kb and hours >= WARM_HOURS:
            before_kb = resident_kb()
        if isinstance(breaks.look().answer, Break):
            asked += 1
            breaks.shown()
            (breaks.skip, breaks.later, live_through(breaks))[asked % 3]()
        clock.advance(breaks.wait_s())
    grown_kb = resident_kb() - before_kb
    breaks.close()
    store.close()
    desktop.close()
    sys.stdout.write(f"{grown_kb} {asked}\n")


def live_through(breaks: Breaks) -> Callable[[], None]:
    def stretch() -> None:
        breaks.break_began("desk-break-2")
        breaks.break_ended(120, 120)

    return stretch


def resident_kb() -> int:
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_KB


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
