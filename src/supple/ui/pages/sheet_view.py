"""What an illustrated sheet of paper shows."""

import msgspec


class SheetRow(msgspec.Struct, frozen=True):
    """One exercise: its picture, its name, how much, and how; `exercise` is empty for a rest.

    `picture` is one of the user's own, as it stands in the routine, in place of those of Supple.
    """

    exercise: str
    name: str
    dose: str = ""
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    picture: str = ""


class SheetView(msgspec.Struct, frozen=True):
    """The sheet of a routine, of one exercise, or a `dense` list of many.

    `foot` stands on every page.
    """

    title: str
    line: str
    rows: tuple[SheetRow, ...]
    foot: str
    dense: bool = False
