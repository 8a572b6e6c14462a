"""Which break begins, and what the settings show of the day."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from supple.ui.pages.break_view import Act, Choice, Do
from supple.ui.widgets.charts.day_line import DayLine
from tests.ui.desk import Desk


def names(choices: tuple[Choice | None, ...]) -> dict[str, Choice]:
    return {each.words: each for each in choices if each is not None}


def test_the_other_breaks_are_one_click_away_everywhere(desk: Desk) -> None:
    desk.tray.menu.aboutToShow.emit()
    window = desk.running.open_window()
    QApplication.sendEvent(window.break_card, QEvent(QEvent.Type.Enter))
    desk.work(50.5)
    asked = desk.reminder.asked
    assert asked is not None
    assert asked.words == "Two minutes, at your desk."
    assert window.break_card._view is not None
    assert desk.tray._view is not None
    others = {"Desk break, 3 minutes", "Desk break, 5 minutes", "Standing break"}
    assert set(names(asked.choices[0].more)) == others
    for choices in (desk.tray._view.menu, window.break_card._view.choices):
        assert set(names(names(choices)["Another break"].more)) == others
    pop_up = desk.reminder.pop_up
    assert pop_up is not None
    [more] = [each for each in pop_up.findChildren(QToolButton) if each.toolTip() == "Other breaks"]
    more.click()
    [menu] = pop_up.findChildren(QMenu)
    next(each for each in menu.actions() if each.text() == "Standing break").trigger()
    menu.close()
    assert desk.window.flow.opened is not None
    assert desk.window.flow.opened.session.routine == "standing-break"


def test_the_break_that_was_chosen_is_the_one_that_starts_from_then_on(desk: Desk) -> None:
    desk.running.act(Act(Do.START, routine="desk-break-5"))
    desk.stretch()
    desk.window.close()
    while desk.reminder.asked is None:
        desk.work(0.5)
    asked = desk.reminder.asked
    assert asked is not None
    assert asked.words == "Five minutes, at your desk."
    assert "Desk break, 2 minutes" in names(asked.choices[0].more)
    assert desk.host.news.told.detail == "5 minutes"
    desk.running.act(Act(Do.START))
    assert desk.window.flow.opened is not None
    assert desk.window.flow.opened.session.routine == "desk-break-5"
    desk.window.close()
    window = desk.running.open_window()
    window.go("settings")
    window.places.settings.widget.changed.emit("breaks.length_min", 3)
    assert desk.app.break_offers.offer().routine in {"desk-break-3", "standing-break"}


def test_a_chosen_break_that_has_gone_lends_its_length_to_no_other(desk: Desk) -> None:
    desk.app.change_setting("breaks.last_choice_min", 5)
    desk.app.change_setting("breaks.last_choice", "gone-since")
    desk.work(50.5)
    asked = desk.reminder.asked
    assert asked is not None
    assert asked.words == "Two minutes, at your desk."
    assert desk.host.news.told.detail == "2 minutes"


def test_a_length_that_cannot_be_written_down_holds_for_now_and_is_told(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.running.act(Act(Do.START, routine="desk-break-5"))
    desk.window.close()
    window = desk.running.open_window()
    window.go("settings")
    desk.app.folders.settings.unlink()
    desk.app.folders.settings.mkdir()
    with qtbot.waitSignal(window.places.settings.failed):
        window.places.settings.widget.changed.emit("breaks.length_min", 3)
    assert desk.app.break_offers.offer().routine in {"desk-break-3", "standing-break"}


def test_a_window_opens_beside_the_breaks_though_nothing_can_be_written_down(desk: Desk) -> None:
    desk.app.folders.settings.unlink(missing_ok=True)
    desk.app.folders.settings.mkdir()
    assert not desk.tray.is_there  # which is told once, and noted
    window = desk.running.open_window()
    assert window.breaks is desk.host.breaks
    assert desk.app.settings.window.told_no_tray


def test_the_card_is_up_to_date_for_who_looks_at_it_in_another_language_too(desk: Desk) -> None:
    window = desk.running.open_window()
    desk.running._speak_anew()
    QApplication.sendEvent(window.break_card, QEvent(QEvent.Type.Enter))
    assert window.break_card._view is not None
    assert "Another break" in names(window.break_card._view.choices)


def test_the_settings_show_today_and_follow_it(desk: Desk) -> None:
    desk.work(50.5)
    desk.reminder.chosen.emit(Act(Do.SKIP), "")
    window = desk.running.open_window()
    desk.work(1)  # the entry is on disk by now
    window.go("settings")
    QApplication.processEvents()

    def told() -> str:
        return window.places.settings.widget.findChildren(DayLine)[-1].accessibleName()

    before = told()
    assert before.startswith("1 left out, next at ")
    desk.app.change_setting("breaks.interval_min", 20)
    desk.work(0.1)
    desk.work(20.5)  # a break is due now, and that is news
    assert told() != before
    desk.app.change_setting("breaks.on", value=False)
    desk.work(1)
    assert told() == "1 left out"
