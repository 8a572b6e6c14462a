"""A session on Qt's event loop, by the real clock."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.app.sessions import Ears, Request
from supple.core.history.records import Source
from supple.core.session.events import AnyEvent, Paused, SessionEnded, StepEnded
from supple.ui.session.host import SessionHost

SPEED = 40  # two minutes in three seconds
STALL_S = 1.0
LATE_S = 0.2  # far above what a free machine needs, far below the stall


@pytest.fixture
def app(supple_home: Path) -> Iterator[Container]:
    with Container({"SUPPLE_HOME": str(supple_home)}) as opened:
        yield opened


class Heard:
    """Every event with the real seconds since the start; `then` is called with each."""

    def __init__(self) -> None:
        self.began_s = 0.0
        self.events: list[tuple[float, AnyEvent]] = []
        self.then: Callable[[AnyEvent], None] = lambda _event: None

    def hear(self, event: AnyEvent) -> None:
        if not self.events:
            self.began_s = time.monotonic()
        self.events.append((time.monotonic() - self.began_s, event))
        self.then(event)

    def late_s(self, number: int) -> float:
        """How much later than its deadline an event was told."""
        told_s, event = self.events[number]
        return told_s - event.t / SPEED


def run(app: Container, heard: Heard, qtbot: QtBot) -> None:
    host = SessionHost()
    request = Request("desk-break-2", Source.WINDOW, speed=SPEED, voiced=False)

    def failed(fault: Exception) -> None:
        raise fault

    opened = app.sessions.open(request, Ears((heard.hear, host.hear), failed, wait=True))
    with qtbot.waitSignal(host.ended, timeout=20_000):
        host.start(opened)
    host.leave()


def assert_true(heard: Heard) -> None:
    assert not [event for _, event in heard.events if isinstance(event, Paused)]
    steps = [event for _, event in heard.events if isinstance(event, StepEnded)]
    assert [step.index for step in steps] == list(range(len(steps)))
    assert all(step.actual_s == step.seconds for step in steps)
    assert isinstance(heard.events[-1][1], SessionEnded)
    assert min(heard.late_s(n) for n in range(len(heard.events))) > -0.01  # nothing is early


def test_a_session_ends_on_time(app: Container, qtbot: QtBot) -> None:
    heard = Heard()
    run(app, heard, qtbot)
    assert_true(heard)
    assert heard.late_s(-1) < LATE_S


def test_an_event_loop_that_stalls_delays_nothing_that_follows(
    app: Container, qtbot: QtBot
) -> None:
    heard = Heard()

    def stall_once(event: AnyEvent) -> None:
        if isinstance(event, StepEnded) and event.index == 1:
            time.sleep(STALL_S)

    heard.then = stall_once
    run(app, heard, qtbot)
    assert_true(heard)
    assert max(heard.late_s(n) for n in range(len(heard.events))) > STALL_S / 2
    assert heard.late_s(-1) < LATE_S
