"""Freed memory goes back to the system."""

import subprocess
import sys

HELD = """
from pathlib import Path
from supple.devices.memory import give_back

def resident_mib():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20

kept = [bytes(2_000) for _ in range(30_000)]
last = bytes(2_000)
del kept
before = resident_mib()
give_back()
print(before - resident_mib())
"""


def test_what_was_freed_below_what_is_held_goes_back() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", HELD], capture_output=True, text=True, check=True
    )
    assert float(answer.stdout) > 30
