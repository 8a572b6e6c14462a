"""The words of the options on the Settings page."""

from collections.abc import Mapping
from gettext import NullTranslations

import msgspec


class OptionWords(msgspec.Struct, frozen=True):
    """How an option is named: title, second line, names of its answers, form of its number.

    An `inverted` one is named for its opposite.
    """

    title: str
    detail: str = ""
    answers: Mapping[str, str] = {}
    form: str = "{n}"
    hint: str = ""
    inverted: bool = False


def option_words(words: NullTranslations) -> dict[str, OptionWords]:
    """The words of every option by its key; others go by the table's own words."""
    return _breaks(words) | _voice(words) | _session(words) | _appearance(words) | _data(words)


def _breaks(words: NullTranslations) -> dict[str, OptionWords]:
    tr = words.gettext
    minutes = {str(n): tr("{n} min").format(n=n) for n in (2, 3, 5, 10, 20)}
    return {
        "breaks.on": OptionWords(
            tr("Gentle reminders"),
            tr("A small note in the corner. It never locks your screen or takes the keyboard."),
        ),
        "breaks.interval_min": OptionWords(
            tr("Remind me every"),
            tr("Counts only the time you're at the computer"),
            form=tr("{n} min"),
        ),
        "breaks.length_min": OptionWords(
            tr("How long"), tr("Other breaks are one click away wherever a break begins"), minutes
        ),
        "breaks.hours": OptionWords(tr("Working hours"), tr("Nothing reminds you outside them")),
        "breaks.typing_pause": OptionWords(
            tr("Wait for a pause in typing"), tr("For at most 3 minutes, then it comes anyway")
        ),
        "breaks.away_min": OptionWords(
            tr("Time away that counts as a break"),
            tr("The clock starts over when you're back"),
            form=tr("{n} min"),
        ),
        "breaks.quiet_do_not_disturb": OptionWords(tr("do not disturb is on")),
        "breaks.quiet_full_screen": OptionWords(tr("an app is full screen")),
        "breaks.quiet_call": OptionWords(tr("a camera or microphone is in use")),
        "breaks.quiet_battery": OptionWords(tr("you're on battery")),
        "breaks.later_min": OptionWords(
            tr("“Later” means"), answers=minutes | {"60": tr("1 hour")}
        ),
        "breaks.routines": OptionWords(
            tr("Which routines"), tr("What had least lately comes first")
        ),
        "breaks.show_as": OptionWords(
            tr("How a break asks"),
            answers={
                "system": tr("As fits this desktop"),
                "pop-up": tr("Pop-up"),
                "notification": tr("System notification"),
                "tray": tr("Tray icon only"),
            },
        ),
        "breaks.full_screen": OptionWords(
            tr("Cover all screens in a break"), tr("Until the break is over; Esc always leaves it")
        ),
        "breaks.chime": OptionWords(tr("Chime"), tr("A soft tone when a break asks")),
        "breaks.voice": OptionWords(tr("Speak in desk breaks"), tr("Off in most offices")),
    }


def _voice(words: NullTranslations) -> dict[str, OptionWords]:
    tr = words.gettext
    return {
        "voice.on": OptionWords(
            tr("Spoken guidance"),
            tr("Uses the voices already on this computer. Nothing is sent anywhere."),
        ),
        "voice.id": OptionWords(tr("Voice")),
        "voice.rate": OptionWords(tr("Speed")),
        "voice.volume": OptionWords(tr("Loudness")),
        "voice.amount": OptionWords(
            tr("How much to say"),
            tr("“Guide me” says the name, the side, the half-way point and what comes next."),
            {
                "cues": tr("Only the cues"),
                "guide": tr("Guide me"),
                "everything": tr("Tell me everything"),
            },
        ),
        "voice.count_last_seconds": OptionWords(
            tr("Count the last seconds aloud"), tr("Three, two, one")
        ),
        "sound.tones": OptionWords(
            tr("Soft chime at the start and end of a hold"), tr("Works without a voice too")
        ),
        "sound.output": OptionWords(
            tr("Sound goes to"), tr("Where Supple's voice and chimes are heard")
        ),
    }


def _session(words: NullTranslations) -> dict[str, OptionWords]:
    tr = words.gettext
    more = {"0": tr("none"), "5": tr("5 s"), "10": tr("10 s")}
    return {
        "session.extra_ready_s": OptionWords(
            tr("Extra time to get ready"), tr("On top of what each stretch has"), more
        ),
        "session.extra_rest_s": OptionWords(
            tr("Extra time to rest"), tr("Between sets, and to change sides"), more
        ),
        "session.warm_up_min": OptionWords(
            tr("Warm-up"),
            tr("Before a session; with unsure balance it is done sitting"),
            {"5": tr("5 minutes"), "10": tr("10 minutes")},
        ),
        "session.between": OptionWords(
            tr("Between stretches"),
            tr("A session that waits goes on with Space"),
            {"go-on": tr("Go on by itself"), "wait": tr("Wait for me")},
        ),
        "session.sides": OptionWords(
            tr("Change sides"),
            tr("Where a stretch is held more than once on each side"),
            {"in-turn": tr("After each hold"), "one-then-other": tr("When one side is done")},
        ),
        "session.remind": OptionWords(
            tr("Remind me of the planned session"),
            tr("Once on its day, in the corner; any other day is fine too"),
        ),
        "session.remind_at_h": OptionWords(tr("Remind me from"), form=tr("{n}:00")),
        "session.captions": OptionWords(
            tr("Show what is said on screen"), tr("Captions in every session")
        ),
        "session.full_screen": OptionWords(
            tr("Go full screen when a session starts"), tr("The across-the-room view")
        ),
        "session.keep_awake": OptionWords(tr("Keep the screen awake during a session")),
        "session.pain": OptionWords(
            tr("Ask how your back is"),
            tr("Before and after a session; it can always be left out"),
            {"always": tr("Always"), "sometimes": tr("Sometimes"), "never": tr("Never")},
        ),
        "session.daily_pain": OptionWords(
            tr("Ask on Today, too"),
            tr("One number a day, beside your rhythm; it can always be left out"),
        ),
    }


def _appearance(words: NullTranslations) -> dict[str, OptionWords]:
    tr = words.gettext
    return {
        "appearance.theme": OptionWords(tr("Theme")),
        "appearance.text_percent": OptionWords(tr("Text size")),
        "appearance.contrast": OptionWords(
            tr("Stronger contrast"), tr("Darker text, thicker outlines, plain session grounds")
        ),
        "appearance.motion": OptionWords(
            tr("Movement"),
            tr("Figures and the ring can stand still"),
            {"system": tr("Same as system"), "full": tr("Full"), "reduced": tr("Still")},
        ),
        "appearance.unit": OptionWords(
            tr("Lengths"),
            tr("In reach checks"),
            {"cm": tr("Centimetres"), "inches": tr("Inches")},
        ),
        "appearance.lexend": OptionWords(
            tr("Use my system font everywhere"),
            tr("Otherwise titles use Lexend; the countdown always does"),
            inverted=True,
        ),
        "appearance.rhythm": OptionWords(
            tr("Show your rhythm on Today"), tr("A dot for each of the last eight weeks")
        ),
        "appearance.minutes_left": OptionWords(
            tr("Show the minutes left in a session"), tr("The bar along the top stays either way")
        ),
        "appearance.figure": OptionWords(
            tr("Who shows the stretches"),
            answers={
                "by-turns": tr("By turns"),
                "mia": "Mia",
                "sam": "Sam",
                "ada": "Ada",
                "lin": "Lin",
            },
        ),
        "appearance.language": OptionWords(tr("Language")),
    }


def _data(words: NullTranslations) -> dict[str, OptionWords]:
    tr = words.gettext
    return {
        "data.daily_copies": OptionWords(tr("Safety copies")),
        "data.notes": OptionWords(tr("Notes")),
        "data.answers": OptionWords(tr("Safety answers")),
    }
