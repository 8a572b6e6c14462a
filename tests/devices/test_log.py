import logging
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.devices.files import Folders
from supple.devices.log import LogFile


@pytest.mark.expects_log("a fault of the program")
def test_a_fault_is_written_down_whole_and_told_in_one_sentence(supple_home: Path) -> None:
    log = LogFile(Folders.of({"SUPPLE_HOME": str(supple_home)}), NullTranslations())
    log.open()
    try:
        told = log.write_down(ZeroDivisionError("by nothing"))
    finally:
        log.close()
    assert told.startswith("Something in Supple went wrong.")
    assert "Traceback" not in told
    written = (supple_home / "supple.log").read_text()
    assert "ZeroDivisionError: by nothing" in written
    assert (supple_home / "supple.log").stat().st_mode & 0o777 == 0o600


@pytest.mark.expects_log(r"number \d+ ")
def test_the_log_does_not_grow_for_ever(supple_home: Path) -> None:
    log = LogFile(Folders.of({"SUPPLE_HOME": str(supple_home)}), NullTranslations())
    log.open()
    try:
        for number in range(1500):
            logging.getLogger("supple").warning("number %d %s", number, "x" * 2000)
    finally:
        log.close()
    assert sum(path.stat().st_size for path in supple_home.glob("supple.log*")) < 2_500_000


def test_nothing_is_made_as_long_as_nothing_goes_wrong(supple_home: Path) -> None:
    log = LogFile(Folders.of({"SUPPLE_HOME": str(supple_home)}), NullTranslations())
    log.open()
    log.close()
    assert not (supple_home / "supple.log").exists()
