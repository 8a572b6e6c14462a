"""The keys of the program, for the Settings page."""

from gettext import NullTranslations

from supple.ui.pages.settings_view import Keys, Row


def key_rows(words: NullTranslations) -> tuple[Row, ...]:
    """What every key does, by where it works."""
    tr = words.gettext
    space, right, left = tr("Space"), "\u2192", "\u2190"
    session = (
        (tr("pause, go on"), (space,)),
        (tr("skip, start now"), (right, "N")),
        (tr("back, or start this step again"), (left, "B")),
        (tr("it hurts"), ("H",)),
        (tr("start this hold again"), ("R",)),
        (tr("voice on or off"), ("V",)),
        (tr("captions on or off"), ("C",)),
        (tr("across-the-room view"), ("F", "F11")),
        (tr("louder, quieter"), ("+", "\u2212")),
        (tr("leave full screen, then end"), (tr("Esc"),)),
    )
    remote = (
        (tr("next"), (tr("Page Down"),)),
        (tr("back"), (tr("Page Up"),)),
        (tr("pause (black screen, play)"), (".", "F5")),
        (tr("pause, go on"), (tr("Play/Pause"),)),
        (tr("skip, back"), (tr("Next / Previous"),)),
        (tr("it hurts: stops at once"), (tr("Stop"),)),
    )
    anywhere = (
        (tr("Today, Library, …"), (tr("Ctrl 1 to 6"),)),
        (tr("settings"), (tr("Ctrl ,"),)),
        (tr("search"), (tr("Ctrl F"),)),
        (tr("new routine"), (tr("Ctrl N"),)),
        (tr("undo, redo"), (tr("Ctrl Z"), tr("Ctrl Shift Z"))),
        (tr("move a step of a routine"), ("Alt \u2191", "Alt \u2193")),
    )
    return (
        Row("keys-session", tr("In a session"), Keys(session)),
        Row("keys-remote", tr("Remotes and media keys"), Keys(remote)),
        Row("keys-anywhere", tr("Anywhere"), Keys(anywhere)),
    )
