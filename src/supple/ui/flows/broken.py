"""What is wrong with a routine's file that cannot be read, and what it may hold instead."""

from collections.abc import Callable, Iterable
from gettext import NullTranslations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.app.catalogue import BrokenRoutine
from supple.app.container import Container
from supple.core.catalogue.problem import told
from supple.core.catalogue.reading import Key, keys_of
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD
from supple.ui.widgets.button import Kind, Size
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.sheet import Answer
from supple.ui.widgets.sheet_over import SheetOver
from supple.ui.widgets.text import Text

_OPEN, _ALLOWED = 1, 2


class BrokenFlow:
    """Tells it in sheets over `page`; `open_file` opens a file in the editor of the system."""

    def __init__(
        self, app: Container, look: Look, page: QWidget, open_file: Callable[[str], object]
    ) -> None:
        self._app = app
        self._open_file = open_file
        self.over = SheetOver(look, page)

    def show(self, path: str) -> None:
        """Tell what is wrong with this file."""
        found = next((each for each in self._app.catalogue.broken() if each.path == path), None)
        if found is not None:
            self._show(found)

    def _show(self, found: BrokenRoutine) -> None:
        words, tr = self._app.words, self._app.words.gettext
        title = tr("“{name}” couldn't be read").format(name=found.name)

        def answered(place: int) -> None:
            if place == _OPEN:
                self._open_file(found.path)
            elif place == _ALLOWED:
                self.show_allowed(found)

        sheet = self.over.make(
            title,
            (
                Answer(tr("Close"), Kind.SECONDARY, Size.NORMAL),
                Answer(tr("Open the file"), Kind.PRIMARY, Size.NORMAL),
                Answer(tr("Show what's allowed"), Kind.QUIET, Size.NORMAL),
            ),
            answered,
            content=lambda look: _faults(look, found.faults(words)),
        )
        sheet.ask(tr("The other routines work."))

    def show_allowed(self, found: BrokenRoutine) -> None:
        """Tell what any such file may hold; from there it goes back to what is wrong with it."""
        words, tr = self._app.words, self._app.words.gettext

        def answered(place: int) -> None:
            if place == _OPEN:
                self._open_file(found.path)
            else:
                self._show(found)

        sheet = self.over.make(
            tr("What a routine's file may hold"),
            (
                Answer(tr("Back"), Kind.SECONDARY, Size.NORMAL),
                Answer(tr("Open the file"), Kind.PRIMARY, Size.NORMAL),
            ),
            answered,
            content=lambda look: _allowed(look, words, self._app.catalogue.exercise_ids),
        )
        sheet.ask(tr("A text file in the TOML format. What has a * must be there."))


def _faults(look: Look, faults: Iterable[str]) -> QWidget:
    box, column = _column(look)
    for each in faults:
        column.addWidget(Text(look, BODY, each, wrap=True))
    return box


def _column(look: Look) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(mirrored_margins(box, 0, 0, look.u(8), 0))
    column.setSpacing(look.u(6))
    return box, column


def _allowed(look: Look, words: NullTranslations, exercises: Iterable[str]) -> QWidget:
    """The keys of the file and of its rows, each with what may stand there."""
    tr = words.gettext
    box, column = _column(look)
    groups = (
        (tr("In the file"), keys_of(Routine)),
        (tr("In each row of steps"), keys_of(RoutineStep)),
        (tr("In a row that is a rest"), keys_of(RestRow)),
    )
    for title, keys in groups:
        column.addWidget(Text(look, CARD, title, wrap=True))
        lines = Text(look, BODY, colour="ink2", wrap=True)
        lines.set_parts(tuple(_line(key, words) for key in keys))
        column.addWidget(lines)
        column.addSpacing(look.u(8))
    column.addWidget(Text(look, CARD, tr("The exercises"), wrap=True))
    column.addWidget(Text(look, BODY, ", ".join(exercises), colour="ink2", wrap=True))
    return box


def _line(key: Key, words: NullTranslations) -> tuple[str, str]:
    return f"{key.name} *" if key.is_needed else key.name, told(key.allowed, words)
