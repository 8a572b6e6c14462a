"""Where the plan stands today: stage, week, dose, what was done, what is due, what to say."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from supple.core.plan.course import (
    START_OVER_DAYS,
    Course,
    Done,
    Facts,
    latest,
    monday,
    sessions_needed,
    valid,
    walk,
)
from supple.core.plan.days import planned_days
from supple.core.plan.dose import DailyOption, Plan, PlanDose, Stage
from supple.core.plan.moves import Moved, came_and_went, moved_sessions
from supple.core.plan.records import Adjust, Decision, HurtRecord, PlanEvent
from supple.core.session.events import Hurt

_SHARP_WITHIN = timedelta(7)
_TENDER_FOR = timedelta(14)
_WEEK = timedelta(7)
_WEEKEND = timedelta(3)
_NEXT_MILESTONE_WEEKS = 4
_EXPECT_WEEKS = (0, 1, 4, 6)
_TWICE = 2
_TESTS = "self-tests"


class Mode(StrEnum):
    """Whether the plan runs. `waiting`: stop signs ask for a professional's word first."""

    NONE = "none"
    ON = "on"
    PAUSED = "paused"
    WAITING = "waiting"


class Notice(StrEnum):
    """Something worth a sentence, none of it a reproach."""

    STAY = "stay"
    NEXT_STAGE = "next-stage"
    STEP_BACK = "step-back"
    START_OVER = "start-over"
    GO_EASIER = "go-easier"
    SEE_PROFESSIONAL = "see-professional"
    STOP_SIGNS = "stop-signs"
    LESS = "less"
    NEXT_STEP = "next-step"
    LONGER_IF_EASY = "longer-if-easy"
    MORE_THAN_SUGGESTED = "more-than-suggested"
    CHANGE_ONE_THING = "change-one-thing"
    EXPECT = "expect"
    WEEK_DONE = "week-done"
    ASK_DIZZY = "ask-dizzy"


class Progress(msgspec.Struct, frozen=True):
    """The plan on one day.

    `stage` is where the user is, `week` the number shown (held at the stage's last week while
    `once_more`); `dose` is what the next session takes and may be a stage lower (`eased`).
    `week_start` is the Monday of that week (a first weekend already belongs to the next one).
    `done` are the days of this week with a session that counts, `wanted` how many there should be
    (`wanted_max` may be one more): the `usual` ones of any week, and what was `moved` in or out.
    `stage_done` of `stage_needed` lead to the next stage. `planned` are the days ahead in this
    week. `due` lists what the plan's milestones ask for.
    `test_asked` is the day for which a reminder of a reach check was asked, until one is done.
    `tender`: no good day for the strongest stretches, because holds just grew, one of the last two
    sessions was too much, or something hurt lately. `for_this_week` is the latest decision that
    holds until Sunday: it can be taken back till then.
    """

    mode: Mode
    stage: Stage
    week: int
    week_start: date
    begun: bool
    once_more: bool
    dose: PlanDose
    eased: bool
    done: tuple[date, ...]
    wanted: int
    wanted_max: int
    stage_done: int
    stage_needed: int
    planned: tuple[date, ...]
    adjust: Adjust
    run_weeks: int
    usual: int
    moved: tuple[Moved, ...] = ()
    daily: bool = False
    lighter: bool = False
    too_strong: bool = False
    tender: bool = False
    paused_since: date | None = None
    paused_until: date | None = None
    due: tuple[str, ...] = ()
    next_test_day: date | None = None
    test_asked: date | None = None
    for_this_week: PlanEvent | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def is_week_done(self) -> bool:
        """Whether as many sessions were done as the week should have."""
        return len(self.done) >= self.wanted

    @property
    def week_count(self) -> tuple[int, int]:
        """How many sessions of how many this week; more than wanted is never too many."""
        return len(self.done), max(len(self.done), self.wanted)


def progress(plan: Plan, facts: Facts, today: date, *, last_test: date | None = None) -> Progress:
    """Where the plan stands on `today`. `last_test` is the day of the latest self-test."""
    course = walk(plan, facts, today)
    events = _since_start(facts.events)
    stage = plan.stage[course.place.stage]
    recent = _since_kept(facts.done, events)
    eased = bool(recent) and recent[-1].worse
    level = plan.stage[max(0, course.place.stage - eased)]
    adjust = next((e.detail.adjust for e in reversed(events) if e.detail.adjust), Adjust())
    daily = _daily(plan, course, events)
    week = _week(stage, course, today)
    week_start = max(course.first or monday(today), monday(today))
    done = tuple(_done_since(course, week_start, facts.done, today))
    usual = adjust.sessions or (daily.sessions_per_week if daily else stage.sessions_per_week_min)
    most = usual if adjust.sessions or daily else max(usual, stage.sessions_per_week_max)
    moved = moved_sessions(events)
    more = came_and_went(moved, week_start)
    mode = _mode(course, facts.hurts, events)
    hold_s = level.hold_s if adjust.hold_s is None or eased else adjust.hold_s
    asked = _test_asked(facts.events, last_test)
    due, next_test = _as_asked(*_milestones(plan, course, events, last_test, today), asked, today)
    state = Progress(
        mode=mode,
        stage=stage,
        week=week,
        week_start=week_start,
        begun=course.place.since is not None,
        once_more=course.repeated or _is_held(stage, course, today),
        dose=PlanDose(week, hold_s, level.reps_index),
        eased=eased,
        done=done,
        wanted=max(0, usual + more),
        wanted_max=max(0, most + more),
        stage_done=course.place.done,
        stage_needed=sessions_needed(stage) if stage.week_to else 0,
        planned=(),
        adjust=adjust,
        run_weeks=course.run_weeks,
        usual=usual,
        moved=moved,
        daily=daily is not None,
        lighter=_this_week(events, Decision.LIGHTER, today) or (eased and level is stage),
        too_strong=_twice(recent, "too-strong"),
        tender=course.moved_on or _is_tender(recent, facts.hurts, today),
        paused_since=course.paused_since,
        paused_until=course.paused_until,
        due=due,
        next_test_day=next_test,
        test_asked=asked,
        for_this_week=_for_this_week(events, course, today),
    )
    planned = days_of_week(state, week_start, today, facts) if mode is Mode.ON else ()
    notices = _notices(course, state, recent, today, asks_dizzy=_asks_dizzy(facts))
    return msgspec.structs.replace(state, planned=planned, notices=notices)


def days_of_week(state: Progress, week: date, today: date, facts: Facts) -> tuple[date, ...]:
    """The days that the plan has in mind for the week of the Monday `week`, from `today` on."""
    last = max((each.day for each in facts.done if each.day <= today), default=None)
    return planned_days(
        week,
        today,
        state.usual
        + came_and_went(state.moved, week)
        - (len(state.done) if week == state.week_start else 0),
        state.adjust.days or state.stage.suggested_days,
        [*state.done, last] if last else [],
        # Days chosen by hand count more than a day between sessions.
        spaced=bool(state.stage.week_to) and not (state.daily or state.adjust.days),
        moved=state.moved,
    )


def above_stage(adjust: Adjust, stage: Stage) -> frozenset[str]:
    """Which fields of what was set by hand ask for more than the stage suggests."""
    asks = {
        "sessions": (adjust.sessions or 0) > stage.sessions_per_week_max,
        "hold_s": (adjust.hold_s or 0) > stage.hold_s,
        "more_sets": adjust.more_sets and stage.sets_max <= stage.sets,
    }
    return frozenset(field for field, is_more in asks.items() if is_more)


def stop_signs(hurts: Sequence[HurtRecord], events: Sequence[PlanEvent]) -> bool:
    """Whether two sharp pains within 7 days, or a second nerve-type sign, wait to be confirmed."""
    triggers = []
    nerves = 0
    sharp: list[date] = []
    for hurt in hurts:
        if hurt.answer is Hurt.NERVE:
            nerves += 1
            if nerves >= _TWICE:
                triggers.append(hurt.told)
        elif hurt.answer is Hurt.SHARP:
            if any(hurt.local_day - day <= _SHARP_WITHIN for day in sharp):
                triggers.append(hurt.told)
            sharp.append(hurt.local_day)
    confirmed = [e.decided for e in valid(events) if e.kind is Decision.CONFIRM]
    return bool(triggers) and not any(moment >= max(triggers) for moment in confirmed)


def _since_start(events: Sequence[PlanEvent]) -> tuple[PlanEvent, ...]:
    """The decisions since the plan was last begun."""
    known = valid(events)
    starts = [n for n, event in enumerate(known) if event.kind is Decision.START]
    return known[starts[-1] :] if starts else known


def _since_kept(done: Sequence[Done], events: Sequence[PlanEvent]) -> Sequence[Done]:
    """The last two sessions that may ease the next one: those after "as before"."""
    kept = [event.local_day for event in events if event.kind is Decision.AS_BEFORE]
    since = max(kept, default=date.min)
    return [each for each in latest(done, _TWICE) if each.day > since or not kept]


def _twice(done: Sequence[Done], feel: str) -> bool:
    return len(done) == _TWICE and all(each.feel == feel for each in done)


def _is_tender(recent: Sequence[Done], hurts: Sequence[HurtRecord], today: date) -> bool:
    too_much = any(each.worse or each.feel == "too-strong" for each in recent)
    lately = any(
        hurt.answer in (Hurt.SHARP, Hurt.NERVE) and today - hurt.local_day <= _TENDER_FOR
        for hurt in hurts
    )
    return too_much or lately


def _daily(plan: Plan, course: Course, events: Sequence[PlanEvent]) -> DailyOption | None:
    asked = [event.detail.on for event in events if event.kind is Decision.DAILY]
    option = plan.option[0]
    reached = plan.stage[course.place.stage].week_from >= option.from_week
    return option if reached and asked and asked[-1] else None


def _week(stage: Stage, course: Course, today: date) -> int:
    week = stage.week_from + course.place.weeks_in(today)
    return min(week, stage.week_to) if stage.week_to else week


def _is_held(stage: Stage, course: Course, today: date) -> bool:
    weeks = stage.week_from + course.place.weeks_in(today)
    return bool(stage.week_to) and weeks > stage.week_to


def _done_since(course: Course, week_start: date, done: Sequence[Done], today: date) -> list[date]:
    """The days of the plan's week with a session; a first weekend counts to week 1."""
    since = week_start - _WEEKEND if course.first == week_start else week_start
    return sorted({each.day for each in done if since <= each.day <= today})


def _mode(course: Course, hurts: Sequence[HurtRecord], events: Sequence[PlanEvent]) -> Mode:
    if not course.is_on:
        return Mode.NONE
    if stop_signs(hurts, events):
        return Mode.WAITING
    return Mode.PAUSED if course.paused_since else Mode.ON


def _this_week(events: Sequence[PlanEvent], kind: Decision, today: date) -> bool:
    return any(e.kind is kind and monday(e.local_day) == monday(today) for e in events)


def _for_this_week(events: Sequence[PlanEvent], course: Course, today: date) -> PlanEvent | None:
    """The latest of the decisions for one week alone that makes this week another one."""
    kinds = {Decision.LIGHTER, Decision.REPEAT} if course.repeated else {Decision.LIGHTER}
    since = monday(today)
    return next((e for e in reversed(events) if e.kind in kinds and e.local_day >= since), None)


def _milestones(
    plan: Plan, course: Course, events: Sequence[PlanEvent], last_test: date | None, today: date
) -> tuple[tuple[str, ...], date]:
    """What is due now, and the Monday of the next test after that.

    Screening and pain ratings are asked for by rules of their own.
    """
    reached = [each for each in plan.milestone if each.week <= course.run_weeks][-1]
    week, every = reached.week, _NEXT_MILESTONE_WEEKS
    if reached is plan.milestone[-1]:
        week += (course.run_weeks - week) // every * every
    start = course.first or monday(today)
    since = start + timedelta(weeks=week - 1)
    reviewed = [event.local_day for event in events if event.kind is Decision.REVIEWED]
    over = {
        # A test of the week before counts: more than one a week shows nothing.
        _TESTS: last_test is not None and (not week or last_test > since - _WEEK),
        "review": max(reviewed, default=date.min) >= since,
    }
    due = tuple(what for what in reached.do if not over.get(what, True))
    ahead = [each.week for each in plan.milestone if each.week > course.run_weeks]
    return due, start + timedelta(weeks=min(ahead, default=week + every) - 1)


def _test_asked(decisions: Sequence[PlanEvent], last: date | None) -> date | None:
    """The day of the reminder that was asked for; None without one, or once a later test is done.

    `last` is the day of the latest test.
    """
    asked = [each for each in valid(decisions) if each.kind is Decision.TEST_AGAIN]
    if not asked or (last is not None and last > asked[-1].local_day):
        return None
    return asked[-1].detail.until


def _as_asked(
    due: tuple[str, ...], next_test: date, asked: date | None, today: date
) -> tuple[tuple[str, ...], date]:
    """What is due, and the next test, where the user has chosen the day of the test."""
    if asked is None:
        return due, next_test
    others = tuple(what for what in due if what != _TESTS)
    return ((_TESTS, *others), next_test) if asked <= today else (others, asked)


def _notices(
    course: Course, state: Progress, recent: Sequence[Done], today: date, *, asks_dizzy: bool
) -> tuple[Notice, ...]:
    stage, in_stage = state.stage, course.place.weeks_in(today)
    is_done = state.mode is Mode.ON and state.is_week_done
    away = course.stepped_back_days
    every_four = in_stage > 0 and in_stage % _NEXT_MILESTONE_WEEKS == 0
    found = {
        Notice.STOP_SIGNS: state.mode is Mode.WAITING,
        Notice.SEE_PROFESSIONAL: [each.worse for each in recent] == [True, True],
        Notice.GO_EASIER: state.eased,
        Notice.ASK_DIZZY: asks_dizzy,
        Notice.START_OVER: away >= START_OVER_DAYS,
        Notice.STEP_BACK: 0 < away < START_OVER_DAYS,
        Notice.STAY: _is_held(stage, course, today),
        Notice.NEXT_STAGE: course.moved_on and not course.chosen,
        Notice.LONGER_IF_EASY: course.chosen and course.place.stage > 0,
        Notice.MORE_THAN_SUGGESTED: bool(above_stage(state.adjust, stage)),
        Notice.LESS: state.too_strong,
        Notice.NEXT_STEP: _twice(recent, "too-easy") and bool(stage.week_to),
        Notice.CHANGE_ONE_THING: every_four and not stage.week_to,
        Notice.EXPECT: state.run_weeks in _EXPECT_WEEKS and not away,
        Notice.WEEK_DONE: is_done and not state.eased,
    }
    return tuple(notice for notice, holds in found.items() if holds)


def _asks_dizzy(facts: Facts) -> bool:
    """Whether somebody got dizzy last time and was not asked about it since."""
    dizzy = [hurt.told for hurt in facts.hurts if hurt.answer is Hurt.DIZZY]
    asked = [e.decided for e in valid(facts.events) if e.kind is Decision.CONFIRM]
    return bool(dizzy) and not any(moment >= max(dizzy) for moment in asked)
