"""A whole session without looking: by keyboard, and by what the accessibility bus tells."""

import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.ui.pages.session_hurt import GUARD_MS
from tests.devices.desktop.peers import message_bus
from tests.e2e.display import display
from tests.e2e.office import MAIN, Office, office_on
from tests.e2e.program import COMMAND
from tests.e2e.screen_reader import Reader, screen_reader

SHORT = """
format = 1
id = "short"
name = "Short one"
card = "Short."
when = "Now."
places = ["mat"]
needs = "Mat."
counts_for_plan = false
scales_with_plan = false
[[steps]]
part = "main"
exercise = "strap-supine-stretch"
hold_s = 6
sets = 1
get_ready_s = 3
switch_s = 3
"""
LEFT = "Hold, Left leg, Strap stretch on the back"
RIGHT = "Hold, Right leg, Strap stretch on the back"


@pytest.fixture
def blind(tmp_path: Path) -> Iterator[tuple[Office, Reader]]:
    with display() as shown, message_bus() as bus, office_on(shown, tmp_path, bus) as office:
        office.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        office.set_up(breaks__on=False)
        (tmp_path / "routines" / "short.toml").write_text(SHORT)
        with screen_reader(office.environment) as reader:
            office.program = subprocess.Popen([*COMMAND, "start", "short"], env=office.environment)
            office.window(MAIN)
            yield office, reader
            office.program.kill()  # a session that runs asks before it ends
            office.program.wait()


def choose_the_reader(office: Office, reader: Reader) -> None:
    """Start, and let the screen reader speak: asked once."""
    reader.is_on("Start")
    office.shown.press("Return")
    reader.is_on("Let Supple speak")
    office.shown.press("Tab")
    reader.is_on("My screen reader speaks")
    office.shown.press("Return")


def test_a_session_is_walked_by_ear_alone(blind: tuple[Office, Reader]) -> None:
    office, reader = blind
    choose_the_reader(office, reader)
    reader.hears("Get ready")
    reader.hears(LEFT)
    before = len(reader.announced)
    [time_left] = [each["name"] for each in reader.sight() if "Time left" in each["name"]]
    assert re.fullmatch(rf"Time left: [1-6], {LEFT}", time_left)
    reader.hears("Change sides")
    told = reader.announced[before:]
    assert len(told) <= 3, f"more than the phase and what is said in it: {told}"
    office.shown.press("space")
    reader.hears("Paused")
    office.shown.press("space")
    reader.hears(RIGHT)
    office.shown.press("n")
    reader.is_on("Done")
    names = [each["name"] for each in reader.sight() if each["focusable"]]
    assert all(names), "everything that can have the focus has a name"


def test_it_hurts_is_told_at_once_and_answered_by_digit(blind: tuple[Office, Reader]) -> None:
    office, reader = blind
    choose_the_reader(office, reader)
    reader.hears(LEFT)
    office.shown.press("h")
    assert reader.hears("Stopped")["politeness"] == 2  # before everything else
    reader.hears("What did you feel?")
    answers = [each["name"] for each in reader.sight() if each["role"] == "push button"]
    assert answers[0] == "1, Just too strong a pull"
    assert len(answers) == 8
    time.sleep(GUARD_MS / 1000)
    office.shown.press("1")
    reader.hears("go gentler")
    pictures = [each for each in reader.sight() if each["role"] == "image"]
    assert all(each["name"] for each in pictures)
