"""The rows of Settings about data and about the program."""

from gettext import NullTranslations
from typing import Final

import msgspec

from supple.ui.pages.settings_view import Choice, Deed, Head, Row, Toggle, Told, Year

SHARED: Final = "data.shared_folder"
REMEMBERS_PAIN: Final = "remembers-pain"
BIRTH_YEAR: Final = "profile-year"
SEX: Final = "profile-sex"
NO_SEX: Final = "none"
"""The answer of whoever rather says nothing."""


def data_rows(
    words: NullTranslations, facts: dict[str, str], options: tuple[Row, ...]
) -> tuple[Row, ...]:
    """What Supple keeps, and what can be done with it. `options` are the rows of its switches."""
    tr, switch = words.gettext, {row.key: row for row in options}
    copies = msgspec.structs.replace(switch["data.daily_copies"], detail=facts.get("backups", ""))
    answers = msgspec.structs.replace(switch["data.answers"], detail=facts.get("safety", ""))
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
        copies,
        Row(
            "backup",
            tr("A copy now"),
            Deed((("back-up", tr("Back up now"), ""),)),
            tr("Beside the others, and never swept away"),
        ),
        Row(
            "restore",
            tr("Put a copy back"),
            Deed((("restore", tr("Restore…"), ""),)),
            tr("Your present history is kept as a copy first"),
        ),
        _move(words),
        _shared(words, facts),
        Row("remembers", tr("What Supple remembers"), Head()),
        Row(
            REMEMBERS_PAIN,
            tr("Pain before and after"),
            Toggle(),
            value=facts.get(REMEMBERS_PAIN, "on") == "on",
        ),
        switch["data.notes"],
        answers,
        Row("safety", tr("Safety questions"), Deed((("answer", tr("Answer again"), ""),))),
        Row(
            "profile",
            tr("Year of birth and sex"),
            Deed((("profile-forget", tr("Forget them"), ""),)),
            facts.get("profile", ""),
        ),
        *_profile(words, facts),
        Row("forget", tr("Delete"), Head(danger=True)),
        _delete(words),
    )


def _profile(words: NullTranslations, facts: dict[str, str]) -> tuple[Row, ...]:
    tr = words.gettext
    answers = (("woman", tr("Woman")), ("man", tr("Man")), (NO_SEX, tr("Rather not")))
    return (
        Row(
            BIRTH_YEAR,
            tr("Year of birth"),
            Year(tr("Not given")),
            value=int(facts.get(BIRTH_YEAR) or 0),
        ),
        Row(SEX, tr("Published values for"), Choice(answers), value=facts.get(SEX) or NO_SEX),
    )


def _move(words: NullTranslations) -> Row:
    tr = words.gettext
    buttons = (
        ("export", tr("Export…"), "export"),
        ("import", tr("Import…"), "download-simple"),
    )
    line = tr("One file with everything; importing never makes doubles")
    return Row("move", tr("Move to another computer"), Deed(buttons), line)


def _shared(words: NullTranslations, facts: dict[str, str]) -> Row:
    tr, line = words.gettext, facts.get(SHARED, "")
    title = tr("One history on several computers")
    if line:
        now, stop = ("share-now", tr("Look now"), ""), ("share-stop", tr("Stop sharing"), "")
        return Row(SHARED, title, Deed((now, stop)), line)
    choose = ("share", tr("Choose a folder…"), "folder-open")
    line = tr("Through a folder that they share, such as one of Syncthing's or Nextcloud's")
    return Row(SHARED, title, Deed((choose,)), line)


def _delete(words: NullTranslations) -> Row:
    tr = words.gettext
    buttons = (
        ("delete-pain", tr("Pain ratings and notes…"), ""),
        ("delete-before", tr("Sessions before a date…"), ""),
        ("delete", tr("Everything…"), "trash"),
    )
    return Row("delete", "", Deed(buttons, danger=True))


def about_rows(words: NullTranslations, facts: dict[str, str]) -> tuple[Row, ...]:
    """Version, licences, and where things lie."""
    tr = words.gettext
    licences = tr(
        "Supple is free software under the GPL, version 3 or later. Its pictures and texts are "
        "under CC BY-SA 4.0, the font Lexend under the OFL 1.1, the Phosphor icons under the MIT "
        "licence. Voices are those of this computer."
    )
    fault = tr(
        "Say what you did and what came of it, to whoever gave you Supple. This report helps, and "
        "so does supple.log from the program's folder. Supple sends nothing by itself."
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
            "fault",
            tr("How to report a fault"),
            Deed((("copy-report", tr("Copy the report"), "copy"),)),
            facts.get("fault", fault),
        ),
        Row(
            "disclaimer",
            tr("What Supple is not"),
            Told("hand-heart"),
            facts.get("disclaimer", ""),
        ),
    )
