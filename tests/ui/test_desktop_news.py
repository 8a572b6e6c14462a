"""What the desktop stops telling is told in the window: once, and only while it is so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.idle import NullIdle
from supple.devices.desktop.losses import Losses, Part
from supple.ui.desktop_news import DesktopNews
from tests.devices.desktop.stand_in import stand_in
from tests.ui.windows import Program, program, settled

AWAY = "This desktop doesn't tell when you're away"
STOPPED = "A part of your desktop has stopped"
NO_TRAY = "No tray on this desktop"


class Telling(NullIdle):
    """Tells of idleness as long as it is not broken."""

    told_s: float | None = 0.0

    def idle_s(self) -> float | None:
        return self.told_s


class Desk:
    """A window beside a desktop that loses its parts."""

    def __init__(self, made: Program) -> None:
        self.made = made
        self.idle = Telling()
        self.losses = Losses()
        self.has_bus = True
        self.is_busy = False
        self.stays: list[bool] = []
        desktop = Desktop(idle=self.idle, losses=self.losses, has_bus=lambda: self.has_bus)
        made.app.__dict__["desktop"] = desktop  # in the place of the one of this computer
        self.news = DesktopNews(
            made.app,
            lambda: made.window.notices,
            lambda: self.is_busy,
            lambda: self.stays.append(True),
        )
        self.look()

    def look(self) -> None:
        """Look at the desktop, as breaks do."""
        self.made.app.desktop.facts()
        self.news.look()

    def says(self, words: str) -> bool:
        return bool(self.made.says(words))


def set_up(app: Container) -> None:
    settled(app)
    app.change_setting("breaks.on", value=True)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, supple_home: Path) -> Iterator[Desk]:
    with program(qtbot, qapp, supple_home, set_up=set_up) as made:
        yield Desk(made)


def test_an_idle_source_that_goes_is_told_and_taken_back_when_it_tells_again(desk: Desk) -> None:
    assert not desk.says(AWAY)
    desk.idle.told_s = None
    desk.look()
    assert desk.says(AWAY)
    assert desk.says("Breaks come by the clock")
    desk.idle.told_s = 3.0
    desk.look()
    assert not desk.says(AWAY)


def test_what_somebody_has_put_away_is_told_no_more(desk: Desk) -> None:
    for _time in range(2):
        desk.idle.told_s = None
        desk.look()
        assert desk.says(AWAY) is (_time == 0)
        desk.made.window.notices.take_back("lost-idle")  # its button, or its cross
        desk.idle.told_s = 3.0
        desk.look()


def test_a_bus_that_goes_is_told_alone_and_not_each_of_its_services(desk: Desk) -> None:
    desk.has_bus, desk.idle.told_s = False, None
    desk.look()
    assert desk.says(STOPPED)
    assert not desk.says(AWAY)


def test_nothing_is_told_over_a_session_but_after_it(desk: Desk) -> None:
    desk.is_busy = True
    desk.has_bus = False
    desk.look()
    assert not desk.says(STOPPED)
    desk.is_busy = False
    desk.look()
    assert desk.says(STOPPED)


def test_without_desk_breaks_nobody_is_bothered(desk: Desk) -> None:
    desk.made.app.change_setting("breaks.on", value=False)
    desk.has_bus = False
    desk.look()
    assert not desk.says(STOPPED)


def test_a_tray_that_goes_is_told_and_the_small_window_may_stand_for_it(desk: Desk) -> None:
    desk.losses.note(Part.TRAY, works=True)
    desk.losses.note(Part.TRAY, works=False)
    desk.look()
    desk.look()
    assert desk.stays == [True]
    assert desk.says(NO_TRAY)
    desk.made.window.notices._act("tray", "keep")
    assert desk.made.app.settings.window.stays_small


def test_notices_that_are_turned_off_are_told_with_both_ways_out(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened = tmp_path / "opened"
    stand_in(tmp_path, "gnome-control-center", f'echo "$*" > {opened}')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    desk.losses.note(Part.HIDDEN, works=False)
    desk.news.look()
    assert desk.says("Notifications are turned off for Supple")
    desk.made.press("Open system settings")
    qtbot.waitUntil(lambda: opened.exists() and opened.read_text() == "notifications\n")
    assert not desk.says("Notifications are turned off for Supple")


def test_the_pop_up_can_be_chosen_for_good(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "")
    desk.losses.note(Part.HIDDEN, works=False)
    desk.news.look()
    assert not desk.says("Open system settings")
    desk.made.press("Use the pop-up")
    assert desk.made.app.settings.breaks.show_as == "pop-up"


@pytest.mark.parametrize("part", [Part.LOCK, Part.QUIET, Part.NOTICES])
def test_each_part_has_its_own_words(desk: Desk, part: Part) -> None:
    desk.losses.note(part, works=True)
    desk.losses.note(part, works=False)
    desk.news.look()
    view = desk.made.window.notices.words.lost(part)
    assert desk.says(view.title)
    assert desk.says(view.words)
