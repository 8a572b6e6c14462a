"""The focus ring: whole, outside the shape, for the keyboard only."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supple.ui.screenshots.studio import SCREENS, Shot, Studio
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Button
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.last_input import LastInput
from supple.ui.widgets.stepper import Stepper

TAB = Qt.FocusReason.TabFocusReason
OTHER = Qt.FocusReason.OtherFocusReason
GROW = 4


class Page(QWidget):
    """Two buttons in a row that leaves no room around them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        LastInput(self)
        self.row = QWidget()
        self.first, self.second = Button(look, "First"), Button(look, "Second")
        inside = QHBoxLayout(self.row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.first)
        inside.addWidget(self.second)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.row)
        self.column.addStretch(1)
        self.ring = FocusRing(look, self.row)
        self.ring.watch(self.first, self.second)

    def is_whole(self) -> bool:
        return self.ring.visibleRegion().boundingRect() == self.ring.rect()

    def offset(self) -> QPoint:
        return self.first.mapTo(self, QPoint(0, 0)) - self.ring.mapTo(self, QPoint(0, 0))


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Page:
    made = Page(look)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    qtbot.waitActive(made)
    made.second.setFocus(Qt.FocusReason.MouseFocusReason)
    return made


def test_nothing_of_it_is_cut_where_the_row_is_tight(page: Page) -> None:
    page.first.setFocus(TAB)
    assert page.ring.isVisible()
    assert page.is_whole()
    assert page.offset() == QPoint(GROW, GROW)
    assert page.ring.width() == page.first.width() + 2 * GROW


def test_it_goes_along_when_what_the_button_lies_in_moves(page: Page) -> None:
    page.first.setFocus(TAB)
    page.column.insertSpacing(0, 40)
    page.column.activate()
    assert page.is_whole()
    assert page.offset() == QPoint(GROW, GROW)


def test_the_mouse_shows_none(page: Page) -> None:
    QTest.mouseClick(page.first, Qt.MouseButton.LeftButton)
    assert page.first.hasFocus()
    assert not page.ring.isVisible()


def test_a_focus_that_is_given_is_shown_after_a_key_and_not_after_the_mouse(page: Page) -> None:
    window = page.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Home)
    page.first.setFocus(OTHER)
    assert page.ring.isVisible()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(300, 190))
    page.second.setFocus(OTHER)
    assert not page.ring.isVisible()


@pytest.mark.parametrize(
    "reason", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason]
)
def test_it_is_back_after_a_menu_or_another_window(page: Page, reason: Qt.FocusReason) -> None:
    def send(kind: QEvent.Type) -> None:
        QApplication.sendEvent(page.first, QFocusEvent(kind, reason))

    page.first.setFocus(TAB)
    send(QEvent.Type.FocusOut)
    assert not page.ring.isVisible()
    send(QEvent.Type.FocusIn)
    assert page.ring.isVisible()
    page.second.setFocus(Qt.FocusReason.MouseFocusReason)
    QApplication.sendEvent(page.second, QFocusEvent(QEvent.Type.FocusOut, reason))
    QApplication.sendEvent(page.second, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert not page.ring.isVisible()


def test_it_outlives_what_it_lay_in(qtbot: QtBot, look: Look) -> None:
    page, ring = QWidget(), None
    qtbot.addWidget(page)
    ring = FocusRing(look, page)
    inner = Page(look)
    inner.setParent(page)
    ring.watch(inner.second)
    page.show()
    qtbot.waitActive(page)
    inner.second.setFocus(TAB)
    inner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert ring.parentWidget() is page
    assert not ring.isVisible()


def test_it_stands_around_a_stepper_and_not_around_its_number(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    stepper = Stepper(look, "Every", (20, 120, 5), "{n} min", ("less", "more"))
    column = QVBoxLayout(page)
    column.addWidget(stepper)
    page.show()
    qtbot.waitUntil(stepper.number.hasFocus)
    stepper.number.clearFocus()
    stepper.setFocus(TAB)
    (ring,) = [each for each in page.findChildren(FocusRing) if each.isVisible()]
    assert ring.size().width() == stepper.width() + 2 * GROW


@pytest.fixture(scope="module")
def home(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    del qapp
    made = Path(tmp_path_factory.mktemp("studio")) / "home"
    Studio(made, Shot(), "en").close()
    return made


NAMES = ("settings-deskbreaks", "settings-appearance", "session-before", "library")


@pytest.fixture
def studio(home: Path, tmp_path: Path) -> Iterator[Studio]:
    with closing(Studio(Path(shutil.copytree(home, tmp_path / "home")), Shot(), "en")) as made:
        yield made


@pytest.fixture(params=NAMES)
def screen(request: pytest.FixtureRequest, studio: Studio) -> Iterator[QWidget]:
    window = SCREENS[request.param](studio)
    window.resize(1200, 800)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_whatever_tab_comes_to_is_in_view_with_a_whole_ring(qtbot: QtBot, screen: QWidget) -> None:
    qtbot.waitActive(screen)
    for _ in range(4):
        QApplication.processEvents()
    for _step in range(25):
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        now = screen.focusWidget()
        rings = [each for each in screen.findChildren(FocusRing) if each.isVisible()]
        told = f"{type(now).__name__} {now.accessibleName()}"
        assert len(rings) == 1, told
        assert rings[0].visibleRegion().boundingRect() == rings[0].rect(), told
