"""Where sound goes instead, when the device that it went to is no more."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.devices.speech.outputs import Output
from supple.ui.output_choice import OutputChoice
from tests.ui.windows import Program, program, settled

HEADPHONES = Output("usb", "Headphones")


def offered(now: Program) -> QMenu:
    [menu] = [each for each in now.window.visit.page.note.findChildren(QMenu) if each.isVisible()]
    return menu


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
        menu = offered(now)
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
        assert [each.isChecked() for each in offered(now).actions()] == [False, True]
        offered(now).close()


def test_where_no_other_is_told_of_that_is_said(
    qtbot: QtBot, qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(home))  # no program that tells of devices
    with program(qtbot, qapp, home, set_up=silent) as now:
        choice(now).ask()
        qtbot.waitUntil(lambda: bool(now.window.visit.page.note.findChildren(QMenu)))
        assert not offered(now).actions()[-1].isEnabled()
        offered(now).close()
