"""Keys and remotes: shown, tried, learned and put back; all of them on one page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.session.view import State
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.media_keys import MediaKey, NullMediaKeys
from supple.ui.keymaps import session_keys
from supple.ui.pages.keys_panel import KeyButton
from supple.ui.pages.keys_sheet import KeysSheet
from supple.ui.pages.session_keys import key_name
from supple.ui.pages.settings_keys import KeysSettings
from supple.ui.shell import PlaceButton
from tests.ui.windows import Program, live_through, program, settled

Key = Qt.Key
Held = Qt.KeyboardModifier
PRESS = QEvent.Type.KeyPress


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("key", "held", "text", "name"),
    [
        (Key.Key_Space, Held.NoModifier, " ", "Space"),
        (Key.Key_B, Held.NoModifier, "b", "B"),
        (Key.Key_B, Held.ShiftModifier, "B", "B"),
        (Key.Key_Question, Held.ShiftModifier, "?", "?"),
        (Key.Key_Plus, Held.KeypadModifier, "+", "+"),
        (Key.Key_PageDown, Held.NoModifier, "", "PgDown"),
        (Key.Key_MediaNext, Held.NoModifier, "", "Media Next"),
        (Key.Key_N, Held.ControlModifier, "\x0e", "Ctrl+N"),
        (Key.Key_Plus, Held.ControlModifier | Held.ShiftModifier, "+", "Ctrl++"),
        (Key.Key_Z, Held.ControlModifier | Held.ShiftModifier, "\x1a", "Ctrl+Shift+Z"),
        (Key.Key_Control, Held.ControlModifier, "", ""),
        (Key.Key_unknown, Held.NoModifier, "", ""),
    ],
)
def test_keys_have_the_names_that_the_settings_use(
    key: Qt.Key, held: Qt.KeyboardModifier, text: str, name: str
) -> None:
    assert key_name(QKeyEvent(PRESS, key, held, text)) == name


def press(target: QWidget, key: Qt.Key, text: str = "") -> None:
    """Also keys that QTest does not know."""
    QApplication.sendEvent(target, QKeyEvent(PRESS, key, Held.NoModifier, text))


def section(now: Program) -> KeysSettings:
    now.window.go("settings")
    now.window.places.settings.widget.open_section("keys")
    QApplication.processEvents()
    return now.window.places.settings.widget.findChildren(KeysSettings)[-1]


def line(now: Program, words: str) -> KeyButton:
    return next(
        each for each in section(now).panel.buttons if each.accessibleName().startswith(words)
    )


def told(now: Program) -> str:
    return now.window.places.settings.widget.findChildren(KeysSettings)[-1].told


def test_a_button_of_a_remote_is_taught(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        button = line(now, "It hurts")
        button.click()
        assert button.accessibleDescription() == "Press the key"
        press(button, Key.Key_F8)
        assert now.app.settings.keys.hurts == "H or Media Stop or F8"
        assert told(now) == "Heard: F8. It hurts: stops at once"
        assert line(now, "It hurts").accessibleName() == "It hurts: stops at once: H, F8"


def test_a_key_that_is_taken_is_refused_with_what_it_does(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        button = line(now, "Pause, go on")
        button.click()
        press(button, Key.Key_B, "b")
        assert told(now) == "B is taken: Back, or start this step again"
        assert session_keys(now.app.settings).action("B") == "back"


def test_a_key_that_works_in_a_session_too_is_refused_there(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with program(qtbot, qapp, home, set_up=settled) as now:
        button = line(now, "Pause, go on")
        button.click()
        QTest.keyClick(button, Key.Key_W, control)
        assert told(now) == "Ctrl W is taken: Close the window"
        button = line(now, "Close the window")
        button.click()
        press(button, Key.Key_H, "h")
        assert told(now) == "H is taken: It hurts: stops at once"
        button = line(now, "New routine")
        button.click()
        press(button, Key.Key_H, "h")
        assert now.app.settings.shortcuts.new_routine == "Ctrl+N or H", "no session runs there"


def test_a_remote_whose_black_screen_sends_b_can_pause(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        for words in ("Back, or", "Pause, go on"):
            button = line(now, words)
            button.click()
            press(button, Key.Key_B, "b")
        keys = session_keys(now.app.settings)
        assert keys.action("B") == "pause"
        assert "B" not in keys.keys("back")


def test_what_is_heard_is_told_and_nothing_is_changed(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        before = now.app.settings
        button = line(now, "Pause, go on")
        press(button, Key.Key_PageDown)
        assert told(now) == "Heard: Page Down. Skip, start now"
        press(button, Key.Key_F9)
        assert told(now) == "Heard: F9. It does nothing."
        assert now.app.settings == before


def test_esc_while_a_key_is_waited_for_changes_nothing(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        button = line(now, "Pause, go on")
        button.click()
        press(button, Key.Key_Escape)
        assert button.accessibleDescription() == ""
        assert now.app.settings.keys.pause.startswith("Space")


def test_all_keys_are_put_back_at_once(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.change_setting("keys.pause", "P")
        now.app.change_setting("shortcuts.library", "Ctrl+L")
        section(now).back.click()
        assert now.app.settings.keys.pause.startswith("Space")
        assert now.app.settings.shortcuts.library == "Ctrl+2"


def place(now: Program) -> str:
    [button] = [each for each in now.window.findChildren(PlaceButton) if each.isChecked()]
    return button.text()


def test_a_changed_shortcut_works_at_once_and_the_old_one_no_more(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.change_setting("shortcuts.library", "Ctrl+L")
        now.window.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(now.window.windowHandle(), Key.Key_2, Held.ControlModifier)
        assert place(now) == "Today"
        QTest.keyClick(now.window.windowHandle(), Key.Key_L, Held.ControlModifier)
        assert place(now) == "Library"


def test_all_keys_are_on_one_page_and_closing_it_gives_the_focus_back(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.activateWindow()
        QApplication.processEvents()
        before = now.window.focusWidget()
        QTest.keyClick(now.window.windowHandle(), Key.Key_F1)
        sheet = now.window.findChildren(KeysSheet)[0]
        told = [each.accessibleName() for each in sheet.panel.buttons]
        assert "Answer a scale or a list: 0\N{EN DASH}9" in told
        assert sheet.isVisible()
        words = [each.accessibleName() for each in sheet.findChildren(KeyButton)]
        assert "Pause, go on: Space" in words
        assert "New routine: Ctrl N" in words
        assert sheet.close_button.hasFocus()
        QTest.keyClick(sheet.close_button, Key.Key_Escape)
        assert not sheet.isVisible()
        assert now.window.focusWidget() is before


def test_a_key_of_the_session_reaches_it_through_the_page_of_keys(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.visit.prepare("desk-break-2")
        page = now.window.visit.page
        QTest.keyClick(page.run.first_focus(), Key.Key_F1)
        sheet = page.findChildren(KeysSheet)[0]
        QTest.keyClick(sheet.close_button, Key.Key_H)
        flow = now.window.flow
        assert flow is not None
        assert flow.opened is not None
        assert flow.opened.runner.view().state is State.HURT
        assert not sheet.isVisible()


def test_f6_walks_from_page_to_side_bar_to_the_break_card(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.activateWindow()
        now.window.break_card.show()
        QApplication.processEvents()
        start = now.window.focusWidget()
        QTest.keyClick(now.window.windowHandle(), Key.Key_F6)
        assert isinstance(now.window.focusWidget(), PlaceButton)
        QTest.keyClick(now.window.windowHandle(), Key.Key_F6)
        assert now.window.focusWidget() is now.window.break_card
        QTest.keyClick(now.window.windowHandle(), Key.Key_F6)
        assert now.window.focusWidget() is start


def test_a_slash_searches_and_is_typed_where_text_is(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.go("library")
        page = now.window.places.library.page
        page.grid.tiles[0].setFocus()
        now.window.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(now.window.windowHandle(), Key.Key_Slash)
        assert now.window.focusWidget() is page.search
        QTest.keyClick(now.window.windowHandle(), Key.Key_Slash)
        assert page.search.text() == "/"


def test_keys_of_a_page_are_changed_like_all_others(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        for words, key in (
            ("Move the step of a routine down", Key.Key_F7),
            ("Back to the page", Key.Key_F8),
        ):
            button = line(now, words)
            button.click()
            press(button, key)
        assert now.app.settings.shortcuts.step_down == "Alt+Down or F7"
        now.window.places.new_routine()
        page = now.window.places.routines.editor.page
        for exercise in ("bridge", "strap-supine-stretch"):
            page.palette_.added.emit(exercise)
        page.rows.focus_row(0)
        now.window.activateWindow()
        QApplication.processEvents()
        before = [row.head.text() for row in page.rows.rows]
        QTest.keyClick(now.window.windowHandle(), Key.Key_F7)
        assert [row.head.text() for row in page.rows.rows] == before[::-1]
        QTest.keyClick(now.window.windowHandle(), Key.Key_F8)
        assert not page.isVisible()


def test_a_chart_becomes_a_table_where_the_focus_is(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.prepare("desk-break-2")
        live_through(now)
        now.window.go("history")
        qtbot.waitUntil(lambda: now.window.shell.place == "history")
        history = now.window.places.history
        qtbot.waitUntil(lambda: bool(history.page.cards()))
        card = history.page.cards()[0]
        now.window.activateWindow()
        QApplication.processEvents()
        card.chart.setFocus()
        QTest.keyClick(now.window.windowHandle(), Key.Key_T)
        assert not card.chart.isVisible()
        QTest.keyClick(now.window.windowHandle(), Key.Key_T)
        assert card.chart.isVisible()
        now.app.change_setting("shortcuts.table", "F9")
        QTest.keyClick(now.window.windowHandle(), Key.Key_T)
        assert card.chart.isVisible()


class Buttons(NullMediaKeys):
    """A desktop that hands on media keys."""

    def __init__(self) -> None:
        self.heard_by: Callable[[MediaKey], None] | None = None

    def begin(self, pressed: Callable[[MediaKey], None]) -> None:
        self.heard_by = pressed

    def end(self) -> None:
        self.heard_by = None


def test_media_keys_are_tried_where_keys_are_set(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        buttons = Buttons()
        now.app.desktop = Desktop(media_keys=buttons)
        settings = section(now)
        assert "Most presenter remotes work as they are" in settings.works
        assert buttons.heard_by is not None
        buttons.heard_by(MediaKey.NEXT)
        QApplication.processEvents()
        assert told(now) == "Heard: Next. Skip, start now"
        press(settings.panel.buttons[0], Key.Key_PageUp)
        assert settings.works == "Heard so far: Next, Page Up."
        now.window.go("library")
        assert buttons.heard_by is None


def test_a_session_keeps_its_media_keys(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        buttons = Buttons()
        now.app.desktop = Desktop(media_keys=buttons)

        def of_a_session(_key: MediaKey) -> None:
            """Heard by a session in a window of its own."""

        buttons.begin(of_a_session)
        section(now)
        now.window.go("library")
        assert buttons.heard_by is of_a_session
