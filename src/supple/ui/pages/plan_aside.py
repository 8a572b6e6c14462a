"""Owns the list of stretches that are left out, each with the way back."""

from gettext import NullTranslations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.pages.plan_view import AsideRow
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.setting_row import SettingRow
from supple.ui.widgets.text import Text


class AsideRows(QWidget):
    """`brought_back` carries the id of a stretch; `more_wanted` asks for one more to leave out.

    `renewed`: there are other rows.
    """

    renewed = Signal()
    brought_back = Signal(str)
    more_wanted = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tr = tr = translations.gettext
        self._shown: list[QWidget] = []
        self.buttons: dict[str, Button] = {}
        self._none = Text(look, BODY, tr("Nothing is left out."), colour="ink2", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.more = Button(look, tr("Leave a stretch out"), Kind.SECONDARY, Size.SMALL)
        self.more.clicked.connect(self.more_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.u(8), 0, 0)
        column.setSpacing(look.u(8))
        column.addWidget(Text(look, BODY_STRONG, tr("Stretches you leave out"), wrap=True))
        column.addWidget(self._none)
        column.addLayout(self._rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._ring = FocusRing(look, self)
        self._ring.watch(self.more)

    def show_rows(self, rows: tuple[AsideRow, ...]) -> None:
        """Show these stretches; the button for one more keeps its place below."""
        for widget in self._shown:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.buttons = {row.id: self._button(row) for row in rows}
        self._shown = [
            SettingRow(self._look, row.name, row.words, self.buttons[row.id]) for row in rows
        ]
        for widget in self._shown:
            self._rows.addWidget(widget)
        self._none.setVisible(not rows)
        self.renewed.emit()

    def _button(self, row: AsideRow) -> Button:
        button = Button(self._look, self._tr("Bring back"), Kind.SECONDARY, Size.SMALL)
        button.setAccessibleDescription(row.name)
        button.clicked.connect(lambda *_: self.brought_back.emit(row.id))
        self._ring.watch(button)
        return button
