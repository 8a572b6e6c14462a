"""The plan in use: where it stands, what it offers, what a session takes from it."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from functools import partial
from gettext import NullTranslations
from itertools import islice

import msgspec

from supple.app.catalogue import Catalogue
from supple.app.safety import Safety
from supple.core.catalogue.alone import wants_warm_up
from supple.core.catalogue.exercise import Exercise, Kit, Place, Tag
from supple.core.catalogue.reading import parse_toml
from supple.core.catalogue.routine import Routine, RoutineStep, Use
from supple.core.catalogue.texts import translated
from supple.core.history.records import SessionRecord
from supple.core.plan import pain
from supple.core.plan.checklist import Checklist, Item, items_for
from supple.core.plan.course import Done, Facts, counts, monday
from supple.core.plan.dose import PlanDose
from supple.core.plan.hurts import softer
from supple.core.plan.limits import Limits, limits_of
from supple.core.plan.notices import no_change_words, notice_words, stage_words, summary, week_words
from supple.core.plan.offer import (
    SUPPORTED,
    Candidate,
    Offer,
    is_possible,
    offer,
    offer_words,
    suggested,
)
from supple.core.plan.progress import Mode, Progress, days_of_week, progress
from supple.core.plan.reasons import Reason, Why, reason_words
from supple.core.plan.records import Decision, Detail, PlanEvent, SetAside
from supple.core.plan.screening import Condition, Standing
from supple.core.plan.self_tests import AGAIN_DAYS, Protocol, any_clear_change, tighter_side
from supple.core.plan.swaps import INSTEAD, LIVELY, outs
from supple.core.session.changes import Changes
from supple.core.session.compile import Outline, outline
from supple.core.session.events import Hurt, SessionOutcome
from supple.core.session.steps import Part, Side
from supple.devices.clock import Clock
from supple.devices.files import asset
from supple.devices.settings.settings import Settings
from supple.devices.store.hurts import list_hurts
from supple.devices.store.ids import new_id
from supple.devices.store.outcomes import session_outcomes
from supple.devices.store.overview import Overview
from supple.devices.store.plan_events import list_plan_events, save_plan_event
from supple.devices.store.ratings import list_ratings
from supple.devices.store.sessions import list_sessions
from supple.devices.store.store import Store
from supple.devices.store.tests import list_tests

_WARM_UP = "warm-up-5"
_SEATED_WARM_UP = "warm-up-seated"
_LONG_WARM_UP, _LONG_WARM_UP_MIN = "warm-up-10", 10
_RESTING = "breathing-rest"
_WALKS = frozenset({"walk-10", "brisk-walk"})
_STILL_WARM = timedelta(minutes=15)
_RECENTLY = timedelta(days=90)
_ONE_WEEK = timedelta(days=7)
_EVENT_MINUTES = 20
_REVIEW_WEEK = 6


class DayPlan(msgspec.Struct, frozen=True):
    """A day of the calendar: sessions that counted, or one that is planned."""

    day: date
    is_done: bool
    is_planned: bool


class Fit(msgspec.Struct, frozen=True):
    """A routine as it would be for this person today, and what to suggest if too little is left."""

    routine: Routine
    outline: Outline
    instead: str = ""


class ForYou(msgspec.Struct, frozen=True):
    """An exercise as this person has it: why it is left out, or what to mind.

    `reason_words` and `cautions` are sentences; `set_aside` is there where it can be brought back.
    """

    left_out: Reason | None
    reason_words: str
    cautions: tuple[str, ...]
    set_aside: SetAside | None


class Told(msgspec.Struct, frozen=True):
    """The plan in words: one line, this week, the way to the next stage, notices, the offer."""

    summary: str
    week: str
    stage: str
    notices: tuple[str, ...]
    offer: str


class Planning:
    """Looks at decisions, history and answers, and tells what they come to."""

    def __init__(
        self,
        *,
        overview: Overview,
        catalogue: Catalogue,
        store: Store,
        safety: Safety,
        clock: Clock,
        words: NullTranslations,
        settings: Callable[[], Settings] = Settings,
    ) -> None:
        self._settings = settings
        self._overview = overview
        self._catalogue = catalogue
        self._store = store
        self._safety = safety
        self._clock = clock
        self._words = words

    def state(self) -> Progress:
        """Where the plan stands today. Raises StoreError."""
        tests = self._store.read(list_tests)
        last = max((each.local_day for each in tests), default=None)
        return progress(self._catalogue.plan, self._facts(), self._today, last_test=last)

    def offer(self, state: Progress | None = None, changes: Changes | None = None) -> Offer | None:
        """The next session and why; None where nothing is for this person now.

        `state` and `changes` are those of today, where they are known already.
        """
        state = state or self.state()
        standing = self._safety.standing()
        if not standing.access.is_open or state.mode is Mode.WAITING:
            return None
        changes = changes or self.changes(state=state, standing=standing)
        ids = suggested(self._catalogue.plan, state, standing.conditions)
        last_done = {
            each.routine: each.local_day for each in self._records() if not each.is_rehearsal
        }
        conditions = standing.conditions
        # Where nothing is swapped and no length is asked for, all fit, and none need be laid out:
        # it is the one done longest ago, and all else to know is whether there is another.
        quick = not (changes.may_swap or state.adjust.minutes or state.lighter)
        if quick:
            ids = tuple(sorted(ids, key=lambda ident: last_done.get(ident, date.min)))
        every = (self._candidate(ident, state.dose, changes, quick=quick) for ident in ids)
        possible = (each for each in every if is_possible(each, state, last_done))
        found = list(islice(possible, 2) if quick else possible)
        given = offer(state, conditions, found, (), last_done)
        if given is None:
            others = [self._candidate(ident, state.dose, changes) for ident in INSTEAD]
            given = offer(state, conditions, found, others, last_done)
        return given

    def suggests(self, stage: str) -> tuple[str, ...]:
        """The ids of the routines that a stage has for this person."""
        plan = self._catalogue.plan
        there = next(each for each in plan.stage if each.id == stage)
        state = msgspec.structs.replace(self.state(), stage=there, eased=False, daily=False)
        return suggested(plan, state, self._safety.standing().conditions)

    def stretches(self) -> tuple[str, ...]:
        """The ids of what the routines of the present stage stretch with, and nothing left out."""
        routines = map(self._catalogue.routine, self.suggests(self.state().stage.id))
        steps = (step for each in routines for step in each.steps if isinstance(step, RoutineStep))
        found = dict.fromkeys(step.exercise for step in steps if step.part is Part.MAIN)
        aside = {each.exercise: _resting(each) for each in self._safety.set_asides()}
        out = outs(self._safety.limits(), aside)
        return tuple(each for each in found if out(self._catalogue.exercise(each)) is None)

    def told(self) -> Told:
        """The plan in words."""
        state = self.state()
        given = self.offer(state)
        return Told(
            summary=summary(state, self._words),
            week=week_words(state, self._words),
            stage=stage_words(state, self._words),
            notices=tuple(notice_words(each, self._words) for each in state.notices),
            offer=offer_words(given, self._words) if given else "",
        )

    def decide(self, kind: Decision, detail: Detail | None = None) -> str:
        """Keep a decision about the plan; its id, to take it back with `undo`."""
        now = self._clock.wall()
        event = PlanEvent(
            id=new_id(), decided=now, local_day=now.date(), kind=kind, detail=detail or Detail()
        )
        self._store.write(partial(save_plan_event, event=event)).result()
        return event.id

    def undo(self, event_id: str) -> None:
        """Take a decision back."""
        self.decide(Decision.UNDO, Detail(undone=event_id))

    def clear(self, subject: str) -> Standing:
        """Keep a professional's word. What it reopens begins with the first stage."""
        standing = self._safety.clear(subject)
        if subject in set(Condition):
            self.decide(Decision.STAGE, Detail(stage=self._catalogue.plan.stage[0].id))
        return standing

    def changes(
        self,
        *,
        state: Progress | None = None,
        standing: Standing | None = None,
        missing: Iterable[Kit] = (),
        cold: bool = False,
        calmer: bool = False,
    ) -> Changes:
        """What turns a routine into this person's session of today.

        `missing`: things not at hand; `cold`: begun without a warm-up and not warm; `calmer`: no
        jogging, swings or long steps.
        """
        state = state or self.state()
        limits = limits_of(standing or self._safety.standing())
        aside = dict.fromkeys(LIVELY, Reason(Why.CALMER)) if calmer else {}
        aside |= {each.exercise: _resting(each) for each in self._safety.set_asides()}
        lines = self._safety.questionnaire.caution_words if limits != Limits() else None
        cautions = {tag: lines(tag) for tag in Tag} if lines else {}
        return Changes(
            hold_s=None if state.eased else state.adjust.hold_s,
            more_sets=state.adjust.more_sets,
            too_strong=state.too_strong,
            lighter=state.lighter,
            softer=self._softer(),
            aside=aside,
            limits=limits,
            missing=frozenset(missing),
            cold=cold,
            tighter=self.tighter_side(),
            extra_set=state.adjust.extra_set,
            cautions=cautions,
        )

    def next_test_day(self) -> date:
        """The day of the next reach check: the plan's, and a week off at least."""
        week_off = self._today + timedelta(AGAIN_DAYS)
        return max(self.state().next_test_day or week_off, week_off)

    def tighter_side(self) -> Side | None:
        """The side that is tighter, by test or by the user's word; it goes first."""
        return tighter_side(self._store.read(list_tests), self._store.read(list_plan_events))

    def fit(self, ident: str, changes: Changes | None = None) -> Fit:
        """A routine as it would be today, with what was changed and why."""
        state = self.state()
        changes = changes or self.changes(state=state)
        routine = self.warmed(self._catalogue.routine(ident), changes)
        plain = self._outline(routine, state.dose, changes)
        instead = "" if plain.is_enough else self._instead(state.dose, changes, ident)
        return Fit(routine, plain, instead)

    def gentlest(self) -> str:
        """The id of the gentlest session there is for this person."""
        gentle = self.fit(SUPPORTED)
        return SUPPORTED if gentle.outline.is_enough else gentle.instead or _RESTING

    def outlined(self, ident: str, dose: PlanDose, changes: Changes) -> tuple[Routine, Outline]:
        """A routine and its steps without their words: quick, for lists and previews."""
        routine = self.warmed(self._catalogue.routine(ident), changes)
        return routine, self._outline(routine, dose, changes)

    def for_you(self, ident: str) -> ForYou:
        """What the answers and stop signs mean for one exercise."""
        exercise = self._catalogue.exercise(ident)
        limits = self._safety.limits()
        aside = {each.exercise: each for each in self._safety.set_asides()}
        resting = {ident: _resting(each) for ident, each in aside.items()}
        reason = outs(limits, resting)(exercise)
        lines = self._safety.questionnaire.caution_words
        return ForYou(
            left_out=reason,
            reason_words=reason_words(reason, self._words) if reason else "",
            cautions=tuple(lines(tag) for tag in limits.cautions(exercise)),
            set_aside=aside.get(ident),
        )

    def checklist(self, routine: Routine, *, shown_today: bool) -> tuple[Item, ...]:
        """What to have ready for this session. `shown_today`: the list was seen today already."""
        data, _ = parse_toml(asset("checklist.toml").read_text(encoding="utf-8"))
        known = translated(msgspec.convert(data, Checklist), self._words)
        exercises = tuple(self._catalogue.exercises_of(routine).values())
        return items_for(known, routine.use, exercises, shown_today=shown_today)

    def last_stop(self) -> Hurt | None:
        """How the last session ended, if with pain to ask about: "How is it now?"."""
        records = [each for each in self._records() if not each.is_rehearsal]
        if not records or records[-1].hurt not in (Hurt.SHARP, Hurt.NERVE):
            return None
        answered = [
            event.decided
            for event in self._store.read(list_plan_events)
            if event.kind is Decision.CONFIRM
        ]
        since = records[-1].started
        return None if any(moment >= since for moment in answered) else records[-1].hurt

    def warmed(self, routine: Routine, changes: Changes) -> Routine:
        """The routine with another warm-up: seated for unsure balance, or the long one by wish."""
        if routine.use is not Use.SESSION or not _has_warm_up(routine):
            return routine
        other = self._other_warm_up(changes)
        return with_warm_up(routine, self._catalogue.routine(other)) if other else routine

    def tried(self, routine: Routine, changes: Changes) -> Routine:
        """A stretch by itself with the warm-up of a whole session; other routines as they are."""
        alone = routine.id in self._catalogue.exercise_ids
        if not alone or not wants_warm_up(self._catalogue.exercise(routine.id)):
            return routine
        warm_up = self._other_warm_up(changes) or _WARM_UP
        return with_warm_up(routine, self._catalogue.routine(warm_up))

    def _other_warm_up(self, changes: Changes) -> str:
        """What warms this person instead of the usual five minutes; empty for nothing else."""
        if Tag.BALANCE_PROBLEM in changes.limits.avoid:
            return _SEATED_WARM_UP
        is_long = self._settings().session.warm_up_min == _LONG_WARM_UP_MIN
        return _LONG_WARM_UP if is_long else ""

    def is_warm(self) -> bool:
        """Whether a walk ended within the last 15 minutes: that is a warm-up."""
        walks = [each for each in self._records() if each.routine in _WALKS and each.ended]
        since = self._clock.wall() - _STILL_WARM
        return any(
            each.ended >= since and each.outcome is SessionOutcome.COMPLETED
            for each in walks[-1:]
            if each.ended is not None
        )

    def early(self, ident: str) -> str:
        """When a routine is usually begun, where the plan is not there yet; else empty."""
        routine = self._catalogue.routine(ident)
        return routine.when if routine.from_week > self.state().week else ""

    def last_was_worse(self) -> bool:
        """Whether the session that counted last before today had ended with more pain."""
        before = [each for each in self._facts().done if each.day < self._today]
        return bool(before) and before[-1].worse

    def exercises(self, routine: Routine, changes: Changes) -> dict[str, Exercise]:
        """The exercises of a routine and all that may take their place."""
        found = dict(self._catalogue.exercises_of(routine))
        waiting = list(found.values()) if changes.may_swap else []
        while waiting:
            exercise = waiting.pop()
            for ident in (*exercise.swap, exercise.easier):
                if ident and ident not in found:
                    found[ident] = self._catalogue.exercise(ident)
                    waiting.append(found[ident])
        return found

    def calendar(self, weeks: int = 4) -> tuple[DayPlan, ...]:
        """The days of this week and those ahead, as planned, with what was done."""
        state, facts = self.state(), self._facts()
        first = monday(self._today)
        done = {each.day for each in facts.done}
        ahead: set[date] = set()
        if state.mode is Mode.ON:
            for number in range(weeks):
                week = first + number * _ONE_WEEK
                ahead |= {*days_of_week(state, week, self._today, facts)}
        days = (first + timedelta(number) for number in range(7 * weeks))
        return tuple(DayPlan(day, day in done, day in ahead) for day in days)

    def as_ics(self, at: time, weeks: int = 4) -> bytes:
        """The planned days as a calendar file (RFC 5545), each with an event at a time of day."""
        from icalendar import Calendar, Event

        tr = self._words.gettext
        calendar = Calendar()
        calendar.add("prodid", "-//Supple//Supple//EN")
        calendar.add("version", "2.0")
        for each in self.calendar(weeks):
            if each.is_planned:
                event = Event()
                event.add("uid", f"{each.day.isoformat()}@io.github.supple_app.Supple")
                event.add("dtstamp", self._clock.wall())
                start = datetime.combine(each.day, at)
                event.add("dtstart", start)
                event.add("dtend", start + timedelta(minutes=_EVENT_MINUTES))
                event.add("summary", tr("Stretching"))
                calendar.add_component(event)
        return bytes(calendar.to_ical())

    def no_change(self, protocols: Iterable[Protocol]) -> str:
        """From week 6 on, the sentence for when nothing measured has changed; else empty.

        Without enough numbers nothing is said.
        """
        if self.state().run_weeks < _REVIEW_WEEK:
            return ""
        changed = any_clear_change(tuple(protocols), self._store.read(list_tests))
        trend = pain.trend(pain.weeks(self._store.read(list_ratings)))
        known = changed is not None or trend is not pain.Trend.UNKNOWN
        better = changed or trend is pain.Trend.LESS
        return no_change_words(self._words) if known and not better else ""

    @property
    def _today(self) -> date:
        return self._clock.wall().date()

    def _records(self) -> tuple[SessionRecord, ...]:
        return self._store.read(self._overview.records)

    def _facts(self) -> Facts:
        return self._store.read(partial(_read_facts, overview=self._overview))

    def _softer(self) -> frozenset[str]:
        since = self._today - _RECENTLY
        hurts = self._store.read(partial(list_hurts, since=since))
        if not hurts:
            return frozenset()
        sessions = self._store.read(partial(list_sessions, since=since))
        known = [each.exercise for each in hurts if each.exercise in self._catalogue.exercise_ids]
        easier = {ident: self._catalogue.exercise(ident).easier for ident in known}
        return softer(hurts, sessions, easier, self._today) & frozenset(known)

    def _candidate(
        self, ident: str, dose: PlanDose, changes: Changes, *, quick: bool = False
    ) -> Candidate:
        routine = self.warmed(self._catalogue.routine(ident), changes)
        partner, strong = Place.PARTNER in routine.places, routine.from_week > 1
        if quick:
            return Candidate(ident, 0.0, needs_partner=partner, is_strong=strong)
        plain = self._outline(routine, dose, changes)
        return Candidate(
            ident,
            plain.planned_s,
            len(plain.changes),
            plain.is_enough,
            needs_partner=partner,
            is_strong=strong,
        )

    def _outline(self, routine: Routine, dose: PlanDose, changes: Changes) -> Outline:
        exercises = self.exercises(routine, changes)
        return outline(routine, exercises, dose=dose, day=self._today, changes=changes)

    def _instead(self, dose: PlanDose, changes: Changes, ident: str) -> str:
        others = (self._candidate(other, dose, changes) for other in INSTEAD if other != ident)
        return next((each.routine for each in others if each.is_enough), "")


def _read_facts(connection: sqlite3.Connection, overview: Overview) -> Facts:
    """All that the plan follows from, as of one moment."""
    outcomes = session_outcomes(connection)
    plain = (False, "")
    done = (
        Done(each.local_day, each.routine, *outcomes.get(each.id, plain))
        for each in overview.records(connection)
        if counts(each)
    )
    return Facts(
        tuple(list_plan_events(connection)),
        tuple(sorted(done, key=lambda each: each.day)),
        tuple(list_hurts(connection)),
    )


def _resting(aside: SetAside) -> Reason:
    return Reason(Why.SET_ASIDE, until=aside.until_day)


def _has_warm_up(routine: Routine) -> bool:
    steps = (step for step in routine.steps if isinstance(step, RoutineStep))
    return any(step.part is Part.WARM_UP for step in steps)


def with_warm_up(routine: Routine, warm_up: Routine) -> Routine:
    """The routine with another routine's steps as its warm-up."""
    rest = tuple(
        step
        for step in routine.steps
        if not (isinstance(step, RoutineStep) and step.part is Part.WARM_UP)
    )
    return msgspec.structs.replace(routine, steps=(*warm_up.steps, *rest))
