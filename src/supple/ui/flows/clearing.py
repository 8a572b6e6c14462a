"""Deleting much at once, in the window: always asked, with what goes said in numbers."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from supple.app.container import Container
from supple.devices.store.clearing import Kept
from supple.ui.background import Background
from supple.ui.pages.delete_form import BeforeForm, EverythingForm
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Kind, Size
from supple.ui.widgets.sheet import Answer, Sheet
from supple.ui.widgets.sheet_over import SheetOver

_A_YEAR = timedelta(days=365)
T = TypeVar("T")


class ClearingFlow(QObject):
    """Asks over `page`. `told` carries what was deleted; `emptied` tells that everything was."""

    told = Signal(str)
    emptied = Signal()
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, background: Background, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._background = background
        self.over = SheetOver(look, page)
        self.everything_form: EverythingForm | None = None
        self.before_form: BeforeForm | None = None

    def do(self, deed: str) -> None:
        """Do what a button of the settings asks for."""
        deeds = {
            "delete-pain": self.pain_and_notes,
            "delete-before": self.sessions_before,
            "delete": self.everything,
        }
        deeds[deed]()

    def pain_and_notes(self) -> None:
        """Offer to delete ratings of pain and notes."""
        tr = self._app.words.gettext

        def ask(kept: Kept) -> None:
            self._ask(
                tr("Delete pain ratings and notes?"),
                f"{_pain_words(self._app, kept)} {self._safety_copies()}",
                tr("Delete them"),
                self._app.clearing.forget_pain_and_notes,
            )

        self._count(ask)

    def offer_pain(self) -> None:
        """Offer to delete ratings of pain, now that they are no longer asked for."""
        tr = self._app.words.gettext

        def ask(kept: Kept) -> None:
            if kept.pain_ratings:
                self._ask(
                    tr("Delete the pain ratings that are there?"),
                    self._safety_copies(),
                    tr("Delete them"),
                    self._app.clearing.forget_pain,
                )

        self._count(ask)

    def offer_notes(self) -> None:
        """Offer to delete notes, now that they are no longer asked for."""
        tr = self._app.words.gettext

        def ask(kept: Kept) -> None:
            if kept.notes:
                self._ask(
                    tr("Delete the notes that are there?"),
                    self._safety_copies(),
                    tr("Delete them"),
                    self._app.clearing.forget_notes,
                )

        self._count(ask)

    def sessions_before(self) -> None:
        """Ask for a day, and offer to delete the sessions before it."""
        tr = self._app.words.gettext
        today = self._app.clock.wall().date()

        def make(look: Look) -> QWidget:
            self.before_form = BeforeForm(look, self._app.words, today - _A_YEAR, today)
            return self.before_form

        sheet = self._show(
            tr("Delete older sessions?"),
            (tr("Keep them"), tr("Delete them")),
            self._forget_before,
            make,
        )
        if self.before_form is not None:
            self.before_form.changed.connect(self._count_before)
        self._count_before()
        sheet.ask(self._safety_copies())

    def everything(self) -> None:
        """Ask for the word that deletes everything."""
        self._count(self._ask_for_everything)

    def _ask_for_everything(self, kept: Kept) -> None:
        tr = self._app.words.gettext

        def make(look: Look) -> QWidget:
            self.everything_form = EverythingForm(look, self._app.words)
            return self.everything_form

        sheet = self._show(
            tr("Delete everything?"),
            (tr("Keep everything"), tr("Delete everything")),
            self._forget_everything,
            make,
        )
        form = self.everything_form
        if form is not None:
            form.changed.connect(lambda: sheet.buttons[1].setEnabled(form.is_confirmed))
            sheet.buttons[1].setToolTip(form.field.accessibleName())
        sheet.buttons[1].setEnabled(False)
        sheet.ask(self._everything_words(kept))

    def _everything_words(self, kept: Kept) -> str:
        tr, many = self._app.words.gettext, self._app.words.ngettext
        routines = len(self._app.own_routines.files())
        counts = ", ".join(
            (
                many("{n} session", "{n} sessions", kept.sessions).format(n=kept.sessions),
                many("{n} reach check", "{n} reach checks", kept.tests).format(n=kept.tests),
                many("{n} routine of yours", "{n} routines of yours", routines).format(n=routines),
            )
        )
        line = tr(
            "{counts}, your plan, your safety answers and all safety copies on this computer. "
            "This can't be undone."
        )
        shared = tr("What your other computers hold stays theirs.")
        has_others = self._app.sharing.folder is not None
        return line.format(counts=counts) + (f" {shared}" if has_others else "")

    def _forget_everything(self) -> None:
        form = self.everything_form
        if form is None or not form.is_confirmed:
            return
        copy_to = _free_folder(self._app.clock.wall().date()) if form.copy.isChecked() else None

        def done(_none: None) -> None:
            self._app.note("welcome.page", "welcome")
            self._app.note("welcome.consented", value=False)
            self.emptied.emit()

        self._run(lambda: self._app.clearing.forget_everything(copy_to), done)

    def _forget_before(self) -> None:
        if self.before_form is not None:
            day = self.before_form.day
            self._forget(lambda: self._app.clearing.forget_before(day))

    def _count_before(self) -> None:
        form, words = self.before_form, self._app.words
        if form is None:
            return
        day = form.day

        def show(count: int) -> None:
            sheet = self.over.sheet
            if form is self.before_form and form.day == day and sheet is not None:
                line = words.ngettext("{n} session goes.", "{n} sessions go.", count)
                form.count.set_words(line.format(n=count))
                sheet.buttons[1].setEnabled(count > 0)
                sheet.arrange()

        self._run(lambda: self._app.clearing.sessions_before(day), show)

    def _safety_copies(self) -> str:
        return self._app.words.gettext(
            "A safety copy is made first; it and older copies hold them until you delete those too."
        )

    def _count(self, then: Callable[[Kept], None]) -> None:
        self._run(self._app.clearing.kept, then)

    def _ask(self, title: str, words: str, answer: str, forget: Callable[[], None]) -> None:
        keep = self._app.words.gettext("Keep them")
        self._show(title, (keep, answer), lambda: self._forget(forget)).ask(words)

    def _forget(self, forget: Callable[[], None]) -> None:
        tr = self._app.words.gettext
        self._run(forget, lambda _none: self.told.emit(tr("Deleted. A safety copy holds them.")))

    def _run(self, op: Callable[[], T], done: Callable[[T], None]) -> None:
        self._background.run(op, done, self.failed.emit)

    def _show(
        self,
        title: str,
        answers: tuple[str, str],
        deleted: Callable[[], None],
        make: Callable[[Look], QWidget] | None = None,
    ) -> Sheet:
        told = (
            Answer(answers[0], Kind.SECONDARY, Size.NORMAL),
            Answer(answers[1], Kind.DANGER, Size.NORMAL),
        )

        def answered(place: int) -> None:
            if place:
                deleted()

        return self.over.make(title, told, answered, content=make)


def _pain_words(app: Container, kept: Kept) -> str:
    many = app.words.ngettext
    pain = many("{n} pain rating goes.", "{n} pain ratings go.", kept.pain_ratings)
    notes = many("{n} note goes.", "{n} notes go.", kept.notes)
    return f"{pain.format(n=kept.pain_ratings)} {notes.format(n=kept.notes)}"


def _free_folder(day: date) -> Path:
    """A new folder on the desktop, or in the home folder where there is none."""
    place = QStandardPaths.StandardLocation.DesktopLocation
    desktop = Path(QStandardPaths.writableLocation(place))
    parent = desktop if desktop.is_dir() else Path.home()
    found, number = parent / f"Supple {day:%Y-%m-%d}", 1
    while found.exists():
        number += 1
        found = parent / f"Supple {day:%Y-%m-%d} ({number})"
    return found
