from datetime import date

import msgspec
import pytest

from supple.core.plan.course import Facts
from supple.core.plan.offer import Candidate, Offer, OfferWhy, offer, offer_words, suggested
from supple.core.plan.progress import Progress, progress
from supple.core.plan.records import Adjust
from supple.core.plan.screening import Condition
from supple.core.plan.swaps import INSTEAD
from tests.core.plan.content import plan, routines
from tests.core.plan.people import WORDS, day

STATE = progress(plan(), Facts(), day(1))
NOTHING: frozenset[Condition] = frozenset()
FALLBACKS = [Candidate(ident, 500.0) for ident in reversed(INSTEAD)]


def given(
    *candidates: Candidate,
    state: Progress = STATE,
    conditions: frozenset[Condition] = NOTHING,
    last: dict[str, date] | None = None,
    fallbacks: list[Candidate] = FALLBACKS,
) -> Offer | None:
    return offer(state, conditions, candidates, fallbacks, last or {})


ONE, TWO, THREE = Candidate("one", 600.0), Candidate("two", 900.0), Candidate("three", 1200.0)


def test_the_first_session_is_the_first_of_the_list() -> None:
    assert given(ONE, TWO) == Offer("one", None, (OfferWhy.FIRST,))


def test_the_one_done_longest_ago_comes_next() -> None:
    last = {"one": day(8), "two": day(2), "three": day(5)}
    assert given(ONE, TWO, THREE, last=last) == Offer("two", None, (OfferWhy.ROTATION,), day(2))
    never = given(ONE, TWO, last={"one": day(8)})
    assert never
    assert (never.routine, never.last_done) == ("two", None)


def test_one_that_screening_leaves_whole_goes_before_a_changed_one() -> None:
    changed = msgspec.structs.replace(ONE, changes=2)
    chosen = given(changed, TWO, last={"two": day(8)})
    assert chosen
    assert (chosen.routine, OfferWhy.LESS_CHANGED in chosen.why) == ("two", True)


def test_of_changed_ones_the_least_changed_is_taken() -> None:
    candidates = [msgspec.structs.replace(c, changes=n) for c, n in ((ONE, 3), (TWO, 1))]
    chosen = given(*candidates)
    assert chosen
    assert chosen.routine == "two"


def test_where_too_little_is_left_another_kind_is_offered() -> None:
    gone = msgspec.structs.replace(ONE, is_enough=False)
    assert given(gone) == Offer("gentle-supported", None, (OfferWhy.INSTEAD,))
    fallbacks = [msgspec.structs.replace(each, is_enough=False) for each in FALLBACKS]
    assert given(gone, fallbacks=fallbacks) is None
    assert given(gone, fallbacks=[*fallbacks[:-1], Candidate("walk-10", 605.0)])


def test_a_limit_on_minutes_chooses_among_routines_and_never_cuts_one() -> None:
    short = msgspec.structs.replace(STATE, adjust=Adjust(minutes=15))
    chosen = given(THREE, TWO, state=short)
    assert chosen
    assert (chosen.routine, OfferWhy.SHORT in chosen.why) == ("two", True)
    lighter = msgspec.structs.replace(STATE, lighter=True)
    shortest = given(THREE, TWO, state=lighter)
    assert shortest
    assert shortest.routine == "two"


def test_nobody_is_sent_to_look_for_a_partner() -> None:
    partner = Candidate("with-partner", 600.0, needs_partner=True)
    chosen = given(partner, TWO)
    assert chosen
    assert chosen.routine == "two"
    again = given(partner, TWO, last={"with-partner": day(1), "two": day(3)})
    assert again
    assert again.routine == "with-partner"


def test_the_strongest_stretches_wait_for_a_good_day() -> None:
    strong = Candidate("deeper-stretch", 600.0, is_strong=True)
    for tender, expected in ((False, "deeper-stretch"), (True, "two")):
        chosen = given(strong, TWO, state=msgspec.structs.replace(STATE, tender=tender))
        assert chosen
        assert chosen.routine == expected


def test_unsure_balance_gets_the_supported_session() -> None:
    conditions = frozenset({Condition.BALANCE_PROBLEM})
    assert suggested(plan(), STATE, conditions) == ("gentle-supported",)
    chosen = given(ONE, conditions=conditions)
    assert chosen
    assert chosen.why == (OfferWhy.BALANCE,)


def test_the_suggestions_follow_the_stage_and_a_softer_one_the_stage_before() -> None:
    steady = msgspec.structs.replace(STATE, stage=plan().stage[2])
    assert "deeper-stretch" in suggested(plan(), steady, NOTHING)
    eased = msgspec.structs.replace(steady, eased=True)
    assert suggested(plan(), eased, NOTHING) == plan().stage[1].suggested_routines
    daily = msgspec.structs.replace(steady, daily=True)
    assert suggested(plan(), daily, NOTHING) == plan().option[0].suggested_routines


def test_the_only_suggestion_needs_no_reason() -> None:
    assert given(ONE, last={"one": day(1)}) == Offer("one", None, (), day(1))


def test_every_suggested_routine_exists() -> None:
    named = {ident for stage in plan().stage for ident in stage.suggested_routines}
    named |= {*plan().option[0].suggested_routines, *INSTEAD}
    assert named <= routines().keys()


@pytest.mark.parametrize("why", OfferWhy)
def test_every_reason_has_words(why: OfferWhy) -> None:
    assert offer_words(Offer("one", None, (why,)), WORDS)


def test_the_reason_names_the_day_it_was_last_done() -> None:
    told = offer_words(Offer("one", None, (OfferWhy.EASED, OfferWhy.ROTATION), day(2)), WORDS)
    assert told.endswith("Done longest ago, on 2026-05-05.")
