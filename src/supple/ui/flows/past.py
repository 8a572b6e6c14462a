"""Sessions of the past in the window: the list, one of them, its correction, its deletion."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supple.app.container import Container
from supple.app.past_sessions import AFTER, BEFORE, FEEL, ByHand, Correction, Whole
from supple.core.history.totals import Period, Span, period_of
from supple.devices.store.edits import Deleted
from supple.devices.store.listing import Cursor, Page
from supple.ui.bindings.titles import titles_in
from supple.ui.pages.history_edit import EditPage, Entry
from supple.ui.pages.history_sessions import SessionsPage
from supple.ui.pages.history_view import SessionDetail
from supple.ui.theme.look import Look
from supple.ui.widgets.listed_session import SessionRow

if TYPE_CHECKING:
    from supple.ui.flows.history import HistoryFlow


class PastFlow(QObject):
    """Owns the Sessions page and the form, in the stack of History."""

    session_wanted = Signal(str)
    left = Signal()
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, history: "HistoryFlow") -> None:
        super().__init__(history)
        self._app = app
        self._look = look
        self._history = history
        self._past = app.past_sessions
        self._words = history.words.sessions
        self._period = period_of(Span.YEAR, app.clock.wall().date())
        self._kind = ""
        self._more: Cursor | None = None
        self._whole: Whole | None = None
        self._deleted: Deleted | None = None
        self.form: EditPage | None = None
        tr = app.words.gettext
        kinds = (
            ("", tr("All kinds")),
            ("mat", tr("On the mat")),
            ("desk", tr("At the desk")),
            ("by-hand", tr("Written down")),
        )
        self.page = SessionsPage(look, app.words, kinds, history.stills.picture)
        history.widget.addWidget(self.page)
        self._connect()

    def _open_form(self, entry: Entry, title: str) -> None:
        """Open a form of its own for each entry, so that nothing of another one stays in it."""
        if self.form is not None:
            self._history.widget.removeWidget(self.form)
            self.form.deleteLater()
        form = self.form = EditPage(self._look, self._app.words)
        form.show_entry(entry, title, self._today)
        form.kept.connect(self._keep)
        form.left.connect(self._leave_form)
        self._history.widget.addWidget(form)
        self._history.widget.setCurrentWidget(form)
        form.focus_first()

    def open(self, period: Period | None, ident: str = "") -> None:
        """Show the sessions of a period, and one of them."""
        self._period = period or self._period
        dates = self._history.words.dates
        since, until = self._period.since, self._period.until
        words = dates.full(since)
        if since != until:
            words = f"{dates.day_of_year(since)} \u2013 {dates.day_of_year(until)}"
        self.page.say_period(words)
        self.page.show_detail(None)
        self._history.widget.setCurrentWidget(self.page)
        self._read(ident)

    def write_down(self) -> None:
        """Open the empty form for a session that was done elsewhere."""
        self._whole = None
        today = self._today
        title = self._app.words.gettext("A session done elsewhere")
        self._open_form(Entry(day=today, elsewhere=True), title)

    def _connect(self) -> None:
        page = self.page
        page.back_wanted.connect(self.left)
        page.export_wanted.connect(self._history.export)
        page.kind_chosen.connect(self._choose_kind)
        page.more_wanted.connect(self._read_more)
        page.session_chosen.connect(self._open_session)
        page.edit_wanted.connect(self._edit)
        page.again_wanted.connect(self.session_wanted)
        page.delete_wanted.connect(self._delete)
        self._history.stills.drawn.connect(lambda _ident: page.list.update_pictures())

    def _choose_kind(self, kind: str) -> None:
        self._kind = kind
        self.page.show_detail(None)
        self._read()

    def _read(self, ident: str = "", *, focus: str = "") -> None:
        """Read the list from its top, then open a session or put the focus on one."""
        period, kind = self._period, self._kind

        def read() -> tuple[Page, tuple[SessionRow, ...]]:
            page = self._app.looking_back.page(period, kind)
            return page, tuple(map(self._words.row, page.rows))

        def show(found: tuple[Page, tuple[SessionRow, ...]]) -> None:
            page, rows = found
            self._more = page.more
            self.page.show_rows(rows, more=page.more is not None)
            self.page.focus_row(ident or focus)
            if ident:
                self._open_session(ident)

        self._history.run(read, show)

    def _read_more(self) -> None:
        period, kind, below = self._period, self._kind, self._more

        def read() -> tuple[Page, tuple[SessionRow, ...]]:
            page = self._app.looking_back.page(period, kind, below)
            return page, tuple(map(self._words.row, page.rows))

        def show(found: tuple[Page, tuple[SessionRow, ...]]) -> None:
            page, rows = found
            self._more = page.more
            self.page.show_rows(rows, more=page.more is not None, below=True)
            if rows:
                self.page.focus_row(rows[0].id)

        self._history.run(read, show)

    def _open_session(self, ident: str) -> None:
        def read() -> tuple[Whole, SessionDetail] | None:
            whole = self._past.whole(ident)
            return None if whole is None else (whole, self._words.detail(whole))

        self._history.run(read, self._show_session)

    def _show_session(self, found: tuple[Whole, SessionDetail] | None) -> None:
        self._whole = None if found is None else found[0]
        self.page.show_detail(None if found is None else found[1])

    def _edit(self, ident: str) -> None:
        whole = self._whole
        if whole is None or whole.session.id != ident:
            return
        before, after, feel = whole.value(BEFORE), whole.value(AFTER), whole.value(FEEL)
        entry = Entry(
            day=whole.session.local_day,
            note=whole.session.note,
            before=before if isinstance(before, int) else None,
            after=after if isinstance(after, int) else None,
            feel=feel if isinstance(feel, str) else "",
        )
        self._open_form(entry, titles_in(self._app.catalogue)(whole.session))

    def _leave_form(self) -> None:
        if self._whole is None:
            self.left.emit()
        else:
            self._history.widget.setCurrentWidget(self.page)
            self.page.focus_row(self._whole.session.id)

    def _keep(self, entry: Entry) -> None:
        if entry.elsewhere:
            told = ByHand(
                name=entry.name,
                day=entry.day,
                minutes=entry.minutes,
                note=entry.note,
                before=entry.before,
                after=entry.after,
            )
            self._history.run(lambda: self._past.write_down(told), lambda _id: self.left.emit())
            return
        whole = self._whole
        if whole is None:
            return
        wanted = Correction(entry.day, entry.note, entry.before, entry.after, entry.feel or None)
        ident = whole.session.id

        def show(_done: None) -> None:
            self._history.widget.setCurrentWidget(self.page)
            self._read(ident)

        self._history.run(lambda: self._past.correct(whole, wanted), show)

    def _delete(self, ident: str) -> None:
        below = self.page.after(ident)

        def show(deleted: Deleted | None) -> None:
            self._deleted = deleted
            self._whole = None
            self.page.show_detail(None)
            if deleted is not None:
                self.page.undo.offer(self._deleted_words(deleted), self._undo)
            self._read(focus=below)

        self._history.run(lambda: self._past.delete(ident), show)

    def _deleted_words(self, deleted: Deleted) -> str:
        session = deleted.session
        line = self._app.words.gettext("Session deleted. {day}, {n} min.")
        return line.format(
            day=self._history.words.dates.long(session.local_day),
            n=max(1, round(session.active_s / 60)),
        )

    def _undo(self) -> None:
        deleted, self._deleted = self._deleted, None
        if deleted is None:
            return
        ident = deleted.session.id
        self._history.run(
            lambda: self._past.bring_back(deleted), lambda _done: self._read(focus=ident)
        )

    @property
    def _today(self) -> date:
        return self._app.clock.wall().date()
