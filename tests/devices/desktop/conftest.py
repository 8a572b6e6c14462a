"""The peers that a test of the desktop asks for."""

from collections.abc import Iterator

import pytest

from supple.devices.desktop.bus import SESSION, Bus
from supple.devices.desktop.listener import Listener
from tests.devices.desktop.peers import message_bus, x_server


@pytest.fixture
def listener() -> Iterator[Listener]:
    each = Listener()
    yield each
    each.close()


@pytest.fixture
def bus(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """A connection to a bus of its own, which is both the session's and the system's."""
    with message_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        connection = Bus.open(SESSION, listener)
        assert connection is not None
        yield connection
        connection.close()


@pytest.fixture
def display() -> Iterator[str]:
    with x_server() as each:
        yield each
