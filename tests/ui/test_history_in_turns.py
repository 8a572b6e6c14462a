"""History comes up in small turns: what is seen first comes first, and is all that is loaded."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.sessions import Request
from supple.core.history.records import Source
from supple.core.history.totals import Span
from supple.ui.flows.history import HistoryFlow
from tests.ui.test_history import TODAY, flow, lived, titles
from tests.ui.windows import Program, live_through, program

FIRST = ["Days you stretched", "Minutes a week"]
MOST_MODULES = 30
LATER = (
    "supple.app.looking_closer",
    "supple.app.past_sessions",
    "supple.app.transfer",
    "supple.core.history.series",
    "supple.core.history.verdict",
    "supple.devices.store.charts",
    "supple.ui.bindings.history_",
    "supple.ui.bindings.report",
    "supple.ui.paint.chart_output",
    "supple.ui.flows.exporting",
    "supple.ui.flows.importing",
    "supple.ui.pages.export_form",
    "supple.ui.pages.history_cards",
    "supple.ui.pages.history_detail",
    "supple.ui.pages.history_edit",
    "supple.ui.pages.history_sessions",
    "supple.ui.pages.import_form",
    "supple.ui.pages.report",
    "supple.ui.paint.paper",
    "supple.ui.flows.past",
    "supple.ui.flows.report",
    "supple.ui.paint.report_paint",
    "supple.ui.widgets.charts.chart_face",
    "supple.ui.widgets.charts.chart_table",
    "supple.ui.widgets.charts.holds",
    "supple.ui.widgets.charts.pain",
    "supple.ui.widgets.charts.reach",
    "supple.ui.widgets.charts.sides",
    "supple.ui.widgets.charts.sitting",
    "supple.ui.widgets.empty_place",
    "supple.ui.widgets.session_row",
    "PySide6.QtPrintSupport",
)
"""How the names begin of what nobody needs to see the first charts."""
NEEDED = "supple.ui.bindings.history_days"

VISIT = """
import os, sys
from pathlib import Path
from supple.app.container import Container
from supple.app.invented import Wish, fill
from supple.ui.dress import Dress
from supple.ui.window import MainWindow
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

qt = QApplication(["supple"])
with Container(os.environ, language="en") as app:
    app.change_setting("welcome.page", "done")
    fill(app.store, Wish(until=app.clock.wall().date(), sessions=30, steps=4, days=60))
    window = MainWindow(app, Dress(qt, app.settings))
    window.show_today()
    window.show()
    window.fill_today()
    for _ in range(20):
        qt.processEvents()
    before = set(sys.modules)
    window.go("history")
    while "history" not in vars(window.places):
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    page = window.places.history.page
    page.built.connect(lambda: print(*sorted(set(sys.modules) - before)))
    loop = QEventLoop()
    page.built.connect(lambda: page.is_complete and loop.quit())
    loop.exec()
"""


def loaded_at_each_stage(home: Path) -> list[list[str]]:
    """What a first visit has loaded when its first charts are built, and the other parts."""
    environ = {**os.environ, "SUPPLE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", VISIT], env=environ, capture_output=True, text=True, check=True
    )
    return [line.split() for line in done.stdout.splitlines()]


def test_nothing_that_comes_later_is_loaded_before_the_first_charts(tmp_path: Path) -> None:
    first, *_, last = loaded_at_each_stage(tmp_path)
    assert NEEDED in first
    assert [name for name in first if name.startswith(LATER) and name != NEEDED] == []
    assert len(first) <= MOST_MODULES
    assert {"supple.app.looking_closer", "supple.ui.pages.history_cards"} <= set(last)


def visited(made: Program) -> HistoryFlow:
    """History as it stands when its first charts are built."""
    made.window.go("history")
    here = flow(made)
    here.background.settle()
    here.page.finish()
    return here


def test_numbers_and_the_first_charts_are_seen_before_the_rest_is_read(
    qtbot: QtBot, qapp: QApplication, supple_home: Path
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived()) as made:
        here = visited(made)
        assert made.window.shell.place == "history"
        assert titles(made) == FIRST
        assert made.says("recent weeks with a stretch")
        assert not made.says("Latest sessions")
        here.settle()
        assert titles(made)[:3] == [*FIRST, "Reach"]
        assert made.says("Latest sessions")
        assert made.says("Is it helping?")


def test_no_turn_builds_more_than_one_card(
    qtbot: QtBot, qapp: QApplication, supple_home: Path
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived()) as made:
        here = visited(made)
        while not here.page.is_complete:
            known = len(here.page._cards)
            here.page._next_step()
            assert len(here.page._cards) <= known + 1
            if not here.page.is_building:
                here._read_on()
                here.background.settle()


def test_another_range_keeps_what_is_there_until_all_its_totals_are_known(
    qtbot: QtBot, qapp: QApplication, supple_home: Path
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived()) as made:
        here = visited(made)
        here.settle()
        here.page.span_chosen.emit(Span.YEAR.value)
        here.background.settle()
        here.page.finish()
        assert titles(made) == [*FIRST, "Reach", "Reach", "Reach"]
        here.settle()


def test_a_place_gone_to_meanwhile_stays(
    qtbot: QtBot, qapp: QApplication, supple_home: Path
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived()) as made:
        made.window.go("history")
        made.window.go("library")
        flow(made).settle()
        assert made.window.shell.place == "library"
        made.window.go("history")
        assert made.window.shell.place == "history"


def test_who_goes_back_to_today_meanwhile_stays_there(
    qtbot: QtBot, qapp: QApplication, supple_home: Path
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived()) as made:
        made.window.go("history")
        made.window.go("today")
        flow(made).settle()
        assert made.window.shell.place == "today"


def test_a_session_that_begins_meanwhile_comes_back_to_where_it_began(
    qtbot: QtBot, qapp: QApplication, supple_home: Path
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived()) as made:
        made.window.go("history")
        made.window.begin(Request("desk-break-2", Source.WINDOW, voiced=False))
        flow(made).settle()
        assert made.window.shell.place == "today"
        live_through(made)


def test_a_day_can_be_what_is_opened_first(
    qtbot: QtBot, qapp: QApplication, supple_home: Path
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived()) as made:
        made.window.places.open_day(TODAY.isoformat())
        here = flow(made)
        here.settle()
        assert made.window.shell.place == "history"
        assert here.widget.currentWidget() is here.past.page


def test_a_reading_that_takes_long_is_told(
    qtbot: QtBot, qapp: QApplication, supple_home: Path
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived()) as made:
        here, gate = flow(made), Event()
        here.background.run(gate.wait, lambda _done: None, here.failed.emit)
        made.window.go("history")
        assert made.window.shell.place == "today"
        qtbot.waitUntil(lambda: made.says("One moment…"))
        gate.set()
        here.settle()
        assert not made.says("One moment…")
        assert titles(made)[:2] == FIRST
