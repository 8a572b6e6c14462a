"""What is remembered beside sessions: decisions about the plan, stop signs, tests, answers."""

from datetime import date
from enum import StrEnum
from typing import Literal

import msgspec

from supple.core.history.records import Instant
from supple.core.plan.dose import Day
from supple.core.plan.screening import Condition, Lock
from supple.core.session.events import Hurt
from supple.core.session.steps import Side


class Decision(StrEnum):
    """What a user can decide about the plan.

    `confirm`: "I have asked" or "fine again" after a stop sign. `as-before`: no easing, please.
    `tighter`: which side felt so. `test-again`: a reminder of a reach check, on the day `until`.
    `undo` takes another decision back.
    """

    START = "start"
    STOP = "stop"
    PAUSE = "pause"
    RESUME = "resume"
    STAGE = "stage"
    ADJUST = "adjust"
    LIGHTER = "lighter"
    REPEAT = "repeat"
    DAILY = "daily"
    MOVE = "move"
    REVIEWED = "reviewed"
    CONFIRM = "confirm"
    AS_BEFORE = "as-before"
    TIGHTER = "tighter"
    TEST_AGAIN = "test-again"
    UNDO = "undo"


class Adjust(msgspec.Struct, frozen=True, omit_defaults=True):
    """The plan set by hand; None leaves a number to the stage.

    `sessions` a week, `days` liked, `hold_s` seconds, `more_sets`: three where there are two,
    `minutes` at most, `extra_set`: one more on the tighter side.
    """

    sessions: int | None = None
    days: tuple[Day, ...] = ()
    hold_s: int | None = None
    more_sets: bool = False
    minutes: int | None = None
    extra_set: bool = False


class Detail(msgspec.Struct, frozen=True, omit_defaults=True):
    """What belongs to a decision: the fields its kind needs, nothing else."""

    stage: str = ""
    until: date | None = None
    adjust: Adjust | None = None
    on: bool = True
    planned: date | None = None
    moved_to: date | None = None
    undone: str = ""
    side: Side | None = None


class PlanEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One decision. `device` and `changed` are filled by the store."""

    id: str
    decided: Instant
    local_day: date
    kind: Decision
    detail: Detail = Detail()
    device: str = ""
    changed: str = ""


class HurtRecord(msgspec.Struct, frozen=True, kw_only=True):
    """That it hurts, and what it was. Kept even where the session left no record."""

    id: str
    told: Instant
    local_day: date
    exercise: str
    side: Side
    answer: Hurt
    session_id: str | None = None
    device: str = ""
    changed: str = ""


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise left out, until a day or until the user brings it back (`until_day` is None)."""

    id: str
    exercise: str
    reason: str
    from_day: date
    until_day: date | None = None
    brought_back: Instant | None = None
    device: str = ""
    changed: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the exercise is still left out on that day."""
        over = self.until_day is not None and day >= self.until_day
        return self.brought_back is None and not over


class TestRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One self-test: the best of its tries, in cm as the protocol defines it."""

    __test__ = False  # not for pytest

    id: str
    measured: Instant
    local_day: date
    test: str
    side: Side
    value_cm: float
    better: Literal["larger", "smaller"]
    session_id: str | None = None
    note: str = ""
    device: str = ""
    changed: str = ""


class ScreeningRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Answers as they came to a verdict. `answers` is None where single answers are not kept."""

    id: str
    answered: Instant
    local_day: date
    lock: Lock
    tags: tuple[Condition, ...]
    answers: dict[str, bool] | None = None
    changed: str = ""


class ClearanceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A professional's word: one lock or condition of one screening is cleared."""

    id: str
    screening_id: str
    given: Instant
    local_day: date
    subject: str
    changed: str = ""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """Only to compare tests with published values; both may be left out."""

    birth_year: int | None = None
    sex: Literal["woman", "man"] | None = None
