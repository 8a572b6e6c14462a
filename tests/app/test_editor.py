"""What a draft comes to: seconds, parts, and what is worth a note."""

from datetime import date

import pytest
from msgspec.structs import replace

from supple.app.editor import (
    DraftFacts,
    Mind,
    SideChoice,
    usual_hold,
    with_amount,
    with_gap,
    with_side,
)
from supple.core.catalogue import draft
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.session.steps import Part
from tests.app.program import Program

DAY = date(2026, 5, 13)


def facts_of(program: Program, routine: Routine) -> DraftFacts:
    editor = program.app.editor
    return editor.facts(routine, editor.dose(), DAY)


def minds(program: Program, routine: Routine) -> set[Mind]:
    return {note.mind for note in facts_of(program, routine).notes}


def test_rows_and_parts_add_up_to_the_session(program: Program) -> None:
    program.nothing_fits()
    for ident in program.app.catalogue.shipped_routine_ids:
        facts = facts_of(program, program.app.catalogue.routine(ident))
        plain = program.app.planning.fit(ident).outline.planned_s
        assert facts.total_s == plain
        assert sum(row.seconds for row in facts.rows) == plain


def test_a_rest_between_rows_counts(program: Program) -> None:
    routine = program.app.catalogue.routine("core-posture")
    before = facts_of(program, routine).total_s
    longer = draft.inserted(routine, 2, RestRow(30))
    assert facts_of(program, longer).total_s == before + 30


def test_a_missing_warm_up_gets_a_note_and_its_fix_clears_it(program: Program) -> None:
    routine = program.app.catalogue.routine("supine-mat")
    main = [row for row in routine.steps if isinstance(row, RoutineStep)]
    cold = draft.with_rows(routine, [row for row in main if row.part is Part.MAIN])
    assert Mind.NO_WARM_UP in minds(program, cold)
    warm = program.app.editor.warmed(cold)
    assert facts_of(program, warm).parts[Part.WARM_UP] >= 300
    assert Mind.NO_WARM_UP not in minds(program, warm)
    assert Mind.NO_WARM_UP not in minds(program, routine)


def test_long_holds_and_single_sides_get_a_note(program: Program) -> None:
    row = program.app.editor.step("strap-supine-stretch")
    routine = Routine(id="mine", name="Mine", steps=(row,))
    exercise = program.app.catalogue.exercise("strap-supine-stretch")
    long = draft.changed(routine, 0, with_amount(row, exercise, 45))
    assert Mind.LONG_HOLD in minds(program, long)
    assert Mind.LONG_HOLD not in minds(program, routine)
    one = draft.changed(routine, 0, with_side(row, SideChoice.LEFT))
    assert Mind.ONE_SIDE in minds(program, one)
    both = draft.changed(one, 0, with_side(with_side(row, SideChoice.LEFT), SideChoice.IN_TURN))
    assert Mind.ONE_SIDE not in minds(program, both)


@pytest.mark.parametrize(
    ("exercise", "hold_s", "mind"),
    [
        ("strap-supine-stretch", 10, Mind.ODD_HOLD),
        ("strap-supine-stretch", 15, None),
        ("strap-supine-stretch", 30, None),
        ("strap-supine-stretch", 35, Mind.LONG_HOLD),
        ("posture-wall-stand", 10, None),
        ("posture-wall-stand", 45, Mind.LONG_HOLD),
        ("posture-wall-stand", 60, Mind.LONG_HOLD),
    ],
)
def test_a_hold_outside_the_exercises_own_range_gets_a_note(
    program: Program, exercise: str, hold_s: int, mind: Mind | None
) -> None:
    known = program.app.catalogue.exercise(exercise)
    row = with_amount(program.app.editor.step(exercise), known, hold_s)
    holds = minds(program, Routine(id="mine", name="Mine", steps=(row,)))
    assert [each for each in holds if each in (Mind.LONG_HOLD, Mind.ODD_HOLD)] == (
        [mind] if mind else []
    )
    assert known.measure.min <= usual_hold(known, hold_s) <= known.measure.max


def test_more_times_than_usual_get_a_note(program: Program) -> None:
    most = program.app.catalogue.exercise("strap-supine-stretch").sets.max
    row = program.app.editor.step("strap-supine-stretch")
    for sets in range(1, 6):
        routine = Routine(id="mine", name="Mine", steps=(replace(row, sets=sets),))
        assert (Mind.MANY_TIMES in minds(program, routine)) == (sets > most)


def test_a_stretch_set_aside_gets_a_note(program: Program) -> None:
    program.nothing_fits()
    program.app.library.set_aside("bridge")
    routine = Routine(id="mine", name="Mine", steps=(program.app.editor.step("bridge"),))
    assert Mind.LEFT_OUT in minds(program, routine)


def test_a_gap_is_the_rest_or_the_time_to_change_sides(program: Program) -> None:
    exercise = program.app.catalogue.exercise("strap-supine-stretch")
    row = program.app.editor.step("strap-supine-stretch")
    assert with_gap(row, exercise, 25).switch_s == 25
    left = with_side(replace(row, switch_s=25), SideChoice.LEFT)
    assert (left.rest_s, left.switch_s, left.side) == (25, None, SideChoice.LEFT)
    assert with_gap(left, exercise, 30).rest_s == 30
    again = with_side(left, SideChoice.IN_TURN)
    assert (again.rest_s, again.switch_s, again.side) == (None, 25, None)


def test_a_row_shows_the_order_of_sides_it_will_have(program: Program) -> None:
    row = program.app.editor.step("strap-supine-stretch")
    assert shown_side(program, row) is SideChoice.IN_TURN
    program.app.change_setting("session.sides", "one-then-other")
    assert shown_side(program, row) is SideChoice.ONE_THEN_OTHER
    for chosen in SideChoice:
        assert shown_side(program, with_side(row, chosen)) is chosen
    assert shown_side(program, program.app.editor.step("chair-forward-fold")) is None


def test_the_other_side_comes_back_in_the_order_that_is_usual(program: Program) -> None:
    row = with_side(program.app.editor.step("gentle-leg-swing"), SideChoice.RIGHT)
    assert shown_side(program, program.app.editor.both_sides(row)) is SideChoice.ONE_THEN_OTHER


def shown_side(program: Program, row: RoutineStep) -> SideChoice | None:
    routine = Routine(id="mine", name="Mine", steps=(row,))
    return facts_of(program, routine).rows[0].side
