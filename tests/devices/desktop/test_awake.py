"""The display is kept awake by a real service on a bus, or by nobody."""

import ctypes as c
import os
import time
from contextlib import closing
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.errors import FacilityError
from supple.devices.desktop.awake import (
    SCREEN_SAVER,
    SESSION_MANAGER,
    Awake,
    BusAwake,
    MacAwake,
    NullAwake,
    WindowsAwake,
)
from supple.devices.desktop.awake_x11 import X11Awake
from supple.devices.desktop.bus import SESSION, Bus
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.x11 import XServer
from supple.devices.finding import Level
from tests.devices.desktop.peers import eventually, played, x_server

WORDS = NullTranslations()


def test_a_screen_saver_is_held_off_once_and_let_go(bus: Bus) -> None:
    with played(bus, SCREEN_SAVER) as saver:
        saver.method("Inhibit", "ss", "u", "ret = 7")
        saver.method("UnInhibit", "u", "", "")
        awake = BusAwake(bus, "A session is running")
        for on in (True, True, False, False):
            awake.keep(on=on)
        eventually(lambda: bool(saver.calls("UnInhibit")))
        assert saver.calls("Inhibit") == [("Supple", "A session is running")]
        assert saver.calls("UnInhibit") == [(7,)]


def test_gnome_is_asked_not_to_call_the_session_idle(bus: Bus) -> None:
    with played(bus, SESSION_MANAGER) as manager:
        manager.method("Inhibit", "susu", "u", "ret = 3")
        manager.method("Uninhibit", "u", "", "")
        awake = BusAwake(bus, "A session is running")
        awake.keep(on=True)
        eventually(lambda: bool(manager.calls("Inhibit")))
        awake.keep(on=False)
        eventually(lambda: bool(manager.calls("Uninhibit")))
        assert manager.calls("Inhibit") == [("Supple", 0, "A session is running", 8)]
        assert manager.calls("Uninhibit") == [(3,)]


def test_a_service_that_refuses_costs_nothing(bus: Bus) -> None:
    with played(bus, SCREEN_SAVER):
        awake = BusAwake(bus, "A session is running")
        awake.keep(on=True)
        awake.keep(on=False)
        assert bus.has(SCREEN_SAVER.name)


def test_a_bus_that_has_gone_costs_nothing(bus: Bus, listener: Listener) -> None:
    own = Bus.open(SESSION, listener)
    assert own is not None
    with played(bus, SCREEN_SAVER):
        awake = BusAwake(own, "A session is running")
    own.close()
    awake.keep(on=True)
    awake.keep(on=False)


def test_where_nobody_does_it_there_is_no_such_form(bus: Bus) -> None:
    with pytest.raises(FacilityError):
        BusAwake(bus, "A session is running")


class Saver:
    """Reads how the X server's screen saver stands, in libxcb's own words."""

    def __init__(self, display: str) -> None:
        self._xcb, self._saver = c.CDLL("libxcb.so.1"), c.CDLL("libxcb-screensaver.so.0")
        line = (c.c_void_p,)
        self._xcb.xcb_connect.restype = c.c_void_p
        self._xcb.xcb_set_screen_saver.argtypes = (*line, *(c.c_int16,) * 2, *(c.c_uint8,) * 2)
        self._xcb.xcb_flush.argtypes = self._xcb.xcb_disconnect.argtypes = line
        self._saver.xcb_screensaver_query_info.argtypes = (*line, c.c_uint32)
        reply = self._saver.xcb_screensaver_query_info_reply
        reply.argtypes = (*line, c.c_uint, c.c_void_p)
        reply.restype = c.POINTER(c.c_uint8)
        self._line = self._xcb.xcb_connect(display.encode(), None)
        with XServer(display) as server:
            self._root = server.root

    def wait(self, seconds: int) -> None:
        """Let the display go dark after so long."""
        self._xcb.xcb_set_screen_saver(self._line, seconds, 0, 0, 0)
        self._xcb.xcb_flush(self._line)

    @property
    def is_dark(self) -> bool:
        """Whether the display has been darkened."""
        asked = self._saver.xcb_screensaver_query_info(self._line, self._root)
        answer = self._saver.xcb_screensaver_query_info_reply(self._line, asked, None)
        return bool(answer[1] == 1)

    def close(self) -> None:
        self._xcb.xcb_disconnect(self._line)


def test_without_a_service_the_x_server_is_asked_itself(display: str) -> None:
    with closing(Saver(display)) as saver:
        awake = X11Awake(display)
        for on in (True, True):
            awake.keep(on=on)
        saver.wait(1)
        time.sleep(1.3)
        assert not saver.is_dark
        for on in (False, False):
            awake.keep(on=on)
        eventually(lambda: saver.is_dark)
        assert awake.check(WORDS).level is Level.OK


def test_an_x_server_that_is_not_there_is_no_such_form() -> None:
    with pytest.raises(OSError, match="no X server"):
        X11Awake(":4711")


def test_an_x_server_that_has_gone_costs_nothing() -> None:
    with x_server() as display:
        awake = X11Awake(display)
    awake.keep(on=True)
    awake.keep(on=False)


class Kernel32:
    """What Windows offers, as far as it is asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def SetThreadExecutionState(self, state: int) -> None:  # noqa: N802 - its name
        self.asked.append(state)


def test_windows_is_asked_for_display_and_computer_and_told_the_end() -> None:
    kernel32 = Kernel32()
    awake = WindowsAwake(kernel32)
    awake.keep(on=True)
    awake.keep(on=False)
    assert kernel32.asked == [0x80000003, 0x80000000]


def test_macos_runs_a_program_of_its_own_meanwhile(tmp_path: Path) -> None:
    program = tmp_path / "caffeinate"
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\nexec sleep 60\n')
    program.chmod(0o755)
    awake = MacAwake(str(program))
    awake.keep(on=True)
    awake.keep(on=True)
    eventually((tmp_path / "asked").exists)
    awake.keep(on=False)
    awake.keep(on=False)
    assert (tmp_path / "asked").read_text() == f"-d -w {os.getpid()}\n"


@pytest.mark.parametrize("awake", [NullAwake(), WindowsAwake(Kernel32()), MacAwake("nowhere")])
def test_every_form_can_be_asked_anywhere_and_tells_how_it_stands(awake: Awake) -> None:
    awake.keep(on=True)
    awake.keep(on=False)
    finding = awake.check(WORDS)
    assert finding.subject == "Screen"
    assert finding.words
