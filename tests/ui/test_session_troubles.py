"""What is told above a session that goes on although something does not work."""

from collections.abc import Callable, Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.core.session.steps import Kind
from supple.core.session.view import State
from supple.devices.speech.faults import broken
from supple.devices.speech.voice import Health, Listener, NullVoice, Reason, VoiceState
from supple.ui.session.troubles import SessionTroubles
from supple.ui.widgets.button import Button
from supple.ui.widgets.notice import NoticeStack
from tests.ui.conftest import MakeLook
from tests.ui.windows import Program, live_through, program, settled

WORDS = NullTranslations()
ON = VoiceState(Health.ON)


class TellingVoice(NullVoice):
    """A silent voice that tells what it is told to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.listeners: list[Listener] = []
        self.tries = 0
        self.is_now = ON

    @property
    def state(self) -> VoiceState:
        return self.is_now

    def start(self) -> None:
        self.tries += 1

    def listen(self, listener: Listener) -> None:
        self.listeners.append(listener)

    def becomes(self, state: VoiceState) -> None:
        self.is_now = state
        for listener in self.listeners:
            listener(state)


class Scene:
    """The note of a session, its voice, and what its buttons were pressed for."""

    def __init__(self, note: NoticeStack, app: Container) -> None:
        self.note = note
        self.voice = TellingVoice()
        self.pressed: list[str] = []
        self.troubles = SessionTroubles(
            note,
            app,
            use_chimes=self.told("chimes"),
            go_on=self.told("go on"),
            again=self.told("again"),
            choose_device=self.told("device"),
        )

    def told(self, what: str) -> Callable[[], None]:
        return lambda: self.pressed.append(what)

    @property
    def buttons(self) -> list[str]:
        return [each.text() for each in self.note.findChildren(Button) if each.isVisible()]

    def press(self, words: str) -> None:
        next(each for each in self.note.findChildren(Button) if each.text() == words).click()


@pytest.fixture
def app(supple_home: Path) -> Iterator[Container]:
    with Container({"SUPPLE_HOME": str(supple_home), "LANG": "C"}) as made:
        yield made


@pytest.fixture
def scene(make_look: MakeLook, qtbot: QtBot, app: Container) -> Scene:
    note = NoticeStack(make_look(), "Close")
    qtbot.addWidget(note)
    made = Scene(note, app)
    made.troubles.begin(made.voice)
    return made


def test_a_voice_that_works_is_not_spoken_of(scene: Scene) -> None:
    assert not scene.note.isVisible()


@pytest.mark.parametrize(
    ("reason", "title", "buttons"),
    [
        (Reason.STOPPED, "The voice stopped answering", ["Try now", "Use chimes"]),
        (Reason.NO_SOUND, "The sound device went away", ["Choose another device", "Try now"]),
        (Reason.NO_ENGINE, "No voice found on this computer", ["Copy the command", "Look again"]),
    ],
)
def test_a_voice_that_goes_is_told_with_a_way_out(
    reason: Reason, title: str, buttons: list[str], scene: Scene
) -> None:
    scene.voice.becomes(broken(reason, WORDS))
    assert scene.note.isVisible()
    assert scene.note.says.startswith(title)
    assert scene.buttons == buttons


def test_another_device_is_chosen_while_the_notice_stays(scene: Scene) -> None:
    scene.voice.becomes(broken(Reason.NO_SOUND, WORDS))
    scene.press("Choose another device")
    assert scene.pressed == ["device"]
    assert scene.note.isVisible()


def test_a_voice_that_is_gone_before_the_session_is_told_as_it_begins(scene: Scene) -> None:
    scene.voice.is_now = broken(Reason.NO_SOUND, WORDS)
    scene.troubles.begin(scene.voice)
    assert scene.note.isVisible()
    assert len(scene.voice.listeners) == 1


def test_the_note_goes_when_the_voice_is_back(scene: Scene) -> None:
    scene.voice.becomes(broken(Reason.NO_SOUND, WORDS))
    scene.voice.becomes(ON)
    assert not scene.note.isVisible()


def test_what_was_told_and_closed_is_not_told_again(scene: Scene) -> None:
    scene.voice.becomes(broken(Reason.STOPPED, WORDS))
    scene.press("Use chimes")
    assert scene.pressed == ["chimes"]
    assert not scene.note.isVisible()


def test_the_voice_tries_again_when_asked(scene: Scene) -> None:
    scene.voice.becomes(broken(Reason.STOPPED, WORDS))
    scene.press("Try now")
    assert scene.voice.tries == 1


def test_the_command_that_helps_can_be_copied(scene: Scene) -> None:
    scene.voice.becomes(broken(Reason.NO_ENGINE, WORDS))
    scene.press("Copy the command")
    assert QApplication.clipboard().text() == "sudo apt install espeak-ng"
    assert scene.note.isVisible()


def test_that_there_is_no_voice_is_told_once_until_one_was_there(scene: Scene) -> None:
    none = broken(Reason.NO_ENGINE, WORDS)
    for state, is_told in ((none, True), (none, False), (ON, False), (none, True)):
        scene.voice.is_now = state
        scene.troubles.begin(scene.voice)
        assert scene.note.isVisible() is is_told


def test_who_looks_again_is_told_what_came_of_it(scene: Scene) -> None:
    none = broken(Reason.NO_ENGINE, WORDS)
    scene.voice.becomes(none)
    scene.press("Look again")
    scene.voice.becomes(none)
    assert scene.note.isVisible()


@pytest.fixture
def running(qtbot: QtBot, qapp: QApplication, supple_home: Path) -> Iterator[Program]:
    with program(qtbot, qapp, supple_home, set_up=settled) as now:
        now.window.prepare("desk-break-2")
        live_through(now, lambda view: view.step.kind is Kind.HOLD)
        yield now
        now.window.visit.flow.stop()


def asleep(now: Program, seconds: float) -> None:
    opened = now.window.visit.flow.opened
    assert opened is not None
    now.clock.advance(seconds)
    opened.runner.tick()


def state_of(now: Program) -> State:
    opened = now.window.visit.flow.opened
    assert opened is not None
    return opened.runner.view().state


def test_a_hold_that_was_slept_through_waits_and_says_what_is_left(running: Program) -> None:
    asleep(running, 3600)
    note = running.window.visit.page.note
    assert state_of(running) is State.PAUSED
    assert note.says.startswith("The computer slept during this hold")
    assert "15 seconds were left" in note.says
    running.press("Start this hold again")
    assert state_of(running) is State.RUNNING
    assert not note.isVisible()


def test_going_on_after_a_sleep_by_any_key_puts_the_note_away(running: Program) -> None:
    asleep(running, 3600)
    running.window.visit.page.resume.emit()
    assert not running.window.visit.page.note.isVisible()


def test_plus_and_minus_change_how_loud_the_voice_is(running: Program) -> None:
    page = running.window.visit.page
    page.quieter.emit()
    assert running.app.settings.voice.volume == pytest.approx(0.9)
    for _ in range(20):
        page.quieter.emit()
    assert running.app.settings.voice.volume == pytest.approx(
        0.1
    )  # still to be heard; V turns it off
    page.louder.emit()
    assert running.app.settings.voice.volume == pytest.approx(0.2)


def test_a_voice_that_speaks_up_after_the_window_has_gone_is_heard_by_nobody(
    make_look: MakeLook, qapp: QApplication, app: Container
) -> None:
    scene = Scene(NoticeStack(make_look(), "Close"), app)
    scene.troubles.begin(scene.voice)
    shiboken6.delete(scene.note)
    scene.voice.becomes(broken(Reason.STOPPED, WORDS))
    qapp.processEvents()
