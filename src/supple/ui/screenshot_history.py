"""Pictures of History: its page in all ranges of data, the sessions, the form, the report."""

from typing import TYPE_CHECKING

from supple.app.invented import Wish, fill
from supple.core.history.totals import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from supple.ui.history_flow import HistoryFlow
    from supple.ui.screenshot import Studio
    from supple.ui.window import MainWindow


def _opened(studio: "Studio", wish: "Wish | None", span: Span) -> "tuple[MainWindow, HistoryFlow]":
    if wish is not None:
        fill(studio.app.store, wish)
    window = studio.window()
    window.places.stills.at_once = True
    flow = window.places.history
    flow.span = span
    window.go("history")
    flow.settle()
    return window, flow


def _page(
    sessions: int, days: int, span: Span, then: "Callable[[HistoryFlow], object] | None" = None
) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        until = studio.clock.wall().date()
        wish = Wish(until=until, sessions=sessions, steps=8, days=days) if sessions else None
        window, flow = _opened(studio, wish, span)
        if then is not None:
            then(flow)
            flow.settle()
        return window

    return show


def _session(flow: "HistoryFlow") -> None:
    flow.page.latest.list.buttons[1].click()
    flow.settle()


def _edit(flow: "HistoryFlow") -> None:
    _session(flow)
    flow.past.page.detail.edit.click()


def _deleted(flow: "HistoryFlow") -> None:
    _session(flow)
    flow.past.page.detail.delete.click()


SCREENS: "Mapping[str, Callable[[Studio], QWidget]]" = {
    "history": _page(120, 180, Span.MONTHS_6),
    "history-few": _page(0, 0, Span.WEEKS_4),
    "history-ten-years": _page(2_500, 3_652, Span.ALL),
    "history-sessions": _page(120, 180, Span.MONTHS_6, _session),
    "history-edit": _page(120, 180, Span.MONTHS_6, _edit),
    "history-deleted": _page(120, 180, Span.MONTHS_6, _deleted),
    "history-by-hand": _page(120, 180, Span.MONTHS_6, lambda flow: flow.past.write_down()),
    "history-report": _page(120, 180, Span.MONTHS_6, lambda flow: flow.report.open(Span.MONTHS_6)),
}
