"""The rows of Settings about data and about the program."""

from gettext import NullTranslations

from supple.ui.pages.settings_view import Deed, Row, Told


def data_rows(
    words: NullTranslations, facts: dict[str, str], shared: tuple[Row, ...]
) -> tuple[Row, ...]:
    """What Supple keeps, and what can be done with it."""
    tr = words.gettext
    move = (
        ("export", tr("Export…"), "export"),
        ("import", tr("Import…"), "download-simple"),
    )
    forget = (("delete", tr("Everything…"), "trash"),)
    return (
        Row(
            "private",
            tr("Everything stays on this computer."),
            Told("shield-check"),
            tr("Supple has no account and never goes online."),
        ),
        Row(
            "history",
            tr("Your history"),
            Deed((("show-file", tr("Show the file"), "folder-open"),)),
            facts.get("history", ""),
        ),
        Row(
            "backup",
            tr("Safety copies"),
            Deed((("back-up", tr("Back up now"), ""),)),
            facts.get("backups", ""),
        ),
        Row(
            "restore",
            tr("Put a copy back"),
            Deed((("restore", tr("Restore…"), ""),)),
            tr("Your present history is kept as a copy first"),
        ),
        Row(
            "move",
            tr("Move to another computer"),
            Deed(move),
            tr("One file with everything; importing never makes doubles"),
        ),
        *shared,
        Row(
            "safety",
            tr("Safety answers"),
            Deed((("answer", tr("Answer again"), ""),)),
            facts.get("safety", ""),
        ),
        Row(
            "delete",
            tr("Delete"),
            Deed(forget, danger=True),
            tr("History, ratings, answers and safety copies; you are asked first"),
        ),
    )


def about_rows(words: NullTranslations, facts: dict[str, str]) -> tuple[Row, ...]:
    """Version, licences, and where things lie."""
    tr = words.gettext
    licences = tr(
        "Supple is free software under the GPL, version 3 or later. Its pictures and texts are "
        "under CC BY-SA 4.0, the font Lexend under the OFL 1.1, the Phosphor icons under the MIT "
        "licence. Voices are those of this computer."
    )
    return (
        Row("version", facts.get("version", "Supple"), Told(), tr("It never looks for updates.")),
        Row("licences", tr("Licences"), Told(), licences),
        Row(
            "log",
            tr("Files of the program"),
            Deed((("show-log", tr("Show the folder"), "folder-open"),)),
            facts.get("log", ""),
        ),
        Row(
            "works",
            tr("What works here"),
            Deed((("examine", tr("Look"), ""),)),
            facts.get("works", tr("Looks at every part of Supple on this computer")),
        ),
        Row(
            "disclaimer",
            tr("What Supple is not"),
            Told("hand-heart"),
            facts.get("disclaimer", ""),
        ),
    )
