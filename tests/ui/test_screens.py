"""Every screen, in every size, theme and text size: nothing cut, nothing overlapping, all named."""

import itertools
import time
from collections.abc import Callable, Iterator
from gettext import NullTranslations
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supple.core.session.events import SessionOutcome
from supple.core.session.view import SessionView, State
from supple.ui.pages.before import BeforePage, BeforeView, Kit
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_finished import FinishedPage, FinishedView
from supple.ui.pages.session_room import TimeLeft
from supple.ui.pages.session_words import ExerciseWords
from supple.ui.pages.today import TodayPage
from supple.ui.pages.today_view import HeroKind, TodayView
from supple.ui.shell import Shell, known_places
from supple.ui.theme.look import Look
from supple.ui.widgets.advice import Advice
from supple.ui.widgets.card import Card, IconLabel
from supple.ui.widgets.fit_text import FitText
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.plate_button import PlateButton
from supple.ui.widgets.ring import Ring
from supple.ui.widgets.scene import FigureSlot, SceneBackdrop

MakeLook = Callable[..., Look]
SIZES = [(1200, 800), (900, 600), (480, 540)]
SCALES = [1.0, 2.0]
THEMES = ["light", "dark", "strong"]
LEAST_WORDS_PX = 9
REPAINT_MS = 8.0
BEHIND = (FigureSlot, FocusRing, SceneBackdrop, Card, QScrollArea, TimeLeft)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def shown_leaves(page: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Visible widgets that carry words or can be pressed, with their place on the page.

    What scrolls in the page may go beyond it, and is looked at by itself.
    """
    inside = [area.widget() for area in page.findChildren(QScrollArea)]
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or isinstance(widget, BEHIND):
            continue
        if any(content is not None and content.isAncestorOf(widget) for content in inside):
            continue
        if isinstance(widget, (QLabel, QAbstractButton, Ring)) and not isinstance(
            widget, IconLabel
        ):
            yield widget, QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def cut(widget: QWidget) -> str:
    """What is cut off in this widget, if anything."""
    room = widget.size()
    if isinstance(widget, FitText):
        metrics = QFontMetrics(widget.fitted_font())
        used = metrics.boundingRect(
            QRect(0, 0, room.width(), 9999), Qt.TextFlag.TextWordWrap, widget.text()
        )
        small = metrics.height() < LEAST_WORDS_PX and widget.text() != ""
        return widget.text() if small or used.height() > room.height() + 3 else ""
    if isinstance(widget, Advice):
        return "" if widget.fits() else widget.accessibleName()
    if isinstance(widget, PlateButton):
        return (
            ""
            if not widget.form.words or widget.words_fit() or widget.form.row
            else widget.accessibleName()
        )
    if isinstance(widget, QLabel) and widget.text():
        if widget.hasHeightForWidth():
            return widget.text() if widget.heightForWidth(room.width()) > room.height() + 2 else ""
        wide = QFontMetrics(widget.font()).horizontalAdvance(widget.text())
        return widget.text() if wide > room.width() + 1 else ""
    if isinstance(widget, QAbstractButton) and not isinstance(widget, QRadioButton):
        least = widget.minimumSizeHint()
        tall = widget.heightForWidth(room.width())
        too_small = least.width() > room.width() + 1 or tall > room.height() + 2
        return widget.text() if too_small and widget.text() else ""
    return ""


def check(page: QWidget) -> None:
    settle()
    page.grab()
    leaves = list(shown_leaves(page))
    for widget, _ in leaves:
        assert cut(widget) == "", f"cut in {type(widget).__name__} {widget.geometry()}"
    for (first, one), (second, other) in itertools.combinations(leaves, 2):
        if first.isAncestorOf(second) or second.isAncestorOf(first):
            continue
        shared = one.intersected(other)
        small = shared.width() <= 1 or shared.height() <= 1
        names = [each.accessibleName() or each.property("text") for each in (first, second)]
        assert small, f"{names} overlap by {shared}"
    for widget, place in leaves:
        assert place.left() >= 0, widget
        assert place.right() <= page.width(), (widget.accessibleName(), place)


def check_names(page: QWidget) -> None:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(widget, QScrollArea):
            unseen = not widget.isVisibleTo(page)
            named = widget.accessibleName() or widget.property("text") or unseen
            view = type(widget).__name__ in {"HurtView", "RoomView"}
            assert named or view, f"{type(widget).__name__} {widget.objectName()} has no name"
        if widget.accessibleName() and widget.isVisibleTo(page):
            face = QAccessible.queryAccessibleInterface(widget)
            plain = f"{type(widget).__name__} {widget.accessibleName()!r} has a name but no role"
            assert face.role() is not QAccessible.Role.Client, plain


class Case(NamedTuple):
    """One window: its size, the text scale, and the theme."""

    size: tuple[int, int]
    scale: float
    theme: str


def cases() -> Iterator[object]:
    """All combinations; every second one is enough to see each pair, the rest takes minutes."""
    for case in map(Case._make, itertools.product(SIZES, SCALES, THEMES)):
        turn = SIZES.index(case.size) + SCALES.index(case.scale) + THEMES.index(case.theme)
        marks = [pytest.mark.long] if turn % 2 else []
        yield pytest.param(case, marks=marks, id=f"{case.size}-{case.scale}-{case.theme}")


@pytest.fixture(params=list(cases()))
def case(request: pytest.FixtureRequest) -> Case:
    chosen: Case = request.param
    return chosen


@pytest.fixture
def size(case: Case) -> tuple[int, int]:
    return case.size


@pytest.fixture
def screen_look(case: Case, make_look: MakeLook) -> Look:
    return make_look(dark=case.theme == "dark", strong=case.theme == "strong", scale=case.scale)


@pytest.fixture
def session_page(
    qtbot: QtBot,
    screen_look: Look,
    size: tuple[int, int],
    translations: NullTranslations,
    lookup: Callable[[str], ExerciseWords],
) -> SessionPage:
    page = SessionPage(screen_look, translations, lookup)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    return page


def test_today_in_all_its_states(
    qtbot: QtBot,
    screen_look: Look,
    size: tuple[int, int],
    translations: NullTranslations,
    make_today: Callable[[HeroKind], TodayView],
) -> None:
    shell = Shell(screen_look, translations, known_places(translations))
    qtbot.addWidget(shell)
    page = TodayPage(screen_look, translations)
    shell.add_page("today", page)
    shell.show_place("today")
    shell.resize(*size)
    shell.show()
    for kind in HeroKind:
        page.show_view(make_today(kind))
        check(page.content)
    check_names(shell)


def test_the_running_session_in_all_its_phases(
    session_page: SessionPage,
    session_views: dict[str, SessionView],
) -> None:
    page = session_page
    for view in session_views.values():
        page.show_view(view)
        check(page.run)
    check_names(page)
    page.set_room(on=True)
    for view in session_views.values():
        page.show_view(view)
        check(page.room)


def test_the_stop_in_all_its_steps(
    session_page: SessionPage,
    make_view: Callable[..., SessionView],
) -> None:
    page = session_page
    page.show_view(make_view(state=State.HURT))
    check(page.hurt)
    page.hurt._since_press.invalidate()
    for number in range(8):
        page.hurt._answers[number].clicked.emit()
        check(page.hurt)
        page.hurt._ask()


def test_before_and_after_a_session(
    qtbot: QtBot, screen_look: Look, size: tuple[int, int], translations: NullTranslations
) -> None:
    before = BeforePage(screen_look, translations)
    kit = (Kit("m", "Mat or carpet that doesn't slip"), Kit("c", "Chair that won't roll"))
    parts = (("Warm-up", "5 min"), ("Strap stretch, seated single leg", "11 min"))
    words = "with Samantha, normal speed"
    before.show_view(BeforeView("Supine", 17, kit, parts, voice_words=words, can_check=True))
    finished = FinishedPage(screen_look, translations)
    finished.show_view(
        FinishedView(SessionOutcome.COMPLETED, 17, 24, (2, 3), 3, "Next: Friday", details=True)
    )
    finished.scale.choose(6)
    for page in (before, finished):
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        check(page.questions)
        check_names(page)
    finished.set_room(on=True)
    QApplication.processEvents()
    check(finished.room)
    check_names(finished)


def test_the_end_question_fits(
    session_page: SessionPage,
    make_view: Callable[..., SessionView],
) -> None:
    page = session_page
    page.show_view(make_view(state=State.PAUSED))
    page.ask_to_end()
    check(page._sheet)


def test_a_whole_repaint_of_the_session_is_quick(
    qtbot: QtBot,
    look: Look,
    translations: NullTranslations,
    lookup: Callable[[str], ExerciseWords],
    make_view: Callable[..., SessionView],
) -> None:
    page = SessionPage(look, translations, lookup)
    qtbot.addWidget(page)
    page.resize(1920, 1080)
    page.show_view(make_view())
    page.show()
    settle()
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    times = []
    for _ in range(25):
        painter = QPainter(image)
        began = time.thread_time()
        page.run.render(painter, QPoint())
        times.append((time.thread_time() - began) * 1000)
        painter.end()
    # Processor time, and the quickest of several: other work can only make it slower.
    assert min(times) <= REPAINT_MS


def test_the_scale_is_never_narrower_than_a_finger(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    scale = NumberScale(look, "Pain", translations)
    qtbot.addWidget(scale)
    scale.resize(440, 200)
    scale.show()
    settle()
    cells = scale.findChildren(QRadioButton)
    assert min(cell.width() for cell in cells) >= 32
