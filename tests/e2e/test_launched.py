"""A start from a desktop that cannot be: nobody sees a terminal, so a window says why."""

import os
import subprocess
from pathlib import Path

from tests.e2e.display import display
from tests.e2e.office import MAIN, eventually
from tests.e2e.program import COMMAND


def test_a_start_that_cannot_be_is_told_in_a_box_where_no_terminal_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    home = tmp_path / "file" / "home"
    with display() as shown:
        environment = {**shown.environment, "SUPPLE_HOME": str(home), "DESKTOP_STARTUP_ID": "1"}
        pipe = subprocess.PIPE
        with subprocess.Popen(COMMAND, env=environment, stderr=pipe, text=True) as program:
            eventually(lambda: shown.windows(MAIN))
            shown.press("Return")
            _, said = program.communicate(timeout=20)
    assert program.returncode == 1
    assert "This couldn't be written. Nothing was lost." in said


def test_a_start_from_a_terminal_says_it_there_and_ends(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    environment = {**os.environ, "SUPPLE_HOME": str(tmp_path / "file" / "home")}
    ran = subprocess.run(
        COMMAND, env=environment, capture_output=True, text=True, check=False, timeout=20
    )
    assert ran.returncode == 1
    assert "This couldn't be written. Nothing was lost." in ran.stderr
