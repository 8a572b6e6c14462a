from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from supple.core.catalogue.exercise import Tag
from supple.core.plan.limits import (
    PREGNANCY_MAX_S,
    RESTING,
    SCIATICA_CLEARED,
    SCIATICA_MAX_S,
    limits_of,
)
from supple.core.plan.reasons import Reason, Why
from supple.core.plan.screening import (
    ASK_FIRST,
    Access,
    Answers,
    Condition,
    Due,
    Group,
    Lock,
    Standing,
    Verdict,
    asking_a_word,
    due,
    messages,
    screen,
    stricter,
    stricter_lock,
)
from tests.core.plan.content import exercises, questionnaire

DAY = date(2026, 5, 13)
IDS = [question.id for question in questionnaire().question]
NOBODY = Standing()
standings = st.builds(
    Standing,
    lock=st.sampled_from(Lock),
    conditions=st.frozensets(st.sampled_from(Condition), max_size=4),
    cleared=st.frozensets(st.sampled_from([*ASK_FIRST, Lock.SEE_FIRST, "emergency"]), max_size=4),
    answered=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)


def answered(*yes: str, before: Standing = NOBODY, checked: bool = False) -> Verdict:
    answers = Answers(frozenset(yes), doctor_checked=checked)
    return screen(questionnaire(), answers, before)


def standing(*conditions: Condition, cleared: tuple[str, ...] = ()) -> Standing:
    return Standing(Lock.NONE, frozenset(conditions), frozenset(cleared), DAY)


def open_exercises(where: Standing) -> set[str]:
    limits = limits_of(where)
    return {ident for ident, exercise in exercises().items() if limits.out(exercise) is None}


def test_there_are_31_questions_and_every_tag_has_its_caution_line() -> None:
    assert len(IDS) == 31
    pages = [questionnaire().page(Group.EMERGENCY), questionnaire().page(Group.SEE_FIRST)]
    assert [len(page) for page in pages] == [6, 10]
    assert len(questionnaire().page(Group.CONDITION, Group.PRACTICAL)) == 15
    assert {caution.tag for caution in questionnaire().caution} == set(Tag)
    assert "leg tingles" in questionnaire().caution_words(Tag.SCIATICA_SYMPTOMS)


@pytest.mark.parametrize("question", questionnaire().question, ids=lambda each: each.id)
def test_each_yes_has_its_consequence(question: object) -> None:
    assert isinstance(question, type(questionnaire().question[0]))
    verdict = answered(question.id)
    locks = {Group.EMERGENCY: Lock.EMERGENCY, Group.SEE_FIRST: Lock.SEE_FIRST}
    assert verdict.lock is locks.get(question.group, Lock.NONE)
    assert verdict.conditions == ({question.tag} if question.tag else frozenset())


def test_no_yes_at_all_is_clear() -> None:
    verdict = answered()
    assert verdict == Verdict(Lock.NONE, frozenset())
    assert messages(Standing(answered=DAY)) == ("all-clear",)


def test_an_emergency_outweighs_everything_else() -> None:
    assert answered("urgent-fever", "red-chest", "has-pregnancy").lock is Lock.EMERGENCY


def test_an_id_that_is_no_question_is_refused() -> None:
    with pytest.raises(ValueError, match="has-cold-feet"):
        answered("has-cold-feet")


def test_new_answers_alone_do_not_open_an_emergency() -> None:
    locked = Standing(Lock.EMERGENCY, answered=DAY)
    assert answered(before=locked).lock is Lock.EMERGENCY
    assert answered(before=locked, checked=True).lock is Lock.NONE
    assert answered("red-saddle", before=locked, checked=True).lock is Lock.EMERGENCY


def test_a_see_first_answer_opens_only_by_a_professionals_word() -> None:
    locked = Standing(Lock.SEE_FIRST, answered=DAY)
    assert locked.access is Access.SEE_FIRST
    assert locked.access.cleared_by_word
    assert answered(before=locked).lock is Lock.SEE_FIRST
    told = Standing(Lock.SEE_FIRST, cleared=frozenset({"see-first"}), answered=DAY)
    assert told.access is Access.CLEAR
    assert answered(before=told).lock is Lock.NONE


def test_a_word_never_clears_an_emergency_or_a_stop_sign() -> None:
    for lock in (Lock.EMERGENCY, Lock.CHECK_AGAIN):
        where = Standing(lock, cleared=frozenset(Lock), answered=DAY)
        assert where.access == lock.value
        assert not where.access.is_open
        assert where.access.silences_reminders


def test_a_stop_sign_opens_with_new_answers() -> None:
    stopped = Standing(Lock.CHECK_AGAIN, answered=DAY)
    assert answered(before=stopped).lock is Lock.NONE
    assert due(stopped, DAY, DAY) is Due.STOP_SIGN


@pytest.mark.parametrize("condition", sorted(ASK_FIRST))
def test_with_a_lock_tag_only_resting_is_open_until_cleared(condition: Condition) -> None:
    waiting = standing(condition)
    assert waiting.access is Access.ASK_FIRST
    assert waiting.waiting == (condition,)
    assert open_exercises(waiting) == {RESTING}
    cleared = standing(condition, cleared=(condition,))
    assert cleared.access is Access.CLEAR
    assert {"half-forward-fold", "bridge"} <= open_exercises(cleared)
    assert "standing-forward-fold-strap" not in open_exercises(cleared)


def test_a_cleared_lock_tag_turns_avoid_into_care() -> None:
    disc = Condition.SEVERE_DISC_HERNIATION
    limits = limits_of(standing(disc, cleared=(disc,)))
    fold = exercises()["half-forward-fold"]
    assert limits.cautions(fold) == (Tag.SEVERE_DISC_HERNIATION,)
    assert limits.out(exercises()["standing-forward-fold-straight"]) == Reason(Why.LEVEL)


def test_a_touchy_nerve_leaves_the_named_exercises_open() -> None:
    nerve = Condition.SCIATICA_SYMPTOMS
    expected = {
        "walk-in-place", "march-in-place", "seated-march", "arm-circles", "brisk-walk",
        "pelvic-tilt", "abdominal-brace-heel-slide", "posture-sit-tall", "posture-wall-stand",
        "breathing-rest", "bridge", "bird-dog",
    }  # fmt: skip
    assert open_exercises(standing(nerve)) == expected
    assert open_exercises(standing(nerve, cleared=(nerve,))) == expected | SCIATICA_CLEARED


def test_a_cleared_nerve_keeps_15_seconds_and_the_caution_line() -> None:
    nerve = Condition.SCIATICA_SYMPTOMS
    limits = limits_of(standing(nerve, Condition.PREGNANCY, cleared=(nerve,)))
    fold = exercises()["chair-forward-fold-soft"]
    assert limits.longest(fold) == Reason(Why.SCIATICA, now=SCIATICA_MAX_S)
    assert Tag.SCIATICA_SYMPTOMS in limits.cautions(fold)
    assert Tag.SCIATICA_SYMPTOMS in limits.cautions(exercises()["bridge"])


def test_holds_are_capped_in_pregnancy_and_nowhere_else() -> None:
    fold = exercises()["half-forward-fold"]
    assert limits_of(standing(Condition.PREGNANCY)).longest(fold) == Reason(
        Why.PREGNANCY, now=PREGNANCY_MAX_S
    )
    assert limits_of(standing(Condition.HEART_CONDITION)).longest(fold) is None


def test_in_pregnancy_nothing_is_done_lying_on_the_back() -> None:
    lying = {each.id for each in exercises().values() if each.position == "lying"}
    assert not lying & open_exercises(standing(Condition.PREGNANCY))


def test_with_unsure_balance_there_is_no_swinging_and_no_standing_on_one_leg() -> None:
    left = open_exercises(standing(Condition.BALANCE_PROBLEM))
    assert not left & {
        "warm-up-leg-swing", "gentle-leg-swing", "walking-hamstring-stretch",
        "supported-standing-stretch", "light-jog-in-place",
    }  # fmt: skip


def test_with_fragile_bones_no_test_bends_to_the_end_of_the_range() -> None:
    left = open_exercises(standing(Condition.OSTEOPOROSIS))
    assert not {ident for ident in left if ident.startswith("test-")}
    assert "half-forward-fold" in left


def test_floor_steps_go_or_stay_as_the_person_wants() -> None:
    ask = frozenset({"has-floor-access"})
    gone = screen(questionnaire(), Answers(ask), NOBODY)
    kept = screen(questionnaire(), Answers(ask, keep_floor=True), NOBODY)
    floor = exercises()["floor-single-leg-stretch"]
    out = limits_of(Standing(conditions=gone.conditions, answered=DAY))
    stay = limits_of(Standing(conditions=kept.conditions, answered=DAY))
    assert out.out(floor) == Reason(Why.SCREENING, tags=(Tag.FLOOR_ACCESS,))
    assert stay.out(floor) is None
    assert stay.cautions(floor) == (Tag.FLOOR_ACCESS,)


@pytest.mark.parametrize(
    ("where", "last", "today", "reason"),
    [
        (NOBODY, None, DAY, Due.FIRST),
        (Standing(Lock.EMERGENCY, answered=DAY), None, DAY, Due.LOCKED),
        (Standing(answered=DAY), None, DAY + timedelta(55), None),
        (Standing(answered=DAY), None, DAY + timedelta(56), Due.EVERY_8_WEEKS),
        (Standing(answered=DAY), DAY + timedelta(1), DAY + timedelta(28), None),
        (Standing(answered=DAY), DAY + timedelta(1), DAY + timedelta(29), Due.AFTER_BREAK),
        (Standing(answered=DAY), DAY - timedelta(90), DAY + timedelta(1), None),
        (Standing(answered=DAY), DAY, DAY - timedelta(3), None),
    ],
)
def test_when_the_questions_are_asked(
    where: Standing, last: date | None, today: date, reason: Due | None
) -> None:
    assert due(where, today, last) is reason


def test_every_message_that_can_be_shown_is_there() -> None:
    everything = Standing(Lock.NONE, frozenset(Condition), answered=DAY)
    shown = {*messages(NOBODY), *messages(everything), "all-clear", *Lock} - {Lock.NONE}
    assert all(questionnaire().words(ident) for ident in shown)
    assert messages(everything)[0] == "ask-first"


def test_what_a_professionals_word_can_be_about() -> None:
    assert asking_a_word(Standing(Lock.SEE_FIRST, answered=DAY)) == ("see-first",)
    where = standing(Condition.SCIATICA_SYMPTOMS, Condition.PREGNANCY, Condition.RECENT_SURGERY)
    assert asking_a_word(where) == ("recent-surgery", "sciatica-symptoms")


@given(standings, standings)
@example(
    Standing(Lock.CHECK_AGAIN, answered=DAY),
    Standing(Lock.SEE_FIRST, cleared=frozenset({Lock.SEE_FIRST}), answered=DAY),
)
def test_where_two_states_meet_the_closed_side_wins(one: Standing, other: Standing) -> None:
    both = stricter(one, other)
    assert stricter(other, one) == both
    assert both.conditions == one.conditions | other.conditions
    assert both.lock is stricter_lock(one.lock, other.lock)
    assert not open_exercises(both) - (open_exercises(one) & open_exercises(other))
    if not (one.access.is_open and other.access.is_open):
        assert not both.access.is_open


@given(standings)
def test_a_side_without_answers_changes_nothing(one: Standing) -> None:
    assert stricter(one, NOBODY) == stricter(NOBODY, one) == one


@given(st.frozensets(st.sampled_from(IDS)), standings, st.booleans())
def test_answers_never_open_more_than_they_may(
    yes: frozenset[str], before: Standing, checked: bool
) -> None:
    verdict = screen(questionnaire(), Answers(yes, doctor_checked=checked), before)
    if before.access is Access.EMERGENCY and not checked:
        assert verdict.lock is Lock.EMERGENCY
    if before.access is Access.SEE_FIRST:
        assert verdict.lock in (Lock.SEE_FIRST, Lock.EMERGENCY)
    after = Standing(verdict.lock, verdict.conditions, answered=DAY)
    assert RESTING in open_exercises(after)
