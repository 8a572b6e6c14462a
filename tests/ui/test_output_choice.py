"""Where sound goes instead, when the device that it went to is no more."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.devices.speech.outputs import Output
from supple.ui.session.output_choice import OutputChoice
from tests.ui.windows import Program, program, settled

HEADPHONES = Output("usb", "Headphones")


def choice(now: Program) -> OutputChoice:
    [found] = now.window.visit.page.note.findChildren(OutputChoice)
    return found


def silent(app: Container) -> None:
    settled(app)
    app.change_setting("voice.on", value=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_another_device_is_offered_taken_and_remembered(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=silent) as now:
        choice(now).offer((Output("built-in", "Loudspeaker"), HEADPHONES))
        menu = choice(now).menu
        assert menu is not None
        assert [each.text() for each in menu.actions()] == [
            "As the system has it",
            "Loudspeaker",
            "Headphones",
        ]
        with qtbot.waitSignal(choice(now).chosen):
            menu.actions()[2].trigger()
        assert now.app.settings.sound.output == "usb"
        menu.close()
        choice(now).offer((HEADPHONES,))
        anew = choice(now).menu
        assert anew is not None
        assert [each.isChecked() for each in anew.actions()] == [False, True]
        anew.close()


def test_where_no_other_is_told_of_that_is_said(
    qtbot: QtBot, qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(home))  # no program that tells of devices
    with program(qtbot, qapp, home, set_up=silent) as now:
        choice(now).ask()
        qtbot.waitUntil(lambda: choice(now).menu is not None)
        menu = choice(now).menu
        assert menu is not None
        assert not menu.actions()[-1].isEnabled()
        menu.close()
