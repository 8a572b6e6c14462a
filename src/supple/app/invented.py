"""An invented history: for pictures, for tests, and to measure how long a long one takes.

The same wish gives the same history for ever. It looks like a person's: more desk breaks than
sessions on the mat, holds that grow, pain and reach that get better slowly and differ daily.
"""

import sqlite3
import uuid
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from functools import partial
from hashlib import blake2b
from itertools import islice

import msgspec

from supple.core.history.records import Moment, RatingKind, Source, StepRecord
from supple.core.history.versions import RatingVersion, SessionVersion, TestVersion, Version
from supple.core.session.events import Outcome, SessionOutcome
from supple.core.session.steps import Kind, Part, Side
from supple.devices.store.store import Store
from supple.devices.store.versions import put_version

_DEVICE = "0b6e1f36-93a5-4be8-8a37-2f6a0f8a7b11"
_PLACE = timezone(timedelta(hours=2))
_BATCH = 500
_DESK = {"desk-break-2": "Desk break, 2 minutes", "desk-break-3": "Desk break, 3 minutes"}
_MAT = {"morning-10": "10-minute morning", "full-home": "Full home session"}
_EXERCISES = (
    "half-forward-fold",
    "chair-single-leg-fold",
    "floor-single-leg-stretch",
    "strap-supine-stretch",
    "bird-dog",
)
_AT_DESK, _STOPPED, _RATED = 0.6, 0.05, 0.7  # shares of the sessions
_FIRST_MIN, _LAST_MIN = 8 * 60, 19 * 60  # of the day
_FIRST_HOLD_S, _LAST_HOLD_S = 15, 30
_FIRST_PAIN, _LAST_PAIN = 5.0, 2.0
_FIRST_CM, _LAST_CM = -6.0, 6.0
_TEST_EVERY_DAYS = 14
_BETWEEN_S = 10.0
_WEEKS = 12


class Wish(msgspec.Struct, frozen=True):
    """What is to be invented: `sessions` of `steps` sets, over `days` of which `until` is last."""

    until: date
    sessions: int = 60
    steps: int = 20
    days: int = 84
    seed: int = 1


def invented(wish: Wish) -> Iterator[Version]:
    """The history, oldest first: sessions, their ratings, and a reach check every two weeks."""
    tested: date | None = None
    for number in range(wish.sessions):
        life = _Life(wish, number)
        yield life.session()
        yield from life.ratings()
        if tested is None or (life.day - tested).days >= _TEST_EVERY_DAYS:
            tested = life.day
            yield life.test()


def fill(store: Store, wish: Wish) -> int:
    """Put an invented history into a store; how many records it has. Raises StoreError."""
    versions = invented(wish)
    count = 0
    while batch := list(islice(versions, _BATCH)):
        count += store.write(partial(_put_all, versions=batch)).result()
    return count


def _put_all(connection: sqlite3.Connection, versions: list[Version]) -> int:
    return sum(put_version(connection, version) for version in versions)


class _Life:
    """One session of the wish and what belongs to it. `share`: how far on the way, from 0 to 1."""

    def __init__(self, wish: Wish, number: int) -> None:
        self._wish = wish
        self._number = number
        self.share = number / max(1, wish.sessions - 1)
        self.day = wish.until - timedelta(days=round((1 - self.share) * (wish.days - 1)))
        minute = _between(_FIRST_MIN, _LAST_MIN, self._chance("minute"))
        self.started = datetime.combine(self.day, time(), _PLACE) + timedelta(minutes=int(minute))
        self.ident = self._id("session")

    def session(self) -> SessionVersion:
        """The session, with its sets."""
        at_desk = self._chance("place") < _AT_DESK
        stopped = self._chance("end") < _STOPPED
        names = [*(_DESK if at_desk else _MAT).items()]
        routine, name = names[int(self._chance("routine") * len(names))]
        steps = tuple(self._steps(self._wish.steps // 2 if stopped else self._wish.steps))
        work_s = sum(step.actual_s for step in steps)
        active_s = work_s + _BETWEEN_S * len(steps)
        return SessionVersion(
            id=self.ident,
            routine=routine,
            routine_name=name,
            source=Source.BREAK if at_desk else Source.WINDOW,
            started=self.started,
            local_day=self.day,
            planned_s=active_s,
            holds_planned=self._wish.steps,
            seed=self._number,
            counts_for_plan=not at_desk,
            week=1 + int(self.share * (_WEEKS - 1)),
            active_s=active_s,
            work_s=work_s,
            holds_done=len(steps),
            ended=self.started + timedelta(seconds=active_s),
            outcome=SessionOutcome.STOPPED if stopped else SessionOutcome.COMPLETED,
            device=_DEVICE,
            changed=self._stamp(),
            steps=steps,
        )

    def ratings(self) -> Iterator[RatingVersion]:
        """Pain before and after, on most days."""
        if self._chance("rated") > _RATED:
            return
        before = _between(_FIRST_PAIN, _LAST_PAIN, self.share) + 2 * self._chance("before") - 1
        after = before - 2 * self._chance("after")
        for moment, value in ((Moment.BEFORE, before), (Moment.AFTER, after)):
            yield RatingVersion(
                id=self._id(moment),
                given=self.started,
                local_day=self.day,
                moment=moment,
                kind=RatingKind.BACK,
                value=max(0, round(value)),
                session_id=self.ident,
                device=_DEVICE,
                changed=self._stamp(),
            )

    def test(self) -> TestVersion:
        """A reach check."""
        value_cm = _between(_FIRST_CM, _LAST_CM, self.share) + 2 * self._chance("reach") - 1
        return TestVersion(
            id=self._id("test"),
            measured=self.started,
            local_day=self.day,
            test="test-sit-and-reach",
            side=Side.BOTH,
            value_cm=round(value_cm, 1),
            better="larger",
            device=_DEVICE,
            changed=self._stamp(),
        )

    def _steps(self, count: int) -> Iterator[StepRecord]:
        """Holds, two sets on each side of one exercise after the other."""
        hold_s = float(round(_between(_FIRST_HOLD_S, _LAST_HOLD_S, self.share)))
        for index in range(count):
            exercise = _EXERCISES[index // 4 % len(_EXERCISES)]
            yield StepRecord(
                id=self._id(f"step {index}"),
                session_id=self.ident,
                index=index,
                attempt=1,
                part=Part.MAIN,
                kind=Kind.HOLD,
                exercise=exercise,
                side=Side.RIGHT if index % 2 else Side.LEFT,
                set=1 + index // 2 % 2,
                sets=2,
                planned_s=hold_s,
                actual_s=hold_s,
                outcome=Outcome.DONE,
                ended=self.started + timedelta(seconds=(index + 1) * (hold_s + _BETWEEN_S)),
            )

    def _chance(self, what: str) -> float:
        """From 0 to just below 1, for this session and nothing else."""
        return int.from_bytes(self._digest(what)[:4]) / 2**32

    def _id(self, what: str) -> str:
        """A UUIDv7 of the session's moment."""
        moment = self._ms.to_bytes(6)
        rest = int.from_bytes(self._digest(what)[:10])
        version = 0x7000 | rest >> 68 & 0x0FFF
        variant = 1 << 63 | rest & (1 << 62) - 1
        return str(uuid.UUID(bytes=moment + version.to_bytes(2) + variant.to_bytes(8)))

    def _stamp(self) -> str:
        return f"{self._ms:014d}.{self._number % 10_000:04d}.{_DEVICE}"

    @property
    def _ms(self) -> int:
        return int(self.started.timestamp() * 1000)

    def _digest(self, what: str) -> bytes:
        text = f"{self._wish.seed}/{self._number}/{what}"
        return blake2b(text.encode(), digest_size=16).digest()


def _between(first: float, last: float, share: float) -> float:
    return first + (last - first) * share
