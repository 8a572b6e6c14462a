from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.catalogue.exercise import Kit, Tag
from supple.core.catalogue.routine import Use
from supple.core.plan.checklist import Checklist, items_for, kit_list
from supple.core.plan.limits import limits_of
from supple.core.plan.reasons import Reason, Why, kit_words, reason_words, tag_words
from supple.core.plan.records import Decision, Detail, PlanEvent, Profile, TestRecord
from supple.core.plan.screening import Condition, Lock, Standing
from supple.core.plan.self_tests import (
    CHAIR,
    FLOOR,
    Choice,
    Difference,
    Protocol,
    Refusal,
    SelfTestFile,
    any_clear_change,
    aside,
    difference,
    difference_words,
    in_cm,
    in_inches,
    norm,
    offered,
    reading,
    refusal_words,
    tighter_side,
    too_soon,
    too_soon_words,
    under_the_chart,
)
from supple.core.session.steps import Side
from tests.core.plan.content import exercises, read, row_of
from tests.core.plan.people import START, WORDS, day, moment

PROTOCOLS = {each.id: each for each in read("self-tests.toml", SelfTestFile).test}
SIT, TOE = PROTOCOLS[FLOOR], PROTOCOLS["test-standing-toe-touch"]
SEAT = PROTOCOLS[CHAIR]
TESTS = [exercises()[ident] for ident in PROTOCOLS]
BOTH = (FLOOR, "test-standing-toe-touch")


def result(test: str, value: float, number: int, side: Side = Side.BOTH) -> TestRecord:
    return TestRecord(
        id=f"{number}",
        measured=moment(day(number)),
        local_day=day(number),
        test=test,
        side=side,
        value_cm=value,
        better=PROTOCOLS[test].better,
    )


def tighter(number: int, side: Side | None) -> PlanEvent:
    told, detail = day(number), Detail(side=side)
    return PlanEvent(
        id=f"{number}", decided=moment(told), local_day=told, kind=Decision.TIGHTER, detail=detail
    )


def choice(
    *conditions: Condition, profile: Profile | None = None, pain: int | None = None
) -> Choice:
    where = Standing(conditions=frozenset(conditions), answered=START)
    known = profile or Profile()
    return offered(TESTS, where, limits_of(where), known, START, pain=pain)


def test_the_protocols_agree_with_the_exercises() -> None:
    for ident, protocol in PROTOCOLS.items():
        measure = exercises()[ident].measure
        assert (protocol.least, protocol.most) == (measure.min, measure.max)
        assert protocol.tries == measure.attempts


def test_the_best_try_counts() -> None:
    assert SIT.best([-4, 2, 1]) == 2
    assert TOE.best([12, 9, 10]) == 9


@pytest.mark.parametrize(
    ("protocol", "value", "said"),
    [
        (SIT, 3, "You reach your feet or beyond"),
        (SIT, 0, "You reach your feet or beyond"),
        (SIT, -1, "A little short of your feet"),
        (SIT, -10, "A little short of your feet"),
        (SIT, -11, "Clearly short: your hamstrings may be tight"),
        (SIT, -20, "Clearly short: your hamstrings may be tight"),
        (SIT, -21, "Well short: take it slowly"),
        (TOE, 0, "You touch the floor"),
        (TOE, 1, "Close to the floor"),
        (TOE, 10, "Close to the floor"),
        (TOE, 11, "Some way to go"),
        (TOE, 20, "Some way to go"),
        (TOE, 21, "Stiff today. Small steps"),
        (SEAT, -5, ""),
    ],
)
def test_a_number_in_plain_words(protocol: Protocol, value: float, said: str) -> None:
    assert reading(protocol, value) == said


@pytest.mark.parametrize(
    ("protocol", "born", "sex", "value", "said"),
    [
        (SIT, 1991, "woman", 14.0, "At the published value for your age"),
        (SIT, 1991, "woman", 4.0, "On the way"),
        (SIT, 1991, "woman", 3.9, "Room to grow"),
        (SIT, 1991, "man", 9.0, "At the published value for your age"),
        (SIT, 1940, "man", 1.5, "At the published value for your age"),
        (SIT, 2008, "man", 11.5, "At the published value for your age"),
        (SIT, 2009, "man", 30.0, ""),
        (TOE, 1950, "woman", 3.0, ""),
        (SEAT, 1967, "woman", 3.0, ""),
        (SEAT, 1966, "woman", -1.3, "In the middle range for your age"),
        (SEAT, 1966, "woman", 12.7, "In the middle range for your age"),
        (SEAT, 1966, "woman", 12.8, "Above"),
        (SEAT, 1941, "man", -14.1, "Below: gentle practice helps"),
        (SEAT, 1930, "man", 0.0, ""),
    ],
)
def test_published_values_by_age_and_sex(
    protocol: Protocol, born: int, sex: str, value: float, said: str
) -> None:
    profile = Profile(birth_year=born, sex="woman" if sex == "woman" else "man")
    assert norm(protocol, value, profile, START) == said


def test_without_age_or_sex_nothing_is_compared() -> None:
    assert norm(SIT, 0, Profile(), START) == norm(SIT, 0, Profile(birth_year=1980), START) == ""


@pytest.mark.parametrize(
    ("protocol", "before", "now", "change"),
    [
        (SIT, -10, -7, Difference.SAME),
        (SIT, -10, -6, Difference.LOOSER),
        (SIT, -6, -10, Difference.STIFFER),
        (TOE, 10, 6, Difference.SAME),
        (TOE, 10, 5.5, Difference.LOOSER),
        (TOE, 5, 10, Difference.STIFFER),
    ],
)
def test_a_change_counts_from_the_measuring_error_on(
    protocol: Protocol, before: float, now: float, change: Difference
) -> None:
    assert difference(protocol, now, before) is change
    assert difference_words(change, WORDS)


@given(st.integers(-160, 160))
def test_quarter_inches_survive_the_way_to_centimetres_and_back(quarters: int) -> None:
    assert in_inches(in_cm(quarters / 4)) == quarters / 4


def test_both_tests_are_offered_and_the_chair_test_from_60() -> None:
    assert choice() == Choice(BOTH)
    assert choice(profile=Profile(birth_year=1966)).tests == (*BOTH, CHAIR)
    assert choice(profile=Profile(birth_year=1956)).tests == (CHAIR, *BOTH)


def test_the_chair_test_takes_the_place_of_one_that_is_out() -> None:
    assert choice(Condition.BALANCE_PROBLEM).tests == (FLOOR, CHAIR)
    assert choice(Condition.PREGNANCY).tests == (CHAIR,)


@pytest.mark.parametrize(
    ("found", "refusal"),
    [
        (choice(Condition.OSTEOPOROSIS), Refusal.FRAGILE_BONES),
        (choice(Condition.RECENT_SURGERY), Refusal.CLOSED),
        (choice(Condition.SCIATICA_SYMPTOMS), Refusal.NONE_SUITS),
        (choice(pain=7), Refusal.PAIN),
    ],
)
def test_when_there_is_no_test(found: Choice, refusal: Refusal) -> None:
    assert found == Choice((), refusal)
    assert refusal_words(refusal, WORDS)


def test_a_lock_closes_tests_too() -> None:
    locked = Standing(Lock.EMERGENCY, answered=START)
    found = offered(TESTS, locked, limits_of(locked), Profile(), START, pain=3)
    assert found.refusal is Refusal.CLOSED


def test_under_16_no_norm_is_shown() -> None:
    assert choice(Condition.UNDER_16).shows_norms is False


def test_a_week_lies_between_two_tests() -> None:
    assert not too_soon(None, START)
    assert too_soon(START, START + timedelta(6))
    assert not too_soon(START, START + timedelta(7))
    assert not too_soon(START + timedelta(3), START)
    assert too_soon_words(WORDS)
    assert under_the_chart(WORDS)


def test_the_tighter_side_is_4_cm_shorter() -> None:
    left, right = result(CHAIR, 2, 1, Side.LEFT), result(CHAIR, -2, 1, Side.RIGHT)
    assert tighter_side([left, right]) is Side.RIGHT
    assert tighter_side([left]) is None
    assert tighter_side([left, right, result(CHAIR, -1.5, 2, Side.RIGHT)]) is None
    assert tighter_side([result(CHAIR, -6, 3, Side.LEFT), right, left]) is Side.LEFT
    assert tighter_side([result(FLOOR, 2, 1, Side.LEFT)]) is None


def test_what_felt_tighter_counts_until_the_chair_test_tells_more() -> None:
    left, right = result(CHAIR, 2, 1, Side.LEFT), result(CHAIR, -2, 1, Side.RIGHT)
    felt = tighter(2, Side.LEFT)
    assert tighter_side([left, right], [felt]) is Side.LEFT
    assert tighter_side([left, right], [felt, tighter(3, None)]) is None
    assert tighter_side([left, result(CHAIR, -2, 3, Side.RIGHT)], [felt]) is Side.RIGHT


def test_the_other_reason_is_named_where_it_is_stiff() -> None:
    toes = PROTOCOLS["test-standing-toe-touch"]
    assert aside(toes, 10) == ""
    assert aside(toes, 11) == "Tight hamstrings are one common reason. A stiff back is another."
    assert all(aside(PROTOCOLS[each], 5) for each in (FLOOR, CHAIR))


def test_whether_anything_changed_clearly() -> None:
    protocols = tuple(PROTOCOLS.values())
    assert any_clear_change(protocols, []) is None
    assert any_clear_change(protocols, [result(FLOOR, 0, 1)]) is None
    assert any_clear_change(protocols, [result(FLOOR, 0, 1), result(FLOOR, 3, 9)]) is False
    assert any_clear_change(protocols, [result(FLOOR, 4, 9), result(FLOOR, 0, 1)]) is True


CHECKLIST = read("checklist.toml", Checklist)


def ids(use: Use, routine: str, *, shown_today: bool = False) -> list[str]:
    items = items_for(CHECKLIST, use, row_of(routine), shown_today=shown_today)
    return [item.id.removeprefix("env-") for item in items]


def test_a_full_session_asks_for_what_it_needs() -> None:
    always = ["surface", "light", "temperature", "quiet", "distractions"]
    full = [*always, "space", "chair", "strap", "clothes", "water"]
    assert ids(Use.SESSION, "full-home") == full
    assert "strap" not in ids(Use.SESSION, "gentle-supported")
    assert ids(Use.SESSION, "walk-10") == [*always, "space", "clothes", "water"]


def test_a_desk_break_asks_twice_as_little_and_once_a_day() -> None:
    assert ids(Use.DESK_BREAK, "desk-break-2") == ["distractions", "chair"]
    assert ids(Use.DESK_BREAK, "desk-break-2", shown_today=True) == []


def test_the_kit_of_a_session_is_listed_once() -> None:
    assert kit_list(row_of("walk-10")) == ()
    assert {Kit.MAT, Kit.STRAP} <= {*kit_list(row_of("supine-mat"))}
    assert len(set(kit_list(row_of("full-home")))) == len(kit_list(row_of("full-home")))


@pytest.mark.parametrize("why", Why)
def test_every_reason_is_a_sentence(why: Why) -> None:
    reason = Reason(why, was=30, now=20, tags=(Tag.PREGNANCY,), kit=(Kit.STRAP,))
    said = reason_words(reason, WORDS)
    assert said.endswith(".")
    assert "{" not in said


def test_reasons_name_what_is_behind_them() -> None:
    rest = Reason(Why.SET_ASIDE, until=day(8))
    assert reason_words(rest, WORDS) == "Resting until 2026-05-11."
    kit = Reason(Why.KIT, kit=(Kit.WALL, Kit.CHAIR))
    assert reason_words(kit, WORDS) == "Without a wall, a chair."
    assert len({tag_words(tag, WORDS) for tag in Tag}) == len(Tag)
    assert len({kit_words(kit, WORDS) for kit in Kit}) == len(Kit)
