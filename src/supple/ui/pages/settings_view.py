"""What the Settings page shows: sections of rows, each row one option or one thing to do."""

from collections.abc import Sequence
from typing import Final

import msgspec

from supple.ui.pages.keys_view import KeyGroup
from supple.ui.widgets.charts.day_line import DayPicture

Value = bool | int | float | str


class Toggle(msgspec.Struct, frozen=True, tag=True):
    """On or off. `inverted` shows the opposite of the value.

    `tried` is a button beside it, as in a `Deed`.
    """

    inverted: bool = False
    tried: tuple[str, str, str] | None = None


class Tick(msgspec.Struct, frozen=True, tag=True):
    """A box to tick; those of one `group` stand together under its name."""

    group: str


class Daily(msgspec.Struct, frozen=True, tag=True):
    """On or off, with the line of today below it; None where nothing is known of the day."""

    day: DayPicture | None = None


class Choice(msgspec.Struct, frozen=True, tag=True):
    """One of a few, side by side; or, being `many`, in a menu. Pairs of value and words."""

    answers: tuple[tuple[Value, str], ...]
    many: bool = False


class Several(msgspec.Struct, frozen=True, tag=True):
    """Some of several: their ids, with spaces between; `none` is said where none is chosen."""

    answers: tuple[tuple[str, str], ...]
    none: str
    clear: str


class Count(msgspec.Struct, frozen=True, tag=True):
    """A number in `form`, such as "{n} min"."""

    least: int
    most: int
    step: int
    form: str


class Scale(msgspec.Struct, frozen=True, tag=True):
    """A number on a slider; `factor` times the value. `words` name some of them, or `form`.

    A `lettered` one is about letters, and has a small and a large one at its ends.
    """

    least: int
    most: int
    step: int
    form: str
    factor: int = 1
    words: tuple[tuple[int, str], ...] = ()
    lettered: bool = False

    def told(self, position: int) -> str:
        """A position in words: the last name at or below it, else its number."""
        named = [words for least, words in self.words if position >= least]
        return named[-1] if named else self.form.format(n=position)


class Year(msgspec.Struct, frozen=True, tag=True):
    """A year to type; `none` is said for 0."""

    none: str


class Line(msgspec.Struct, frozen=True, tag=True):
    """Text to type; `hint` is shown while it is empty."""

    hint: str = ""


class Theme(msgspec.Struct, frozen=True, tag=True):
    """The three themes as pictures."""

    answers: tuple[tuple[str, str], ...]


class Hours(msgspec.Struct, frozen=True, tag=True):
    """Working days and times. `days` are the letters and names of the seven days."""

    days: tuple[tuple[str, str], ...]


class Deed(msgspec.Struct, frozen=True, tag=True):
    """Buttons: id, words, icon. With `danger` the last one deletes all there is."""

    buttons: tuple[tuple[str, str, str], ...]
    danger: bool = False


class Keys(msgspec.Struct, frozen=True, tag=True):
    """What keys do, in groups; each line can be changed."""

    groups: tuple[KeyGroup, ...]


VOICE_TEST: Final = "voice-test"
"""What the button asks for that lets the voice be heard as it is set; a trial is named so."""


class Voices(msgspec.Struct, frozen=True, tag=True):
    """The voices of this computer: id, name, language, and the heading they stand under.

    None of them known yet: None.
    """

    voices: tuple[tuple[str, str, str, str], ...] | None = None
    waiting: str = ""


def trial_of(voice: str) -> str:
    """What hearing one of the voices is named; by its id."""
    return f"{VOICE_TEST}:{voice}"


class Head(msgspec.Struct, frozen=True, tag=True):
    """The title alone, above rows that belong together."""

    danger: bool = False


class Told(msgspec.Struct, frozen=True, tag=True):
    """Words alone; `icon` makes a note of them."""

    icon: str = ""


Control = (
    Toggle
    | Tick
    | Daily
    | Choice
    | Several
    | Count
    | Scale
    | Year
    | Line
    | Theme
    | Hours
    | Deed
    | Keys
    | Voices
    | Head
    | Told
)


class Row(msgspec.Struct, frozen=True):
    """One row. `key` is that of the option, or names what is to be done.

    A `blocked` one cannot be changed here; its detail says why.
    """

    key: str
    title: str
    control: Control
    detail: str = ""
    value: Value = ""
    blocked: bool = False


class Section(msgspec.Struct, frozen=True):
    """One page of the settings."""

    id: str
    title: str
    icon: str
    rows: tuple[Row, ...]


SettingsView = Sequence[Section]
