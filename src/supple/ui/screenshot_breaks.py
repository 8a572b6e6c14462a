"""Pictures of desk breaks: the window while it runs and after, and the reminder."""

from typing import TYPE_CHECKING

from supple.core.session.steps import Kind
from supple.ui.bindings.breaks import BreakWords
from supple.ui.break_host import BreakHost
from supple.ui.break_window import BreakWindow
from supple.ui.desk_facts import DeskFacts
from supple.ui.reminder import pop_up_with_figure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from supple.core.session.view import SessionView
    from supple.ui.screenshot import Studio

_LEFT_S = 12.0
_INTERVAL_S = 50 * 60.0


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
    facts = DeskFacts(studio.app, lambda: False)
    facts.count_breaks()
    view = BreakWords(studio.app.words).reminder(host.news, facts.now())
    pop_up = pop_up_with_figure(studio.app, studio.dress.look)
    if view is not None:
        pop_up.show_view(view)
    return pop_up


SCREENS: "Mapping[str, Callable[[Studio], QWidget]]" = {
    "desk-break-window": _window(_holding),
    "desk-break-end": _window(_never),
    "reminder": _reminder,
}
