"""Small exercises, routines and sessions, with only what a test cares about spelt out."""

from datetime import date
from gettext import NullTranslations

import msgspec

from supple.core.catalogue.exercise import Cues, Dose, Exercise, Measure, Position, Sides, Timing
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.plan.dose import dose_of
from supple.core.session.changes import Changes
from supple.core.session.compile import Options, Phrases, Session, compile_session
from supple.core.session.cues import Talk
from supple.core.session.events import Hurt
from supple.core.session.steps import Cue, Kind, Part, Side, Step
from tests.core.shipped import exercises, lines, plan, routines

ODD = date(2026, 5, 13)
EVEN = date(2026, 5, 14)
PHRASES = Phrases(
    paused="Paused.",
    still_paused="Still paused.",
    going_on="On we go.",
    skipped="Skipped.",
    again="Again.",
    still_here="Still here.",
    way_out={"fold": "Let go. Sit up."},
    after_hurt={answer: f"Told: {answer}." for answer in Hurt},
    stopped="Stopped. What?",
    back_to={Side.LEFT: "Back to the left.", Side.RIGHT: "Back to the right."},
)
TIMING = Timing(get_ready_s=10, switch_s=5, rest_s=8)
CUES = Cues(
    start="Lean forward.",
    hold=("Long back.", "Easy breath.", "Toes up."),
    switch="Change legs.",
    release="Come up.",
)


def exercise(
    ident: str = "fold",
    *,
    kind: Measure = Measure.HOLD,
    sides: Sides = Sides.BOTH,
    tempo_s: int | None = None,
    legs_take_turns: bool = False,
    attempts: int | None = None,
    plan_reps: tuple[int, int, int] | None = None,
    alternates: bool = False,
    position: Position = Position.SEATED,
    cues: Cues = CUES,
) -> Exercise:
    """An exercise of 15 to 30 seconds or repetitions: the shipped chair fold, changed."""
    dose = Dose(
        kind=kind,
        unit="seconds",
        min=15,
        default=20,
        max=30,
        tempo_s=tempo_s,
        legs_take_turns=legs_take_turns,
        plan_reps=plan_reps,
        attempts=attempts,
    )
    return msgspec.structs.replace(
        exercises()["chair-forward-fold"],
        id=ident,
        name=ident.capitalize(),
        measure=dose,
        sides=sides,
        alternates=alternates,
        position=position,
        timing=TIMING,
        setup=("Sit on the edge.", "Feet flat."),
        exit=("Sit up.",),
        cues=cues,
    )


def row(
    ident: str = "fold",
    *,
    hold_s: int | None = None,
    reps: int | None = None,
    seconds: int | None = None,
    test: bool = False,
    sets: int = 1,
    get_ready_s: int = 10,
    part: Part = Part.MAIN,
    position: Position | None = None,
    rest_s: int | None = None,
    switch_s: int | None = None,
    alternates: bool | None = None,
    say: str = "",
) -> RoutineStep:
    """A row of a routine; a hold of 20 s if no dose is given."""
    if not (hold_s or reps or seconds or test):
        hold_s = 20
    return RoutineStep(
        part=part,
        exercise=ident,
        sets=sets,
        get_ready_s=get_ready_s,
        hold_s=hold_s,
        reps=reps,
        seconds=seconds,
        test=test,
        position=position,
        rest_s=rest_s,
        switch_s=switch_s,
        alternates=alternates,
        say=say,
    )


def routine(*rows: RoutineStep | RestRow, welcome: str = "") -> Routine:
    """A routine of these rows."""
    return Routine(id="mine", name="Mine", steps=rows, welcome=welcome)


def compiled(
    of: Routine | str,
    *known: Exercise,
    week: int = 3,
    day: date = ODD,
    seed: int = 7,
    options: Options | None = None,
    talk: Talk | None = None,
    words: NullTranslations | None = None,
    changes: Changes | None = None,
) -> Session:
    """The session of a routine, shipped (by its id) or made of the exercises given."""
    if talk is not None:
        options = Options(talk=talk)
    return compile_session(
        routines()[of] if isinstance(of, str) else of,
        exercises() | {each.id: each for each in known},
        lines(),
        dose=dose_of(plan(), week),
        day=day,
        seed=seed,
        words=words or NullTranslations(),
        options=options,
        changes=changes,
    )


def step(
    kind: Kind = Kind.HOLD,
    seconds: float = 20.0,
    *,
    part: Part = Part.MAIN,
    ident: str = "fold",
    group: int = 0,
    side: Side = Side.BOTH,
    number: int = 1,
    sets: int = 1,
    reps: int | None = None,
    timed: bool = True,
    cues: tuple[Cue, ...] = (),
) -> Step:
    """One step, a hold of 20 s if nothing else is said."""
    return Step(
        part=part,
        kind=kind,
        exercise=ident,
        group=group,
        seconds=seconds,
        side=side,
        set=number,
        sets=sets,
        reps=reps,
        tempo_s=seconds / reps if reps else None,
        timed=timed,
        cues=cues,
    )


def session(*steps: Step) -> Session:
    """A session of exactly these steps."""
    return Session(
        routine="mine",
        name="Mine",
        steps=steps,
        phrases=PHRASES,
        seed=7,
        week=3,
        counts_for_plan=True,
    )


def spoken(of: Step) -> list[tuple[float, str]]:
    """The words of a step with their moments."""
    return [(cue.at_s, cue.text) for cue in of.cues if cue.text]


def texts(of: Step) -> list[str]:
    """The words of a step."""
    return [text for _, text in spoken(of)]
