"""Pictures of History: its page in all ranges of data, the sessions, the form, the report."""

from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from supple.app.invented import Wish, fill, invented
from supple.core.history.lines import encode_line
from supple.core.history.totals import Span
from supple.core.plan.screening import Answers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from supple.ui.flows.history import HistoryFlow
    from supple.ui.screenshots.studio import Studio
    from supple.ui.window import MainWindow


def _opened(studio: "Studio", wish: "Wish | None", span: Span) -> "tuple[MainWindow, HistoryFlow]":
    """The History page over this wish alone, nothing of the studio's own weeks."""
    app = studio.app
    app.backups.delete_everything()
    app.safety.answer(Answers())
    if wish is not None:
        fill(app.store, wish)
    window = studio.window()
    window.places.stills.at_once = True
    flow = window.places.history  # built before it is opened, so that it opens at once
    flow.span = span
    window.go("history")
    flow.settle()
    return window, flow


def _page(
    sessions: int, days: int, span: Span, then: "Callable[[HistoryFlow], object] | None" = None
) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        until = studio.clock.wall().date()
        tell = studio.app.words.gettext
        wish = Wish(until=until, sessions=sessions, steps=16, days=days, tell=tell)
        window, flow = _opened(studio, wish if sessions else None, span)
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


def _report(flow: "HistoryFlow") -> None:
    flow.show_report(Span.MONTHS_6, with_pain=True)


def _table(flow: "HistoryFlow") -> None:
    flow.page.cards()[1].toggle_table()


def _import(make: "Callable[[], tuple[str, bytes]]") -> "Callable[[HistoryFlow], None]":
    def show(flow: "HistoryFlow") -> None:
        name, content = make()
        with TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.write_bytes(content)
            flow.importing.look_at(path)
            flow.settle()

    return show


def _table_of_a_phone() -> tuple[str, bytes]:
    return "phone.csv", b"Date,Duration,Activity,Comment\n2026-05-01,20,Yoga,good\n"


def _faulty() -> tuple[str, bytes]:
    wish = Wish(until=date(2026, 5, 13))
    lines = [encode_line(version) for version in islice(invented(wish), 212)]
    head = b'{"format":"supple-history","version":1}'
    return "me.supple", b"\n".join([head, *lines[:85], b"{}", *lines[85:], lines[0][:40]])


SCREENS: "Mapping[str, Callable[[Studio], QWidget]]" = {
    "history": _page(120, 180, Span.MONTHS_6),
    "history-empty": _page(0, 0, Span.MONTHS_6),
    "history-few": _page(6, 36, Span.MONTHS_3),
    "history-ten-years": _page(2_500, 3_652, Span.ALL),
    "history-table": _page(120, 180, Span.MONTHS_6, _table),
    "history-sessions": _page(120, 180, Span.MONTHS_6, _session),
    "history-edit": _page(120, 180, Span.MONTHS_6, _edit),
    "history-deleted": _page(120, 180, Span.MONTHS_6, _deleted),
    "history-by-hand": _page(120, 180, Span.MONTHS_6, lambda flow: flow.past.write_down()),
    "history-export": _page(120, 180, Span.MONTHS_6, lambda flow: flow.exporting.open()),
    "history-import": _page(120, 180, Span.MONTHS_6, _import(_table_of_a_phone)),
    "history-import-faults": _page(120, 180, Span.MONTHS_6, _import(_faulty)),
    "history-report": _page(120, 180, Span.MONTHS_6, _report),
}
