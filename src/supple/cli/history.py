"""`supple history`: what was done, as a table, JSON or CSV."""

import csv
import sys
from argparse import Namespace

from supple.app.container import Container
from supple.cli import out
from supple.core.errors import InputError
from supple.core.history.cells import cells
from supple.core.history.records import RecordedSession, SessionRecord, StepRecord
from supple.core.numbers import written


def history(args: Namespace, app: Container) -> int:
    """Print the sessions of a period, both days included."""
    if args.since and args.until and args.since > args.until:
        raise InputError(
            app.words.gettext("The first day is after the last."), where="--since, --until"
        )
    found = app.history.sessions(args.since, args.until)
    if args.json:
        out.write_json(found)
    elif args.csv:
        _write_csv(found)
    else:
        _write_table(found, app)
    return 0


def _write_table(found: list[RecordedSession], app: Container) -> None:
    tr = app.words.gettext
    if not found:
        out.say(tr("Nothing yet. `supple list routines` shows what there is to begin with."))
        return
    rows = [(tr("day"), tr("minutes"), tr("holds"), tr("ended"), tr("routine"))]
    for item in found:
        record = item.session
        name = record.routine_name
        if record.is_rehearsal:
            name = tr("{name} (rehearsal)").format(name=name)
        day = record.local_day.isoformat()
        minutes = written(record.active_s / 60, app.words, 1)
        rows.append((day, minutes, str(record.holds_done), record.outcome or tr("open"), name))
    out.write_table(rows)


def _write_csv(found: list[RecordedSession]) -> None:
    """One line a finished step, with its session's columns before it."""
    session = [field for field in SessionRecord.__struct_fields__ if field != "note"]
    step = [field for field in StepRecord.__struct_fields__ if field not in ("id", "session_id")]
    writer = csv.writer(sys.stdout)
    writer.writerow([*(f"session_{name}" for name in session), *step])
    for item in found:
        head = cells(item.session, session)
        for row in item.steps:
            writer.writerow([*head, *cells(row, step)])
