"""What the Settings page tells about the user's data."""

from PySide6.QtCore import QDateTime, QLocale

from supple.app.container import Container
from supple.app.sync import shared_words
from supple.core.plan.records import Profile
from supple.devices.store.backup import size_bytes
from supple.ui.bindings.days import day_words
from supple.ui.bindings.settings_data import BIRTH_YEAR, REMEMBERS_PAIN, SEX, SHARED
from supple.ui.language import locale_of

_KB = QLocale.DataSizeFormat.DataSizeTraditionalFormat


def data_facts(app: Container) -> dict[str, str]:
    """Lines by row: the history, its copies, sharing, the safety answers. Raises StoreError."""
    return {
        "history": _history(app),
        "backups": _backups(app),
        "safety": _safety(app),
        **profile_facts(app),
        SHARED: _shared(app),
        REMEMBERS_PAIN: "off" if app.settings.session.pain == "never" else "on",
    }


def _history(app: Container) -> str:
    words, locale, kept = app.words, locale_of(app.language), app.clearing.kept()
    sessions = words.ngettext("{n} session", "{n} sessions", kept.sessions)
    tests = words.ngettext("{n} reach check", "{n} reach checks", kept.tests)
    line = words.gettext("{sessions}, {tests}. {size}.")
    return line.format(
        sessions=sessions.format(n=kept.sessions),
        tests=tests.format(n=kept.tests),
        size=locale.formattedDataSize(size_bytes(app.folders.database), 0, _KB),
    )


def _backups(app: Container) -> str:
    tr, found = app.words.gettext, app.backups.found()
    rule = tr("One a day, kept for a week; one a week, kept for four.")
    if not found:
        return rule
    made = QDateTime.fromSecsSinceEpoch(int(found[0].seconds))
    when = locale_of(app.language).toString(made, tr("dddd d MMMM, HH:mm"))
    return f"{rule} {tr('Latest: {when}').format(when=when)}"


def _shared(app: Container) -> str:
    """The folder and what the last look came to; empty without one."""
    tr, folder, last = app.words.gettext, app.sharing.folder, app.sharing.last
    if folder is None:
        return ""
    if last is None:
        return str(folder)
    if last.report is None:
        return f"{folder}. {last.fault}"
    when = tr("{time}: {what}").format(
        time=f"{last.at:%H:%M}", what=shared_words(last.report, app.words)
    )
    return f"{folder}. {when}"


def profile_facts(app: Container) -> dict[str, str]:
    """Year of birth and sex, each by itself and in one line. Raises StoreError."""
    profile = app.self_tests.profile
    return {
        "profile": _profile(app, profile),
        BIRTH_YEAR: str(profile.birth_year or ""),
        SEX: profile.sex or "",
    }


def _profile(app: Container, profile: Profile) -> str:
    tr = app.words.gettext
    sexes = {"woman": tr("Woman"), "man": tr("Man")}
    known = [str(profile.birth_year or ""), sexes.get(profile.sex or "", "")]
    told = ", ".join(each for each in known if each)
    only = tr("Only to compare with published values; asked for before a reach check")
    return f"{told}. {only}" if told else only


def _safety(app: Container) -> str:
    tr = app.words.gettext
    answered = app.safety.standing().answered
    if answered is None:
        return tr("Not answered yet")
    day = day_words(answered, app.clock.wall().date(), app.language, app.words)
    return tr("Answered on {day}; asked again every 8 weeks").format(day=day)
