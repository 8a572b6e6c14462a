"""Two whole sessions, event by event, as they were once read through and found right.

`SUPPLE_UPDATE_GOLDEN=1 make test ARGS=tests/core/session/test_golden.py` writes the files anew;
read the difference before it is committed.
"""

import os

import msgspec
import pytest

from tests.core.session.driver import Driver
from tests.core.session.factory import compiled
from tests.core.shipped import ROOT

GOLDEN = ROOT / "tests" / "golden" / "sessions"


@pytest.mark.parametrize(("ident", "week"), [("full-home", 3), ("desk-break-2", 1)])
def test_a_whole_session_is_told_as_it_always_was(ident: str, week: int) -> None:
    driver = Driver(compiled(ident, week=week))
    driver.finish()
    told = b"".join(msgspec.json.encode(event) + b"\n" for event in driver.events)
    file = GOLDEN / f"{ident}.jsonl"
    if os.environ.get("SUPPLE_UPDATE_GOLDEN"):
        file.write_bytes(told)
    assert file.read_bytes() == told
