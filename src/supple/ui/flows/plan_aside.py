"""Leaves stretches out of the plan, and brings them back, at the page to adjust it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.core.plan.records import SetAside
from supple.ui.bindings.dates import Dates
from supple.ui.pages.plan_aside import AsideRows
from supple.ui.pages.plan_view import AsideRow
from supple.ui.widgets.menu_button import literal


class AsideFlow(QObject):
    """Keeps `rows` up to date. `library_wanted` is for whatever the plan does not suggest now."""

    library_wanted = Signal()
    failed = Signal(object)

    def __init__(self, app: Container, rows: AsideRows) -> None:
        super().__init__(rows)
        self._app = app
        self._rows = rows
        self._dates = Dates(app.words, app.language)
        rows.brought_back.connect(lambda ident: self._change(app.library.bring_back, ident))
        rows.more_wanted.connect(self._offer)

    def refresh(self) -> None:
        """Read anew what is left out. Raises StoreError."""
        self._rows.show_rows(tuple(map(self._row, self._app.safety.set_asides())))

    def _row(self, aside: SetAside) -> AsideRow:
        tr = self._app.words.gettext
        name = self._app.looking_back.exercise_name(aside.exercise)
        if aside.until_day is None:
            words = tr("Since {day}").format(day=self._dates.said(aside.from_day))
        else:
            words = tr("Until {day}").format(day=self._dates.said(aside.until_day))
        return AsideRow(aside.exercise, name, words)

    def _offer(self) -> None:
        """Let the user choose among the stretches that the plan has now."""
        tr, more = self._app.words.gettext, self._rows.more
        menu = QMenu(self._rows)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = self._app.looking_back.exercise_name
        for ident in sorted(self._app.planning.stretches(), key=name):
            action = menu.addAction(literal(name(ident)))
            action.triggered.connect(
                lambda *_, ident=ident: self._change(self._app.library.set_aside, ident)
            )
        menu.addSeparator()
        menu.addAction(tr("Another one, in the Library"), self.library_wanted.emit)
        menu.popup(more.mapToGlobal(QPoint(0, more.height())))

    def _change(self, change: Callable[[str], None], ident: str) -> None:
        try:
            change(ident)
            self.refresh()
        except SuppleError as error:
            self.failed.emit(error)
        self._rows.more.setFocus(Qt.FocusReason.OtherFocusReason)
