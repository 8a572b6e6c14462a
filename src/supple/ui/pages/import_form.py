"""Owns what is asked and told around an import: columns of a table, faulty lines, how far it is."""

from collections.abc import Mapping, Sequence
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from supple.core.history.foreign import FIELDS
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.menu_button import MenuButton
from supple.ui.widgets.text import Text

_NEEDED: Final = ("day", "minutes")
_FULL: Final = 1_000
_LINES_SHOWN: Final = 6


class MappingForm(QWidget):
    """Which column of somebody's table means what. `changed` tells of another answer."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        columns: Sequence[str],
        guessed: Mapping[str, str],
    ) -> None:
        super().__init__()
        tr = translations.gettext
        names = {
            "day": tr("Day"),
            "minutes": tr("Minutes"),
            "time": tr("Time of day"),
            "name": tr("What you did"),
            "note": tr("Note"),
            "before": tr("Back pain before, 0 to 10"),
            "after": tr("Back pain after, 0 to 10"),
        }
        self._chosen = dict(guessed)
        self.menus: dict[str, MenuButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.u(8), 0, 0)
        grid.setVerticalSpacing(look.u(8))
        grid.setColumnStretch(0, 1)
        order = sorted(FIELDS, key=lambda field: field not in _NEEDED)
        for row, field in enumerate(order):
            nothing = tr("choose …") if field in _NEEDED else tr("not there")
            answers = [("", nothing), *((column, column) for column in columns)]
            menu = self.menus[field] = MenuButton(look, names[field], answers)
            menu.choose(guessed.get(field, ""))
            menu.chosen.connect(lambda column, field=field: self._take(field, column))
            end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            middle = Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(Text(look, BODY, names[field], wrap=True), row, 0, middle)
            grid.addWidget(menu, row, 1, end)
        FocusRing(look, self).watch(*self.menus.values())

    @property
    def columns(self) -> dict[str, str]:
        """Field to column, as far as chosen."""
        return {field: column for field, column in self._chosen.items() if column}

    @property
    def is_whole(self) -> bool:
        """Whether what every row needs has a column."""
        return all(self._chosen.get(field) for field in _NEEDED)

    def _take(self, field: str, column: str) -> None:
        self._chosen[field] = column
        self.changed.emit()


class FaultsForm(QWidget):
    """Faulty lines to read, below each other."""

    def __init__(self, look: Look, name: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.lines = QPlainTextEdit("\n".join(lines))
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(name)
        self.lines.setFixedHeight(look.u(22 * min(len(lines), _LINES_SHOWN) + 28))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.u(8), 0, 0)
        column.addWidget(self.lines)
        FocusRing(look, self).watch(self.lines)


class ProgressForm(QWidget):
    """How far a long import is."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setRange(0, _FULL)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name)
        self.bar.setFixedHeight(look.u(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.u(12), 0, look.u(4))
        column.addWidget(self.bar)

    def show_share(self, share: float) -> None:
        """Show how much is done, from 0 to 1."""
        self.bar.setValue(round(share * _FULL))
