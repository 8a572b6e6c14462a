"""`supple history`: what was done, as a table, JSON or CSV."""

import csv
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from supple.app.container import Container
from supple.cli import out
from supple.core.errors import InputError
from supple.core.history.cells import cells
from supple.core.history.records import (
    Moment,
    RatingKind,
    RatingRecord,
    RecordedSession,
    SessionRecord,
    StepRecord,
)
from supple.core.numbers import written
from supple.core.plan.records import TestRecord
from supple.core.session.events import SessionOutcome
from supple.core.session.steps import Side

if TYPE_CHECKING:
    from datetime import datetime

_SIDES = (Side.LEFT, Side.RIGHT)
_SESSION = tuple(name for name in SessionRecord.__struct_fields__ if name != "note")
_STEP = tuple(name for name in StepRecord.__struct_fields__ if name not in ("id", "session_id"))
_TEST = ("measured", "test", "side", "value_cm", "better")
_RATING = ("given", "moment", "kind", "value")


class Told(msgspec.Struct, frozen=True):
    """What there is of some days: sessions with all of theirs, reach checks, ratings by themselves.

    In JSON each is an object of one list, in the order of time: a session has a key `session`, a
    check a key `test`, a rating a key `rating`.
    """

    sessions: list[RecordedSession]
    tests: list[TestRecord]
    ratings: list[RatingRecord]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all."""
        return not (self.sessions or self.tests or self.ratings)

    def in_order(self) -> list[object]:
        """All of it, the oldest first."""
        found: list[tuple[datetime, str, object]] = [
            (each.session.started, each.session.id, each) for each in self.sessions
        ]
        found += [(each.measured, each.id, {"test": each}) for each in self.tests]
        found += [(each.given, each.id, {"rating": each}) for each in self.ratings]
        return [entry for _, _, entry in sorted(found, key=lambda each: each[:2])]


def history(args: Namespace, app: Container) -> int:
    """Print what there is of a period, both days included."""
    if args.since and args.until and args.since > args.until:
        raise InputError(
            app.words.gettext("The first day is after the last."), where="--since, --until"
        )
    days = args.since, args.until
    told = Told(app.history.sessions(*days), app.history.tests(*days), app.history.ratings(*days))
    if args.json:
        out.write_json(told.in_order())
    elif args.csv:
        _write_csv(told)
    elif told.is_empty:
        tr = app.words.gettext
        out.say(tr("Nothing yet. `supple list routines` shows what there is to begin with."))
    else:
        _write_tables(told, app)
    return 0


def _write_tables(told: Told, app: Container) -> None:
    """Sessions, then reach checks, each where there are any."""
    tr = app.words.gettext
    if told.sessions:
        head = tr("day"), tr("minutes"), tr("holds"), tr("back pain"), tr("ended"), tr("routine")
        out.write_table([head, *(_session_row(each, app) for each in told.sessions)])
    if told.sessions and told.tests:
        out.write("")
    if told.tests:
        rows = [(tr("day"), tr("cm"), tr("reach check"))]
        for test in told.tests:
            name = app.looking_back.exercise_name(test.test)
            if test.side in _SIDES:
                name = f"{name}, {tr(test.side.value)}"
            rows.append((test.local_day.isoformat(), written(test.value_cm, app.words), name))
        out.write_table(rows)


def _session_row(item: RecordedSession, app: Container) -> tuple[str, ...]:
    words, record = app.words, item.session
    tr = words.gettext
    name = app.catalogue.title_of(record.routine, record.routine_name)
    if record.is_rehearsal:
        name = tr("{name} (rehearsal)").format(name=name)
    minutes = written(record.active_s / 60, words, 1)
    ended = {
        None: tr("open"),
        SessionOutcome.COMPLETED: tr("completed"),
        SessionOutcome.STOPPED: tr("stopped"),
        SessionOutcome.HURT: tr("hurt"),
    }[record.outcome]
    day = record.local_day.isoformat()
    return day, minutes, str(record.holds_done), _pain(item), ended, name


def _pain(item: RecordedSession) -> str:
    """Such as "3 > 2"; a dash stands for what was not told."""
    told = {each.moment: each.value for each in item.ratings if each.kind is RatingKind.BACK}
    if not told:
        return ""
    return f"{told.get(Moment.BEFORE, '-')} > {told.get(Moment.AFTER, '-')}"


def _write_csv(told: Told) -> None:
    """A line a finished step, session without one, rating and reach check; `record` names it.

    What belongs to a session has the session's columns before it.
    """
    writer = csv.writer(sys.stdout)
    heads = [*(f"session_{name}" for name in _SESSION), *_STEP]
    heads += [*(f"rating_{name}" for name in _RATING), *(f"test_{name}" for name in _TEST)]
    writer.writerow(["record", *heads, "local_day"])
    for item in told.sessions:
        writer.writerows(_session_lines(item))
    for rating in told.ratings:
        writer.writerow(_line("rating", rating=rating))
    for test in told.tests:
        writer.writerow(_line("test", test=test))


def _session_lines(item: RecordedSession) -> Iterator[list[str]]:
    session = item.session
    if not item.steps:
        yield _line("session", session)
    for step in item.steps:
        yield _line("set", session, step)
    for rating in item.ratings:
        yield _line("rating", session, rating=rating)


def _line(
    record: str,
    session: SessionRecord | None = None,
    step: StepRecord | None = None,
    *,
    rating: RatingRecord | None = None,
    test: TestRecord | None = None,
) -> list[str]:
    parts: tuple[tuple[msgspec.Struct | None, tuple[str, ...]], ...] = (
        (session, _SESSION),
        (step, _STEP),
        (rating, _RATING),
        (test, _TEST),
    )
    line = [record]
    for part, names in parts:
        line += [""] * len(names) if part is None else cells(part, names)
    of = test or rating or session
    return [*line, of.local_day.isoformat() if of else ""]
