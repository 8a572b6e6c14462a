from datetime import timedelta

import pytest

from supple.core.history.records import RecordedSession, SessionRecord, Source, StepRecord
from supple.core.plan.hurts import (
    Choice,
    Later,
    answers,
    last_words,
    later,
    now,
    red_flags,
    softer,
)
from supple.core.plan.records import SetAside
from supple.core.plan.screening import Lock
from supple.core.session.events import Hurt, Outcome
from supple.core.session.steps import Kind, Part, Side
from tests.core.plan.people import WORDS, day, hurt, moment

EASIER = {"strap-supine-stretch": "strap-supine-stretch-bent"}
ENDING = {Hurt.SHARP, Hurt.NERVE, Hurt.DIZZY, Hurt.CHEST}


@pytest.mark.parametrize("answer", Hurt)
def test_what_ends_the_session_leaves_no_way_on(answer: Hurt) -> None:
    effect = now(answer)
    assert effect.ends is (answer in ENDING)
    assert effect.choices[-1] is Choice.STOP
    assert effect.ends is (len(effect.choices) == 1)
    assert last_words(answer, WORDS)


def test_too_strong_offers_the_easier_version_first() -> None:
    expected = (Choice.EASIER, Choice.SHORTER, Choice.SKIP, Choice.STOP)
    assert now(Hurt.STRONG).choices == expected


def test_red_flags_are_asked_after_sharp_and_nerve_type_pain() -> None:
    assert {answer for answer in Hurt if now(answer).asks_red_flags} == {Hurt.SHARP, Hurt.NERVE}
    assert len(red_flags(WORDS)) == 4


def test_the_answers_come_in_the_order_of_their_keys() -> None:
    assert [answer for answer, _words in answers(WORDS)] == list(Hurt)


def test_chest_pain_leads_to_message_a() -> None:
    assert later(hurt(day(1), Hurt.CHEST), ()) == Later(lock=Lock.EMERGENCY)


def test_a_nerve_type_sign_asks_the_questions_again() -> None:
    assert later(hurt(day(1), Hurt.NERVE), ()) == Later(lock=Lock.CHECK_AGAIN)


@pytest.mark.parametrize("answer", [Hurt.STRONG, Hurt.DIZZY, Hurt.CRAMP, Hurt.OTHER])
def test_nothing_is_locked_or_set_aside_after_the_others(answer: Hurt) -> None:
    assert later(hurt(day(1), answer), (), Hurt.SHARP) == Later()


def test_sharp_pain_rests_the_exercise_for_seven_days() -> None:
    assert later(hurt(day(1), Hurt.SHARP), ()) == Later(aside=True, until=day(8))
    old = (hurt(day(1), Hurt.SHARP),)
    assert later(hurt(day(9), Hurt.SHARP), old) == Later(aside=True, until=day(16))


def test_a_second_sharp_pain_within_seven_days_rests_it_until_taken_back() -> None:
    before = (hurt(day(1), Hurt.SHARP, "half-forward-fold"),)
    assert later(hurt(day(8), Hurt.SHARP), before) == Later(aside=True, until=None)


def test_two_sessions_in_a_row_stopped_by_pain_ask_the_questions_again() -> None:
    assert later(hurt(day(4), Hurt.SHARP), (), Hurt.SHARP).lock is Lock.CHECK_AGAIN
    assert later(hurt(day(4), Hurt.SHARP), (), Hurt.STRONG).lock is Lock.NONE


def recorded(number: int, *exercises: str, outcome: Outcome = Outcome.DONE) -> RecordedSession:
    session = SessionRecord(
        id="later",
        routine="full-home",
        routine_name="Full",
        source=Source.WINDOW,
        started=moment(day(number), 18),
        local_day=day(number),
        planned_s=60.0,
        holds_planned=1,
        seed=1,
    )
    steps = tuple(
        StepRecord(
            id=name,
            session_id="later",
            index=0,
            attempt=1,
            part=Part.MAIN,
            kind=Kind.HOLD,
            exercise=name,
            side=Side.LEFT,
            set=1,
            sets=1,
            planned_s=15.0,
            actual_s=15.0,
            outcome=outcome,
            ended=moment(day(number), 18),
        )
        for name in exercises
    )
    return RecordedSession(session=session, steps=steps)


def test_an_exercise_that_was_too_strong_starts_softer_until_it_was_done() -> None:
    hurts = (hurt(day(1), Hurt.STRONG), hurt(day(1), Hurt.CRAMP, "half-forward-fold"))
    ident = frozenset({"strap-supine-stretch"})
    assert softer(hurts, (), EASIER, day(2)) == ident
    before = recorded(0, "strap-supine-stretch")
    skipped = recorded(2, "strap-supine-stretch", outcome=Outcome.SKIPPED)
    assert softer(hurts, (before, skipped), EASIER, day(3)) == ident
    assert not softer(hurts, (recorded(2, "strap-supine-stretch-bent"),), EASIER, day(3))
    assert not softer(hurts, (), EASIER, day(100))


def test_an_exercise_is_set_aside_until_its_day_or_until_brought_back() -> None:
    rest = SetAside(
        id="1", exercise="bridge", reason="sharp-pain", from_day=day(1), until_day=day(8)
    )
    assert rest.holds_on(day(7))
    assert not rest.holds_on(day(8))
    lasting = SetAside(id="2", exercise="bridge", reason="own-choice", from_day=day(1))
    assert lasting.holds_on(day(1) + timedelta(9999))
    back = SetAside(
        id="3", exercise="bridge", reason="", from_day=day(1), brought_back=moment(day(2))
    )
    assert not back.holds_on(day(2))
