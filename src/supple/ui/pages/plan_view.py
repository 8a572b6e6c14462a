"""Owns what the Plan page is given: frozen records, ready to be painted."""

from enum import Enum, auto

import msgspec

from supple.ui.widgets.month_grid import MonthDay


class PhaseState(Enum):
    """Where a phase lies from here."""

    DONE = auto()
    HERE = auto()
    LATER = auto()


class Phase(msgspec.Struct, frozen=True):
    """One phase of the plan. `facts` are (number, what it counts)."""

    id: str
    weeks: str
    name: str
    state: PhaseState
    chip: str
    facts: tuple[tuple[str, str], ...]
    line: str


class PhaseInside(msgspec.Struct, frozen=True):
    """What a phase contains: a title, its weeks, and rows of a label with its lines."""

    id: str
    title: str
    words: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


class PlanNote(msgspec.Struct, frozen=True):
    """Something the plan has to say, and what can be done: (id, words)."""

    words: str
    actions: tuple[tuple[str, str], ...] = ()


class AsideRow(msgspec.Struct, frozen=True):
    """A stretch that is left out, and since or until when."""

    id: str
    name: str
    words: str


class WeekRow(msgspec.Struct, frozen=True):
    """One session of this week. `routine` can be started where `starts` has words.

    `exercise` stands for it in a picture.
    """

    title: str
    words: str
    routine: str = ""
    starts: str = ""
    done: bool = False
    exercise: str = ""


class PlanView(msgspec.Struct, frozen=True):
    """All of the page. `paused` names the button that goes on; empty where the plan runs.

    `can_change` is False where sessions are closed: nothing can be planned then.
    """

    line: str
    phases: tuple[Phase, ...]
    month: str
    heads: tuple[str, ...]
    days: tuple[MonthDay, ...]
    rows: tuple[WeekRow, ...]
    notes: tuple[PlanNote, ...] = ()
    week_line: str = ""
    runs: bool = True
    go_on: str = ""
    undo: str = ""
    can_change: bool = True
