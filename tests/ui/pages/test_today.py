"""The Today page: words of each state, and what pressing does."""

from collections.abc import Callable
from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from supple.ui.pages.today import TodayPage
from supple.ui.pages.today_view import Hero, HeroKind, TodayView
from supple.ui.pages.today_words import (
    greeting,
    hero_words,
    rhythm_line,
    safety_note,
    week_line,
)
from supple.ui.theme.look import Look

MakeToday = Callable[[HeroKind], TodayView]


@pytest.fixture
def page(qtbot: QtBot, look: Look, translations: NullTranslations) -> TodayPage:
    made = TodayPage(look, translations)
    qtbot.addWidget(made)
    made.resize(980, 764)
    made.show()
    return made


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (3, "Good evening"),
        (4, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (17, "Good afternoon"),
        (18, "Good evening"),
    ],
)
def test_the_greeting_follows_the_hour(
    hour: int, words: str, translations: NullTranslations
) -> None:
    assert greeting(hour, translations) == words


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (0, "3 short ones this week, any days you like."),
        (1, "1 done, 2 to go. Any days you like."),
        (2, "2 done, 1 to go."),
        (3, "3 done. That's the week."),
    ],
)
def test_the_week_line_never_blames(done: int, words: str, translations: NullTranslations) -> None:
    assert week_line(done, 3, translations) == words


def test_the_rhythm_is_a_sentence(translations: NullTranslations) -> None:
    seven = (True,) * 7 + (False,)
    assert rhythm_line(seven, translations) == "Stretched in 7 of the last 8 weeks."
    assert rhythm_line((False,) * 8, translations).startswith("A stretch now and then")


def test_the_safety_notes_take_turns(translations: NullTranslations) -> None:
    notes = [safety_note(week, translations) for week in range(5)]
    assert len(set(notes[:4])) == 4
    assert notes[4] == notes[0]


@pytest.mark.parametrize(
    ("kind", "line", "main"),
    [
        (
            HeroKind.NEXT,
            "Next in your plan \N{MIDDLE DOT} session 2 of 3 this week",
            "Start session",
        ),
        (HeroKind.RESUME, "You stopped half-way today", "Go on where you stopped"),
        (HeroKind.WEEK_DONE, "2 of 3 this week", "Do an easy one"),
        (HeroKind.NO_PLAN, "No plan yet", "Start the plan"),
        (HeroKind.PLAN_PAUSED, "Plan paused since 2 May", "Go on with the plan"),
        (HeroKind.HURT, "Last time you stopped: sharp pain", "Fine again"),
        (HeroKind.CLOSED, "Sessions are closed for now", "Answer again"),
        (HeroKind.FIRST, "Welcome", "Start, 9 min"),
    ],
)
def test_each_state_of_the_hero_has_its_words(
    kind: HeroKind, line: str, main: str, translations: NullTranslations
) -> None:
    hero = Hero(kind, "supine-mat", "Supine", 9, number=2, of=3, since="2 May", felt="sharp pain")
    words = hero_words(hero, translations)
    assert (words.line, words.main) == (line, main)


@pytest.mark.parametrize(
    ("kind", "signals"),
    [
        (HeroKind.NEXT, ("start_requested", "inside_requested")),
        (HeroKind.FIRST, ("start_requested", "inside_requested")),
        (HeroKind.WEEK_DONE, ("easy_requested",)),
        (HeroKind.RESUME, ("resume_requested", "restart_requested")),
        (HeroKind.NO_PLAN, ("plan_requested", "library_requested")),
        (HeroKind.PLAN_PAUSED, ("plan_resume_requested",)),
        (HeroKind.HURT, ("fine_again", "still_hurts")),
        (HeroKind.CLOSED, ("screening_requested", "library_requested")),
    ],
)
def test_the_hero_asks_for_what_its_state_offers(
    page: TodayPage, qtbot: QtBot, make_today: MakeToday, kind: HeroKind, signals: tuple[str, ...]
) -> None:
    page.show_view(make_today(kind))
    buttons = (page.hero.main_button, page.hero.quiet_button)
    assert [button.isVisible() for button in buttons] == [True, len(signals) > 1]
    for button, name in zip(buttons, signals, strict=False):
        with qtbot.waitSignal(getattr(page, name), timeout=500):
            button.click()


def test_every_routine_can_be_started_from_here(page: TodayPage, make_today: MakeToday) -> None:
    started: list[str] = []
    page.start_requested.connect(started.append)
    page.show_view(make_today(HeroKind.NEXT))
    for button in page.routines.buttons:
        button.click()
    assert started == ["first-session", "gentle-supported", "walk-10"]


def test_cards_ask_for_break_day_measure_and_advice(page: TodayPage, make_today: MakeToday) -> None:
    told: list[object] = []
    page.break_requested.connect(lambda: told.append("break"))
    page.day_requested.connect(told.append)
    page.measure_requested.connect(lambda: told.append("measure"))
    page.avoid_requested.connect(lambda: told.append("avoid"))
    page.show_view(make_today(HeroKind.NEXT))
    page.desk_break.button.click()
    page.week.strip.cells[4].click()
    page.reach.button.click()
    page.safety.button.click()
    assert told == ["break", "2026-05-15", "measure", "avoid"]


def test_what_is_not_given_is_not_shown(page: TodayPage, make_today: MakeToday) -> None:
    whole = make_today(HeroKind.FIRST)
    page.show_view(TodayView(whole.greeting, whole.date_line, whole.hero))
    cards = (page.week, page.desk_break, page.rhythm, page.reach, page.safety, page.routines)
    assert [card.isVisible() for card in cards] == [False] * 6


def test_the_focus_goes_through_the_page_in_reading_order(
    page: TodayPage, make_today: MakeToday
) -> None:
    page.show_view(make_today(HeroKind.NEXT))
    QApplication.processEvents()
    page.activateWindow()
    page.focus_first()
    names = []
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        text = focused.property("text")
        names.append(focused.accessibleName() or text)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "Start session",
        "See what's inside",
        "Wed 13 May",
        "Take one now",
        "Stretched in 7 of the last 8 weeks.",
        "Measure, 4 min",
        "When not to stretch",
        "First session, 10 min, mat, chair, strap",
    ]


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_rhythm_is_hidden_with_keys_alone(
    page: TodayPage, make_today: MakeToday, qtbot: QtBot, pressed: Qt.Key
) -> None:
    page.show_view(make_today(HeroKind.NEXT))
    QTest.keyClick(page.rhythm, pressed)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(page.rhythm_hidden, timeout=500):
        menu.actions()[0].trigger()
    menu.close()


DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
