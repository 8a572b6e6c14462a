"""What the Settings page tells about the user's data."""

from pathlib import Path

from PySide6.QtCore import QDateTime

from supple.app.container import Container
from supple.core.breaks.facts import Quiet
from supple.ui.bindings.days import day_words
from supple.ui.bindings.settings import AUTOSTART, UNTOLD
from supple.ui.language import locale_of


def data_facts(app: Container) -> dict[str, str]:
    """Lines by row: the history, its safety copies, the safety answers. Raises StoreError."""
    return {
        "history": _history(app),
        "backups": _backups(app),
        "safety": _safety(app),
    }


def desk_facts(app: Container) -> dict[str, str]:
    """What this desktop cannot tell, by the key of its option; whether it starts Supple."""
    desktop = app.desktop
    told = {
        "breaks.quiet_do_not_disturb": {Quiet.DO_NOT_DISTURB},
        "breaks.quiet_full_screen": {Quiet.FULL_SCREEN, Quiet.PRESENTING},
        "breaks.quiet_call": {Quiet.CAMERA, Quiet.MICROPHONE, Quiet.SCREEN_SHARED},
        "breaks.quiet_battery": {Quiet.ON_BATTERY},
    }
    facts = {key: UNTOLD for key, any_of in told.items() if not any_of & desktop.surroundings.tells}
    if not desktop.autostart.is_possible:
        return facts | {AUTOSTART: UNTOLD}
    return facts | {AUTOSTART: "on" if desktop.autostart.is_on() else "off"}


def _history(app: Container) -> str:
    words, locale = app.words, locale_of(app.language)
    count = len(app.history.records())
    line = words.ngettext("{n} session. {size}.", "{n} sessions. {size}.", count)
    return line.format(n=count, size=locale.formattedDataSize(_size(app.folders.database), 0))


def _backups(app: Container) -> str:
    tr, found = app.words.gettext, app.backups.found()
    if not found:
        return tr("One each day you use Supple; none yet")
    made = QDateTime.fromSecsSinceEpoch(int(found[0].seconds))
    when = locale_of(app.language).toString(made, tr("dddd d MMMM, HH:mm"))
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
