import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "hours",
    [12, pytest.param(72, marks=[pytest.mark.long, pytest.mark.timeout(600)])],
    ids="{} hours".format,
)
def test_days_in_the_tray_let_neither_memory_nor_processor_time_grow(
    tmp_path: Path, hours: int
) -> None:
    command = [sys.executable, "-m", "tests.ui.days_in_the_tray", str(tmp_path), str(hours)]
    lived = subprocess.run(
        command,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    grown_kb, asked, first_ms, last_ms = map(int, lived.stdout.split())
    assert grown_kb < 1024
    assert asked > 2 * hours
    assert last_ms < 1.5 * first_ms + 100
