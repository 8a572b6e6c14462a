"""The sections of the Settings page, made from the table of options."""

from gettext import NullTranslations
from typing import TYPE_CHECKING, Literal, get_args, get_origin

import msgspec

from supple.core.catalogue.problem import told
from supple.devices.settings.settings import Settings, Value, option, options
from supple.ui.bindings.settings_data import about_rows, data_rows
from supple.ui.bindings.settings_keys import KeyWords
from supple.ui.bindings.settings_words import OptionWords, option_words
from supple.ui.pages.settings_view import (
    VOICE_TEST,
    Choice,
    Control,
    Count,
    Daily,
    Deed,
    Hours,
    Keys,
    Line,
    Row,
    Scale,
    Section,
    Several,
    Theme,
    Tick,
    Toggle,
    Told,
    Voices,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from supple.devices.settings.file import Unusable
    from supple.ui.widgets.charts.day_line import DayPicture

NOT_SHOWN = (
    "window.", "keys.", "shortcuts.", "welcome.", "first_run.", "session.without",
    "breaks.last_choice",
)  # fmt: skip
"""What the program keeps by itself, or asks for elsewhere."""

UNTOLD = "untold"
"""What a fact says where this desktop cannot."""
AUTOSTART = "autostart"
COUNTDOWN = "countdown-try"
_CAPTIONS = "session.captions"
_SLOW, _FAST = 150, 200
_QUIET = "breaks.quiet_"
_KEYS = ("keys.", "shortcuts.")
_STEPS = {"breaks.interval_min": 5}
_MENUS = ("appearance.language", "breaks.show_as")

Facts = dict[str, str]


class SettingsWords:
    """Builds the sections from the present settings.

    `languages` and `routines` are pairs of id and name to choose from.
    """

    def __init__(
        self,
        words: NullTranslations,
        languages: tuple[tuple[str, str], ...],
        routines: tuple[tuple[str, str], ...],
    ) -> None:
        self._words = words
        self._languages = languages
        self._routines = routines
        self._told = option_words(words)
        self.outputs: tuple[tuple[str, str], ...] = ()

    def sections(
        self,
        settings: Settings,
        facts: Facts,
        day: "DayPicture | None" = None,
        unusable: "tuple[Unusable, ...]" = (),
    ) -> tuple[Section, ...]:
        """All sections as they stand; `facts` are lines about data and program by name.

        `day` is today at the desk, where that is known; the rows of `unusable` say so.
        """
        notes = {each.key: self._note(each) for each in unusable}
        tr = self._words.gettext
        made: tuple[tuple[str, str, str, Callable[[], tuple[Row, ...]]], ...] = (
            ("breaks", tr("Desk breaks"), "desk", lambda: self._breaks(settings, facts, day)),
            ("voice", tr("Voice and sound"), "speaker-high", lambda: self._voice(settings, facts)),
            ("session", tr("Sessions"), "timer", lambda: self._sessions(settings)),
            ("look", tr("Appearance"), "palette", lambda: self._look(settings, facts)),
            ("data", tr("Data and privacy"), "shield-check", lambda: self._data(settings, facts)),
            ("keys", tr("Keys and remotes"), "keyboard", lambda: self._key_rows(settings, notes)),
            ("about", tr("About"), "info", lambda: about_rows(self._words, facts)),
        )
        return tuple(
            Section(ident, title, icon, tuple(_noted(row, notes) for row in rows()))
            for ident, title, icon, rows in made
        )

    def _note(self, found: "Unusable") -> str:
        tr = self._words.gettext
        line = tr(
            "In your settings file, {key} is {value}; that can't be used. This is the usual value."
        )
        return line.format(key=found.key, value=told(found.value, self._words))

    def _rows(self, settings: Settings, *prefixes: str) -> tuple[Row, ...]:
        shown = [each.key for each in options() if not each.key.startswith(NOT_SHOWN)]
        order = list(self._told)
        shown.sort(key=lambda key: order.index(key) if key in order else len(order))
        return tuple(
            self._row(settings, key)
            for prefix in prefixes
            for key in shown
            if key.startswith(prefix)
        )

    def _breaks(
        self, settings: Settings, facts: Facts, day: "DayPicture | None"
    ) -> tuple[Row, ...]:
        tr = self._words.gettext
        impossible = tr("Not possible here: this desktop doesn't tell.")
        rows = tuple(
            msgspec.structs.replace(row, blocked=True, value=False, detail=impossible)
            if facts.get(row.key) == UNTOLD
            else row
            for row in self._rows(settings, "breaks.")
        )
        start = Row(
            AUTOSTART,
            tr("Start with the computer"),
            Toggle(),
            tr("In the tray, without a window"),
            value=facts.get(AUTOSTART) == "on",
        )
        if facts.get(AUTOSTART) == UNTOLD:
            start = msgspec.structs.replace(start, blocked=True, detail=tr("Not possible here."))
        first, *rest = rows
        return (msgspec.structs.replace(first, control=Daily(day)), *rest, start)

    def _voice(self, settings: Settings, facts: Facts) -> tuple[Row, ...]:
        tr = self._words.gettext
        first, *rest = self._rows(settings, "voice.", "sound.", _CAPTIONS)
        test = (VOICE_TEST, tr("Test the voice"), "speaker-high")
        state = facts.get("voice", "")
        told = (Row("voice-state", "", Told("speaker-x"), state),) if state else ()
        return (msgspec.structs.replace(first, control=Toggle(tried=test)), *told, *rest)

    def _sessions(self, settings: Settings) -> tuple[Row, ...]:
        return tuple(row for row in self._rows(settings, "session.") if row.key != _CAPTIONS)

    def _look(self, settings: Settings, facts: Facts) -> tuple[Row, ...]:
        tr = self._words.gettext
        tall = facts.get(COUNTDOWN, "")
        afar = tr("To be read by somebody lying three metres away")
        trial = Deed(((COUNTDOWN, tr("Try it"), ""),))
        row = Row(COUNTDOWN, tr("Countdown size"), trial, f"{tall} {afar}".strip())
        rows = self._rows(settings, "appearance.")
        at = next(n for n, each in enumerate(rows) if each.key == "appearance.unit")
        return (*rows[:at], row, *rows[at:])

    def _data(self, settings: Settings, facts: Facts) -> tuple[Row, ...]:
        return data_rows(self._words, facts, self._rows(settings, "data."))

    def _key_rows(self, settings: Settings, notes: Facts) -> tuple[Row, ...]:
        found = " ".join(words for key, words in notes.items() if key.startswith(_KEYS))
        told = (Row("keys-unusable", "", Told("file-x"), found),) if found else ()
        return (*told, Row("keys", "", Keys(KeyWords(self._words).groups(settings))))

    def _row(self, settings: Settings, key: str) -> Row:
        told = self._told.get(key) or OptionWords(self._words.gettext(option(key).words))
        section, _, name = key.partition(".")
        value: Value = getattr(getattr(settings, section), name)
        return Row(key, told.title, self._control(key, told), told.detail, value)

    def _control(self, key: str, told: OptionWords) -> Control:
        special = self._special(key)
        if special is not None:
            return special
        if key.startswith(_QUIET):
            return Tick(self._words.gettext("Stay quiet while"))
        base, *metas = get_args(option(key).kind)
        if base is bool:
            return Toggle(inverted=told.inverted)
        if get_origin(base) is Literal:
            answers = tuple(
                (each, told.answers.get(str(each), str(each))) for each in get_args(base)
            )
            return Choice(answers, many=key in _MENUS)
        bounds = next((meta for meta in metas if isinstance(meta, msgspec.Meta) and meta.ge), None)
        if base is int and bounds is not None:
            return Count(int(bounds.ge or 0), int(bounds.le or 0), _STEPS.get(key, 1), told.form)
        return Line(told.hint)

    def _special(self, key: str) -> Control | None:
        tr = self._words.gettext
        if key == "voice.rate":
            speeds = ((80, tr("slow")), (_SLOW, tr("normal")), (_FAST + 1, tr("fast")))
            return Scale(100, 250, 5, "{n}", words=speeds)
        if key == "voice.volume":
            return Scale(0, 100, 5, tr("{n} %"), factor=100)
        if key == "appearance.text_percent":
            return Scale(80, 200, 10, tr("{n} %"), lettered=True)
        if key == "appearance.theme":
            return Theme(
                (("system", tr("Same as system")), ("light", tr("Light")), ("dark", tr("Dark")))
            )
        if key == "breaks.hours":
            return Hours(_days(self._words))
        if key == "voice.id":
            return Voices(waiting=tr("Looking for the voices of this computer …"))
        if key == "sound.output":
            return Choice((("", tr("As the system has it")), *self.outputs), many=True)
        if key == "appearance.language":
            return Choice((("", tr("Same as system")), *self._languages), many=True)
        if key == "breaks.routines":
            return Several(
                self._routines, tr("All for the desk"), tr("Delete takes them all again")
            )
        return None


def _noted(row: Row, notes: Facts) -> Row:
    """Tell first what could not be used of the option's own."""
    if row.key not in notes:
        return row
    return msgspec.structs.replace(row, detail=f"{notes[row.key]} {row.detail}".strip())


def _days(words: NullTranslations) -> tuple[tuple[str, str], ...]:
    tr = words.gettext
    return (
        (tr("M"), tr("Monday")),
        (tr("T"), tr("Tuesday")),
        (tr("W"), tr("Wednesday")),
        (tr("T"), tr("Thursday")),
        (tr("F"), tr("Friday")),
        (tr("S"), tr("Saturday")),
        (tr("S"), tr("Sunday")),
    )
