"""Owns the card of one session: what was done, how it felt, and what can be done with it."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.pages.history_view import DoneRow, SessionDetail
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG, SECTION
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card, IconLabel
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.text import Text

_NARROW: Final = 200


class DetailCard(Card):
    """One session. `again_wanted` carries its routine."""

    again_wanted = Signal(str)

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self._translations = translations
        self._again = ""
        tr = translations.gettext
        self._name = Text(look, SECTION, wrap=True)
        self._when = Text(look, BODY, colour="ink2", wrap=True)
        self._steps = QWidget()
        self._rows = QVBoxLayout(self._steps)
        self._rows.setContentsMargins(0, look.u(8), 0, look.u(8))
        self._pain = Text(look, BODY, wrap=True)
        self._feel = Text(look, BODY, wrap=True)
        self._note = Text(look, BODY, colour="ink2", wrap=True)
        self.edit = Button(
            look, tr("Edit"), icon="pencil-simple", weight=Weight.REGULAR, parent=self
        )
        self.again = Button(look, tr("Do it again"), parent=self)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self._again))
        self.delete = IconButton(look, "trash", tr("Delete this session"), parent=self)
        self._buttons = FlowRow(look, gap=8)
        self._buttons.set_items((self.edit, self.again, self.delete))
        for part in (self._name, self._when, self._steps, self._pain, self._feel, self._note):
            self.body.addWidget(part)
        self.body.addWidget(self._buttons)
        FocusRing(look, self._buttons).watch(self.edit, self.again, self.delete)

    def show_detail(self, detail: SessionDetail) -> None:
        """Show this session."""
        tr = self._translations.gettext
        self._again = detail.again
        self._name.set_words(detail.name)
        self._when.set_words(detail.when)
        self._show_steps(detail.done)
        self._pain.set_words(detail.pain, strong=tr("Back pain:"))
        self._pain.setVisible(bool(detail.pain))
        self._feel.set_words(detail.feel, strong=tr("It was:"))
        self._feel.setVisible(bool(detail.feel))
        self._note.set_words(detail.note)
        self._note.setVisible(bool(detail.note))
        for button, name in ((self.edit, ""), (self.delete, tr("Delete this session"))):
            button.setEnabled(detail.over)
            button.setToolTip(name if detail.over else tr("It isn't over yet."))
        self.again.setEnabled(bool(detail.again))
        self.again.setToolTip("" if detail.again else tr("Supple has no routine for it."))

    def focus_first(self) -> None:
        """Put the focus on what can be done."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_steps(self, done: tuple[DoneRow, ...]) -> None:
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in done:
            self._rows.addWidget(_Step(self._look, row))
        self._steps.setVisible(bool(done))


class _Step(QWidget):
    """An exercise with a tick where it was done, and how much."""

    def __init__(self, look: Look, row: DoneRow) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.u(3), 0, look.u(3))
        line.setSpacing(look.u(10))
        top = Qt.AlignmentFlag.AlignTop
        if row.done:
            mark = IconLabel(look, "check-circle", weight=Weight.FILL, colour="primary")
        else:
            mark = IconLabel(look, "minus-circle", colour="ink2")
        line.addWidget(mark, 0, top)
        self._look = look
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(Text(look, BODY, row.name, wrap=True), 1, top)
        style = BODY_STRONG if row.done else BODY
        self._words.addWidget(Text(look, style, row.amount, colour="ink2"), 0, top)
        line.addLayout(self._words, 1)
        self.setAccessibleName(f"{row.name}, {row.amount}")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put how much below the name where it is narrow."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = event.size().width() < self._look.u(_NARROW)
        self._words.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)


give_face(_Step, group)
