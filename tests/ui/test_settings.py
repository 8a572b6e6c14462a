"""The settings as a person uses them: every change works at once and is written down."""

import tomllib
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.surroundings import Surroundings
from supple.devices.settings.settings import options
from supple.devices.speech.voice import VoiceInfo
from supple.ui.bindings.settings import NOT_SHOWN
from supple.ui.pages.countdown_trial import digits_mm
from supple.ui.pages.session_room import number_px
from supple.ui.pages.settings import SettingsPage
from supple.ui.pages.settings_controls import Sliding
from supple.ui.pages.settings_hours import as_text, times_by_day
from supple.ui.pages.settings_voices import VoiceList
from supple.ui.screenshots.places import Telling
from supple.ui.widgets.digits import DIGIT_HEIGHT_EM
from supple.ui.widgets.filter_button import FilterButton
from supple.ui.widgets.slider import Slider
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import Switch, TickRow
from supple.ui.widgets.text import Text
from tests.ui.windows import Program, program, settled

Key = Qt.Key
Control = TypeVar("Control", bound=QWidget)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def settings(now: Program, section: str) -> SettingsPage:
    now.window.go("settings")
    page = now.window.places.settings.widget
    page.open_section(section)
    QApplication.processEvents()
    return page


def named(page: SettingsPage, kind: type[Control], name: str) -> Control:
    found = [each for each in page.findChildren(kind) if each.accessibleName() == name]
    return next(each for each in found if each.isVisible())


def written(now: Program) -> dict[str, dict[str, object]]:
    return tomllib.loads(now.app.folders.settings.read_text("utf-8"))


def test_what_the_file_has_wrong_is_told_at_its_option_until_that_is_set(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    home.mkdir()
    wrong = (
        '[breaks]\ninterval_min = 500\nquiet_call = 7\n[appearance]\ntheme = "purple"\n'
        "[keys]\nskip = 3\n"
    )
    (home / "settings.toml").write_text(wrong, "utf-8")
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.notices.tell_settings()
        assert now.says("3 other lines can't be used either; Settings shows them.")
        page = settings(now, "breaks")
        line = "In your settings file, breaks.interval_min is 500; that can't be used."
        assert now.says(f"{line} This is the usual value. Counts only the time")
        assert now.says("breaks.quiet_call is 7")
        [stepper] = [
            each
            for each in page.findChildren(Stepper)
            if each.number.accessibleName() == "Remind me every" and each.isVisible()
        ]
        QTest.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
        assert now.app.settings.breaks.interval_min == 55
        assert not now.says("breaks.interval_min is 500")
        assert now.says("breaks.quiet_call is 7")
        settings(now, "look")
        assert now.says("appearance.theme is 'purple'")
        settings(now, "keys")
        assert now.says("keys.skip is 3")


def test_every_option_is_shown_once_or_kept_by_the_program_itself(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        settings(now, "breaks")
        sections = now.window.places.settings._sections()
        keys = [row.key for section in sections for row in section.rows]
        assert len(keys) == len(set(keys))
        wanted = {each.key for each in options() if not each.key.startswith(NOT_SHOWN)}
        assert wanted <= set(keys)


def test_no_option_is_named_by_its_value_in_the_file(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        for section in ("breaks", "voice", "session", "look"):
            page = settings(now, section)
            for answer in page.findChildren(QRadioButton):
                if answer.isVisible():
                    assert (
                        answer.text()[:1].isupper()
                        or answer.text()[:1].isdigit()
                        or (answer.text() == "none")
                    )


def test_what_this_desktop_cannot_tell_is_greyed_and_says_so(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = settings(now, "breaks")
        for name in ("do not disturb is on", "an app is full screen"):
            assert not named(page, TickRow, f"Stay quiet while {name}").isEnabled()
        assert named(page, Switch, "Wait for a pause in typing").isEnabled()
        assert now.says("Not possible here: this desktop doesn't tell.")


def test_starting_with_the_computer_is_what_lies_in_the_autostart_folder(
    qtbot: QtBot, qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(home.parent))
    with program(qtbot, qapp, home, set_up=settled) as now:
        for wanted in (True, False):
            switch = named(settings(now, "breaks"), Switch, "Start with the computer")
            assert switch.isChecked() is not wanted
            QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
            entries = list((home.parent / ".config" / "autostart").glob("*.desktop"))
            assert [entry.read_text().count("--tray") for entry in entries] == [1] * wanted
        assert not named(settings(now, "breaks"), Switch, "Start with the computer").isChecked()


def test_the_routines_of_a_break_are_chosen_from_a_menu(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        button = named(settings(now, "breaks"), FilterButton, "All for the desk")
        menu = QMenu()
        button.fill_menu(menu)
        next(each for each in menu.actions() if "5 minutes" in each.text()).trigger()
        assert written(now)["breaks"]["routines"] == "desk-break-5"
        QTest.keyClick(button, Key.Key_Delete)
        assert written(now)["breaks"].get("routines", "") == ""


def test_a_switch_is_written_at_once(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = settings(now, "voice")
        switch = named(page, Switch, "Show what is said on screen")
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert now.app.settings.session.captions is False
        assert written(now)["session"]["captions"] is False
        QTest.keyClick(switch, Key.Key_Space)
        assert now.app.settings.session.captions is True


def test_a_switch_that_says_the_opposite_turns_the_option_round(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = settings(now, "look")
        switch = named(page, Switch, "Use my system font everywhere")
        assert not switch.isChecked()
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert now.app.settings.appearance.lexend is False


def test_what_this_desktop_can_tell_is_ticked_and_written(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def at_a_full_desk(app: Container) -> None:
        settled(app)
        app.desktop = Desktop(surroundings=Surroundings([Telling()]))

    with program(qtbot, qapp, home, set_up=at_a_full_desk) as now:
        page = settings(now, "breaks")
        names = [
            f"Stay quiet while {name}" for name in ("an app is full screen", "you're on battery")
        ]
        assert [named(page, TickRow, name).isChecked() for name in names] == [True, False]
        for name in names:
            QTest.mouseClick(named(page, TickRow, name), Qt.MouseButton.LeftButton)
        assert written(now)["breaks"] == {"quiet_full_screen": False, "quiet_battery": True}


def test_the_countdown_can_be_seen_as_large_as_it_will_be(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        settings(now, "look")
        for by_key in (True, False):
            now.press("Try it")
            trial = now.window.places.settings.countdown
            assert trial is not None
            assert trial.isFullScreen()
            qtbot.waitExposed(trial)
            if by_key:
                QTest.keyClick(trial, Key.Key_Escape)
            else:
                QTest.mouseClick(trial, Qt.MouseButton.LeftButton)
            assert not trial.isVisible()


class Screen:
    """A screen with so many dots to the inch."""

    def __init__(self, dpi: float, width: int = 1920, height: int = 1080) -> None:
        self._dpi = dpi
        self._place = QRect(0, 0, width, height)

    def physicalDotsPerInch(self) -> float:  # noqa: N802
        return self._dpi

    def geometry(self) -> QRect:
        return self._place


@pytest.mark.parametrize(("dpi", "tall_mm"), [(96, 118), (141, 80), (59, 0), (500, 0)])
def test_how_tall_the_countdown_is_is_told_where_the_screen_tells_its_size(
    dpi: float, tall_mm: int
) -> None:
    assert digits_mm(Screen(dpi)) == tall_mm


def test_on_an_upright_screen_the_countdown_is_told_as_small_as_it_is_there() -> None:
    room_px = number_px("20", 1080, 1920) * DIGIT_HEIGHT_EM
    assert digits_mm(Screen(96, 1080, 1920)) == round(room_px / 96 * 25.4) < 80


def test_the_theme_changes_the_window_while_it_is_up(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = settings(now, "look")
        look = now.window.places._look
        for theme, dark in (("Dark", True), ("Light", False)):
            tile = next(
                each
                for each in page.findChildren(QRadioButton)
                if each.text() == theme and each.isVisible()
            )
            QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
            assert look.tokens.dark is dark
            assert now.window._today_figures[0].figure_style.theme == theme.lower()


def test_the_text_grows_with_its_slider(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = settings(now, "look")
        slider = named(page, Slider, "Text size")
        slider.setFocus()
        QTest.keyClick(slider, Key.Key_Right)
        assert now.app.settings.appearance.text_percent == 110
        assert now.window.places._look.scale == pytest.approx(1.1)
        again = named(page, Slider, "Text size")
        assert now.window.focusWidget() is again
        assert again.accessibleDescription() == "110 %"


def test_a_number_is_stepped_typed_and_kept_in_its_bounds(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = settings(now, "breaks")
        stepper = next(
            each
            for each in page.findChildren(Stepper)
            if each.number.accessibleName() == "Remind me every"
        )
        QTest.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
        assert now.app.settings.breaks.interval_min == 55
        stepper.number.setFocus()
        stepper.number.selectAll()
        QTest.keyClicks(stepper.number, "20")
        QTest.keyClick(stepper.number, Key.Key_Return)
        assert now.app.settings.breaks.interval_min == 20
        assert not stepper.less.isEnabled()


def test_days_and_times_become_one_text(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = settings(now, "breaks")
        saturday = named(page, QWidget, "Saturday")
        QTest.mouseClick(saturday, Qt.MouseButton.LeftButton)
        assert now.app.settings.breaks.hours == "mon-sat 9:00-17:30"
        times = named(page, QLineEdit, "Working hours")
        times.selectAll()
        QTest.keyClicks(times, "8:00-12:00 13:00-16:00")
        QTest.keyClick(times, Key.Key_Return)
        assert now.app.settings.breaks.hours == "mon-sat 8:00-12:00 13:00-16:00"


def test_times_that_are_none_are_told_and_not_kept(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = settings(now, "breaks")
        times = named(page, QLineEdit, "Working hours")
        times.selectAll()
        QTest.keyClicks(times, "from nine to five")
        QTest.keyClick(times, Key.Key_Return)
        assert now.app.settings.breaks.hours == "mon-fri 9:00-17:30"
        assert now.says("Times look like 9:00-12:30")
        assert named(page, QLineEdit, "Working hours").text() == "9:00-17:30"


@pytest.mark.parametrize(
    "text",
    ["mon-fri 9:00-17:30", "mon 9:00-12:00; wed-thu 9:00-12:00; sat 10:00-12:00 13:00-14:00", ""],
)
def test_hours_read_back_as_they_were_written(text: str) -> None:
    assert as_text(times_by_day(text)) == text


def test_hours_over_the_weekend_name_the_same_days() -> None:
    assert as_text(times_by_day("sat-mon 9:00-12:00")) == "mon 9:00-12:00; sat-sun 9:00-12:00"


def test_a_voice_is_chosen_among_those_of_the_computer(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.go("settings")
        voices = tuple(
            VoiceInfo(f"v{n}", f"Voice {n}", code) for n, code in enumerate(["de", "fr", "en"])
        )
        now.window.places.settings.show_voices(voices)
        page = settings(now, "voice")
        found = [each for each in page.findChildren(QRadioButton) if "Voice" in each.text()]
        assert found[0].text().startswith("Voice 2, ")
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        assert now.app.settings.voice.id == "v2"


def test_voices_stand_under_their_language_that_of_the_words_first(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.go("settings")
        codes = ["de", "xx", "fr-fr", "en-gb", "fr-be", "en-us"]
        voices = tuple(VoiceInfo(code, f"Voice {code}", code) for code in codes)
        now.window.places.settings.show_voices(voices)
        page = settings(now, "voice")
        now.press("Show more voices: 4")
        [card] = [each for each in page.findChildren(VoiceList) if each.isVisible()]
        names = [each.accessibleName() or str(each.property("text")) for each in lines_of(card)]
        told = [name.partition(",")[0] for name in names]
        assert told == [
            "One that fits the language",
            *("English", "Voice en-gb", "Voice en-us"),
            *("Deutsch", "Voice de"),
            *("Français", "Voice fr-be", "Voice fr-fr"),
            *("Other languages", "Voice xx"),
        ]


def lines_of(card: QWidget) -> list[QWidget]:
    """Headings and voices, from top to bottom."""
    QApplication.processEvents()
    found = [each for each in card.findChildren(QWidget) if isinstance(each, Text | QRadioButton)]
    return sorted(found, key=lambda each: each.mapTo(card, each.rect().topLeft()).y())


def test_one_language_needs_no_heading(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.go("settings")
        voices = tuple(VoiceInfo(code, code, code) for code in ("en-gb", "en-us"))
        now.window.places.settings.show_voices(voices)
        settings(now, "voice")
        assert not now.says("Other languages")
        [card] = [each for each in now.page().findChildren(VoiceList) if each.isVisible()]
        assert not card.findChildren(Text)


def test_a_safety_copy_is_made_and_told(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        settings(now, "data")
        now.press("Back up now")
        now.window.places.settle()
        QApplication.processEvents()
        assert now.says("Saved, ")
        assert len(now.app.backups.found()) == 1


def test_a_narrow_window_has_a_list_to_choose_from(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.resize(520, 600)
        page = settings(now, "voice")
        assert page._menu.isVisible()
        assert page._menu.text() == "Voice and sound"
        assert not page._side.isVisible()


def test_the_answers_lead_to_the_questions(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        settings(now, "data")
        now.press("Answer again")
        assert now.window.first_run.is_up


def test_larger_text_is_larger_at_once(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.go("settings")
        line = now.window.today.hero.line
        before = line.font().pixelSize()
        for _ in range(5):
            now.window.places.settings.resize_text(1)
        assert line.font().pixelSize() == round(before * 1.5)
        now.app.change_setting("appearance.theme", "dark")
        now.window.places.settings.resize_text(1)
        assert line.font().pixelSize() == round(before * 1.6)


def test_a_small_and_a_large_letter_stand_beside_the_size_of_text_where_there_is_room(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        sliding = named(settings(now, "look"), Slider, "Text size").parentWidget()
        assert isinstance(sliding, Sliding)
        for width, shown in ((400, True), (200, False)):
            sliding.resize(width, 40)
            assert [each.isVisible() for each in sliding.letters] == [shown, shown]
