"""Owns the page on which the plan is set by hand."""

from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from supple.core.plan.dose import Day, Stage
from supple.core.plan.progress import above_stage
from supple.core.plan.records import Adjust
from supple.ui.pages.first_run import StepPage
from supple.ui.pages.plan_aside import AsideRows
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG, SMALL
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.choice_row import ChoiceRow
from supple.ui.widgets.switch import Switch, TickRow
from supple.ui.widgets.text import Text

_PLAN: Final = "plan"
_MOST_DAYS: Final = 4
_BAR: Final = 12
_DAYS: Final[tuple[Day, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class AdjustView(msgspec.Struct, frozen=True):
    """What the page begins with: `day_names` of Monday to Sunday.

    `note` is said of whatever is above what `stage` suggests. `daily` is None where a little every
    day is not yet offered.
    """

    adjust: Adjust
    day_names: tuple[str, ...]
    note: str
    stage: Stage
    daily: bool | None = None


class AdjustPage(StepPage):
    """Asks; `main` means that the answers in `adjust` and `daily` are to hold."""

    begin_again = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        self.days: dict[Day, TickRow] = {}
        super().__init__(look, translations, parent)
        tr = translations.gettext
        self._stage: Stage | None = None
        self._notes: dict[str, Text] = {}
        self.title.set_words(tr("Adjust your plan"))
        self.lead.set_words(tr("Whatever you leave to the plan follows your phase."))
        self.show_main(tr("Save"))
        self.show_other(tr("Begin again with weeks 1 and 2"))
        self.other_button.clicked.connect(self.begin_again)
        left = (_PLAN, tr("Plan"))
        self.sessions = self._row(
            tr("Sessions a week"), (left, *((str(n), str(n)) for n in (2, 3, 4)))
        )
        self._add_note("sessions", self.sessions)
        self.hold = self._row(tr("Hold"), (left, *((str(n), f"{n} s") for n in (15, 20, 25, 30))))
        self._add_note("hold_s", self.hold)
        self.times = self._row(tr("Times"), (("2", tr("2 times")), ("3", tr("3 times"))))
        self._add_note("more_sets", self.times)
        self.minutes = self._row(
            tr("Length of a session"),
            ((_PLAN, tr("Any")), *((str(n), tr("{n} min").format(n=n)) for n in (10, 15, 20))),
        )
        self.body.addSpacing(look.u(8))
        self.body.addWidget(Text(look, BODY_STRONG, tr("Days I like"), wrap=True))
        self._days = QGridLayout()
        self._days.setSpacing(look.u(8))
        self.body.addLayout(self._days)
        self.extra = self._switch(tr("One more hold on the tighter side"))
        self.daily = self._switch(tr("A little every day"))
        self.forget = Button(look, tr("Leave it all to the plan"), Kind.QUIET)
        self.forget.clicked.connect(self._forget)
        self.body.addWidget(self.forget)
        self.aside = AsideRows(look, translations)
        self.aside.renewed.connect(self.order_focus)
        self.body.addWidget(self.aside)
        self.body.addStretch(1)
        self.ring.watch(self.forget)

    @property
    def adjust(self) -> Adjust:
        """What was chosen."""
        return Adjust(
            sessions=_number(self.sessions.value),
            days=tuple(day for day, row in self.days.items() if row.isChecked()),
            hold_s=_number(self.hold.value),
            more_sets=self.times.value == "3",
            minutes=_number(self.minutes.value),
            extra_set=self.extra.isChecked(),
        )

    def show_view(self, view: AdjustView) -> None:
        """Paint `view`."""
        self._stage = view.stage
        for note in self._notes.values():
            note.set_words(view.note)
        if not self.days:
            for index, (day, name) in enumerate(zip(_DAYS, view.day_names, strict=True)):
                row = self.days[day] = TickRow(self._look, name, lit=True)
                self._days.addWidget(row, 0, index)
                self.ring.watch(row)
            self.arrange()
        self.daily.setChecked(view.daily is True)
        self._daily_row.setVisible(view.daily is not None)
        self._fill(view.adjust)

    def arrange(self) -> None:
        """Put as many days into a row as have room."""
        super().arrange()
        rows = list(self.days.values())
        if not rows:
            return
        gap, widest = self._look.u(8), max(row.minimumSizeHint().width() for row in rows)
        margins = self.body.contentsMargins()
        bar = self._look.u(_BAR)
        room = self.width() - self.scene.width() - margins.left() - margins.right() - bar
        columns = max(1, min(_MOST_DAYS, (room + gap) // (widest + gap)))
        for index, row in enumerate(rows):
            self._days.removeWidget(row)
            self._days.addWidget(row, index // columns, index % columns)

    def _fill(self, adjust: Adjust) -> None:
        self.sessions.choose(str(adjust.sessions or _PLAN))
        self.hold.choose(str(adjust.hold_s or _PLAN))
        self.times.choose("3" if adjust.more_sets else "2")
        self.minutes.choose(str(adjust.minutes or _PLAN))
        self.extra.setChecked(adjust.extra_set)
        for day, row in self.days.items():
            row.setChecked(day in adjust.days)
        self._tell()

    def _forget(self) -> None:
        self._fill(Adjust())
        self.daily.setChecked(False)

    def _add_note(self, field: str, row: ChoiceRow) -> None:
        """Have a line below the row for when it asks for more than is suggested."""
        note = self._notes[field] = Text(self._look, SMALL, colour="apricot_ink", wrap=True)
        self.body.addWidget(note)
        row.chosen.connect(self._tell)

    def _tell(self, _chosen: str = "") -> None:
        above = above_stage(self.adjust, self._stage) if self._stage else frozenset()
        for field, note in self._notes.items():
            note.setVisible(field in above)

    def _row(self, name: str, answers: tuple[tuple[str, str], ...]) -> ChoiceRow:
        self.body.addSpacing(self._look.u(8))
        self.body.addWidget(Text(self._look, BODY_STRONG, name, wrap=True))
        row = ChoiceRow(self._look, name, answers)
        self.body.addWidget(row)
        return row

    def _switch(self, words: str) -> Switch:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, self._look.u(6), 0, 0)
        row.addWidget(Text(self._look, BODY, words, wrap=True), 1)
        switch = Switch(self._look, words)
        row.addWidget(switch)
        self.body.addWidget(line)
        self.ring.watch(switch)
        self._daily_row = line  # the last one built
        return switch


def _number(choice: str) -> int | None:
    return int(choice) if choice.isdigit() else None
