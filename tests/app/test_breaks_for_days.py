import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app import days_at_the_desk
from tests.devices.desktop.peers import message_bus, x_server


@pytest.mark.parametrize(
    "hours",
    [24, pytest.param(72, marks=[pytest.mark.long, pytest.mark.timeout(600)])],
    ids="{} hours".format,
)
def test_days_of_listening_to_the_desktop_let_the_program_grow_by_less_than_a_megabyte(
    tmp_path: Path, hours: int
) -> None:
    with x_server() as display, message_bus() as address:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "DBUS_SYSTEM_BUS_ADDRESS": address,
        }
        done = subprocess.run(
            [sys.executable, days_at_the_desk.__file__, tmp_path, str(hours)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.stderr == ""
    grown_kb, asked = map(int, done.stdout.split())
    assert grown_kb < 1024
    assert asked > 0.8 * hours
