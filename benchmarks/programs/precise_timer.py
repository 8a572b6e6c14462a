"""A precise QTimer that is re-armed to the absolute deadline: the base of lateness.

python precise_timer.py prints how late it fired at each deadline, in milliseconds, as JSON.
"""

import json
import sys
import time
from math import ceil

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from benchmarks.programs.boundaries import boundaries_s


def main() -> None:
    application = QCoreApplication(sys.argv)
    began = time.monotonic()
    left = boundaries_s()
    late_ms: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setSingleShot(True)

    def arm() -> None:
        timer.start(max(0, ceil((began + left[0] - time.monotonic()) * 1000)))  # never early

    def due() -> None:
        late_ms.append((time.monotonic() - began - left.pop(0)) * 1000)
        if left:
            arm()
        else:
            application.quit()

    timer.timeout.connect(due)
    arm()
    application.exec()
    print(json.dumps(late_ms))


if __name__ == "__main__":
    main()
