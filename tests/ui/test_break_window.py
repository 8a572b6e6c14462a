"""The surfaces of desk breaks as a person uses them: real windows, use cases and database."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.sessions import Request
from supple.core.breaks.state import Outcome
from supple.core.history.records import Moment, RatingKind, Source
from supple.core.plan.screening import Access, Answers, Lock
from supple.core.session.events import SessionOutcome
from supple.core.session.view import State
from supple.devices.lock import FileLock
from supple.devices.store.faults import Fault, StoreError
from supple.devices.store.store import DiskStore
from supple.ui.desk.break_window import LEFT_ALONE_MS
from supple.ui.desk.tray import Tray
from supple.ui.desk.tray_icon import first_icon
from supple.ui.pages.break_view import Act, Do
from supple.ui.pages.screening_result import ResultPage
from supple.ui.program import Program as Running
from supple.ui.widgets.notice import NoticeCard
from supple.ui.widgets.text import Text
from tests.app.full_disk import FullDisk
from tests.app.program import Program
from tests.ui.desk import MINUTE, Desk

Key = Qt.Key


def test_a_break_that_is_due_is_asked_for_in_a_pop_up(desk: Desk) -> None:
    desk.work(49)
    assert desk.asked() == ""
    desk.work(1.5)
    assert desk.asked() == "Time for a small stretch?"
    assert desk.reminder.pop_up is not None
    assert desk.reminder.pop_up.isVisible()


def test_a_chime_sounds_only_where_it_is_wanted(desk: Desk) -> None:
    desk.work(50.5)
    assert "spoken_voice" not in vars(desk.app)
    desk.running.act(Act(Do.SKIP))
    desk.app.change_setting("breaks.chime", value=True)
    desk.work(50.5)
    assert desk.asked() == "Time for a small stretch?"
    assert "spoken_voice" in vars(desk.app)


def test_nobody_answers_twice_and_then_only_the_tray_tells(desk: Desk) -> None:
    titles = []
    for _minute in range(90):
        desk.work(1)
        asked = desk.reminder.asked
        if asked is not None and asked.title not in titles:
            titles.append(asked.title)
    assert titles == ["Time for a small stretch?", "Still here when you like"]
    assert desk.reminder.asked is None
    assert desk.host.news.told.tray == "A break is waiting"


@pytest.mark.parametrize(("is_there", "place"), [(True, "tray"), (False, "window of Supple")])
def test_the_last_question_tells_where_the_break_waits(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, is_there: bool, place: str
) -> None:
    monkeypatch.setattr(Tray, "is_there", is_there)
    words = set[str]()
    for _minute in range(90):
        desk.work(1)
        words |= {desk.reminder.asked.words} if desk.reminder.asked is not None else set()
    assert f"The reminder waits in the {place} from now on." in words


@pytest.mark.parametrize(
    ("act", "outcome"),
    [(Act(Do.LATER, 5 * MINUTE), Outcome.POSTPONED), (Act(Do.SKIP), Outcome.SKIPPED)],
)
def test_an_answer_takes_the_pop_up_away(desk: Desk, act: Act, outcome: Outcome) -> None:
    desk.work(50.5)
    desk.reminder.chosen.emit(act, "")
    QApplication.processEvents()
    assert desk.reminder.asked is None
    assert [each.outcome for each in desk.breaks()] == [outcome]


def test_a_whole_break_is_a_session_of_its_own_kind_with_an_answer(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.running.act(Act(Do.START))
    assert desk.window.isVisible()
    desk.stretch()
    qtbot.waitUntil(lambda: bool(desk.app.history.sessions()))  # written beside the window
    [found] = desk.app.history.sessions()
    assert found.session.source is Source.BREAK
    QTest.mouseClick(desk.window.end.answers["better"], Qt.MouseButton.LeftButton)
    QTest.keyClick(desk.window.end, Key.Key_Return)
    assert not desk.window.isVisible()
    assert [each.outcome for each in desk.breaks()] == [Outcome.TAKEN]
    qtbot.waitUntil(lambda: bool(desk.app.history.sessions()[0].ratings))
    [found] = desk.app.history.sessions()
    kept = [(each.moment, each.kind, each.value) for each in found.ratings]
    assert kept == [(Moment.AFTER, RatingKind.BREAK, "better")]


def test_closing_early_asks_nothing_and_counts_only_what_was_done(desk: Desk) -> None:
    desk.running.act(Act(Do.START))
    desk.stretch(40)
    desk.window.close()
    [kept] = desk.breaks()
    assert kept.outcome is Outcome.SHORTENED
    assert 0 < kept.rest_s < 40
    assert not desk.window.is_running


@pytest.mark.parametrize("press", [Key.Key_Space, Key.Key_H])
def test_esc_closes_whatever_is_on_the_page(desk: Desk, qtbot: QtBot, press: Key) -> None:
    desk.running.act(Act(Do.START))
    qtbot.waitExposed(desk.window)
    desk.stretch(20)
    QTest.keyClick(desk.window.page, press)
    QTest.keyClick(desk.window, Key.Key_Escape)
    assert not desk.window.isVisible()
    assert not desk.window.is_running


def test_keys_work_as_in_every_session(desk: Desk) -> None:
    desk.running.act(Act(Do.START))
    desk.stretch(20)
    QTest.keyClick(desk.window.page, Key.Key_Space)
    assert desk.window.flow.opened is not None
    assert desk.window.flow.opened.runner.view().state is State.PAUSED


def test_a_paused_break_that_is_left_alone_ends_by_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.running.act(Act(Do.START))
    desk.stretch(20)
    alone = desk.window._alone
    assert not alone.isActive()
    QTest.keyClick(desk.window.page, Key.Key_Space)
    assert alone.isActive()
    assert alone.interval() == LEFT_ALONE_MS
    alone.start(10)
    qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert not desk.window.is_running


def test_a_computer_that_slept_in_a_break_is_told_with_what_was_left(desk: Desk) -> None:
    desk.running.act(Act(Do.START))
    desk.stretch(3)
    desk.program.clock.advance(3600)
    desk.stretch(1)
    opened = desk.window.flow.opened
    assert opened is not None
    assert opened.runner.view().state is State.PAUSED
    note = desk.window.page.note
    assert note.isVisible()
    desk.window.page.resume.emit()
    QApplication.processEvents()
    assert opened.runner.view().state is State.RUNNING
    assert not note.isVisible()


def test_two_more_minutes_are_another_break(desk: Desk) -> None:
    desk.running.act(Act(Do.START))
    first = desk.window._done[0]
    desk.stretch()
    desk.window.end.more.emit()
    assert desk.window.is_running
    assert desk.window._done[1] != first


@pytest.mark.parametrize("answer", ["has-severe-disc-herniation", "urgent-fever"])
def test_somebody_who_is_to_ask_a_doctor_is_told_so_instead_of_a_break(
    desk: Desk, answer: str
) -> None:
    desk.app.change_setting("welcome.page", "done")
    desk.app.safety.answer(Answers(yes=frozenset({answer})))
    desk.running.act(Act(Do.START))
    assert desk.running.break_window is None
    window = desk.running.window
    assert window is not None
    assert isinstance(window.currentWidget(), ResultPage)


def test_after_a_stop_sign_a_break_is_a_few_steps_and_no_stretch(desk: Desk) -> None:
    desk.app.safety.close(Lock.CHECK_AGAIN)
    desk.running.act(Act(Do.START))
    assert desk.window._stack.currentWidget() is desk.window.walk
    assert "Stand up" in desk.window.walk.words.text()
    assert not desk.window.flow.is_running
    desk.program.clock.advance(30)
    desk.window.close()
    assert [round(each.rest_s) for each in desk.breaks()] == [30]


def test_questions_come_before_the_first_break(supple_home: Path, qapp: QApplication) -> None:
    program = Program(supple_home)
    program.app.change_setting("appearance.motion", "reduced")
    running = Running(program.app, qapp)
    running.open_desk()
    running.act(Act(Do.START))
    assert running.break_window is None
    assert running.window is not None
    running.close()
    program.app.close()


def test_waiting_for_days_leaves_nothing_behind(desk: Desk) -> None:
    """Menus are filled anew with every change; what they were made of must go."""
    counts = []
    for _day in range(3):
        for _change in range(20):
            desk.host.act(Act(Do.PAUSE, 60 * MINUTE))
            desk.host.act(Act(Do.RESUME))
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append(len(desk.tray.menu.findChildren(QObject)))
    assert counts[0] == counts[1] == counts[2]


def test_a_session_in_the_window_holds_breaks_back(desk: Desk) -> None:
    window = desk.running.open_window()
    window.session_began.emit()
    assert desk.host.news.told.sentence == "Not now: a session is running."
    window.session_ended.emit()
    assert "Next desk break" in desk.host.news.told.sentence


def test_the_card_pauses_and_turns_on_again(desk: Desk) -> None:
    window = desk.running.open_window()
    QApplication.processEvents()
    window.break_card.chosen.emit(Act(Do.PAUSE, 60 * MINUTE))
    QApplication.processEvents()
    assert window.break_card.accessibleName() == ("Desk breaks: Desk breaks paused. until 15:08")
    window.break_card.chosen.emit(Act(Do.RESUME))
    QApplication.processEvents()
    assert "Desk break at" in window.break_card.accessibleName()


def test_a_narrow_today_says_when_the_next_break_comes(desk: Desk) -> None:
    window = desk.running.open_window()
    window.resize(480, 800)
    window.show_today()
    QApplication.processEvents()

    def told() -> list[str]:
        return [each.words() for each in window.today.desk_break.findChildren(Text)]

    assert any(line.startswith("Next at") for line in told())
    window.break_card.chosen.emit(Act(Do.PAUSE, 60 * MINUTE))
    QApplication.processEvents()
    assert "Breaks paused until 15:08" in told()
    window.resize(1200, 800)
    QApplication.processEvents()
    assert "2 minutes in your chair. No kit needed." in told()


def test_the_card_leads_to_the_settings(desk: Desk) -> None:
    window = desk.running.open_window()
    QApplication.processEvents()
    window.break_card.chosen.emit(Act(Do.SETTINGS))
    assert window.places.settings.widget.isVisible()


def test_turning_breaks_off_and_on_is_seen_at_once(desk: Desk) -> None:
    desk.app.change_setting("breaks.on", value=False)
    QApplication.processEvents()
    assert desk.host.news.told.title == "Desk breaks are off"
    desk.running.act(Act(Do.TURN_ON))
    assert "Desk break at" in desk.host.news.told.title


def test_what_is_said_once_about_the_tray_is_remembered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tray, "is_there", True)
    for asked in ("Supple stays in the tray", None):
        window = desk.running.open_window()
        window.close()
        QApplication.processEvents()
        shown = desk.reminder.asked
        assert (shown.title if shown is not None else None) == asked
        desk.reminder.withdraw()


def test_a_break_on_a_full_disk_is_told_once_and_written_when_there_is_room(desk: Desk) -> None:
    assert isinstance(desk.app.store, DiskStore)
    disk = FullDisk(desk.app.store)
    disk.fault = StoreError(Fault.FULL, "The disk is full.")
    vars(desk.app)["store"] = disk
    desk.running.open_window()
    desk.running.begin_break("desk-break-2")
    told: list[object] = []
    desk.window.failed.connect(told.append)
    disk.full = True
    desk.stretch()
    desk.window.close()
    for _ten_seconds in range(3):
        desk.window._unsaved.timeout.emit()
    assert len(told) == 1
    assert desk.window._unsaved.isActive()
    disk.full = False
    desk.window._unsaved.timeout.emit()
    assert not desk.window._unsaved.isActive()
    [session] = desk.app.history.sessions()
    assert session.session.outcome is SessionOutcome.COMPLETED


def test_a_break_that_another_program_holds_back_is_waited_for(desk: Desk) -> None:
    window = desk.running.open_window()
    desk.host.failed.emit(StoreError(Fault.BUSY, "Another program is using your history file."))
    cards = {card.view.id: card for card in window.shell.findChildren(NoticeCard)}
    card = cards["waits"]
    assert card.view.words == "Supple waits and tries again."
    looked: list[None] = []
    desk.host.looked.connect(lambda: looked.append(None))
    card.buttons[0].click()
    assert looked


def test_the_tray_steers_a_session_that_runs_in_the_window(desk: Desk) -> None:
    window = desk.running.open_window()
    flow = window.begin(Request("first-session", Source.WINDOW, voiced=False))
    assert flow.opened is not None
    runner = flow.opened.runner

    def press(words: str) -> list[str]:
        desk.tray.menu.aboutToShow.emit()
        actions = {each.text(): each for each in desk.tray.menu.actions() if each.text()}
        actions[words].trigger()
        return list(actions)

    assert press("Pause") == ["Pause", "It hurts", "Open Supple"]
    assert runner.view().state is State.PAUSED
    assert press("Go on") == ["Go on", "It hurts", "Open Supple"]
    assert runner.view().state is State.RUNNING
    press("It hurts")
    assert runner.view().state is State.HURT
    flow.stop()


def test_the_tray_starts_a_waiting_break_with_one_click(desk: Desk) -> None:
    chosen: list[Act] = []
    tray = Tray(first_icon())
    tray.chosen.connect(chosen.append)
    tray._pressed(tray._icon.ActivationReason.Trigger)
    desk.work(50.5)
    tray.show_view(desk.running.signs.words.tray(desk.host.news, desk.running.signs.facts.now()))
    tray._pressed(tray._icon.ActivationReason.Trigger)
    assert [act.do for act in chosen] == [Do.OPEN, Do.START]
    tray.close()
    tray.deleteLater()


@pytest.mark.parametrize("keys", [(Key.Key_3, Key.Key_A), (Key.Key_5, Key.Key_Return)])
def test_a_sign_for_help_in_a_break_closes_everything_and_tells_what_to_do(
    desk: Desk, keys: tuple[Key, Key]
) -> None:
    desk.running.begin_break("desk-break-2")
    desk.stretch(30)
    page = desk.window.page
    QTest.keyClick(page, Key.Key_H)
    page.hurt._since_press.invalidate()
    for key in keys:
        QTest.keyClick(page, key)
    QApplication.processEvents()
    assert desk.app.safety.standing().access is Access.EMERGENCY
    window = desk.running.window
    assert window is not None
    assert isinstance(window.currentWidget(), ResultPage)
    assert not desk.window.isVisible()


def test_without_a_tray_a_closed_window_can_stay_small(desk: Desk) -> None:
    ended: list[None] = []
    desk.running._qt.aboutToQuit.connect(lambda: ended.append(None))
    window = desk.running.open_window()
    assert window.notices.is_shown("tray")
    window.notices._act("tray", "keep")
    window.close()
    QApplication.processEvents()
    assert window.isMinimized()
    assert not ended


def test_a_start_for_the_tray_where_there_is_none_shows_the_small_window(desk: Desk) -> None:
    staying = desk.running._staying
    assert staying is not None
    shown = []
    for stays_small in (False, True):
        desk.app.change_setting("window.stays_small", value=stays_small)
        staying.look()
        window = desk.running.window
        shown.append(window is not None and window.isMinimized())
    assert shown == [False, True]


def test_the_minutes_on_the_card_are_those_of_the_moment_it_is_looked_at(desk: Desk) -> None:
    window = desk.running.open_window()
    QApplication.processEvents()
    desk.program.clock.advance(7 * MINUTE)
    QApplication.sendEvent(window.break_card, QEvent(QEvent.Type.Enter))
    assert window.break_card.accessibleName().endswith("in 43 minutes")


def test_the_tray_wears_the_colours_of_a_panel_that_changes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ink() -> int:
        """How light the mark is, of 255."""
        picture = desk.tray._icon.icon().pixmap(32, 32).toImage()
        places = [picture.pixelColor(x, y) for x in range(32) for y in range(32)]
        inks = [place.lightness() for place in places if place.alpha() > 200]
        return sum(inks) // len(inks)

    QApplication.processEvents()
    assert ink() < 100
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")  # its panel is always dark
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert ink() > 150


def test_a_break_is_not_begun_on_top_of_a_session(desk: Desk) -> None:
    window = desk.running.open_window()
    flow = window.begin(Request("morning-10", Source.WINDOW))
    desk.running.act(Act(Do.START))
    assert flow.is_running
    assert desk.running.break_window is None
    flow.stop()


def test_a_session_that_begins_ends_the_break_that_runs(desk: Desk) -> None:
    desk.running.begin_break("desk-break-2")
    window = desk.running.open_window()
    flow = window.begin(Request("morning-10", Source.WINDOW))
    assert not desk.window.isVisible()
    assert not desk.window.is_running
    assert flow.is_running
    assert desk.host.news.told.sentence == "Not now: a session is running."
    flow.stop()


def test_a_session_in_another_program_holds_breaks_back(desk: Desk) -> None:
    lock = FileLock(desk.app.folders.data / "session.lock")
    assert lock.acquire()
    desk.host.look()
    assert desk.host.news.told.sentence == "Not now: a session is running."
    lock.release()
    desk.host.look()
    assert "Next desk break" in desk.host.news.told.sentence


def test_outside_working_hours_the_card_offers_to_remind_all_the_same(desk: Desk) -> None:
    desk.app.change_setting("breaks.hours", "")
    QApplication.processEvents()
    window = desk.running.open_window()
    QApplication.processEvents()
    assert window.break_card._view is not None
    assert [each.act.do for each in window.break_card._view.choices] == [Do.ANYWAY, Do.SETTINGS]
    desk.work(51)
    assert desk.asked() == ""
    desk.running.act(Act(Do.ANYWAY))
    QApplication.processEvents()
    assert desk.asked() == "Time for a small stretch?"
