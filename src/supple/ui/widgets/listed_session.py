"""What a row of a list of sessions paints."""

import msgspec


class SessionRow(msgspec.Struct, frozen=True):
    """One session of a list, or one row of a session.

    `exercise` stands for it in a picture, as a still shows it; without one, `icon` does. `chip` is
    how it felt or ended, `warm` where it hurt; `pain` such as "3 → 2".
    """

    id: str
    name: str
    line: str
    exercise: str
    chip: str = ""
    warm: bool = False
    pain: str = ""
    has_note: bool = False
    icon: str = "note"
    told: str = ""
