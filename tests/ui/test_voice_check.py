"""Whether the voice is heard from the floor: what is tried, and that nothing ticks in silence."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.devices.speech.outputs import Output
from supple.devices.speech.voice import Sounding
from supple.ui.flows.voice_check import VoiceCheck
from supple.ui.pages.first_run_voice import VoicePage
from supple.ui.theme.look import Look
from supple.ui.widgets.level_bars import LevelBars
from tests.ui.heard import Heard
from tests.ui.windows import Program, program, settled

OUTPUTS = (Output("speakers", "Built-in speakers"), Output("headset", "Headset"))


class Floor(NamedTuple):
    now: Program
    voice: Heard
    check: VoiceCheck

    @property
    def page(self) -> VoicePage:
        return self.check.page


def moves(bars: LevelBars) -> bool:
    return bars.is_moving


@pytest.fixture
def floor(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Floor]:
    voice = Heard()

    def on_the_floor(app: Container) -> None:
        settled(app)
        app.change_setting("welcome.page", "voice")
        app.spoken_voice = voice

    with program(qtbot, qapp, tmp_path / "home", set_up=on_the_floor) as now:
        now.window.first_run.settle()
        check = now.window.first_run.voice_check
        assert check is not None
        check.show_outputs(OUTPUTS)
        yield Floor(now, voice, check)


def test_the_voices_of_this_computer_can_be_chosen_and_are_heard_at_once(floor: Floor) -> None:
    [voices] = floor.page.menus
    assert voices.text() == "One that fits the language"
    voices.chosen.emit("gb")
    assert floor.now.app.settings.voice.id == "gb"
    assert floor.voice.options.voice == "gb"
    assert voices.text().startswith("Great Britain, ")
    assert len(floor.voice.said) == 1


def test_speed_and_loudness_are_set_by_sliders_and_heard_at_once(floor: Floor) -> None:
    QTest.keyClick(floor.page.speed, Qt.Key.Key_Right)
    assert floor.now.app.settings.voice.rate == 180
    QTest.keyClick(floor.page.loudness, Qt.Key.Key_Home)
    assert floor.now.app.settings.voice.volume == 0.1
    assert floor.voice.options.volume == 0.1
    assert len(floor.voice.said) == 2


def test_the_bars_follow_what_sounds_and_stand_still_in_silence(floor: Floor) -> None:
    QTest.keyClick(floor.page.hear_button, Qt.Key.Key_Space)
    [line] = floor.voice.said
    assert line.shown
    assert not moves(floor.page.bars)
    floor.voice.sound(Sounding(line.id, 30.0, (0, 40, 90, 10)))
    assert moves(floor.page.bars)
    floor.voice.sound(Sounding(line.id))
    assert not moves(floor.page.bars)


def test_the_bars_end_with_the_line_and_with_the_page(qtbot: QtBot, look: Look) -> None:
    bars = LevelBars(look)
    qtbot.addWidget(bars)
    bars.play((50,), 5.0)
    assert not moves(bars)  # nobody sees it
    bars.show()
    bars.play((10, 90) * 24, 0.05)
    assert moves(bars)
    qtbot.waitUntil(lambda: not bars.is_moving, timeout=3000)
    bars.play((50,), 30.0)
    bars.hide()
    assert not moves(bars)
    bars.play((), 5.0)
    assert not moves(bars)


def test_who_hears_nothing_tries_the_output_then_another_voice_then_chimes(floor: Floor) -> None:
    now = floor.now
    now.press("I don't hear anything")
    assert now.says("Perhaps it goes somewhere else.")
    output = next(each for each in floor.page.menus if "Sound goes to" in each.accessibleName())
    output.chosen.emit("headset")
    assert now.app.settings.sound.output == "headset"
    assert floor.voice.options.output == "headset"
    now.press("I don't hear anything")
    assert now.says("This is another voice: America.")
    assert now.app.settings.voice.id == "us"
    now.press("I don't hear anything")
    assert now.says("Then take chimes, big numbers and captions for now.")
    assert not floor.page.other_button.isVisible()
    now.press("No voice, just chimes")
    assert not now.app.settings.voice.on


def test_without_a_choice_of_outputs_the_sound_itself_is_to_be_looked_at(floor: Floor) -> None:
    floor.check.show_outputs(())
    floor.now.press("I don't hear anything")
    assert floor.now.says("Please see that the sound is turned up")
    assert len(floor.voice.said) == 1


def test_whoever_hears_it_goes_on_in_silence(floor: Floor) -> None:
    floor.voice.sound(Sounding(0, 30.0, (50,)))
    floor.now.press("I hear it well")
    assert floor.now.app.settings.voice.on
    assert not moves(floor.page.bars)
    assert floor.now.app.settings.welcome.page == "begin"


def test_the_voice_goes_on_speaking_when_the_page_has_gone(floor: Floor) -> None:
    floor.now.window.build_anew()  # another language
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(floor.check)
    floor.voice.sound(Sounding(0, 30.0, (50,)))
    floor.voice.sound(Sounding(0))
