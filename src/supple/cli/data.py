"""`export`, `import`, `backup`, `restore` and `sync`: the history as the user's own."""

import sys
from argparse import Namespace
from pathlib import Path

from supple.app.container import Container
from supple.app.sync import shared_words
from supple.app.transfer import FaultyLinesError, Progress
from supple.cli import out
from supple.core.errors import InputError

_LARGE_BYTES = 3_000_000


def export(args: Namespace, app: Container) -> int:
    """Write the whole history into a file, or with --csv as spreadsheets."""
    target = Path(args.file)
    if args.csv:
        app.transfer.export_spreadsheets(target)
        out.say(app.words.gettext("Written to {place}.").format(place=target))
        return 0
    count = app.transfer.export(target)
    line = app.words.ngettext(
        "{count} record written to {place}.", "{count} records written to {place}.", count
    )
    out.say(line.format(count=count, place=target))
    return 0


def import_(args: Namespace, app: Container) -> int:
    """Bring in a file: all of it, or nothing and every fault listed."""
    source = Path(args.file)
    progress = _progress(source)
    try:
        done = app.transfer.import_(source, args.map, skip_bad=args.skip_bad, progress=progress)
    except FaultyLinesError as error:
        line = app.words.gettext("{file}: line {line}: {fault}")
        for each in error.found.faults:
            out.say(line.format(file=source, line=each.line, fault=each.fault))
        raise
    line = app.words.gettext("{taken} new, {known} already here, {left_out} left out.")
    out.say(line.format(taken=done.taken, known=done.known, left_out=done.left_out))
    return 0


def backup(args: Namespace, app: Container) -> int:
    """Copy the whole history, consistently, while it may be in use."""
    made = app.backups.make(Path(args.file) if args.file else None)
    line = app.words.gettext("Saved to {place}, {size} kB.")
    out.say(line.format(place=made.path, size=-(-made.bytes // 1000)))
    return 0


def restore(args: Namespace, app: Container) -> int:
    """Put a copy back; what was there is kept first."""
    kept = app.backups.restore(Path(args.file))
    out.say(app.words.gettext("The safety copy is in place."))
    if kept:
        out.say(app.words.gettext("What was there before: {place}").format(place=kept.path))
    return 0


def sync(_args: Namespace, app: Container) -> int:
    """Write what is new here into the shared folder, and take in what is new there."""
    report = app.sharing.look()
    if report is None:
        raise InputError(
            app.words.gettext("No shared folder is chosen."),
            where="data.shared_folder",
            fix=app.words.gettext("Choose one in Settings, Data and privacy."),
        )
    out.say(shared_words(report, app.words))
    return 0


def _progress(source: Path) -> Progress | None:
    """A line that counts up, for a large file and a person who watches."""
    if not sys.stderr.isatty() or not source.is_file() or source.stat().st_size < _LARGE_BYTES:
        return None

    def tell(share: float) -> None:
        end = "\n" if share >= 1 else ""
        sys.stderr.write(f"\r{share:4.0%}{end}")
        sys.stderr.flush()

    return tell
