"""How much, by week of the plan: seconds of a hold and which repetition count."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from supple.core.catalogue.exercise import Id, Line, Spoken

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Stage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of weeks with one dose. `week_to` is 0 where the stage has no end."""

    id: Id
    week_from: int
    week_to: int
    sessions_per_week_min: int
    sessions_per_week_max: int
    hold_s: int
    sets: int
    sets_max: int
    reps_index: Annotated[int, msgspec.Meta(ge=0, le=2)]
    suggested_days: tuple[Day, ...]
    suggested_routines: tuple[Id, ...]
    say: Spoken


class DailyOption(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A little every day, offered from `from_week` on."""

    id: Id
    from_week: int
    sessions_per_week: int
    hold_s: int
    suggested_routines: tuple[Id, ...]
    say: Spoken


class Milestone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is due in a week of the plan."""

    week: int
    do: tuple[Literal["screening", "self-tests", "pain-rating", "review"], ...]


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `plan.toml`. Source of the numbers: catalogue sections 5 and 6."""

    id: Id
    name: Line
    weeks_counted_from: Line
    session_counts_if: Line
    at_most_counted_per_day: int
    stage: tuple[Stage, ...]
    option: tuple[DailyOption, ...]
    milestone: tuple[Milestone, ...]


class PlanDose(msgspec.Struct, frozen=True):
    """What a session takes from the plan. `reps_index` picks from an exercise's `plan_reps`."""

    week: int
    hold_s: int
    reps_index: int


def stage_of(plan: Plan, week: int) -> Stage:
    """The stage that `week` (from 1) belongs to."""
    return next(stage for stage in plan.stage if week <= stage.week_to or stage is plan.stage[-1])


def dose_of(plan: Plan, week: int) -> PlanDose:
    """The dose of `week` (from 1)."""
    stage = stage_of(plan, week)
    return PlanDose(week, stage.hold_s, stage.reps_index)


def left_first(day: date) -> bool:
    """Whether the left side starts: on odd days of the month (catalogue section 10)."""
    return day.day % 2 == 1
