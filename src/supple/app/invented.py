"""An invented history: for pictures, for tests, and to measure how long a long one takes.

The same wish gives the same history for ever. It looks like a person's: more desk breaks than
sessions on the mat, holds that grow, pain and reach that get better slowly and differ daily, a
note now and then, a leg that is tighter than the other.
"""

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from functools import partial
from hashlib import blake2b
from itertools import islice

import msgspec

from supple.core.breaks.state import Cause
from supple.core.breaks.state import Outcome as BreakOutcome
from supple.core.history.records import Moment, RatingKind, Source, StepRecord
from supple.core.history.versions import (
    BreakVersion,
    HurtVersion,
    RatingVersion,
    SessionVersion,
    TestVersion,
    Version,
)
from supple.core.session.events import Hurt, Outcome, SessionOutcome
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
_AT_DESK_EXERCISES = ("half-forward-fold", "chair-single-leg-fold")
_NOTES = (
    "Phone rang. Left side easier today.",
    "Slept badly, took it slowly.",
    "The strap helps.",
    "After the long drive.",
)
_AT_DESK, _STOPPED, _HURT, _RATED, _NOTED = 0.6, 0.05, 0.01, 0.7, 0.2  # shares of the sessions
_EASY, _STRONG = 0.15, 0.9  # of those asked: too easy below the first, too strong above the other
_FIRST_MIN, _LAST_MIN = 8 * 60, 19 * 60  # of the day
_FIRST_HOLD_S, _LAST_HOLD_S = 15, 30
_FIRST_PAIN, _LAST_PAIN = 5.0, 2.0
_FIRST_CM, _LAST_CM = -6.0, 6.0
_TIGHTER_CM = 3.0  # the right leg, beside the left
_LEAST_SITTING_S, _MOST_SITTING_S = 35 * 60, 80 * 60
_TEST_EVERY_DAYS = 14
_DESK_HOLD_S = 10.0
_ON_MAT_S, _AT_DESK_S = 22.0, 3.0  # between two holds
_WEEKS = 12


class Wish(msgspec.Struct, frozen=True):
    """What is to be invented: `sessions` of `steps` sets, over `days` of which `until` is last.

    `tell` says the names of routines in another language.
    """

    until: date
    sessions: int = 60
    steps: int = 20
    days: int = 84
    seed: int = 1
    tell: Callable[[str], str] = str


def invented(wish: Wish) -> Iterator[Version]:
    """The history, oldest first: sessions and what belongs to them, reach checks on the way."""
    tested: date | None = None
    for number in range(wish.sessions):
        life = _Life(wish, number)
        yield life.session()
        yield from life.ratings()
        yield from life.breaks()
        yield from life.hurts()
        if tested is None or (life.day - tested).days >= _TEST_EVERY_DAYS:
            tested = life.day
            yield from life.tests()


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
        names = [*(_DESK if self.at_desk else _MAT).items()]
        routine, name = names[int(self._chance("routine") * len(names))]
        outcome = self._outcome()
        whole = outcome is SessionOutcome.COMPLETED
        steps = tuple(self._steps(self._wish.steps if whole else (self._wish.steps + 1) // 2))
        noted = not self.at_desk and self._chance("noted") < _NOTED
        work_s = sum(step.actual_s for step in steps)
        active_s = work_s + self._between_s * len(steps)
        return SessionVersion(
            id=self.ident,
            routine=routine,
            routine_name=self._wish.tell(name),
            source=Source.BREAK if self.at_desk else Source.WINDOW,
            started=self.started,
            local_day=self.day,
            planned_s=active_s,
            holds_planned=self._wish.steps,
            seed=self._number,
            counts_for_plan=not self.at_desk,
            week=None if self.at_desk else 1 + int(self.share * (_WEEKS - 1)),
            active_s=active_s,
            work_s=work_s,
            holds_done=len(steps),
            ended=self.started + timedelta(seconds=active_s),
            outcome=outcome,
            hurt=Hurt.STRONG if outcome is SessionOutcome.HURT else None,
            note=_NOTES[self._number % len(_NOTES)] if noted else "",
            device=_DEVICE,
            changed=self._stamp(),
            steps=steps,
        )

    def ratings(self) -> Iterator[RatingVersion]:
        """Pain before and after and how it felt, after most sessions on the mat."""
        if self.at_desk or self._chance("rated") > _RATED:
            return
        before = _between(_FIRST_PAIN, _LAST_PAIN, self.share) + 2 * self._chance("before") - 1
        after = before - 2 * self._chance("after") + 0.5
        for moment, value in ((Moment.BEFORE, before), (Moment.AFTER, after)):
            yield self._rating(moment, RatingKind.BACK, max(0, round(value)))
        felt = self._chance("felt")
        feel = "too-easy" if felt < _EASY else "too-strong" if felt > _STRONG else "right"
        yield self._rating(Moment.AFTER, RatingKind.FEEL, feel)

    def breaks(self) -> Iterator[BreakVersion]:
        """The desk break that a session at the desk was, and the sitting before it."""
        if self.at_desk:
            yield BreakVersion(
                id=self._id("break"),
                due=self.started,
                local_day=self.day,
                outcome=BreakOutcome.TAKEN,
                reason=Cause.ASKED,
                sitting_s=round(
                    _between(_LEAST_SITTING_S, _MOST_SITTING_S, self._chance("sitting"))
                ),
                rest_s=120.0,
                session_id=self.ident,
                device=_DEVICE,
                changed=self._stamp(),
            )

    def hurts(self) -> Iterator[HurtVersion]:
        """The stop sign that ended the session, if one did."""
        if self._outcome() is SessionOutcome.HURT:
            yield HurtVersion(
                id=self._id("hurt"),
                session_id=self.ident,
                told=self.started,
                local_day=self.day,
                exercise=_EXERCISES[0],
                side=Side.RIGHT,
                answer=Hurt.STRONG,
                device=_DEVICE,
                changed=self._stamp(),
            )

    def tests(self) -> Iterator[TestVersion]:
        """Reach checks: on the floor, and on the chair for each leg."""
        value_cm = _between(_FIRST_CM, _LAST_CM, self.share) + 2 * self._chance("reach") - 1
        yield self._test("test-sit-and-reach", Side.BOTH, value_cm)
        for side, less_cm in ((Side.LEFT, 0.0), (Side.RIGHT, _TIGHTER_CM)):
            yield self._test("test-chair-sit-and-reach", side, value_cm - less_cm)

    @property
    def at_desk(self) -> bool:
        """Whether it is a desk break."""
        return self._chance("place") < _AT_DESK

    @property
    def _between_s(self) -> float:
        return _AT_DESK_S if self.at_desk else _ON_MAT_S

    def _outcome(self) -> SessionOutcome:
        end = self._chance("end")
        if end < _HURT and not self.at_desk:
            return SessionOutcome.HURT
        return SessionOutcome.STOPPED if end < _STOPPED else SessionOutcome.COMPLETED

    def _rating(self, moment: Moment, kind: RatingKind, value: int | str) -> RatingVersion:
        return RatingVersion(
            id=self._id(f"{moment} {kind}"),
            given=self.started,
            local_day=self.day,
            moment=moment,
            kind=kind,
            value=value,
            session_id=self.ident,
            device=_DEVICE,
            changed=self._stamp(),
        )

    def _test(self, test: str, side: Side, value_cm: float) -> TestVersion:
        return TestVersion(
            id=self._id(f"{test} {side}"),
            measured=self.started,
            local_day=self.day,
            test=test,
            side=side,
            value_cm=round(value_cm, 1),
            better="larger",
            device=_DEVICE,
            changed=self._stamp(),
        )

    def _steps(self, count: int) -> Iterator[StepRecord]:
        """Holds, two sets on each side of one exercise after the other."""
        growing_s = float(round(_between(_FIRST_HOLD_S, _LAST_HOLD_S, self.share)))
        hold_s = _DESK_HOLD_S if self.at_desk else growing_s
        exercises = _AT_DESK_EXERCISES if self.at_desk else _EXERCISES
        for index in range(count):
            exercise = exercises[index // 4 % len(exercises)]
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
                ended=self.started + timedelta(seconds=(index + 1) * (hold_s + self._between_s)),
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
