"""What works on this computer: every part is asked, none can break the report."""

import platform
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from gettext import NullTranslations
from importlib.metadata import version

from supple.app.catalogue import Catalogue
from supple.core.catalogue.problem import Problem
from supple.devices.clock import SystemClock
from supple.devices.desktop.desktop import open_desktop
from supple.devices.display import check_display
from supple.devices.files import Folders
from supple.devices.finding import Finding, Level
from supple.devices.journal import check_shared
from supple.devices.speech.voice import Voice
from supple.devices.store.check import check_database

Check = Callable[[], list[Finding]]


def examine(
    environ: Mapping[str, str],
    folders: Folders,
    voice: Voice,
    shared: str,
    words: NullTranslations,
    *,
    own: Check,
) -> Iterator[Finding]:
    """The lines of the report, in order, each as soon as it is known.

    `shared` is the folder, `own` looks at what the user writes.
    """
    checks: tuple[Check, ...] = (
        lambda: [_versions(words), _files(folders, words)],
        own,
        lambda: check_display(environ, words),
        voice.check,
        lambda: [check_database(folders.database, words), check_shared(shared, words)],
        lambda: _desktop(environ, words),
    )
    for check in checks:
        yield from check()


def own_files(
    unusable: Sequence[Problem], catalogue: Catalogue, words: NullTranslations
) -> list[Finding]:
    """How the settings file and the user's own routines are read."""
    return [_settings(unusable, words), _routines(catalogue, words)]


def _settings(unusable: Sequence[Problem], words: NullTranslations) -> Finding:
    tr = words.gettext
    if not unusable:
        return Finding(tr("Settings"), Level.OK, tr("Every line of the file can be used."))
    told = " ".join(each.told(words) for each in unusable)
    return Finding(tr("Settings"), Level.LIMITED, told, tr("Your file is untouched."))


def _routines(catalogue: Catalogue, words: NullTranslations) -> Finding:
    tr, broken = words.gettext, catalogue.broken()
    subject = tr("Your own routines")
    if not broken:
        return Finding(subject, Level.OK, tr("All that there are can be read."))
    unread = tr("“{name}” couldn't be read. {fault}")
    told = [
        unread.format(name=each.name, fault=each.faults(words, with_allowed=False)[0])
        for each in broken
    ]
    fix = tr("The other routines work.")
    return Finding(subject, Level.LIMITED, " ".join(told), fix)


def report_lines(findings: Iterable[Finding], words: NullTranslations) -> Iterator[str]:
    """The report as it is printed or passed on, line by line, each as soon as it is known."""
    tr = words.gettext
    levels = {Level.OK: tr("ok"), Level.LIMITED: tr("limited"), Level.MISSING: tr("missing")}
    wide = max(map(len, levels.values())) + 1
    for finding in findings:
        yield f"{levels[finding.level]:{wide}} {finding.subject}: {finding.words}"
        if finding.fix:
            yield f"{'':{wide}} {finding.fix}"


def _desktop(environ: Mapping[str, str], words: NullTranslations) -> list[Finding]:
    desktop = open_desktop(environ, SystemClock(), words)
    try:
        return list(desktop.check(words))
    finally:
        desktop.close()


def _versions(words: NullTranslations) -> Finding:
    line = "Supple {supple}, Python {python}, SQLite {sqlite}, {system}".format(
        supple=version("supple"),
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
    )
    old = sys.version_info < (3, 11)
    return Finding(words.gettext("Versions"), Level.LIMITED if old else Level.OK, line)


def _files(folders: Folders, words: NullTranslations) -> Finding:
    places = dict.fromkeys(str(place) for place in (folders.data, folders.config, folders.log))
    return Finding(words.gettext("Your files"), Level.OK, ", ".join(places))
