"""A session that waits between stretches: it stands there until somebody says ready."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.app.sessions import Request
from supple.core.history.records import Source
from supple.core.session.view import SessionView
from tests.ui.windows import Program, live_through, program, settled


@pytest.fixture
def now(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    def waiting(app: Container) -> None:
        settled(app)
        app.change_setting("session.between", "wait")
        app.change_setting("session.full_screen", value=False)

    with program(qtbot, qapp, tmp_path / "home", set_up=waiting) as made:
        yield made


def view(now: Program) -> SessionView:
    opened = now.window.visit.flow.opened
    assert opened is not None
    return opened.runner.view()


def to_the_wait(now: Program) -> None:
    now.window.prepare("supine-mat")
    now.press("Start")
    live_through(now, lambda seen: seen.waits and seen.remaining_s <= 0)
    look(now)


def look(now: Program) -> None:
    """Have the page show how things stand, as its timers do."""
    now.window.visit.seen()
    QApplication.processEvents()


@pytest.mark.parametrize("room", [False, True])
def test_space_begins_the_stretch_and_nothing_else_does(now: Program, room: bool) -> None:
    to_the_wait(now)
    now.window.visit.flow.set_room(on=room)
    before = view(now)
    assert before.index > 0
    waited = iter(range(100))
    live_through(now, lambda _seen: next(waited, None) is None)
    assert view(now).index == before.index
    look(now)
    assert now.says("I'll wait until you're ready.") or room
    QTest.keyClick(now.window.visit.page, Qt.Key.Key_Space)
    assert view(now).index == before.index + 1
    assert view(now).step.kind.is_work
    assert not view(now).waits


def test_the_button_says_so_and_pauses_again_in_the_stretch(now: Program) -> None:
    to_the_wait(now)
    assert now.window.visit.page.run.ring.number == ""  # no time passes
    button = now.window.visit.page.run.first_focus()
    assert button.accessibleName() == "I'm ready, Space"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view(now).step.kind.is_work
    assert button.accessibleName() == "Pause, Space"


def test_breaks_and_the_terminal_go_on_by_themselves(now: Program) -> None:
    wanted = {
        Request("supine-mat", Source.WINDOW): True,
        Request("supine-mat", Source.TERMINAL): False,
        Request("desk-break-5", Source.BREAK): False,
        Request("desk-break-5", Source.WINDOW): False,
    }
    for request, waits in wanted.items():
        steps = now.app.sessions.compiled(request).steps
        assert any(not step.timed for step in steps) is waits
