import threading
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.app.breaks import Breaks
from supple.core.breaks.answer import Wait, Why
from supple.core.breaks.options import BreakOptions, Span
from supple.core.breaks.state import Cause, Outcome
from supple.devices.clock import SystemClock
from supple.devices.desktop.bus import SESSION as SESSION_BUS
from supple.devices.desktop.bus import Bus
from supple.devices.desktop.desktop import open_desktop
from supple.devices.desktop.kept import KeptFile
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.moments import system_moments
from supple.devices.store.breaks import list_breaks
from supple.devices.store.device import Device
from supple.devices.store.store import MemoryStore
from tests.devices.desktop.peers import WAIT_S, Mock, logind, message_bus, touch, x_server
from tests.devices.desktop.test_lock_and_sleep import SESSION

WORDS = NullTranslations()
ALWAYS = ((Span(0, 0),),) * 7


@contextmanager
def office(environ: dict[str, str], folder: Path) -> Iterator[tuple[Breaks, threading.Event]]:
    """Breaks of half a second on the real desktop; the event is set when it tells something."""
    woken = threading.Event()
    clock = SystemClock()
    store = MemoryStore(Device(id="desk", name="desk"), clock, WORDS)
    desktop = open_desktop(environ, clock, WORDS)
    breaks = Breaks(
        desktop=desktop,
        moments=system_moments(clock),
        store=store,
        options=lambda: BreakOptions(week=ALWAYS, length_s=0.5, reset_s=1.0),
        words=WORDS,
        kept=KeptFile(folder / "breaks.json", WORDS),
        wake=woken.set,
        failed=lambda error: pytest.fail(str(error)),
    )
    breaks.look()
    yield breaks, woken
    breaks.close()
    desktop.close()
    store.close()


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    listener = Listener()
    with message_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        connection = Bus.open(SESSION_BUS, listener)
        assert connection is not None
        yield connection
        connection.close()
        listener.close()


def until(breaks: Breaks, woken: threading.Event, why: Why) -> None:
    """Look only when the desktop tells something, until the answer has that reason."""
    while breaks.look().answer.why is not why:
        assert woken.wait(WAIT_S)
        woken.clear()


def test_going_and_coming_back_are_told_by_the_x_server(tmp_path: Path) -> None:
    with x_server() as display, office({"DISPLAY": display}, tmp_path) as (breaks, woken):
        assert breaks.wait_s() > 60  # nobody looks in between
        for x in (20, 30, 50, 60, 70):  # work for longer than a break
            threading.Event().wait(0.2)
            touch(display, x)
        until(breaks, woken, Why.AWAY)
        threading.Event().wait(0.6)
        touch(display, 90)
        until(breaks, woken, Why.SITTING)
        breaks.close()
        (record,) = breaks._store.read(list_breaks)
    assert (record.outcome, record.reason) == (Outcome.NATURAL, Cause.IDLE)
    assert record.rest_s >= 1
    assert record.sitting_s >= 0.5


def test_the_lock_is_told_by_logind(tmp_path: Path, bus: Bus) -> None:
    with (
        logind(bus),
        office({"XDG_SESSION_ID": "7"}, tmp_path) as (breaks, woken),
    ):
        Mock(bus, SESSION).update("LockedHint", "b", True)
        until(breaks, woken, Why.LOCKED)
        assert breaks.news.answer == Wait(why=Why.LOCKED)
        Mock(bus, SESSION).update("LockedHint", "b", False)
        until(breaks, woken, Why.SITTING)
