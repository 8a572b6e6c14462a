"""What `supple doctor` says about the history."""

from gettext import NullTranslations
from pathlib import Path

from supple.core.errors import SuppleError
from supple.devices.finding import Finding, Level
from supple.devices.store.backup import integrity, size_bytes


def check_database(path: Path, words: NullTranslations) -> Finding:
    """Whether the database at `path` is whole, and its size. Reads all of it, changes nothing."""
    subject = words.gettext("History")
    if not path.exists():
        return Finding(subject, Level.OK, words.gettext("Nothing is recorded yet."))
    try:
        faults = integrity(path, words)
    except SuppleError as error:
        return Finding(subject, Level.MISSING, error.what, error.fix)
    if faults:
        what = words.gettext("The history file is damaged: {fault}").format(fault=faults[0])
        return Finding(subject, Level.LIMITED, what, words.gettext("Please restore a safety copy."))
    size = words.gettext("Whole, {size} kB.").format(size=-(-size_bytes(path) // 1000))
    return Finding(subject, Level.OK, size)
