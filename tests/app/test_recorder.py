import pytest

from supple.app.sessions import Opened
from supple.core.session.engine import Intent
from supple.core.session.events import SessionOutcome
from tests.app.full_disk import FullDisk
from tests.app.program import Program


def is_safe(opened: Opened) -> bool:
    return opened.recorder.is_safe


@pytest.mark.parametrize("wait", [True, False])
def test_what_a_full_disk_refused_is_kept_and_written_later(
    program: Program, disk: FullDisk, wait: bool
) -> None:
    opened = program.open(wait=wait)
    opened.runner.start()
    program.run(opened, 30)
    disk.full = True
    program.run(opened, 30)
    assert not is_safe(opened)
    assert {str(fault) for fault in program.faults} == {"The disk is full."}
    disk.full = False
    program.run(opened, 1000)
    opened.recorder.retry()
    assert is_safe(opened)
    [found] = program.app.history.sessions()
    assert len(found.steps) == 6
    assert found.session.outcome is SessionOutcome.COMPLETED


def test_a_session_that_ended_on_a_full_disk_is_whole_after_one_retry(
    program: Program, disk: FullDisk
) -> None:
    opened = program.open()
    opened.runner.start()
    program.run(opened, 30)
    disk.full = True
    program.run(opened, 40)
    opened.runner.do(Intent.STOP)
    assert not is_safe(opened)
    disk.full = False
    opened.recorder.retry()
    [found] = program.app.history.sessions()
    assert found.session.outcome is SessionOutcome.STOPPED
    assert len(found.steps) >= 3


def test_a_bug_in_writing_is_not_taken_for_a_full_disk(program: Program, disk: FullDisk) -> None:
    opened = program.open()
    opened.runner.start()
    disk.fault = ZeroDivisionError()
    disk.full = True
    with pytest.raises(ZeroDivisionError):
        program.run(opened, 100)
