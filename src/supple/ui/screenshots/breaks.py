"""Pictures of desk breaks: the window while it runs and after, the reminder, the tray."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSystemTrayIcon, QWidget

from supple.core.session.steps import Kind
from supple.ui.bindings.breaks import BreakWords
from supple.ui.desk.break_host import BreakHost
from supple.ui.desk.break_window import BreakWindow
from supple.ui.desk.facts import DeskFacts
from supple.ui.desk.reminder import pop_up_with_figure
from supple.ui.desk.tray import Tray
from supple.ui.desk.tray_icon import tray_icon
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from supple.core.session.view import SessionView
    from supple.ui.screenshots.studio import Studio

_LEFT_S = 12.0
_INTERVAL_S = 50 * 60.0
_TRAY_ICON = 22


def _holding(view: "SessionView") -> bool:
    return view.step.kind is Kind.HOLD and view.remaining_s <= _LEFT_S


def _never(_view: "SessionView") -> bool:
    return False


def _window(until: "Callable[[SessionView], bool]") -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        window = BreakWindow(studio.app, studio.dress, BreakHost(studio.app))
        window.begin("desk-break-2")
        opened = window.flow.opened
        if opened is not None:
            studio.play(opened, until)
            window.flow.seen(seen=True, still=True)
        return window

    return show


def _reminder(studio: "Studio") -> "QWidget":
    studio.app.change_setting("breaks.on", value=True)
    host = BreakHost(studio.app)
    for _half in range(2):
        studio.clock.advance(_INTERVAL_S / 2)
        host.look()
    facts = DeskFacts(studio.app)
    facts.count_breaks()
    view = BreakWords(studio.app.words).reminder(host.news, facts.now())
    pop_up = pop_up_with_figure(studio.app, studio.dress.look)
    if view is not None:
        pop_up.show_view(view)
    return pop_up


def _tray(studio: "Studio") -> "QWidget":
    """The icon with what it tells, and the menu as Qt draws it; most desktops do so themselves."""
    look = studio.dress.look
    facts = DeskFacts(studio.app)
    facts.count()
    view = BreakWords(studio.app.words).tray(studio.host.news, facts.now())
    page = QWidget()
    tray = Tray(QSystemTrayIcon(), page, desktop_draws=False)
    tray.show_view(view)
    tray.menu.setWindowFlags(Qt.WindowType.Widget)
    tray.menu.show()
    shape = QLabel()
    shape.setPixmap(tray_icon(view.sign, on_dark=look.tokens.dark).pixmap(look.u(_TRAY_ICON)))
    grid = QGridLayout(page)
    grid.addWidget(shape, 0, 0)
    grid.addWidget(Text(look, BODY, view.tip, wrap=True), 0, 1)
    grid.addWidget(tray.menu, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(2, 1)
    return page


SCREENS: "Mapping[str, Callable[[Studio], QWidget]]" = {
    "desk-break-window": _window(_holding),
    "desk-break-end": _window(_never),
    "reminder": _reminder,
    "tray-menu": _tray,
}
