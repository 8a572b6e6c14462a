"""What the routine editor shows."""

import msgspec


class Number(msgspec.Struct, frozen=True):
    """A number to be set: its label, value, bounds and form, such as "{n} s"."""

    label: str
    value: int
    bounds: tuple[int, int, int]
    form: str


class RowView(msgspec.Struct, frozen=True):
    """One row. `exercise` is empty for a rest.

    `side` is "in-turn", "one-then-other", "left" or "right", or empty where there are none; `say`
    the user's own words, `picture` a picture of theirs as it stands in the routine.
    """

    exercise: str
    name: str
    dose: str
    time: str
    ground: str
    about: str = ""
    amount: Number | None = None
    sets: Number | None = None
    gap: Number | None = None
    side: str = ""
    say: str = ""
    picture: str = ""


class PartView(msgspec.Struct, frozen=True):
    """A part of the session: words with its time, seconds, and the token of its colour."""

    words: str
    seconds: float
    colour: str


class NoteView(msgspec.Struct, frozen=True):
    """Something to mind, and one fix (none if its words are empty). `id` and `place` come back."""

    id: str
    words: str
    fix: str = ""
    place: int = -1


class EditorView(msgspec.Struct, frozen=True):
    """A routine being edited."""

    name: str
    rows: tuple[RowView, ...]
    total: str
    parts: tuple[PartView, ...]
    notes: tuple[NoteView, ...]
    can_undo: bool = False
    can_redo: bool = False
    saved: bool = True


class FoundView(msgspec.Struct, frozen=True):
    """An exercise that can be added."""

    id: str
    name: str
    line: str
    ground: str
