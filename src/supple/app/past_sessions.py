"""Single sessions of the past: looked at, corrected, deleted and brought back, written down."""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from gettext import NullTranslations

import msgspec

from supple.core.errors import InputError
from supple.core.history.records import (
    Moment,
    RatingKind,
    RatingRecord,
    RecordedSession,
    SessionRecord,
    Source,
    StepRecord,
)
from supple.core.history.versions import Live, RatingVersion, SessionVersion
from supple.core.plain import plain, plain_line
from supple.core.session.events import Outcome, SessionOutcome
from supple.core.session.steps import Kind, Side, Step
from supple.devices.clock import Clock
from supple.devices.store.edits import Deleted, bring_back, delete_records, delete_session, keep
from supple.devices.store.ids import new_id
from supple.devices.store.listing import whole_session
from supple.devices.store.store import Store

NOTE_LIMIT = 2_000
NAME_LIMIT = 200
ELSEWHERE = "elsewhere"
_DAY_MIN = 24 * 60
_OLDEST = date(1971, 1, 1)
_NOON = time(12)

RatingKey = tuple[Moment, RatingKind]
BEFORE: RatingKey = (Moment.BEFORE, RatingKind.BACK)
AFTER: RatingKey = (Moment.AFTER, RatingKind.BACK)
FEEL: RatingKey = (Moment.AFTER, RatingKind.FEEL)


class Done(msgspec.Struct, frozen=True):
    """An exercise on one side, as far as it went.

    `sets` were done of those planned, `seconds` each on average; neither where it was not started.
    """

    exercise: str
    side: Side
    kind: Kind
    sets: int
    seconds: float
    started: bool = True


class Whole(msgspec.Struct, frozen=True):
    """A session with what was done in it and what was answered."""

    session: SessionRecord
    done: tuple[Done, ...]
    answers: dict[RatingKey, RatingRecord]

    def value(self, key: RatingKey) -> int | str | None:
        """What was answered; None where nothing was."""
        rating = self.answers.get(key)
        return None if rating is None else rating.value


class Correction(msgspec.Struct, frozen=True):
    """What can be changed of a session that is over. None takes an answer back."""

    day: date
    note: str
    before: int | None
    after: int | None
    feel: str | None


class ByHand(msgspec.Struct, frozen=True):
    """A session that was done elsewhere, as it is written down."""

    name: str
    day: date
    minutes: int
    note: str = ""
    before: int | None = None
    after: int | None = None


class PastSessions:
    """Reads and changes sessions that are over. Every method waits for the disk."""

    def __init__(self, store: Store, clock: Clock, words: NullTranslations) -> None:
        self._store = store
        self._clock = clock
        self._words = words

    def whole(self, ident: str) -> Whole | None:
        """A session with all that belongs to it; None if it is gone. Raises StoreError."""
        found = self._store.read(lambda connection: whole_session(connection, ident))
        if found is None:
            return None
        recorded, compiled = found
        answers = {(each.moment, each.kind): each for each in recorded.ratings}
        return Whole(recorded.session, _done(recorded, compiled), answers)

    def correct(self, whole: Whole, wanted: Correction) -> None:
        """Keep what was changed. Raises InputError for a day that is none, and StoreError."""
        self._require_day(wanted.day)
        session = msgspec.structs.replace(
            whole.session, local_day=wanted.day, note=plain(wanted.note, NOTE_LIMIT)
        )
        values = {BEFORE: wanted.before, AFTER: wanted.after, FEEL: wanted.feel}
        kept = [self._rating(whole, key, value, wanted.day) for key, value in values.items()]
        versions: list[Live] = [_session_version(session)]
        versions += [each for each in kept if each is not None]
        removed = [
            _rating_version(rating)
            for key, rating in whole.answers.items()
            if key in values and values[key] is None
        ]

        def write(connection: sqlite3.Connection) -> None:
            keep(connection, versions)
            delete_records(connection, removed)

        self._store.write(write).result()

    def delete(self, ident: str) -> Deleted | None:
        """Delete a session with its ratings; what `bring_back` needs, None if it goes on."""
        return self._store.write(lambda connection: delete_session(connection, ident)).result()

    def bring_back(self, deleted: Deleted) -> None:
        """Undo a deletion."""
        self._store.write(lambda connection: bring_back(connection, deleted)).result()

    def write_down(self, entry: ByHand) -> str:
        """Keep a session that was done elsewhere; its id. Raises InputError and StoreError."""
        self._require_day(entry.day)
        tr = self._words.gettext
        if not 0 < entry.minutes <= _DAY_MIN:
            what = tr("found {n} minutes.").format(n=entry.minutes)
            raise InputError(what, allowed=tr("Allowed: 1 to 1440 minutes."))
        session = self._by_hand(entry)
        told = {BEFORE: entry.before, AFTER: entry.after}
        ratings = [
            _new_rating(session, key, value) for key, value in told.items() if value is not None
        ]
        self._store.write(lambda connection: keep(connection, [session, *ratings])).result()
        return session.id

    def _by_hand(self, entry: ByHand) -> SessionVersion:
        now = self._clock.wall()
        length = timedelta(minutes=entry.minutes)
        started = datetime.combine(entry.day, _NOON, tzinfo=now.tzinfo)
        if started + length > now:
            started = now - length
        return SessionVersion(
            id=new_id(),
            routine=ELSEWHERE,
            routine_name=plain_line(entry.name, NAME_LIMIT)
            or self._words.gettext("Done elsewhere"),
            source=Source.BY_HAND,
            started=started,
            local_day=entry.day,
            planned_s=length.total_seconds(),
            holds_planned=0,
            seed=0,
            active_s=length.total_seconds(),
            work_s=length.total_seconds(),
            ended=started + length,
            outcome=SessionOutcome.COMPLETED,
            note=plain(entry.note, NOTE_LIMIT),
        )

    def _rating(
        self, whole: Whole, key: RatingKey, value: int | str | None, day: date
    ) -> RatingVersion | None:
        if value is None:
            return None
        known = whole.answers.get(key)
        if known is not None:
            return _rating_version(msgspec.structs.replace(known, value=value, local_day=day))
        return _new_rating(msgspec.structs.replace(whole.session, local_day=day), key, value)

    def _require_day(self, day: date) -> None:
        today = self._clock.wall().date()
        if not _OLDEST <= day <= today:
            tr = self._words.gettext
            raise InputError(
                tr("found {day}.").format(day=day.isoformat()),
                allowed=tr("Allowed: a day up to today."),
            )


def _session_version(session: SessionRecord) -> SessionVersion:
    # Its steps never change and stay where they are.
    return SessionVersion(**msgspec.structs.asdict(session))


def _new_rating(session: SessionRecord, key: RatingKey, value: int | str) -> RatingVersion:
    moment, kind = key
    ended = session.ended or session.started
    return RatingVersion(
        id=new_id(),
        given=session.started if moment is Moment.BEFORE else ended,
        local_day=session.local_day,
        moment=moment,
        kind=kind,
        value=value,
        session_id=session.id,
    )


def _rating_version(rating: RatingRecord) -> RatingVersion:
    return RatingVersion(**msgspec.structs.asdict(rating))


def _done(recorded: RecordedSession, compiled: tuple[Step, ...]) -> tuple[Done, ...]:
    """What was done in the order of the session, then what was not started."""
    latest: dict[int, StepRecord] = {}
    for step in sorted(recorded.steps, key=lambda each: each.attempt):
        latest[step.index] = step
    groups: dict[tuple[str, Side], list[StepRecord]] = {}
    for _, step in sorted(latest.items()):
        groups.setdefault((step.exercise, step.side), []).append(step)
    found = [_group(steps) for steps in groups.values()]
    ahead = [step for step in compiled if step.kind.is_work]
    return (*found, *_not_started(ahead, set(groups)))


def _group(steps: list[StepRecord]) -> Done:
    first = steps[0]
    done = [step for step in steps if step.outcome is Outcome.DONE]
    seconds = sum(step.actual_s for step in done) / len(done) if done else 0.0
    return Done(first.exercise, first.side, first.kind, len(done), seconds)


def _not_started(ahead: Iterable[Step], known: set[tuple[str, Side]]) -> tuple[Done, ...]:
    missing = {(step.exercise, step.side): step for step in ahead}
    return tuple(
        Done(step.exercise, step.side, step.kind, 0, 0.0, started=False)
        for key, step in missing.items()
        if key not in known
    )
