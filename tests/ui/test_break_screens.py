"""The small pages of desk breaks: nothing cut, nothing overlapping, everything named."""

import itertools
from collections.abc import Callable
from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from supple.core.session.view import SessionView, State
from supple.ui.pages.break_card import BreakCard
from supple.ui.pages.break_end import EndPage, WalkPage
from supple.ui.pages.break_page import BreakPage
from supple.ui.pages.break_popup import PopUp
from supple.ui.pages.break_run import SIZE
from supple.ui.pages.break_view import Act, CardView, Choice, Do, PromptView
from supple.ui.pages.session_words import ExerciseWords
from supple.ui.shell import Bar
from supple.ui.theme.look import Look
from tests.ui.test_screens import check, check_names

SIZES = (SIZE, (360, 500), (1600, 900))
CASES = tuple(itertools.product(SIZES, ("light", "dark", "strong")))
PROMPT = PromptView(
    "break-2",
    "Still here when you like",
    "The reminder waits in the tray from now on.",
    (
        Choice(Act(Do.START), "Start"),
        Choice(Act(Do.LATER), "In 10 min", more=(Choice(Act(Do.LATER, 300), "In 5 min"),)),
        Choice(Act(Do.SKIP), "Skip"),
    ),
    Act(Do.LATER),
)


def dressed(make_look: Callable[..., Look], theme: str, scale: float = 1.0) -> Look:
    return make_look(dark=theme == "dark", strong=theme == "strong", scale=scale)


@pytest.fixture
def make_page(
    qtbot: QtBot,
    make_look: Callable[..., Look],
    translations: NullTranslations,
    lookup: Callable[[str], ExerciseWords],
) -> Callable[[str], BreakPage]:
    def make(theme: str) -> BreakPage:
        page = BreakPage(dressed(make_look, theme), translations, lookup)
        qtbot.addWidget(page)
        return page

    return make


@pytest.mark.parametrize(("size", "theme"), CASES)
def test_the_break_in_all_its_phases(
    make_page: Callable[[str], BreakPage],
    size: tuple[int, int],
    theme: str,
    session_views: dict[str, SessionView],
    make_view: Callable[..., SessionView],
) -> None:
    page = make_page(theme)
    page.resize(*size)
    page.show()
    for view in session_views.values():
        page.show_view(view)
        check(page.run)
    check_names(page)
    page.show_view(make_view(state=State.HURT))
    check(page.hurt)


@pytest.mark.parametrize(("size", "theme"), CASES)
def test_what_follows_a_break(
    qtbot: QtBot,
    make_look: Callable[..., Look],
    size: tuple[int, int],
    theme: str,
    translations: NullTranslations,
) -> None:
    look = dressed(make_look, theme)
    end, walk = EndPage(look, translations), WalkPage(look, translations)
    end.show_done(120, 4, more_min=2)
    for page in (end, walk):
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        check(page)
        check_names(page)
    assert end.words.text() == "2 minutes, 4 holds."


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 2.0), ("strong", 1.5)])
def test_the_pop_up_grows_with_its_words(
    qtbot: QtBot,
    make_look: Callable[..., Look],
    theme: str,
    scale: float,
    translations: NullTranslations,
) -> None:
    pop_up = PopUp(dressed(make_look, theme, scale), translations)
    qtbot.addWidget(pop_up)
    pop_up.show_view(PROMPT)
    pop_up.show()
    check(pop_up)
    check_names(pop_up)
    sizes = [each.size() for each in pop_up.findChildren(QAbstractButton)]
    assert min(min(size.width(), size.height()) for size in sizes) >= 32 * scale


def test_the_ground_of_the_pop_ups_picture_follows_the_direction_of_reading(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    pop_up = PopUp(look, translations)
    qtbot.addWidget(pop_up)
    pop_up.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pop_up.show_view(PROMPT)
    pop_up.show()
    ground = pop_up.grab().toImage().pixelColor(pop_up.width() - 60, 6)
    assert ground.name().upper() == look.tokens.dusk_soft


def test_the_cross_means_later_and_a_button_what_it_says(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    pop_up = PopUp(look, translations)
    qtbot.addWidget(pop_up)
    told: list[Act] = []
    pop_up.chosen.connect(told.append)
    for name in ("Close", "Skip"):
        pop_up.show_view(PROMPT)
        pop_up.show()
        buttons = pop_up.findChildren(QAbstractButton)
        [button] = [
            each
            for each in buttons
            if name in (each.accessibleName(), each.text()) and each.isVisible()
        ]
        button.click()
        assert not pop_up.isVisible()
    assert told == [Act(Do.LATER), Act(Do.SKIP)]


@pytest.mark.parametrize("bar", [Bar.SIDE, Bar.RAIL, Bar.BOTTOM])
def test_the_card_takes_the_form_of_its_bar(
    qtbot: QtBot, look: Look, translations: NullTranslations, bar: Bar
) -> None:
    card = BreakCard(look, translations)
    qtbot.addWidget(card)
    card.set_bar(bar)
    card.show_view(CardView("Desk break at 14:30", "in 22 minutes", ()))
    assert card.isHidden() == (bar is Bar.BOTTOM)
    assert card.accessibleName() == "Desk breaks: Desk break at 14:30. in 22 minutes"
    assert (card.toolTip() != "") == (bar is Bar.RAIL)
