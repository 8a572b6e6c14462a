"""A routine, a dose and a day become the steps of one session."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from gettext import NullTranslations

import msgspec

from supple.core.catalogue.exercise import Exercise, Measure, Sides
from supple.core.catalogue.routine import Amount, Routine
from supple.core.plan.dose import PlanDose
from supple.core.plan.hurts import answers, last_words
from supple.core.plan.reasons import Change
from supple.core.session.changes import Changes, changed, first_side
from supple.core.session.cues import Narrator, Talk
from supple.core.session.doses import Dosed, RestBetween, dosed, settled
from supple.core.session.events import Hurt
from supple.core.session.getting_up import getting_up
from supple.core.session.pools import Pools
from supple.core.session.steps import Kind, Part, Side, Step


class Phrases(msgspec.Struct, frozen=True):
    """What the engine says by itself, already in the user's language.

    `back_to` names the side where work begins anew, `again` is said elsewhere. `way_out` holds, by
    exercise, how to come out of it when it hurts, `stopped` is said where there is nothing to come
    out of; `after_hurt` what is said to each answer.
    """

    paused: str
    still_paused: str
    going_on: str
    skipped: str
    again: str
    still_here: str
    way_out: dict[str, str]
    after_hurt: dict[Hurt, str]
    back_to: dict[Side, str] = {}
    stopped: str = ""

    def anew(self, step: Step) -> str:
        """What is said where the step begins anew."""
        return self.back_to.get(step.side, self.again) if step.kind.is_work else self.again

    def hurt_in(self, step: Step) -> str:
        """What is said at once where it hurts."""
        return self.way_out.get(step.exercise, "") if step.kind.is_work else self.stopped


class Session(msgspec.Struct, frozen=True):
    """A compiled session: all that the engine and a later resumption need.

    `seed` fixed the choice of shared lines; `week` the dose. `planned_s` is the sum of all steps.
    `pictures` are the user's own, by the group and exercise of a step.
    `changes` are the steps of the routine that became others or were left out; `is_enough` tells
    whether what is left is still a sensible session.
    """

    routine: str
    name: str
    steps: tuple[Step, ...]
    phrases: Phrases
    seed: int
    week: int
    counts_for_plan: bool
    changes: tuple[Change, ...] = ()
    is_enough: bool = True
    pictures: Mapping[tuple[int, str], str] = {}

    @property
    def planned_s(self) -> float:
        """Seconds of all steps together."""
        return sum(step.seconds for step in self.steps)

    @property
    def holds_planned(self) -> int:
        """Holds and repetition sets of the main part."""
        return sum(step.kind.is_hold for step in self.steps)


class Outline(msgspec.Struct, frozen=True):
    """A session without its words: rows with their reasons, steps, and what was changed."""

    rows: tuple[Dosed | RestBetween, ...]
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    is_enough: bool

    @property
    def planned_s(self) -> float:
        """Seconds of all steps together."""
        return sum(step.seconds for step in self.steps)


class Options(msgspec.Struct, frozen=True):
    """What the user chose about sessions in general.

    `extra_ready_s` and `extra_rest_s` lengthen every get-ready and every rest or switch.
    `prepare`: begin with a step that waits until somebody says ready. `warm`: leave the warm-up
    out, because the user is warm already. `between_tries_s`: time to note a number between two
    tries of a test, where somebody is there to measure. `waits`: between stretches, go on only
    when the user is ready. `in_turn`: holds change sides after each one; else all of one side come
    first.
    """

    talk: Talk = Talk()
    extra_ready_s: int = 0
    extra_rest_s: int = 0
    prepare: bool = False
    warm: bool = False
    between_tries_s: int = 0
    waits: bool = False
    in_turn: bool = True


def compile_session(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    lines: Mapping[str, tuple[str, ...]],
    *,
    dose: PlanDose,
    day: date,
    seed: int,
    words: NullTranslations,
    options: Options | None = None,
    changes: Changes | None = None,
) -> Session:
    """Lay out the routine. The same arguments always give the same session.

    `exercises` holds at least those of the routine and, with `changes`, those that may take their
    place; `lines` the shared lines by pool; both in the language of `words`.
    """
    options, changes = options or Options(), changes or Changes()
    talk = options.talk
    if routine.amount is not None:
        talk = msgspec.structs.replace(talk, amount=routine.amount)
    plain = outline(routine, exercises, dose=dose, day=day, options=options, changes=changes)
    pools = Pools(lines, seed)
    work = {n: row for n, row in enumerate(plain.rows) if isinstance(row, Dosed)}
    narrator = Narrator(
        exercises,
        pools,
        talk,
        words,
        welcome=routine.welcome,
        said={n: row.say for n, row in work.items()},
        cautions={n: row.caution for n, row in work.items()},
        getting_up=getting_up(plain.rows, changes, pools),
    )
    return Session(
        routine=routine.id,
        name=routine.name,
        steps=narrator.narrate(plain.steps),
        phrases=_phrases(exercises, pools, words, talk.amount),
        seed=seed,
        week=dose.week,
        counts_for_plan=routine.counts_for_plan,
        changes=plain.changes,
        is_enough=plain.is_enough,
        pictures=_pictures(plain.rows),
    )


def _pictures(rows: Sequence[Dosed | RestBetween]) -> dict[tuple[int, str], str]:
    """The user's own pictures by group and exercise; a rest has that of what it leads to."""
    shown = {
        group: _nearest(rows, group) if isinstance(row, RestBetween) else row
        for group, row in enumerate(rows)
    }
    return {(group, row.exercise.id): row.picture for group, row in shown.items() if row.picture}


def outline(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    *,
    dose: PlanDose,
    day: date,
    options: Options | None = None,
    changes: Changes | None = None,
) -> Outline:
    """The session without its words: what is shown before it starts, and compared with others."""
    options, changes = options or Options(), changes or Changes()
    written = dosed(routine, exercises, dose)
    if options.warm:
        written = _without_warm_up(written)
    final = changed(written, changes, exercises)
    rows = settled(final.rows)
    steps = _layout(rows, first_side(changes, day), options)
    return Outline(rows, steps, final.changes, final.is_enough)


def _without_warm_up(rows: Sequence[Dosed | RestBetween]) -> tuple[Dosed | RestBetween, ...]:
    """The rows of the other parts; all rows where there is no other part."""
    kept = tuple(
        row for row in rows if isinstance(row, RestBetween) or row.part is not Part.WARM_UP
    )
    return kept if any(isinstance(row, Dosed) for row in kept) else tuple(rows)


def _phrases(
    exercises: Mapping[str, Exercise], pools: Pools, words: NullTranslations, amount: Amount
) -> Phrases:
    tr = words.gettext
    paused, going_on = pools.all_of("pause")
    how = tr("Press space, or the button, to go on.")
    let_go, asked = pools.draw("hurt"), tr("What did you feel?")
    return Phrases(
        paused=f"{paused} {how}" if amount is Amount.EVERYTHING else paused,
        still_paused=tr("Still paused. No hurry."),
        going_on=going_on,
        skipped=tr("Skipped."),
        again=tr("Again."),
        still_here=" ".join((tr("I'm still here. No hurry."), *_asked(words))),
        way_out={
            ident: " ".join((let_go, *exercise.exit, asked))
            for ident, exercise in exercises.items()
        },
        after_hurt={answer: last_words(answer, words) for answer in Hurt},
        back_to={
            Side.LEFT: tr("Back to the left leg."),
            Side.RIGHT: tr("Back to the right leg."),
        },
        stopped=f"{tr('Stopped. No hurry.')} {asked}",
    )


def _asked(words: NullTranslations) -> tuple[str, ...]:
    """What did you feel, for somebody who does not see the screen: each answer with its key."""
    said = (f"{key}: {line}." for key, (_, line) in enumerate(answers(words), start=1))
    return (words.gettext("What did you feel?"), *said)


def _layout(rows: Sequence[Dosed | RestBetween], first: Side, options: Options) -> tuple[Step, ...]:
    steps: list[Step] = []
    for group, row in enumerate(rows):
        if isinstance(row, RestBetween):
            near = _nearest(rows, group)
            steps.append(_rest_between(row, near, group))
        else:
            steps += _steps_of(row, group, first, options)
    if options.waits:
        steps = [*steps[:1], *map(_waiting, steps[1:])]
    if options.prepare and steps:
        steps.insert(0, _prepare(steps[0]))
    return tuple(step for step in steps if step.seconds > 0 or not step.timed)


def _waiting(step: Step) -> Step:
    """Get ready without an end; a stretch that follows at once still does."""
    waits = step.kind is Kind.GET_READY and step.seconds > 0
    return msgspec.structs.replace(step, timed=False) if waits else step


def _prepare(first: Step) -> Step:
    return Step(
        part=first.part,
        kind=Kind.PREPARE,
        exercise=first.exercise,
        group=first.group,
        seconds=0.0,
        timed=False,
    )


def _nearest(rows: Sequence[Dosed | RestBetween], place: int) -> Dosed:
    around = [*rows[place + 1 :], *reversed(rows[:place])]
    return next(row for row in around if isinstance(row, Dosed))


def _rest_between(row: RestBetween, near: Dosed, group: int) -> Step:
    return Step(
        part=near.part,
        kind=Kind.REST,
        exercise=near.exercise.id,
        group=group,
        seconds=row.seconds,
    )


def _steps_of(row: Dosed, group: int, first: Side, options: Options) -> list[Step]:
    units = _units(row, first, options)
    work = _work(row, group)
    side, number = units[0]
    slow_s = math.ceil(row.get_ready_s * options.talk.slowness)
    ready_s = float(slow_s + options.extra_ready_s) if row.get_ready_s else 0.0
    steps = [_between(work, Kind.GET_READY, ready_s, side, number)]
    for place, (side, number) in enumerate(units):
        if place:
            turned = side is not units[place - 1][0]
            gap_s = row.switch_s if turned or _switches(row) else row.rest_s
            if row.exercise.measure.kind is Measure.TEST:
                gap_s = max(gap_s, float(options.between_tries_s))
            kind = Kind.SWITCH if turned else Kind.REST
            if turned:  # what is said then leads to the other side, as a get-ready does
                gap_s = float(math.ceil(gap_s * options.talk.slowness))
            longer = options.extra_rest_s if gap_s else 0
            steps.append(_between(work, kind, gap_s + longer, side, number))
        steps.append(msgspec.structs.replace(work, side=side, set=number))
    return [_of_its_side(step, row) for step in steps]


def _of_its_side(step: Step, row: Dosed) -> Step:
    """The step, told how many sets its own side has."""
    return msgspec.structs.replace(step, sets=row.sets + (row.extra is step.side))


def _switches(row: Dosed) -> bool:
    """Whether the time to change sides lies between all sets, as the time model has it."""
    both = row.exercise.changes_sides and row.side is None
    return both and row.exercise.measure.kind is not Measure.TEST


def _units(row: Dosed, first: Side, options: Options) -> list[tuple[Side, int]]:
    """Side and set number of every work step, in order; one more for the tighter side."""
    extra = [(row.extra, row.sets + 1)] if row.extra else []
    return [*_even_units(row, first, options), *extra]


def takes_turns(exercise: Exercise, alternates: bool | None, *, in_turn: bool) -> bool:
    """Whether the sides change after each set: as the row says, else as is usual for the user."""
    if alternates is not None:
        return alternates
    return exercise.alternates and (in_turn or exercise.measure.kind is not Measure.HOLD)


def _even_units(row: Dosed, first: Side, options: Options) -> list[tuple[Side, int]]:
    numbers = range(1, row.sets + 1)
    exercise = row.exercise
    if not exercise.changes_sides:
        none = exercise.sides is Sides.NONE and not exercise.measure.legs_take_turns
        side = Side.NONE if none else Side.BOTH
        return [(side, number) for number in numbers]
    if row.side is not None:
        return [(row.side, number) for number in numbers]
    second = Side.RIGHT if first is Side.LEFT else Side.LEFT
    if takes_turns(exercise, row.alternates, in_turn=options.in_turn):
        return [(side, number) for number in numbers for side in (first, second)]
    return [(side, number) for side in (first, second) for number in numbers]


def _work(row: Dosed, group: int) -> Step:
    """The work step of a row, for a side and set still to be filled in."""
    measure = row.exercise.measure
    tempo_s: float | None = None
    seconds = row.hold_s
    if row.reps is not None and measure.tempo_s is not None:
        tempo_s = float(measure.tempo_s * (2 if measure.legs_take_turns else 1))
        seconds = row.reps * tempo_s
    return Step(
        part=row.part,
        kind=_kind(row.part, measure.kind),
        exercise=row.exercise.id,
        group=group,
        seconds=seconds,
        reps=row.reps,
        tempo_s=tempo_s,
        measured=measure.kind is Measure.TEST,
    )


def _kind(part: Part, measure: Measure) -> Kind:
    if part is Part.WARM_UP:
        return Kind.WARM_UP
    if part is Part.COOL_DOWN:
        return Kind.COOL_DOWN
    return Kind.REPS if measure is Measure.REPS else Kind.HOLD


def _between(work: Step, kind: Kind, seconds: float, side: Side, number: int) -> Step:
    return msgspec.structs.replace(
        work,
        kind=kind,
        seconds=seconds,
        side=side,
        set=number,
        reps=None,
        tempo_s=None,
        measured=False,
    )
