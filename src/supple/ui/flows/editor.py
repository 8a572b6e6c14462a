"""The routine editor: what its page tells becomes a change of the routine, kept at once."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from supple.app.container import Container
from supple.app.editing import Editing
from supple.app.editor import Mind, SideChoice, usual_hold, with_amount, with_gap, with_side
from supple.app.facets import Query
from supple.core.catalogue import draft
from supple.core.catalogue.exercise import Exercise
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.errors import InputError, SuppleError
from supple.ui.bindings.dates import Dates
from supple.ui.bindings.editor import EditorWords
from supple.ui.pages.editor import EditorPage
from supple.ui.paint.own_pictures import FILES, picture_from
from supple.ui.paint.stills import Stills
from supple.ui.theme.look import Look

_KINDEST_HOLD_S = 30


class EditorFlow(QObject):
    """Every signal but `failed` carries the id of the routine; `left`: the page is left."""

    left = Signal(str)
    start_wanted = Signal(str)
    copy_wanted = Signal(str)
    save_wanted = Signal(str)
    print_wanted = Signal(str)
    sheet_wanted = Signal(str)
    delete_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, stills: Stills, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._editor = app.editor
        self._entries = app.library.entries()
        self._words = EditorWords(
            app.words, app.library.facets, Dates(app.words, app.language).said
        )
        self._dose = app.editor.dose()
        self._editing = Editing(app.own_routines.new(), app.own_routines.save)
        self.page = EditorPage(look, app.words, stills.picture)
        self.page.palette_.show_found(self._words.found(self._entries))
        stills.drawn.connect(self.page.drawn)
        self._connect()

    def edit(self, routine: Routine) -> None:
        """Begin with a routine; what was done to another one can no longer be undone."""
        self._entries = self._app.library.entries()
        self._dose = self._editor.dose()
        self._editing = Editing(routine, self._app.own_routines.save)
        self.page.rows.open_place = -1
        self._show()

    def add(self, ident: str) -> None:
        """Add an exercise after the open row, else before the end of the routine."""
        self._insert(self._editor.step(ident))

    def _connect(self) -> None:
        page, rows = self.page, self.page.rows
        page.back.connect(lambda: self.left.emit(self._routine.id))
        page.renamed.connect(self._rename)
        page.undone.connect(lambda: self._do(self._editing.undo))
        page.redone.connect(lambda: self._do(self._editing.redo))
        page.rest_requested.connect(lambda: self._insert(self._editor.rest()))
        page.palette_.added.connect(self.add)
        page.dropped.connect(self._put)
        page.palette_.looked_for.connect(self._look_for)
        page.notes.fixed.connect(self._fix)
        for signal, wanted in (
            (page.start_requested, self.start_wanted),
            (page.copy_requested, self.copy_wanted),
            (page.save_requested, self.save_wanted),
            (page.print_requested, self.print_wanted),
            (page.sheet_requested, self.sheet_wanted),
            (page.delete_requested, self.delete_wanted),
        ):
            signal.connect(lambda wanted=wanted: wanted.emit(self._editing.routine.id))
        rows.moved.connect(lambda at, to: self._take(draft.moved(self._routine, at, to)))
        rows.copied.connect(lambda at: self._take(draft.doubled(self._routine, at)))
        rows.removed.connect(self._remove)
        rows.amount_changed.connect(self._amount)
        rows.sets_changed.connect(lambda at, n: self._step(at, lambda row: replace(row, sets=n)))
        rows.gap_changed.connect(
            lambda at, n: self._step(at, lambda row: with_gap(row, self._exercise(row), n))
        )
        rows.side_changed.connect(
            lambda at, side: self._step(at, lambda row: with_side(row, SideChoice(side)))
        )
        rows.say_changed.connect(
            lambda at, words: self._step(at, lambda row: replace(row, say=words))
        )

        rows.picture_wanted.connect(self._ask_picture)
        rows.picture_removed.connect(lambda at: self._set_picture(at, ""))

    @property
    def _routine(self) -> Routine:
        return self._editing.routine

    def _exercise(self, row: RoutineStep) -> Exercise:
        return self._app.catalogue.exercise(row.exercise)

    def _rename(self, name: str) -> None:
        self._take(replace(self._routine, name=name or self._routine.name))

    def _insert(self, row: draft.Row) -> None:
        place = self.page.rows.open_place
        at = place + 1 if place >= 0 else len(self._routine.steps)
        self._take(draft.inserted(self._routine, at, row))

    def _put(self, ident: str, place: int) -> None:
        """Add an exercise where it was let go."""
        rows = self.page.rows
        if rows.open_place >= place:
            rows.open_place += 1  # the row that is open stays so
        self._take(draft.inserted(self._routine, place, self._editor.step(ident)))
        rows.focus_row(place)

    def _remove(self, place: int) -> None:
        self._take(draft.removed(self._routine, place))
        self.page.rows.focus_row(place)

    def _amount(self, place: int, value: int) -> None:
        if isinstance(self._routine.steps[place], RestRow):
            self._take(draft.changed(self._routine, place, RestRow(value)))
        else:
            self._step(place, lambda row: with_amount(row, self._exercise(row), value))

    def _step(self, place: int, change: Callable[[RoutineStep], RoutineStep]) -> None:
        row = self._routine.steps[place]
        if isinstance(row, RoutineStep):
            self._take(draft.changed(self._routine, place, change(row)))

    def _ask_picture(self, place: int) -> None:
        tr = self._app.words.gettext
        dialog = QFileDialog(self.page, tr("Add a picture"), "")
        dialog.setNameFilters([tr("Pictures ({files})").format(files=FILES), tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_picture(place, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_picture(self, place: int, path: Path) -> None:
        """Let a row show the picture in a file."""
        try:
            self._set_picture(place, picture_from(path, self._app.words))
        except SuppleError as error:
            self.failed.emit(error)

    def _set_picture(self, place: int, picture: str) -> None:
        self._step(place, lambda row: replace(row, picture=picture))
        self.page.rows.focus_picture()

    def _fix(self, ident: str, place: int) -> None:
        match Mind(ident):
            case Mind.NO_WARM_UP:
                self._take(self._editor.warmed(self._routine))
            case Mind.LONG_HOLD:
                self._amount(place, _KINDEST_HOLD_S)
            case Mind.ODD_HOLD:
                self._usual_hold(place)
            case Mind.MANY_TIMES:
                self._step(place, lambda row: replace(row, sets=self._exercise(row).sets.max))
            case Mind.ONE_SIDE:
                self._step(place, self._editor.both_sides)
            case Mind.LEFT_OUT:
                self._remove(place)

    def _usual_hold(self, place: int) -> None:
        row = self._routine.steps[place]
        if isinstance(row, RoutineStep) and isinstance(row.hold_s, int):
            self._amount(place, usual_hold(self._exercise(row), row.hold_s))

    def _look_for(self, words: str) -> None:
        found = self._app.library.find(self._entries, Query(words=words))
        self.page.palette_.show_found(self._words.found(found))

    def _take(self, routine: Routine) -> None:
        if not draft.has_room(routine):
            tr = self._app.words.gettext
            full = tr("There is no room for another picture in this routine.")
            self.failed.emit(InputError(full))
            return
        self._do(lambda: self._editing.change(routine))

    def _do(self, action: Callable[[], None]) -> None:
        try:
            action()
        except SuppleError as error:
            self.failed.emit(error)
        self._show()

    def _show(self) -> None:
        today = self._app.clock.wall().date()
        facts = self._editor.facts(self._routine, self._dose, today)
        self.page.show_view(self._words.view(self._editing, facts))
