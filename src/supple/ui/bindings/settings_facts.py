"""What the Settings page tells about the user's data."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale

from supple.app.container import Container
from supple.ui.bindings.days import day_words


def data_facts(app: Container) -> dict[str, str]:
    """Lines by row: the history, its safety copies, the safety answers. Raises StoreError."""
    return {
        "history": _history(app),
        "backups": _backups(app),
        "safety": _safety(app),
    }


def _history(app: Container) -> str:
    words, locale = app.words, QLocale(app.language)
    count = len(app.history.records())
    line = words.ngettext("{n} session. {size}.", "{n} sessions. {size}.", count)
    return line.format(n=count, size=locale.formattedDataSize(_size(app.folders.database), 0))


def _backups(app: Container) -> str:
    tr, found = app.words.gettext, app.backups.found()
    if not found:
        return tr("One each day you use Supple; none yet")
    made = QDateTime.fromSecsSinceEpoch(int(found[0].seconds))
    when = QLocale(app.language).toString(made, tr("dddd d MMMM, HH:mm"))
    line = tr("One each day you use Supple, the last ones are kept. Latest: {when}")
    return line.format(when=when)


def _safety(app: Container) -> str:
    tr = app.words.gettext
    answered = app.safety.standing().answered
    if answered is None:
        return tr("Not answered yet")
    day = day_words(answered, app.clock.wall().date(), app.language, app.words)
    return tr("Answered on {day}; asked again every 8 weeks").format(day=day)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
