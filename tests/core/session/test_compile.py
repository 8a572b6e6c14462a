from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.catalogue.exercise import Measure, Sides
from supple.core.catalogue.routine import Amount, RestRow
from supple.core.session.compile import Options, Session
from supple.core.session.cues import Talk
from supple.core.session.steps import Kind, Part, Side, Step
from tests.core.session.factory import EVEN, ODD, compiled, exercise, routine, row
from tests.core.shipped import ROUTINE_IDS, routines

FOLD = exercise()
LEG = exercise("leg", sides=Sides.LEFT_RIGHT, alternates=True)
SWING = exercise("swing", kind=Measure.REPS, tempo_s=2, sides=Sides.LEFT_RIGHT)
STEPS = exercise("steps", kind=Measure.REPS, tempo_s=3, sides=Sides.NONE, legs_take_turns=True)
BIRD = exercise("bird", kind=Measure.REPS, tempo_s=6, sides=Sides.LEFT_RIGHT, legs_take_turns=True)
WALK = exercise("walk", kind=Measure.TIME, sides=Sides.NONE)
KNOWN = (FOLD, LEG, SWING, STEPS, BIRD, WALK)
LEFT, RIGHT, BOTH, NONE = Side.LEFT, Side.RIGHT, Side.BOTH, Side.NONE


def layout(of: Session) -> list[tuple[Kind, Side, int]]:
    return [(step.kind, step.side, step.set) for step in of.steps]


def works(of: Session) -> list[Step]:
    return [step for step in of.steps if step.kind.is_work]


def sides(of: Session) -> list[tuple[Side, int]]:
    return [(step.side, step.set) for step in works(of)]


# --- the order of steps ---------------------------------------------------------------------


def test_both_sides_together_rest_between_their_sets() -> None:
    assert layout(compiled(routine(row(sets=2)), *KNOWN)) == [
        (Kind.GET_READY, BOTH, 1),
        (Kind.HOLD, BOTH, 1),
        (Kind.REST, BOTH, 2),
        (Kind.HOLD, BOTH, 2),
    ]


def test_alternating_sides_change_after_every_hold() -> None:
    assert layout(compiled(routine(row("leg", sets=2)), *KNOWN)) == [
        (Kind.GET_READY, LEFT, 1),
        (Kind.HOLD, LEFT, 1),
        (Kind.SWITCH, RIGHT, 1),
        (Kind.HOLD, RIGHT, 1),
        (Kind.SWITCH, LEFT, 2),
        (Kind.HOLD, LEFT, 2),
        (Kind.SWITCH, RIGHT, 2),
        (Kind.HOLD, RIGHT, 2),
    ]


def test_sides_that_do_not_alternate_finish_one_before_the_other() -> None:
    assert layout(compiled(routine(row("swing", reps=8, sets=2)), *KNOWN)) == [
        (Kind.GET_READY, LEFT, 1),
        (Kind.REPS, LEFT, 1),
        (Kind.REST, LEFT, 2),
        (Kind.REPS, LEFT, 2),
        (Kind.SWITCH, RIGHT, 1),
        (Kind.REPS, RIGHT, 1),
        (Kind.REST, RIGHT, 2),
        (Kind.REPS, RIGHT, 2),
    ]


ONE_FIRST = [(LEFT, 1), (LEFT, 2), (RIGHT, 1), (RIGHT, 2)]
IN_TURN = [(LEFT, 1), (RIGHT, 1), (LEFT, 2), (RIGHT, 2)]


def test_who_likes_one_side_first_has_all_its_holds_before_the_other() -> None:
    one_first = Options(in_turn=False)
    session = compiled(routine(row("leg", sets=2)), *KNOWN, options=one_first)
    assert sides(session) == ONE_FIRST
    as_usual = compiled(routine(row("leg", sets=2)), *KNOWN)
    assert session.planned_s == as_usual.planned_s


def test_only_holds_follow_that_choice() -> None:
    two_sides = Sides.LEFT_RIGHT
    turned = exercise("turned", kind=Measure.REPS, tempo_s=2, sides=two_sides, alternates=True)
    session = compiled(
        routine(row("turned", reps=8, sets=2)), turned, options=Options(in_turn=False)
    )
    assert sides(session) == IN_TURN


@pytest.mark.parametrize(
    ("ident", "alternates", "order"),
    [("leg", False, ONE_FIRST), ("leg", True, IN_TURN), ("swing", True, IN_TURN)],
)
def test_a_row_that_names_an_order_keeps_it(
    ident: str, alternates: bool, order: list[tuple[Side, int]]
) -> None:
    reps = 8 if ident == "swing" else None
    mine = routine(row(ident, reps=reps, sets=2, alternates=alternates))
    for in_turn in (True, False):
        assert sides(compiled(mine, *KNOWN, options=Options(in_turn=in_turn))) == order


def test_the_right_side_starts_on_even_days() -> None:
    legs = routine(row("leg"))
    assert sides(compiled(legs, *KNOWN, day=ODD)) == [(LEFT, 1), (RIGHT, 1)]
    assert sides(compiled(legs, *KNOWN, day=EVEN)) == [(RIGHT, 1), (LEFT, 1)]


def test_legs_that_take_turns_are_one_step_a_set_for_both() -> None:
    session = compiled(routine(row("steps", reps=10, sets=2), row("bird", reps=5)), *KNOWN)
    assert sides(session) == [(BOTH, 1), (BOTH, 2), (BOTH, 1)]
    assert [(step.reps, step.tempo_s, step.seconds) for step in works(session)] == [
        (10, 6, 60),
        (10, 6, 60),
        (5, 12, 60),
    ]


def test_an_exercise_without_sides_has_none() -> None:
    assert sides(compiled(routine(row("walk", seconds=60)), *KNOWN)) == [(NONE, 1)]


def test_one_side_alone_rests_between_its_sets() -> None:
    one = msgspec.structs.replace(row("leg", sets=2, rest_s=12), side="right")
    session = compiled(routine(one), *KNOWN)
    assert layout(session)[1:] == [
        (Kind.HOLD, RIGHT, 1),
        (Kind.REST, RIGHT, 2),
        (Kind.HOLD, RIGHT, 2),
    ]
    assert session.steps[2].seconds == 12


def test_all_sets_and_sides_of_a_row_are_one_group() -> None:
    session = compiled(routine(row("leg", sets=2), row()), *KNOWN)
    assert [step.group for step in session.steps] == [0] * 8 + [1] * 2


def test_what_takes_no_time_is_no_step() -> None:
    session = compiled(routine(row("leg", get_ready_s=0, switch_s=0)), *KNOWN)
    assert layout(session) == [(Kind.HOLD, LEFT, 1), (Kind.HOLD, RIGHT, 1)]


def test_a_rest_of_the_users_own_belongs_to_what_comes_next() -> None:
    rows = (row(part=Part.WARM_UP), RestRow(rest=30), row("leg"))
    rest = next(s for s in compiled(routine(*rows), *KNOWN).steps if s.kind is Kind.REST)
    assert (rest.seconds, rest.part, rest.exercise) == (30, Part.MAIN, "leg")
    assert rest.group == 1


# --- kinds ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "kinds"),
    [
        (Part.WARM_UP, [Kind.WARM_UP] * 3),
        (Part.MAIN, [Kind.HOLD, Kind.REPS, Kind.HOLD]),
        (Part.COOL_DOWN, [Kind.COOL_DOWN] * 3),
    ],
)
def test_the_part_decides_first_what_work_is(part: Part, kinds: list[Kind]) -> None:
    rows = (
        row(part=part),
        row("steps", reps=8, part=part),
        row("walk", seconds=60, part=part),
    )
    session = compiled(routine(*rows), *KNOWN)
    assert [step.kind for step in works(session)] == kinds
    assert [step.kind for step in session.steps if not step.kind.is_work] == [Kind.GET_READY] * 3
    assert {step.part for step in session.steps} == {part}


def test_every_try_of_a_test_is_a_hold_of_its_own() -> None:
    tries = [step for step in compiled("test-day").steps if step.exercise == "test-sit-and-reach"]
    assert [(step.kind, step.seconds, step.set) for step in tries] == [
        (Kind.GET_READY, 30, 1),
        (Kind.HOLD, 15, 1),
        (Kind.HOLD, 15, 2),
        (Kind.HOLD, 15, 3),
    ]


def test_between_two_tries_there_is_time_to_note_a_number() -> None:
    session = compiled("test-day", options=Options(between_tries_s=20))
    tries = [step for step in session.steps if step.exercise == "test-sit-and-reach"]
    assert [(step.kind, step.seconds) for step in tries[1:4]] == [
        (Kind.HOLD, 15),
        (Kind.REST, 20),
        (Kind.HOLD, 15),
    ]
    assert [cue.text for cue in tries[2].cues] == ["Rest, and note the number.", "Try 2 of 3."]


def test_holds_planned_are_the_holds_and_counted_sets_of_the_main_part() -> None:
    rows = (row(part=Part.WARM_UP), row("leg", sets=2), row("steps", reps=8))
    session = compiled(routine(*rows, row(part=Part.COOL_DOWN)), *KNOWN)
    assert session.holds_planned == 5


def test_a_kind_is_work_or_leads_to_it() -> None:
    work = {kind for kind in Kind if kind.is_work}
    assert work == {Kind.WARM_UP, Kind.HOLD, Kind.REPS, Kind.COOL_DOWN}
    assert {kind for kind in Kind if kind.is_pause_between} == set(Kind) - work
    assert {kind for kind in Kind if kind.is_hold} == {Kind.HOLD, Kind.REPS}


# --- choices --------------------------------------------------------------------------------


def test_extra_time_lengthens_what_leads_to_the_work_and_makes_nothing_new() -> None:
    rows = routine(row("leg"), row(sets=2, get_ready_s=0))
    options = Options(extra_ready_s=5, extra_rest_s=10)
    session = compiled(rows, *KNOWN, options=options)
    assert [(s.kind, s.seconds) for s in session.steps if not s.kind.is_work] == [
        (Kind.GET_READY, 15),
        (Kind.SWITCH, 15),
        (Kind.REST, 18),
    ]


@pytest.mark.parametrize(("rate", "seconds"), [(400, 10), (175, 10), (140, 13), (80, 22)])
def test_a_slow_voice_gets_more_time_before_the_work(rate: int, seconds: int) -> None:
    session = compiled(routine(row()), *KNOWN, talk=Talk(words_a_minute=rate))
    assert [step.seconds for step in session.steps] == [seconds, 20]


def test_a_slow_voice_gets_more_time_to_change_sides_and_no_more_for_a_rest() -> None:
    of = routine(row("leg", switch_s=5), row(sets=2, rest_s=8))

    def gaps(rate: int) -> list[tuple[Kind, float]]:
        steps = compiled(of, *KNOWN, talk=Talk(words_a_minute=rate)).steps
        between = (Kind.SWITCH, Kind.REST)
        return [(step.kind, step.seconds) for step in steps if step.kind in between]

    assert gaps(175) == [(Kind.SWITCH, 5.0), (Kind.REST, 8.0)]
    assert gaps(100) == [(Kind.SWITCH, 9.0), (Kind.REST, 8.0)]


def test_a_session_can_wait_for_its_user_first() -> None:
    session = compiled(routine(row()), *KNOWN, options=Options(prepare=True))
    first = session.steps[0]
    assert (first.kind, first.timed, first.seconds) == (Kind.PREPARE, False, 0)
    assert session.planned_s == 30


def test_a_session_can_wait_between_stretches() -> None:
    rows = (row("walk", seconds=60, part=Part.WARM_UP), row(sets=2), row("leg"))
    of = routine(*rows)
    plain, waiting = compiled(of, *KNOWN), compiled(of, *KNOWN, options=Options(waits=True))
    assert waiting.planned_s == plain.planned_s
    waits = [(step.kind, step.exercise) for step in waiting.steps if not step.timed]
    readies = [step for step in plain.steps if step.kind is Kind.GET_READY]
    assert waits == [(step.kind, step.exercise) for step in readies if step is not plain.steps[0]]
    assert waits
    for step in waiting.steps:
        says = [cue.at_s for cue in step.cues if cue.text == "I'll wait until you're ready."]
        assert says == ([] if step.timed else [step.seconds])


def test_who_is_warm_leaves_the_warm_up_out_with_the_rests_in_it() -> None:
    rows = (
        row("walk", seconds=60, part=Part.WARM_UP),
        RestRow(rest=30),
        row("walk", seconds=60, part=Part.WARM_UP),
        RestRow(rest=20),
        row(),
    )
    session = compiled(routine(*rows), *KNOWN, options=Options(warm=True))
    assert layout(session) == [(Kind.GET_READY, BOTH, 1), (Kind.HOLD, BOTH, 1)]


def test_a_routine_that_is_all_warm_up_stays_whole_even_for_who_is_warm() -> None:
    assert compiled("warm-up-5", options=Options(warm=True)) == compiled("warm-up-5")


def test_a_routine_may_fix_how_much_is_said() -> None:
    assert (
        compiled("tv-time", talk=Talk()).steps
        == compiled(
            "tv-time", talk=Talk(amount=routines()["tv-time"].amount or Talk().amount)
        ).steps
    )


# --- what a session knows -------------------------------------------------------------------


def test_a_session_remembers_where_it_came_from() -> None:
    session = compiled("full-home", week=4, seed=99)
    assert (session.routine, session.name) == ("full-home", "Full home session")
    assert (session.week, session.seed, session.counts_for_plan) == (4, 99, True)
    assert session.is_enough


def test_a_session_knows_the_way_out_of_every_exercise() -> None:
    session = compiled("desk-break-2")
    way_out = session.phrases.way_out["desk-chair-stretch-single"]
    assert way_out.startswith("Let go slowly. Come out of the stretch. ")
    assert way_out.endswith(" What did you feel?")
    assert session.phrases.stopped == "Stopped. No hurry. What did you feel?"
    assert (session.phrases.paused, session.phrases.going_on) == ("Paused.", "On we go.")


def test_whoever_wants_to_hear_everything_hears_how_a_pause_ends() -> None:
    said = compiled("full-home", talk=Talk(amount=Amount.EVERYTHING)).phrases.paused
    assert said == "Paused. Press space, or the button, to go on."


def test_the_voice_asks_what_was_felt_with_the_key_of_each_answer() -> None:
    said = compiled("desk-break-2").phrases.still_here
    assert said.startswith(
        "I'm still here. No hurry. What did you feel? 1: Just too strong a pull."
    )
    assert "5: Chest pain or hard to breathe." in said


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_the_same_arguments_give_the_same_session(ident: str) -> None:
    assert compiled(ident, week=5, seed=3) == compiled(ident, week=5, seed=3)


@given(st.sampled_from(ROUTINE_IDS), st.integers(0, 2**31), st.integers(0, 2**31))
def test_the_seed_changes_nothing_but_shared_lines(ident: str, one: int, other: int) -> None:
    def silent(seed: int) -> list[Step]:
        steps = compiled(ident, seed=seed).steps
        return [msgspec.structs.replace(step, cues=()) for step in steps]

    assert silent(one) == silent(other)


@given(st.sampled_from(ROUTINE_IDS), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_the_day_decides_nothing_but_the_first_side(ident: str, day: date) -> None:
    assert compiled(ident, day=day) == compiled(ident, day=ODD if day.day % 2 else EVEN)


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_even_days_are_odd_days_mirrored(ident: str) -> None:
    mirror = {LEFT: RIGHT, RIGHT: LEFT}
    odd, even = compiled(ident, day=ODD).steps, compiled(ident, day=EVEN).steps
    assert [(s.kind, s.seconds, s.set, mirror.get(s.side, s.side)) for s in odd] == [
        (s.kind, s.seconds, s.set, s.side) for s in even
    ]


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_every_step_is_whole(ident: str) -> None:
    for step in compiled(ident, week=5).steps:
        assert step.seconds > 0
        assert 1 <= step.set <= step.sets
        assert (step.reps is None) == (step.tempo_s is None)
        assert step.reps is None or step.seconds == step.reps * (step.tempo_s or 0)
        assert step.reps is None or step.kind.is_work
