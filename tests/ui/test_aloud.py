"""What is read aloud stops on a second press, with its page, and when it is over."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.devices.speech.voice import Health, Sounding
from supple.ui.pages.card import CardPage
from supple.ui.pages.card_view import NO_STEP
from tests.ui.heard import VOICES, Heard
from tests.ui.windows import Program, program, settled

BEGINS = (0, 40, 90, 10)


class Room(NamedTuple):
    now: Program
    voice: Heard

    def begin(self) -> None:
        """What was said last begins to sound."""
        self.voice.sound(Sounding(self.voice.said[-1].id, 30.0, BEGINS))

    def end(self) -> None:
        """What was said last is over."""
        self.voice.sound(Sounding(self.voice.said[-1].id))


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    voice = Heard()

    def with_a_voice(app: Container) -> None:
        settled(app)
        app.spoken_voice = voice

    with program(qtbot, qapp, tmp_path / "home", set_up=with_a_voice) as now:
        yield Room(now, voice)


def in_settings(room: Room) -> None:
    room.now.window.go("settings")
    room.now.window.places.settings.show_voices(VOICES)
    room.now.window.places.settings.widget.open_section("voice")
    QApplication.processEvents()


def test_a_second_press_stops_the_test_of_the_voice(room: Room) -> None:
    in_settings(room)
    room.now.press("Test the voice")
    room.begin()
    hushed = room.voice.hushed
    room.now.press("Stop")
    assert room.voice.hushed == hushed + 1
    room.end()
    room.now.press("Test the voice")
    assert len(room.voice.said) == 2


def test_each_voice_is_stopped_by_its_own_button(room: Room) -> None:
    in_settings(room)
    page = room.now.window.places.settings.widget
    page.heard.emit("gb")
    assert room.now.says("Stop: Great Britain, ")
    page.heard.emit("us")
    assert not room.now.says("Stop: Great Britain, ")
    assert [room.voice.options.voice, len(room.voice.said)] == ["us", 2]
    page.heard.emit("us")
    assert len(room.voice.said) == 2
    assert not room.now.says("Stop: ")


def test_the_button_comes_back_when_the_voice_is_over(room: Room) -> None:
    in_settings(room)
    room.now.press("Test the voice")
    room.voice.sound(Sounding(999))  # something else is over
    assert room.now.says("Stop")
    room.begin()
    room.end()
    room.now.press("Test the voice")
    assert len(room.voice.said) == 2


@pytest.mark.parametrize("leave", ["section", "page"])
def test_leaving_the_section_or_the_page_stops_the_voice(room: Room, leave: str) -> None:
    in_settings(room)
    room.now.press("Test the voice")
    hushed = room.voice.hushed
    if leave == "section":
        room.now.window.places.settings.widget.open_section("look")
    else:
        room.now.window.go("today")
    assert room.voice.hushed == hushed + 1
    in_settings(room)
    assert room.now.says("Test the voice")


def test_a_page_of_learn_is_read_again_when_it_was_read_to_its_end(room: Room) -> None:
    room.now.window.go("learn")
    for times in (1, 2):
        room.now.press("Read it to me")
        assert len(room.voice.said) == times
        room.begin()
        assert room.now.says("Stop reading")
        room.end()


def test_leaving_learn_stops_the_reading(room: Room) -> None:
    room.now.window.go("learn")
    room.now.press("Read it to me")
    room.begin()
    hushed = room.voice.hushed
    room.now.window.go("library")
    assert room.voice.hushed == hushed + 1
    room.now.window.go("learn")
    room.now.press("Read it to me")
    assert len(room.voice.said) == 2


def test_silence_that_came_by_itself_is_left_to_others(room: Room) -> None:
    room.now.window.go("learn")
    room.now.press("Read it to me")
    room.begin()
    room.end()
    hushed = room.voice.hushed
    room.now.window.go("today")
    assert room.voice.hushed == hushed  # a desk break may speak by now


def test_a_card_is_read_again_when_it_was_read_to_its_end(room: Room) -> None:
    room.now.window.places.open_exercise("wall-corner-stretch")
    page = room.now.window.places.library.card.page
    lines = 0
    for _times in (1, 2):
        page.words.read_button.click()
        assert room.voice.said[lines].text == "Wall corner stretch."
        while len(room.voice.said) > lines:
            lines = len(room.voice.said)
            room.begin()
            assert page.words.read_button.accessibleName() == "Stop reading"
            room.end()
        assert page.words.read_button.accessibleName() == "Read it to me"
    assert lines > 2 * 5


def test_the_step_that_is_read_is_lit_and_space_pauses_in_it(room: Room) -> None:
    room.now.window.places.open_exercise("wall-corner-stretch")
    page = room.now.window.places.library.card.page
    page.words.read_button.click()
    room.begin()
    assert page.words.lit_step == NO_STEP
    room.end()
    room.begin()
    assert page.words.lit_step == 0
    room.end()
    room.begin()
    assert page.words.lit_step == 1
    here, said = room.voice.said[-1].text, len(room.voice.said)
    page.focus_first()
    space(page)
    assert (len(room.voice.said), page.words.lit_step) == (said, 1)
    assert room.now.window.page_name != "before", "Space pauses, and does not try the stretch"
    space(page)
    assert room.voice.said[-1].text == here
    assert len(room.voice.said) == said + 1
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.words.lit_step == NO_STEP
    assert page.words.read_button.accessibleName() == "Read it to me"


def space(page: CardPage) -> None:
    """Press it where the focus is."""
    page.window().activateWindow()
    QApplication.processEvents()
    focused: QWidget | None = page.focusWidget()
    QTest.keyClick(page if focused is None else focused, Qt.Key.Key_Space)
    QApplication.processEvents()


def test_a_voice_that_breaks_gives_the_button_back(room: Room) -> None:
    in_settings(room)
    room.now.press("Test the voice")
    room.voice.fail()
    room.now.press("Test the voice")
    assert room.now.says("Test the voice")  # nothing sounds yet
    room.voice.health = Health.ON
    room.begin()
    assert room.now.says("Stop")


def test_where_the_end_is_told_first_the_length_tells_it(qtbot: QtBot, room: Room) -> None:
    in_settings(room)
    room.now.press("Test the voice")
    room.end()
    room.voice.sound(Sounding(room.voice.said[-1].id, -1.95, BEGINS))
    assert room.now.says("Stop")
    qtbot.waitUntil(lambda: room.now.says("Test the voice"))
