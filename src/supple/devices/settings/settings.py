"""Every option of the program, once: key, type, bounds, default, words and since when.

The structs below are the option table. Validation, the settings file with its comments, the
settings page and the documentation all read it through `options()`.
"""

from functools import cache
from typing import Annotated, Literal, get_args, get_origin

import msgspec
from msgspec import Meta

from supple.core.breaks.hours import HOURS_PATTERN

Value = bool | int | float | str


def _words(text: str, *, since: str = "0.1.0") -> Meta:
    """What an option means, and the version that brought it."""
    return Meta(description=text, extra={"since": since})


class VoiceSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is spoken, and how."""

    on: Annotated[bool, _words("Speak the cues")] = True
    id: Annotated[str, Meta(max_length=200), _words("The voice; empty = fits the language")] = ""
    rate: Annotated[int, Meta(ge=80, le=400), _words("Speed in words a minute")] = 175
    volume: Annotated[float, Meta(ge=0, le=1), _words("Loudness, from 0 to 1")] = 1.0
    amount: Annotated[
        Literal["cues", "guide", "everything"], _words("How much is said in a session")
    ] = "guide"
    count_last_seconds: Annotated[bool, _words("Count the last three seconds of a hold")] = True


class SoundSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sounds without words."""

    tones: Annotated[bool, _words("A soft tone where a hold begins, is half over and ends")] = True
    output: Annotated[
        str, Meta(max_length=200), _words("Where sound goes; empty = as the system has it")
    ] = ""


class SessionSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How every session runs."""

    extra_ready_s: Annotated[Literal[0, 5, 10], _words("Extra seconds to get ready")] = 0
    extra_rest_s: Annotated[Literal[0, 5, 10], _words("Extra seconds to rest or change sides")] = 0
    warm_up_min: Annotated[Literal[5, 10], _words("Minutes of warm-up before a session")] = 5
    between: Annotated[
        Literal["go-on", "wait"], _words("Between stretches, go on or wait until I am ready")
    ] = "go-on"
    sides: Annotated[
        Literal["in-turn", "one-then-other"],
        _words("Change sides after each hold, or when all holds of one side are done"),
    ] = "in-turn"
    captions: Annotated[bool, _words("Show what is said")] = True
    full_screen: Annotated[bool, _words("Go full screen when a mat session starts")] = True
    keep_awake: Annotated[bool, _words("Keep the screen awake during a session")] = True
    pain: Annotated[
        Literal["always", "sometimes", "never"], _words("Ask how the back is, before and after")
    ] = "always"
    remind: Annotated[bool, _words("Remind me of the planned session")] = False
    remind_at_h: Annotated[int, Meta(ge=5, le=22), _words("Hour of the day for that")] = 18
    daily_pain: Annotated[bool, _words("Ask on Today how the back is, once a day")] = False
    without: Annotated[
        str, Meta(max_length=200), _words("Things that are not at hand, such as wall partner")
    ] = ""


class WelcomeSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was settled before the first session."""

    consented: Annotated[
        bool, _words("I have read what Supple is not, and will stop if something hurts")
    ] = False
    page: Annotated[
        Literal["welcome", "questions", "spot", "voice", "begin", "done"],
        _words("Where the set-up stands"),
    ] = "welcome"


class AppearanceSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the window looks like."""

    language: Annotated[str, Meta(max_length=20), _words("Language; empty = the system's")] = ""
    theme: Annotated[Literal["system", "light", "dark"], _words("Light or dark")] = "system"
    text_percent: Annotated[int, Meta(ge=80, le=200), _words("Text size in percent")] = 100
    contrast: Annotated[bool, _words("Stronger contrast")] = False
    motion: Annotated[Literal["system", "full", "reduced"], _words("How much moves")] = "system"
    unit: Annotated[Literal["cm", "inches"], _words("Lengths in centimetres or inches")] = "cm"
    lexend: Annotated[bool, _words("Titles in Lexend instead of the system's font")] = True
    rhythm: Annotated[bool, _words("Show your rhythm on Today")] = True
    minutes_left: Annotated[bool, _words("Show in a session how many minutes are left")] = True
    figure: Annotated[
        Literal["by-turns", "mia", "sam", "ada", "lin"], _words("Who shows the stretches")
    ] = "by-turns"


class BreakSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Desk breaks."""

    on: Annotated[bool, _words("Remind me of desk breaks")] = False
    interval_min: Annotated[int, Meta(ge=20, le=120), _words("Minutes at the desk between two")] = (
        50
    )
    length_min: Annotated[Literal[2, 3, 5], _words("Minutes that a break takes")] = 2
    away_min: Annotated[
        int, Meta(ge=2, le=30), _words("Minutes away that count as a whole break")
    ] = 5
    hours: Annotated[
        str,
        Meta(max_length=200, pattern=HOURS_PATTERN),
        _words("Working hours, such as mon-fri 9:00-12:30 13:15-17:30; sat 10:00-12:00"),
    ] = "mon-fri 9:00-17:30"
    typing_pause: Annotated[bool, _words("Wait for a pause in typing, at most 3 minutes")] = True
    quiet_do_not_disturb: Annotated[bool, _words("Stay quiet while do not disturb is on")] = True
    quiet_full_screen: Annotated[bool, _words("Stay quiet while an app is full screen")] = True
    quiet_call: Annotated[bool, _words("Stay quiet while camera or microphone is in use")] = True
    quiet_battery: Annotated[bool, _words("Stay quiet while on battery")] = False
    later_min: Annotated[Literal[5, 10, 20, 60], _words("Minutes that Later means")] = 10
    routines: Annotated[
        str,
        Meta(max_length=1_000),
        _words("The routines to choose from, by id; empty = all for the desk"),
    ] = ""
    show_as: Annotated[
        Literal["system", "pop-up", "notification", "tray"],
        _words("How a break asks; system = as fits this desktop"),
    ] = "system"
    full_screen: Annotated[bool, _words("A break covers all screens until it is over")] = False
    voice: Annotated[bool, _words("Speak in desk breaks")] = False
    chime: Annotated[bool, _words("A soft tone when a break asks")] = False
    last_choice: Annotated[
        str, Meta(max_length=200), _words("The break that was chosen last; empty = as fits")
    ] = ""
    last_choice_min: Annotated[
        int, Meta(ge=0, le=60), _words("How long that one takes, in minutes")
    ] = 0

    @property
    def offered_min(self) -> int:
        """How long the break that is offered takes, in minutes."""
        return (self.last_choice_min if self.last_choice else 0) or self.length_min


class DataSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is remembered, and where it goes."""

    daily_copies: Annotated[bool, _words("A safety copy each day that Supple is used")] = True
    notes: Annotated[bool, _words("Offer a note after each session")] = True
    answers: Annotated[
        bool, _words("Keep the safety answers one by one, not only what follows from them")
    ] = True
    shared_folder: Annotated[
        str, Meta(max_length=1_000), _words("A folder shared by your computers; empty = none")
    ] = ""


_KEYS = Meta(max_length=300)


class KeySettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Keys and buttons of remotes in a session, joined with " or "."""

    pause: Annotated[str, _KEYS, _words("Pause, go on")] = (
        "Space or . or F5 or Toggle Media Play/Pause or Media Play or Media Pause"
    )
    skip: Annotated[str, _KEYS, _words("Skip, start now")] = "Right or N or PgDown or Media Next"
    back: Annotated[str, _KEYS, _words("Back, or start this step again")] = (
        "Left or B or PgUp or Media Previous"
    )
    hurts: Annotated[str, _KEYS, _words("It hurts: stops at once")] = "H or Media Stop"
    again: Annotated[str, _KEYS, _words("Start this hold again")] = "R"
    lengths: Annotated[str, _KEYS, _words("Longer; in a pause change the lengths")] = "E"
    voice: Annotated[str, _KEYS, _words("Voice on or off")] = "V"
    captions: Annotated[str, _KEYS, _words("Captions on or off")] = "C"
    room: Annotated[str, _KEYS, _words("Across-the-room view")] = "F or F11"
    louder: Annotated[str, _KEYS, _words("Louder voice")] = "+ or ="
    quieter: Annotated[str, _KEYS, _words("Quieter voice")] = "-"
    leave: Annotated[str, _KEYS, _words("Leave full screen, then end")] = "Esc"
    end: Annotated[str, _KEYS, _words("End the session")] = "Q"
    sheet: Annotated[str, _KEYS, _words("These keys on one page, in a session")] = "? or F1"


class ShortcutSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Keys everywhere else."""

    today: Annotated[str, _KEYS, _words("Today")] = "Ctrl+1"
    library: Annotated[str, _KEYS, _words("Library")] = "Ctrl+2"
    routines: Annotated[str, _KEYS, _words("My routines")] = "Ctrl+3"
    plan: Annotated[str, _KEYS, _words("Plan")] = "Ctrl+4"
    history: Annotated[str, _KEYS, _words("History")] = "Ctrl+5"
    learn: Annotated[str, _KEYS, _words("Learn")] = "Ctrl+6"
    settings: Annotated[str, _KEYS, _words("Settings")] = "Ctrl+,"
    search: Annotated[str, _KEYS, _words("Search, where a page has one")] = "Ctrl+F or /"
    new_routine: Annotated[str, _KEYS, _words("New routine")] = "Ctrl+N"
    start: Annotated[str, _KEYS, _words("Start today's session")] = "Ctrl+Return"
    desk_break: Annotated[str, _KEYS, _words("Desk break now")] = "Ctrl+B"
    undo: Annotated[str, _KEYS, _words("Undo")] = "Ctrl+Z"
    redo: Annotated[str, _KEYS, _words("Redo")] = "Ctrl+Shift+Z"
    export: Annotated[str, _KEYS, _words("Export")] = "Ctrl+E"
    print: Annotated[str, _KEYS, _words("Print")] = "Ctrl+P"
    back: Annotated[str, _KEYS, _words("Back to the page before")] = "Alt+Left"
    table: Annotated[str, _KEYS, _words("A chart as a table, and back")] = "T"
    step_up: Annotated[str, _KEYS, _words("Move the step of a routine up")] = "Alt+Up"
    step_down: Annotated[str, _KEYS, _words("Move the step of a routine down")] = "Alt+Down"
    larger: Annotated[str, _KEYS, _words("Larger text")] = "Ctrl++ or Ctrl+="
    smaller: Annotated[str, _KEYS, _words("Smaller text")] = "Ctrl+-"
    usual_size: Annotated[str, _KEYS, _words("Usual text")] = "Ctrl+0"
    next_part: Annotated[str, _KEYS, _words("From side bar to page to note")] = "F6"
    sheet: Annotated[str, _KEYS, _words("All keys on one page")] = "F1 or ?"
    close: Annotated[str, _KEYS, _words("Close the window")] = "Ctrl+W"
    quit: Annotated[str, _KEYS, _words("Quit Supple")] = "Ctrl+Q"


class WindowSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the window was, kept for the next time. All in logical pixels; 0 = not known."""

    width: Annotated[int, Meta(ge=0, le=20_000), _words("Width of the window")] = 0
    height: Annotated[int, Meta(ge=0, le=20_000), _words("Height of the window")] = 0
    x: Annotated[int, Meta(ge=-20_000, le=20_000), _words("Left edge of the window")] = 0
    y: Annotated[int, Meta(ge=-20_000, le=20_000), _words("Upper edge of the window")] = 0
    page: Annotated[str, Meta(max_length=40), _words("The place that was open; empty = Today")] = ""
    asked_reader: Annotated[bool, _words("Asked once whether Supple or a screen reader speaks")] = (
        False
    )
    told_of_tray: Annotated[bool, _words("Said once that closing leaves the tray icon")] = False
    told_no_tray: Annotated[bool, _words("Said once that this desktop has no tray")] = False
    told_no_voice: Annotated[bool, _words("Said once that there is no voice here")] = False
    told_settings: Annotated[
        str, Meta(max_length=20), _words("Which faults of this file were told; empty = none")
    ] = ""
    stays_small: Annotated[bool, _words("Without a tray, closing makes the window small")] = False


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All options with their values."""

    voice: VoiceSettings = VoiceSettings()
    sound: SoundSettings = SoundSettings()
    session: SessionSettings = SessionSettings()
    appearance: AppearanceSettings = AppearanceSettings()
    breaks: BreakSettings = BreakSettings()
    data: DataSettings = DataSettings()
    keys: KeySettings = KeySettings()
    shortcuts: ShortcutSettings = ShortcutSettings()
    window: WindowSettings = WindowSettings()
    welcome: WelcomeSettings = WelcomeSettings()


class Option(msgspec.Struct, frozen=True):
    """One option. `key` is such as "voice.rate"; `words` is the English text, a msgid.

    `kind` is the annotation of its field, for `msgspec.convert`.
    """

    key: str
    kind: object
    default: Value
    words: str
    since: str

    @property
    def allowed(self) -> str:
        """The values it may have, in words."""
        base, *metas = get_args(self.kind)
        if get_origin(base) is Literal:
            return ", ".join(str(choice) for choice in get_args(base))
        bounds = next((meta for meta in metas if meta.ge is not None), None)
        if bounds is not None:
            return f"{bounds.ge:g} to {bounds.le:g}"
        return "true, false" if base is bool else "text"


@cache
def _table() -> dict[str, Option]:
    table: dict[str, Option] = {}
    for section in msgspec.structs.fields(Settings):
        for field in msgspec.structs.fields(section.type):
            meta = get_args(field.type)[-1]
            key = f"{section.name}.{field.name}"
            since = meta.extra["since"]
            table[key] = Option(key, field.type, field.default, meta.description, since)
    return table


def options() -> tuple[Option, ...]:
    """Every option there is, in the order of the file."""
    return tuple(_table().values())


def option(key: str) -> Option:
    """The option with this key. Raises KeyError when there is none."""
    return _table()[key]


def changed(settings: Settings, key: str, value: object) -> Settings:
    """The settings with one value changed.

    Raises `msgspec.ValidationError` for a wrong value, KeyError for a key there is not.
    """
    section, _, name = key.partition(".")
    new = msgspec.convert(value, option(key).kind)
    part = msgspec.structs.replace(getattr(settings, section), **{name: new})
    return msgspec.structs.replace(settings, **{section: part})
