"""Owns the control of working hours: the days, and the times of all of them."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from supple.ui.pages.settings_controls import Tell
from supple.ui.pages.settings_view import Hours, Row
from supple.ui.theme.look import Look
from supple.ui.widgets.day_toggles import DayToggles
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_USUAL = "9:00-17:30"


def times_by_day(text: str) -> tuple[str, ...]:
    """The times of each day, Monday first, "" where there is no work."""
    week = [""] * len(_NAMES)
    for part in filter(None, (each.strip() for each in text.split(";"))):
        days, _, times = part.partition(" ")
        first, _, last = days.partition("-")
        start = _NAMES.index(first)
        length = (_NAMES.index(last or first) - start) % len(_NAMES) + 1
        for number in range(start, start + length):
            week[number % len(_NAMES)] = " ".join(times.split())
    return tuple(week)


def as_text(week: Sequence[str]) -> str:
    """The shortest text for these times by day."""
    parts: list[str] = []
    at = 0
    while at < len(week):
        end = at
        while end + 1 < len(week) and week[end + 1] == week[at]:
            end += 1
        if week[at]:
            days = _NAMES[at] if end == at else f"{_NAMES[at]}-{_NAMES[end]}"
            parts.append(f"{days} {week[at]}")
        at = end + 1
    return "; ".join(parts)


class HoursControl(FlowRow):
    """Days and one field of times, such as "9:00-12:30 13:15-17:30".

    Days with times of their own keep them until the field is changed.
    """

    def __init__(self, look: Look, row: Row, kind: Hours, tell: Tell) -> None:
        super().__init__(look, gap=14)
        self._key = row.key
        self._tell = tell
        self._week = times_by_day(str(row.value))
        self.days = DayToggles(look, kind.days)
        self.days.show_days([bool(times) for times in self._week])
        self.times = QLineEdit(self._usual())
        self.times.setAccessibleName(row.title)
        self.times.setPlaceholderText(_USUAL)
        self.times.setMinimumWidth(look.u(150))
        FocusRing(look, self).watch(self.times)
        self.set_items((self.days, self.times))
        self.days.changed.connect(self._change_days)
        self.times.editingFinished.connect(self._change_times)

    def _usual(self) -> str:
        counted = Counter(times for times in self._week if times)
        return counted.most_common(1)[0][0] if counted else _USUAL

    def _change_days(self, on: Sequence[bool]) -> None:
        usual = self._usual()
        self._week = tuple(
            (times or usual) if is_on else "" for times, is_on in zip(self._week, on, strict=True)
        )
        self._tell(self._key, as_text(self._week))

    def _change_times(self) -> None:
        if self.times.isModified():
            self.times.setModified(False)
            times = " ".join(self.times.text().split())
            self._week = tuple(times if is_on else "" for is_on in self.days.chosen())
            self._tell(self._key, as_text(self._week))
