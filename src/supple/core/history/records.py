"""What is remembered of sessions: the records that the store keeps and `history --json` prints."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from supple.core.session.events import Hurt, Outcome, SessionOutcome
from supple.core.session.steps import Kind, Part, Side, Step
from supple.core.session.tally import Tally

Instant = Annotated[datetime, Meta(tz=True)]
"""A date and time with its offset from UTC, whole minutes; kept to the microsecond."""


class Source(StrEnum):
    """Where a session was followed, or that it was only written down."""

    WINDOW = "window"
    TERMINAL = "terminal"
    BREAK = "break"
    BY_HAND = "by-hand"


class Moment(StrEnum):
    """When a rating was asked for: around a session, or for the day."""

    BEFORE = "before"
    AFTER = "after"
    DAY = "day"


class RatingKind(StrEnum):
    """What was rated. `back` and `leg` are pain from 0 to 10, the others one word."""

    BACK = "back"
    LEG = "leg"
    FEEL = "feel"
    BREAK = "break"


class SessionRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One session. `local_day` is the user's calendar day at its start and counts everywhere.

    `active_s` is the session clock without pauses, `work_s` the time of work steps in it,
    `holds_done` the finished holds and repetition sets of the main part. `outcome` and `ended` are
    None while it goes on. `week` is the plan's week whose dose was used. `seed` (0 to 2**63 - 1)
    chose the spoken lines. `device` and `changed` are filled by the store: where it was recorded,
    and a stamp that grows when it is begun, closed or edited.
    """

    id: str
    routine: str
    routine_name: str
    source: Source
    started: Instant
    local_day: date
    planned_s: float
    holds_planned: int
    seed: int
    speed: float = 1.0
    counts_for_plan: bool = False
    week: int | None = None
    active_s: float = 0.0
    work_s: float = 0.0
    holds_done: int = 0
    ended: Instant | None = None
    outcome: SessionOutcome | None = None
    hurt: Hurt | None = None
    note: str = ""
    device: str = ""
    changed: str = ""

    @property
    def is_rehearsal(self) -> bool:
        """Whether the clock ran faster than time: kept, but never counted."""
        return self.speed > 1


class StepRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One work step that was ended, done or not. It never changes afterwards.

    `index` and `attempt` are those of the session's events; `actual_s` leaves pauses out.
    """

    id: str
    session_id: str
    index: int
    attempt: int
    part: Part
    kind: Kind
    exercise: str
    side: Side
    set: int
    sets: int
    planned_s: float
    actual_s: float
    outcome: Outcome
    ended: Instant
    reps: int | None = None


class RatingRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer of the user. Not answering leaves no record.

    `value` is 0 to 10 for `back` and `leg`; `too-easy`, `right` or `too-strong` for `feel`;
    `better`, `same` or `worse` for `break`. `session_id` is None for a rating of the day.
    """

    id: str
    given: Instant
    local_day: date
    moment: Moment
    kind: RatingKind
    value: int | str
    session_id: str | None = None
    device: str = ""
    changed: str = ""


class RecordedSession(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A session with all that belongs to it: steps as they were compiled, then ratings."""

    session: SessionRecord
    steps: tuple[StepRecord, ...] = ()
    ratings: tuple[RatingRecord, ...] = ()


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    """A session that was cut off: what it was compiled to, and the steps that were ended."""

    session: SessionRecord
    steps: tuple[Step, ...]
    ended: tuple[StepRecord, ...]

    @property
    def next_index(self) -> int:
        """The step to go on with: after the last one that was done or skipped."""
        over = [step.index for step in self.ended if step.outcome is not Outcome.STOPPED]
        return max(over, default=-1) + 1

    @property
    def next_work(self) -> Step | None:
        """The work still ahead, None when only the end was missing."""
        return next((step for step in self.steps[self.next_index :] if step.kind.is_work), None)

    @property
    def tally(self) -> Tally:
        """What the engine goes on counting from."""
        return Tally(
            index=self.next_index,
            attempts={step.index: step.attempt for step in sorted(self.ended, key=_attempt)},
            done={step.index for step in self.ended if step.outcome is Outcome.DONE},
            active_s=self.session.active_s,
            work_s=self.session.work_s,
        )


def _attempt(step: StepRecord) -> int:
    return step.attempt
