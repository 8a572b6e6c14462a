"""What works here: the doctor's report, line by line, in a sheet over the window."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.app.container import Container
from supple.devices.finding import Finding, Level
from supple.ui.background import Background
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG, SMALL
from supple.ui.widgets.button import Kind
from supple.ui.widgets.card import IconLabel
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.sheet import Answer
from supple.ui.widgets.sheet_over import SheetOver
from supple.ui.widgets.text import Text

_SIGNS: Final = {
    Level.OK: ("check-circle", "primary"),
    Level.LIMITED: ("minus-circle", "apricot_ink"),
    Level.MISSING: ("x-circle", "clay"),
}


class WorksFlow(QObject):
    """Looks at every part in the background, then shows what it found."""

    failed = Signal(object)

    def __init__(self, app: Container, look: Look, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._background = background
        self.over = SheetOver(look, window)

    def open(self) -> None:
        """Look, and show."""
        self._background.run(lambda: tuple(self._app.findings()), self.show, self.failed.emit)

    def show(self, findings: Sequence[Finding]) -> None:
        """Show these lines."""
        tr = self._app.words.gettext
        sheet = self.over.make(
            tr("What works here"),
            (Answer(tr("Close"), Kind.PRIMARY),),
            lambda _place: None,
            content=lambda look: _lines(look, findings, self._level_words()),
        )
        sheet.ask(tr("Every part of Supple on this computer, and what would mend it."))

    def _level_words(self) -> dict[Level, str]:
        tr = self._app.words.gettext
        return {
            Level.OK: tr("works"),
            Level.LIMITED: tr("limited"),
            Level.MISSING: tr("missing"),
        }


def _lines(look: Look, findings: Sequence[Finding], names: dict[Level, str]) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(mirrored_margins(box, 0, 0, look.u(8), 0))
    column.setSpacing(look.u(12))
    for each in findings:
        row = QHBoxLayout()
        row.setSpacing(look.u(12))
        icon, colour = _SIGNS[each.level]
        sign = IconLabel(look, icon, weight=Weight.FILL, colour=colour, size=22)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(look.u(2))
        title = Text(look, BODY_STRONG, wrap=True)
        title.set_parts(((f"{each.subject}:", names[each.level]),))
        words.addWidget(title)
        words.addWidget(Text(look, BODY, each.words, colour="ink2", wrap=True))
        if each.fix:
            words.addWidget(Text(look, SMALL, each.fix, colour="ink2", wrap=True))
        row.addLayout(words, 1)
        column.addLayout(row)
    column.addStretch(1)
    return box
