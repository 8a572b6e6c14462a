import threading

import pytest

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import SESSION, Bus, service
from supple.devices.desktop.listener import Listener
from tests.devices.desktop.peers import Told, eventually, message_bus, played

ECHO = service("org.example.Echo", "/org/example/Echo")


def test_a_method_answers(bus: Bus) -> None:
    with played(bus, ECHO) as mock:
        mock.method("Twice", "u", "u", "ret = args[0] * 2")
        assert bus.call(ECHO, "Twice", "u", (21,)) == (42,)


def test_an_error_and_a_missing_service_are_told(bus: Bus) -> None:
    with pytest.raises(FacilityError, match=r"org\.example\.Echo"):
        bus.call(ECHO, "Twice", "u", (21,))
    with played(bus, ECHO), pytest.raises(FacilityError):
        bus.call(ECHO, "Thrice")
    assert not bus.has("org.example.Echo")


def test_a_service_that_never_answers_costs_one_second(bus: Bus) -> None:
    with played(bus, ECHO) as mock:
        mock.method("Wait", "", "", "import time; time.sleep(1.3)")
        with pytest.raises(FacilityError, match="does not answer"):
            bus.call(ECHO, "Wait")


def test_signals_are_heard_on_the_listeners_thread(bus: Bus, listener: Listener) -> None:
    told = Told()

    def hear(body: tuple[object, ...]) -> None:
        told(body, listener.is_current)

    with played(bus, ECHO) as mock:
        bus.hear(ECHO, "Said", hear)
        mock.emit("Other", "s", "no")
        mock.emit("Said", "su", "yes", 3)
        assert told.wait()
    assert told.values == [("yes", 3), True]


def test_who_listens_cannot_wait_for_an_answer(bus: Bus) -> None:
    told = Told()

    def hear(_body: tuple[object, ...]) -> None:
        try:
            bus.call(ECHO, "Twice")
        except RuntimeError as error:
            told(error)

    with played(bus, ECHO) as mock:
        bus.hear(ECHO, "Said", hear)
        mock.emit("Said", "")
        assert told.wait()


def test_there_may_be_no_bus(monkeypatch: pytest.MonkeyPatch, listener: Listener) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    assert Bus.open(SESSION, listener) is None


def test_a_bus_that_dies_is_told_to_whoever_asks(
    monkeypatch: pytest.MonkeyPatch, listener: Listener
) -> None:
    with message_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        bus = Bus.open(SESSION, listener)
    assert bus is not None

    with pytest.raises(FacilityError):
        bus.call(ECHO, "Twice")
    bus.close()


def test_one_thread_serves_everything_and_sleeps() -> None:
    listener = Listener()
    before = threading.active_count()
    with message_bus() as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        buses = [Bus.open(SESSION, listener) for _each in range(3)]
        assert threading.active_count() == before + 1
        for bus in buses:
            assert bus is not None
            bus.close()
    listener.close()
    listener.close()
    eventually(lambda: threading.active_count() == before)


def test_a_closed_listener_takes_nothing_more(listener: Listener) -> None:
    with message_bus() as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        bus = Bus.open(SESSION, listener)
        assert bus is not None
        listener.close()
        with pytest.raises(FacilityError):
            bus.call(ECHO, "Twice")
        bus.close()
