"""What the shipped routines say, in all amounts of words."""

import pytest

from supple.core.catalogue.exercise import Family, Position, Tag
from supple.core.catalogue.routine import Amount
from supple.core.plan.limits import Limits
from supple.core.session.changes import Changes
from supple.core.session.compile import Session
from supple.core.session.cues import Talk
from supple.core.session.script import speaking_s
from supple.core.session.steps import Kind, Side
from tests.core.session.factory import compiled, routine, row, spoken, texts
from tests.core.shipped import ROUTINE_IDS, exercises, lines, routines, steps_of

CUES_ONLY = Talk(amount=Amount.CUES)
EVERYTHING = Talk(amount=Amount.EVERYTHING)
UNCOUNTED = Talk(count_last=False)
ROOMY_S = 15.0


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_what_is_true_of_stretches_is_said_in_no_other_exercise(ident: str) -> None:
    for step in compiled(ident, week=5, talk=EVERYTHING).steps:
        exercise = exercises()[step.exercise]
        shared = set(texts(step)) & {*lines()["feel"], *lines()["form"]} - {*exercise.cues.hold}
        assert not shared or exercise.family is not Family.STRENGTH_POSTURE
        upright = set(texts(step)) & {*lines()["form"]} - {*exercise.cues.hold}
        assert not upright or exercise.position is not Position.LYING


def test_whoever_walks_hears_nothing_of_stretching() -> None:
    for seed in range(9):
        walk = compiled(routine(row("brisk-walk", seconds=600)), seed=seed, talk=EVERYTHING)
        assert not {*texts(walk.steps[1])} & {*lines()["feel"], *lines()["form"]}


@pytest.mark.parametrize("talk", [CUES_ONLY, Talk(), EVERYTHING, UNCOUNTED])
@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_the_cues_of_a_step_are_in_order_and_inside_it(ident: str, talk: Talk) -> None:
    for step in compiled(ident, week=5, talk=talk).steps:
        moments = [cue.at_s for cue in step.cues]
        assert moments == sorted(moments)
        assert all(0 <= at_s <= step.seconds for at_s in moments)


@pytest.mark.parametrize("week", [1, 5])
@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_every_exercise_of_a_shipped_routine_is_named_before_it_works(
    ident: str, week: int
) -> None:
    named: set[int] = set()
    for step in compiled(ident, week=week).steps:
        name = exercises()[step.exercise].name
        if any(name in text for text in texts(step)):
            named.add(step.group)
        assert step.group in named or step.kind is Kind.GET_READY


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_the_name_always_fits_the_time_to_get_ready(ident: str) -> None:
    for step in compiled(ident).steps:
        if step.kind is Kind.GET_READY:
            assert texts(step)
            assert exercises()[step.exercise].name in texts(step)[-1]


@pytest.mark.parametrize("ident", [i for i in ROUTINE_IDS if routines()[i].amount is None])
def test_the_hint_is_left_out_only_where_the_time_is_too_short(ident: str) -> None:
    for step in compiled(ident).steps:
        hint = exercises()[step.exercise].hint
        if step.kind is Kind.GET_READY and hint not in " ".join(texts(step)):
            free = max(at_s for at_s, _ in spoken(step))
            assert free + speaking_s(f"{texts(step)[-1]} {hint}") > step.seconds


@pytest.mark.parametrize("thing", ["strap", "towel"])
def test_what_a_hold_works_with_is_named_before_it_begins(thing: str) -> None:
    for exercise in exercises().values():
        in_the_hold = " ".join((exercise.cues.start, *exercise.cues.hold)).lower()
        assert thing not in in_the_hold or thing in exercise.hint.lower(), exercise.id


@pytest.mark.parametrize(
    "ident", ["supported-standing-stretch", "supported-standing-stretch-toes-down"]
)
def test_the_leg_that_is_named_is_known_to_be_the_one_to_stand_on(ident: str) -> None:
    for named in ROUTINE_IDS:
        for step in compiled(named).steps:
            opens = step.exercise == ident and step.kind is Kind.GET_READY
            assert not opens or "This leg carries you." in " ".join(texts(step)), named


@pytest.mark.parametrize("ident", ["gentle-leg-swing", "warm-up-leg-swing"])
def test_whoever_swings_beside_a_wall_is_told_to_turn_round(ident: str) -> None:
    for named in ROUTINE_IDS:
        for step in compiled(named).steps:
            turning = step.exercise == ident and step.kind is Kind.SWITCH
            assert not turning or "Turn around" in " ".join(texts(step))


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_nobody_is_told_to_lie_down_for_a_warm_up_on_their_feet(ident: str) -> None:
    first = exercises()[steps_of(routines()[ident])[0].exercise]
    assert "Lie" not in routines()[ident].welcome.title() or first.position is Position.LYING


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_a_shipped_welcome_is_the_first_thing_that_is_said(ident: str) -> None:
    said = [text for step in compiled(ident).steps for text in texts(step)]
    assert said[0].startswith(routines()[ident].welcome)


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_words_never_run_into_the_next_step(ident: str) -> None:
    """Only the release does: it is said when the work is over, and the rest waits for it."""
    for step in compiled(ident, talk=EVERYTHING).steps:
        for at_s, text in spoken(step):
            if at_s < step.seconds:
                assert at_s + speaking_s(text) <= step.seconds + 1e-6


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_which_leg_comes_next_is_told_before_or_as_it_begins(ident: str) -> None:
    told = ""
    for step in compiled(ident).steps:
        told += " ".join(texts(step)[:3]).lower()
        if step.kind.is_work:
            other = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(step.side)
            assert other is None or f"{step.side.value} leg" in told
            assert other is None or f"{other.value} leg" not in told
            told = ""


CAUTION = "Here with care."


def cared_for(ident: str, tag: Tag) -> Session:
    """The session of somebody who ticked this and whose exercises come with a caution."""
    careful = Limits(avoid=frozenset({tag}))
    return compiled(ident, changes=Changes(limits=careful, cautions={tag: CAUTION}))


@pytest.mark.parametrize("tag", list(Tag))
def test_a_caution_is_said_before_or_as_the_exercise_begins(tag: Tag) -> None:
    for ident in ROUTINE_IDS:
        told: set[int] = set()
        for step in cared_for(ident, tag).steps:
            exercise = exercises()[step.exercise]
            told |= {step.group} if CAUTION in " ".join(texts(step)) else set()
            if step.kind.is_work and tag in exercise.care:
                assert step.group in told, (ident, step.exercise)


def test_a_caution_does_not_take_the_place_of_how_to_begin() -> None:
    for ident in ROUTINE_IDS:
        for step in cared_for(ident, Tag.DIZZINESS_BLOOD_PRESSURE).steps:
            roomy = step.kind is Kind.GET_READY and step.seconds >= ROOMY_S
            quiet = routines()[ident].amount is Amount.CUES
            hint = exercises()[step.exercise].hint
            assert not roomy or quiet or hint in " ".join(texts(step)), (ident, step.exercise)
