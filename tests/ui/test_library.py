"""The Library as a person uses it: looking, filtering, reading, trying, setting aside."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from supple.core.figure.timing import Play
from supple.core.plan.hurts import SHARP, Later
from supple.core.plan.screening import Answers
from supple.core.session.events import Hurt
from supple.core.session.steps import Side
from supple.ui.pages.before import BeforePage
from supple.ui.pages.card import CardPage
from supple.ui.pages.library import LibraryPage
from supple.ui.widgets.exercise_tile import ExerciseTile
from supple.ui.widgets.figure_view import FigureView
from tests.ui.windows import Program, live_through, program, settled

Key = Qt.Key


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def library(now: Program) -> LibraryPage:
    now.window.go("library")
    QApplication.processEvents()
    return now.window.places.library.page


def tiles(page: LibraryPage) -> list[ExerciseTile]:
    return [tile for tile in page.grid.tiles if isinstance(tile, ExerciseTile)]


def shown(page: LibraryPage) -> list[str]:
    return [tile.view.id for tile in tiles(page)]


def card(now: Program, ident: str) -> CardPage:
    now.window.places.open_exercise(ident)
    QApplication.processEvents()
    return now.window.places.library.card.page


def plays(figure: FigureView) -> bool:
    return figure.is_playing


def choose(words: str) -> None:
    """Press an entry of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text() == words)
    action.trigger()
    menu.close()
    QApplication.processEvents()


def test_typing_narrows_and_the_cross_brings_all_back(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = library(now)
        every = len(shown(page))
        assert page.search.hasFocus()
        QTest.keyClicks(page.search, "strap")
        qtbot.waitUntil(lambda: 0 < len(shown(page)) < every)
        assert "strap-supine-stretch" in shown(page)
        assert now.says(f"{len(shown(page))} of {every} match")
        page.search.clear()
        qtbot.waitUntil(lambda: len(shown(page)) == every)


def test_filters_show_what_is_chosen_and_delete_clears_them(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = library(now)
        every = len(shown(page))
        QTest.mouseClick(page.filters.buttons[0], Qt.MouseButton.LeftButton)
        choose("Lying")
        few = len(shown(page))
        assert 0 < few < every
        QTest.mouseClick(page.filters.buttons[0], Qt.MouseButton.LeftButton)
        choose("Seated")
        assert few < len(shown(page)) < every
        assert page.filters.buttons[0].text() == "Lying, Seated"
        QTest.keyClick(page.filters.buttons[0], Key.Key_Delete)
        assert len(shown(page)) == every


def test_nothing_found_says_why_and_offers_two_ways_out(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = library(now)
        every = len(shown(page))
        QTest.keyClicks(page.search, "bridge")
        page.filters.changed.emit("position", frozenset({"seated"}))
        assert shown(page) == []
        assert now.says("Nothing matches that")
        assert now.says("bridge")
        now.press(f"Search all {every}")
        assert "bridge" in shown(page)
        page.filters.changed.emit("position", frozenset({"seated"}))
        now.press("Clear the filters")
        qtbot.waitUntil(lambda: len(shown(page)) == every)


def test_arrows_move_through_the_tiles_and_tab_leaves_them(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = library(now)
        grid = tiles(page)
        grid[0].setFocus()
        QTest.keyClick(grid[0], Key.Key_Right)
        assert grid[1].hasFocus()
        QTest.keyClick(grid[1], Key.Key_End)
        assert grid[-1].hasFocus()
        QTest.keyClick(grid[-1], Key.Key_Home)
        assert grid[0].hasFocus()
        columns = sum(tile.y() == grid[0].y() for tile in grid)
        QTest.keyClick(grid[0], Key.Key_Down)
        assert grid[columns].hasFocus()
        stops = [tile for tile in grid if tile.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == [grid[columns]]


def test_a_tile_moves_only_while_somebody_looks_at_it(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window._look.change(still=False)
        page = library(now)
        mover = page._mover
        assert mover is not None
        tile = tiles(page)[2]
        tile.setFocus()
        assert mover.is_playing
        assert mover.geometry() == tile.picture_rect().translated(tile.pos())
        hovered = tiles(page)[4]
        QApplication.sendEvent(hovered, QEnterEvent(QPointF(), QPointF(), QPointF()))
        assert mover.geometry() == hovered.picture_rect().translated(hovered.pos())
        QApplication.sendEvent(hovered, QEvent(QEvent.Type.Leave))
        assert mover.is_playing
        assert mover.geometry() == tile.picture_rect().translated(tile.pos())
        page.search.setFocus()
        assert not mover.isVisible()
        assert not mover.is_playing


def test_a_stretch_is_opened_read_and_tried(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = library(now)
        tile = next(each for each in tiles(page) if each.view.id == "bridge")
        tile.setFocus()
        QTest.keyClick(tile, Key.Key_Space)
        exercise = now.app.catalogue.exercise("bridge")
        for line in (
            *exercise.setup,
            *exercise.movement,
            exercise.feel,
            exercise.mistakes[0].wrong,
        ):
            assert now.says(line), line
        button = now.window.places.library.card.page.words.try_button
        assert button.hasFocus()
        assert button.text().startswith("Try it, ")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        before = now.window.currentWidget()
        assert isinstance(before, BeforePage)
        before.start.emit(False)
        live_through(now)
        [record] = now.app.history.records()
        assert (record.routine, record.routine_name) == ("bridge", "Bridge")


def test_going_back_returns_to_the_tile_it_came_from(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = library(now)
        now.window.places.library.open_exercise("bridge")
        QApplication.processEvents()
        back = now.window.places.library.card.page.stage.back_button
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
        assert now.window.places.library.widget.currentWidget() is page
        assert [tile.view.id for tile in tiles(page) if tile.hasFocus()] == ["bridge"]


def test_the_figure_is_played_moved_by_hand_and_mirrored(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        stage = card(now, "strap-supine-stretch").stage
        figure = now.window.places.library.card._figure
        playing = [figure.is_playing]  # reduced motion: the start is faintly behind the stretch
        assert figure.figure_style.ghost
        QTest.mouseClick(stage.play, Qt.MouseButton.LeftButton)
        playing.append(figure.is_playing)
        stage.scrub.setFocus()
        stage.scrub.setValue(50)
        QTest.keyClick(stage.scrub, Key.Key_Home)
        playing.append(figure.is_playing)
        assert playing == [False, True, False]
        assert figure.moment.phase == 0
        QTest.keyClick(stage.scrub, Key.Key_Right)
        assert figure.moment.phase == pytest.approx(0.05)
        before = figure.figure_style.mirrored
        stage.side_chosen.emit("right")
        assert figure.figure_style.mirrored is not before
        assert figure._play in (Play.STRETCH, Play.LOOP)


def test_what_is_left_out_says_why_and_cannot_be_tried(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.safety.answer(Answers(yes=frozenset({"has-osteoporosis"})))
        page = library(now)
        last = tiles(page)[-1]
        assert last.view.chip == "not for you now"
        assert last.view.faded
        words = card(now, last.view.id).words
        assert not words.try_button.isEnabled()
        assert now.says("Left out of your sessions.")
        now.press("Answer again")
        assert now.window.currentWidget() is not now.window.shell


def test_a_stretch_is_tried_warm_and_stands_in_history_as_tried(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        card(now, "strap-supine-stretch").words.try_button.click()
        assert now.window.page_name == "before"
        assert now.says("Warm-up")
        assert now.button("Leave the warm-up out").isVisible()
        now.press("I'm already warm")
        opened = now.window.visit.flow.opened
        assert opened is not None
        assert {each.exercise for each in opened.session.steps} == {"strap-supine-stretch"}
        live_through(now)
        kept = now.app.history.sessions
        qtbot.waitUntil(lambda: [each.session.outcome is not None for each in kept()] == [True])
        now.window.visit.left.emit()
        now.window.go("history")
        qtbot.waitUntil(lambda: now.window.shell.place == "history")
        now.window.places.history.settle()
        now.window.places.history.page.all_wanted.emit()
        now.window.places.history.settle()
        qtbot.waitUntil(lambda: now.says("Tried, Wed 13 May"))


@pytest.mark.parametrize("ident", ["march-in-place", "breathing-rest", "bridge"])
def test_what_warms_or_rests_by_itself_is_tried_without_a_warm_up(
    qtbot: QtBot, qapp: QApplication, home: Path, ident: str
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        card(now, ident).words.try_button.click()
        assert now.window.page_name == "before"
        assert not now.says("Leave the warm-up out")


def test_a_card_tells_since_when_and_until_when_a_stretch_is_set_aside(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.safety.set_aside("bridge")
        card(now, "bridge")
        assert now.says("Set aside since 13 May.")
        now.app.safety.told(Hurt.SHARP, "half-forward-fold", Side.BOTH, "none")
        card(now, "half-forward-fold")
        assert now.says("Set aside since 13 May. Resting until 20 May.")


def test_before_a_session_the_day_of_a_rest_is_written_as_people_say_it(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        rest = Later(aside=True, until=date(2026, 5, 20))
        now.app.safety.set_aside("half-forward-fold", SHARP, rest)
        now.window.visit.prepare("gentle-supported")
        assert now.window.page_name == "before"
        assert now.says("Resting until 20 May.")
        mine = now.app.own_routines.copy("gentle-supported")
        now.window.go("routines")
        now.window.places.routines.edit(mine.id)
        assert now.says("Resting until 20 May.")


def test_a_stretch_is_set_aside_from_its_menu_and_brought_back_on_its_page(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = library(now)
        page.aside_requested.emit("bridge")
        tile = next(each for each in tiles(page) if each.view.id == "bridge")
        assert tile.view.chip == "set aside"
        assert "set aside" in tile.accessibleName()
        card(now, "bridge")
        now.press("Bring it back")
        assert now.window.places.library.card.page.words.try_button.isEnabled()
        assert now.app.safety.set_asides() == ()


def test_easier_and_stronger_versions_lead_on(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        card(now, "strap-supine-stretch")
        name = now.app.catalogue.exercise("strap-supine-stretch-bent").name
        now.press(f"Easier: {name}")
        page = now.window.places.library.card.page
        assert page.words._title.words() == name


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("How much is enough", "learn-traffic-light"),
        ("More mistakes and fixes", "learn-mistakes"),
        ("Who should ask first", "learn-who-should-ask"),
    ],
)
def test_a_card_leads_on_to_what_there_is_to_read(
    qtbot: QtBot, qapp: QApplication, home: Path, words: str, page: str
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        card(now, "strap-supine-stretch")
        now.press(words)
        assert now.window.shell.place == "learn"
        assert now.says(now.app.learn.page(page).title)


def test_a_stretch_goes_into_a_new_routine(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = card(now, "bridge")
        QTest.mouseClick(page.words.add_button, Qt.MouseButton.LeftButton)
        choose("New routine")
        [own] = [each for each in now.app.catalogue.routines() if now.app.catalogue.is_own(each.id)]
        assert [getattr(row, "exercise", "") for row in own.steps] == ["bridge"]


def test_nothing_works_on_once_all_pictures_are_drawn(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        library(now)
        now.window.fill_today()
        timers = now.window.findChildren(QTimer)
        qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers), timeout=10_000)
