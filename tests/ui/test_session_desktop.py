"""While a session runs: the display stays on, media buttons work, lost keys are told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.core.session.engine import Intent
from supple.core.session.steps import Kind
from supple.core.session.view import State
from supple.devices.desktop.awake import NullAwake
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.lock import NullLock
from supple.devices.desktop.media_keys import MediaKey, NullMediaKeys
from supple.ui.session.desktop import LOCK_LOOK_MS, SessionDesktop
from tests.ui.windows import Program, live_through, program, settled


class Kept(NullAwake):
    def __init__(self) -> None:
        self.asked: list[bool] = []

    def keep(self, *, on: bool) -> None:
        if not self.asked or self.asked[-1] is not on:
            self.asked.append(on)


class Buttons(NullMediaKeys):
    pressed: Callable[[MediaKey], None] | None = None
    shown: tuple[str, bool] = ("", False)

    def begin(self, pressed: Callable[[MediaKey], None]) -> None:
        self.pressed = pressed

    def show(self, title: str, *, playing: bool) -> None:
        self.shown = (title, playing)

    def end(self) -> None:
        self.pressed = None


class Screen(NullLock):
    """A lock that tells of itself, or that has to be looked at."""

    def __init__(self, *, tells: bool) -> None:
        self._tells = tells
        self.locked = False
        self.heard: list[Callable[[], None]] = []

    def is_locked(self) -> bool:
        return self.locked

    def watch(self, changed: Callable[[], None]) -> bool:
        self.heard.append(changed)
        return self._tells

    def turn(self, *, locked: bool) -> None:
        self.locked = locked
        for heard in self.heard if self._tells else ():
            heard()
        QApplication.processEvents()


@contextmanager
def in_session(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> Iterator[tuple[Program, Kept, Buttons]]:
    kept, buttons = Kept(), Buttons()
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.desktop = Desktop(awake=kept, media_keys=buttons)
        now.window.visit.prepare("desk-break-2")
        QApplication.processEvents()
        yield now, kept, buttons


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def state(now: Program) -> State:
    flow = now.window.flow
    assert flow is not None
    assert flow.opened is not None
    return flow.opened.runner.view().state


def test_play_begins_the_stretch_where_a_session_waits_and_pause_does_nothing(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    buttons = Buttons()

    def waiting(app: Container) -> None:
        settled(app)
        app.desktop = Desktop(media_keys=buttons)
        app.change_setting("session.between", "wait")

    with program(qtbot, qapp, home, set_up=waiting) as now:
        now.window.prepare("supine-mat")
        now.press("Start")
        live_through(now, lambda view: view.stands)
        now.window.visit.seen()
        opened = now.window.visit.flow.opened
        assert opened is not None
        for key, waits in ((MediaKey.PAUSE, True), (MediaKey.PLAY, False)):
            press(buttons, key)
            assert opened.runner.view().waits is waits
        assert opened.runner.view().state is State.RUNNING


def press(buttons: Buttons, key: MediaKey) -> None:
    assert buttons.pressed is not None
    buttons.pressed(key)
    QApplication.processEvents()


def test_the_display_stays_on_until_the_session_is_over(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with in_session(qtbot, qapp, home) as (now, kept, buttons):
        assert kept.asked == [True]
        assert buttons.shown == (now.app.catalogue.routine("desk-break-2").name, True)
        live_through(now)
        assert kept.asked == [True, False]
        assert buttons.pressed is None


def test_a_long_pause_lets_the_display_sleep_and_going_on_wakes_it(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with in_session(qtbot, qapp, home) as (now, kept, _buttons):
        flow = now.window.flow
        assert flow is not None
        desktop = now.window.visit.findChild(SessionDesktop)
        assert isinstance(desktop, SessionDesktop)
        flow.do(Intent.PAUSE)
        assert kept.asked == [True]
        assert desktop._sleepy.isActive()
        desktop._sleepy.timeout.emit()
        assert kept.asked == [True, False]
        flow.do(Intent.RESUME)
        assert kept.asked == [True, False, True]
        flow.stop()


def test_the_setting_leaves_the_display_to_the_system(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    kept = Kept()
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.desktop = Desktop(awake=kept)
        now.app.change_setting("session.keep_awake", value=False)
        now.window.visit.prepare("desk-break-2")
        assert kept.asked == [False]
        now.window.visit.flow.stop()


def test_media_buttons_do_what_keys_do(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with in_session(qtbot, qapp, home) as (now, _kept, buttons):
        press(buttons, MediaKey.PLAY_PAUSE)
        assert state(now) is State.PAUSED
        assert buttons.shown[1] is False
        press(buttons, MediaKey.PAUSE)
        assert state(now) is State.PAUSED
        press(buttons, MediaKey.PLAY)
        assert state(now) is State.RUNNING
        press(buttons, MediaKey.PLAY)
        assert state(now) is State.RUNNING
        press(buttons, MediaKey.STOP)
        assert state(now) is State.HURT


def lose(page: QWidget, *, active: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The offscreen platform gives every window the keys; here another one takes them."""
    monkeypatch.setattr(page, "isActiveWindow", lambda: active)
    QApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))


def test_lost_keys_are_told_and_the_note_goes_when_they_are_back(
    qtbot: QtBot, qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with in_session(qtbot, qapp, home) as (now, _kept, _buttons):
        page = now.window.visit.page
        lose(page, active=True, monkeypatch=monkeypatch)
        lose(page, active=False, monkeypatch=monkeypatch)
        assert "Keys go to another window" in page.note.says
        lose(page, active=True, monkeypatch=monkeypatch)
        assert page.note.says == ""
        now.window.visit.flow.stop()


def test_every_form_is_told_by_doctor() -> None:
    told = [each.subject for each in Desktop().check(NullTranslations())]
    assert {"Screen", "Media keys"} <= set(told)


@contextmanager
def before_a_screen(
    screen: Screen, qtbot: QtBot, qapp: QApplication, home: Path
) -> Iterator[Program]:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.desktop = Desktop(lock=screen)
        now.window.visit.prepare("desk-break-2")
        live_through(now, lambda view: view.step.kind is Kind.HOLD)
        yield now


def test_a_locked_screen_lets_the_session_stand_until_somebody_goes_on(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    screen = Screen(tells=True)
    with before_a_screen(screen, qtbot, qapp, home) as now:
        note = now.window.visit.page.note
        screen.turn(locked=True)
        assert state(now) is State.PAUSED
        screen.turn(locked=False)
        assert state(now) is State.PAUSED
        assert note.says.startswith("The screen was locked during this hold")
        now.press("Start this hold again")
        assert state(now) is State.RUNNING
        assert not note.isVisible()
        screen.turn(locked=False)
        assert state(now) is State.RUNNING
        flow = now.window.visit.flow
        flow.stop()
        now.window.visit.prepare("desk-break-2")
        assert len(screen.heard) == 1  # nobody can stop listening on the bus
        screen.turn(locked=True)
        assert state(now) is State.PAUSED
        flow.stop()
        screen.turn(locked=True)


def test_a_lock_that_does_not_tell_is_looked_at(
    qtbot: QtBot, qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supple.ui.session.desktop.LOCK_LOOK_MS", 10)
    screen = Screen(tells=False)
    with before_a_screen(screen, qtbot, qapp, home) as now:
        screen.locked = True
        qtbot.waitUntil(lambda: state(now) is State.PAUSED)
        now.window.visit.flow.stop()


def test_where_nothing_is_known_of_a_lock_nothing_ticks_for_it(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with in_session(qtbot, qapp, home) as (now, _kept, _buttons):
        looks = [
            timer
            for timer in now.window.visit.findChildren(QTimer)
            if timer.isActive() and timer.interval() == LOCK_LOOK_MS
        ]
        assert looks == []
        now.window.visit.flow.stop()
