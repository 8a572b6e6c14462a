"""Guards against one fault of PySide6 that ended the whole program."""

import subprocess
import sys

# PySide6 6.12.0 under Python 3.11 drops a reference to True at each emit, and the process aborts.
EMIT = """
import sys
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rings = Signal(int)
bell = Bell()
heard = []
bell.rings.connect(heard.append)
before = sys.getrefcount(True)
for count in range(5_000):
    bell.rings.emit(count)
assert len(heard) == 5_000
print(sys.getrefcount(True) - before)
"""


def test_emitting_a_signal_drops_no_reference_to_true() -> None:
    result = subprocess.run(
        [sys.executable, "-c", EMIT], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert abs(int(result.stdout)) < 10
