"""Owns the form of a session: corrected afterwards, or written down when it was done elsewhere."""

from datetime import date
from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY_STRONG, SECTION, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.choice_row import ChoiceRow
from supple.ui.widgets.column import Column, narrow_edge
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.text import Text
from supple.ui.widgets.wheel import WheelWithFocus

_WIDEST: Final = 640
_NARROW_BELOW: Final = 330
_DAY_MIN: Final = 24 * 60
_NOTE_LINES: Final = 4


class Entry(msgspec.Struct, frozen=True):
    """What stands in the form. `name` and `minutes` are asked only of one done elsewhere."""

    day: date
    note: str = ""
    before: int | None = None
    after: int | None = None
    feel: str = ""
    name: str = ""
    minutes: int = 20
    elsewhere: bool = False


class EditPage(QScrollArea):
    """`kept` carries the Entry."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__()
        self._look = look
        self._tr = tr = translations.gettext
        self._elsewhere = False
        self._feel = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = Column()
        self.setWidget(self.content)
        self._title = Text(look, TITLE_SMALL, wrap=True)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Such as yoga, or a walk"))
        self.name.setMaxLength(200)
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        WheelWithFocus(self.day)
        self.day.setDisplayFormat(tr("d MMMM yyyy"))
        self.minutes = Stepper(
            look, tr("Minutes"), (1, _DAY_MIN, 5), tr("{n} min"), (tr("less"), tr("more"))
        )
        self.before = NumberScale(look, tr("Back pain before"), translations)
        self.after = NumberScale(look, tr("Back pain after"), translations)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        feels = (
            ("too-easy", tr("Too easy")),
            ("right", tr("About right")),
            ("too-strong", tr("Too strong")),
        )
        self.feel = ChoiceRow(look, tr("How was it?"), feels)
        self.feel.chosen.connect(self._take_feel)
        self.keep = Button(look, tr("Save"), Kind.PRIMARY)
        self.keep.clicked.connect(lambda: self.kept.emit(self.entry()))
        self.cancel = Button(look, tr("Cancel"))
        self.cancel.clicked.connect(self.left)
        self._lay()

    def show_entry(self, entry: Entry, title: str, today: date) -> None:
        """Put this into the form."""
        self._elsewhere = entry.elsewhere
        self._title.set_words(title)
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.day.setDate(QDate(entry.day.year, entry.day.month, entry.day.day))
        self.name.setText(entry.name)
        self.minutes.set_value(entry.minutes)
        self.before.choose(entry.before)
        self.after.choose(entry.after)
        self.note.setPlainText(entry.note)
        self._feel = entry.feel
        if entry.feel:
            self.feel.choose(entry.feel)
        for asked in self._only_elsewhere:
            asked.setVisible(entry.elsewhere)
        for told in self._only_here:
            told.setVisible(not entry.elsewhere)
        self.verticalScrollBar().setValue(0)

    def entry(self) -> Entry:
        """What stands in the form."""
        day = self.day.date()
        return Entry(
            day=date(day.year(), day.month(), day.day()),
            note=self.note.toPlainText(),
            before=self.before.value(),
            after=self.after.value(),
            feel=self._feel,
            name=self.name.text(),
            minutes=self.minutes.value(),
            elsewhere=self._elsewhere,
        )

    def focus_first(self) -> None:
        """Put the focus where the form begins."""
        first = self.name if self._elsewhere else self.day
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the lines short on wide windows."""
        super().resizeEvent(event)
        self._arrange()

    def _take_feel(self, feel: str) -> None:
        self._feel = feel

    def _lay(self) -> None:
        tr, look = self._tr, self._look
        self._column = QVBoxLayout(self.content)
        self._column.addWidget(self._title)
        labels: dict[QWidget, str] = {
            self.name: tr("What you did"),
            self.day: tr("Day"),
            self.minutes: tr("Minutes"),
            self.before: tr("Back pain before"),
            self.after: tr("Back pain after"),
            self.feel: tr("How was it?"),
            self.note: tr("Note"),
        }
        heads: dict[QWidget, Text] = {}
        for part, words in labels.items():
            heads[part] = Text(look, BODY_STRONG, words, wrap=True)
            self._column.addWidget(heads[part])
            self._column.addWidget(part)
            if not part.accessibleName():
                part.setAccessibleName(words)
        asked = self.name, self.minutes
        self._only_elsewhere = (*asked, *(heads[part] for part in asked))
        self._only_here = (self.feel, heads[self.feel])
        self._heads = tuple(heads.values())
        row = FlowRow(look, gap=8)
        row.set_items((self.keep, self.cancel))
        self._column.addSpacing(look.u(14))
        self._column.addWidget(row)
        self._column.addStretch(1)
        FocusRing(look, self.content).watch(self.name, self.day, self.note, self.keep, self.cancel)
        look.changed.connect(self._arrange)

    def _arrange(self) -> None:
        look = self._look
        narrow = self.viewport().width() < look.u(_NARROW_BELOW)
        self._title.set_style(SECTION if narrow else TITLE_SMALL)
        edge = narrow_edge(look, self.viewport().width())
        side = max(edge, (self.viewport().width() - look.u(_WIDEST)) // 2)
        self._column.setContentsMargins(side, look.u(24), side, look.u(24))
        self._column.setSpacing(look.u(6))
        for head in self._heads:
            head.setContentsMargins(0, look.u(12), 0, 0)
        for field in (self.day, self.name):
            field.setMinimumHeight(look.u(42))
        self.day.setMinimumWidth(look.u(120))
        self.day.setMaximumWidth(look.u(320))
        self.note.setFixedHeight(look.u(24 * _NOTE_LINES + 20))
