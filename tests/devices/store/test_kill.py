"""Promise 1: what was finished is on the disk, whenever the program is killed."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from itertools import count
from pathlib import Path

from supple.core.history.records import RecordedSession
from supple.devices.store.backup import integrity
from supple.devices.store.sessions import find_unfinished, list_sessions
from tests.devices.store.endless_sessions import STEPS
from tests.devices.store.samples import TODAY, WORDS, open_store

ROOT = Path(__file__).parents[3]
WRITER = "tests.devices.store.endless_sessions"
KILLS = 10
LONGEST_S = 0.25


def killed_run(folder: Path, number: int, after_s: float) -> list[str]:
    """The steps that a run said were safe until it was killed, `after_s` after its first one."""
    command = [sys.executable, "-m", WRITER, str(folder), str(number)]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": paths}
    ) as process:
        assert process.stdout
        first = process.stdout.readline().strip()
        time.sleep(after_s)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    assert process.returncode == -signal.SIGKILL
    # The last line may have been cut in the middle; then its step was not yet said to be safe.
    return [first, *rest[: rest.rfind("\n") + 1].split()]


def test_nothing_that_was_finished_is_lost_by_ten_kills(tmp_path: Path) -> None:
    safe: set[str] = set()
    for number in range(KILLS):
        said = killed_run(tmp_path, number, LONGEST_S * number / KILLS)
        assert all(said)
        safe.update(said)
        assert integrity(tmp_path / "supple.db", WORDS) == ()
        with closing(open_store(tmp_path)) as store:
            kept = store.read(list_sessions)
        assert safe <= {step.id for each in kept for step in each.steps}
        assert all(is_consistent(each) for each in kept)
    assert len(safe) > KILLS
    assert list((tmp_path / "backups").iterdir()) == []


def is_consistent(found: RecordedSession) -> bool:
    """Totals fit the steps, and only what was cut off is open."""
    steps, session = found.steps, found.session
    whole = len(steps) == STEPS
    return session.holds_done == len(steps) > 0 and (whole or session.outcome is None)


def test_a_killed_session_can_be_resumed(tmp_path: Path) -> None:
    for number in count():
        killed_run(tmp_path, number, 0.0)
        with closing(open_store(tmp_path)) as store:
            found = store.read(lambda db: find_unfinished(db, TODAY))
        if found:
            assert found.next_index == found.session.holds_done
            return
