from gettext import NullTranslations

import msgspec
import pytest

from supple.core.catalogue.exercise import Exercise, Position, Tag
from supple.core.catalogue.routine import RestRow
from supple.core.plan.dose import dose_of
from supple.core.plan.limits import Limits
from supple.core.session.changes import Changes
from supple.core.session.compile import Session, compile_session
from supple.core.session.steps import Kind, Step
from tests.core.session.factory import ODD, compiled, exercise, routine, row, texts
from tests.core.shipped import ROUTINE_IDS, exercises, lines, plan

SLOWLY, OVER_THE_SIDE = lines()["rise-slowly"]
LYING = exercise("lying", position=Position.LYING)
FLOOR = exercise("floor", position=Position.FLOOR)
CHAIR = exercise("chair", position=Position.SEATED)
STAND = exercise("stand", position=Position.STANDING)
REST = exercise("rest", position=Position.ANY)
ALL = (LYING, FLOOR, CHAIR, STAND, REST)


def endings(of: Session) -> list[str]:
    """What is said at the end of every work step."""
    return [texts(step)[-1] for step in of.steps if step.kind.is_work]


def after(*idents: str) -> list[str]:
    return endings(compiled(routine(*map(row, idents)), *ALL))


@pytest.mark.parametrize("up", ["chair", "stand"])
def test_whoever_gets_up_from_lying_hears_how(up: str) -> None:
    assert after("lying", up)[0] == f"Come up. {OVER_THE_SIDE} {SLOWLY}"


def test_whoever_gets_up_from_sitting_on_the_floor_hears_to_take_time() -> None:
    assert after("floor", "stand")[0] == f"Come up. {SLOWLY}"


@pytest.mark.parametrize("next_one", ["lying", "floor", "rest"])
def test_whoever_stays_down_hears_nothing_of_it(next_one: str) -> None:
    assert after("lying", next_one)[0] == "Come up."


def test_whoever_is_up_already_hears_nothing_of_it() -> None:
    assert SLOWLY not in " ".join(after("stand", "chair", "rest"))


def test_a_session_that_ends_on_the_floor_ends_with_getting_up() -> None:
    assert after("stand", "floor")[1].startswith(f"Come up. {SLOWLY} ")
    assert after("lying", "rest")[1].startswith(f"Come up. {OVER_THE_SIDE} {SLOWLY} ")


def test_only_the_last_set_ends_with_getting_up() -> None:
    said = endings(compiled(routine(row("lying", sets=2), row("stand")), *ALL))
    assert said[:2] == ["Come up.", f"Come up. {OVER_THE_SIDE} {SLOWLY}"]


def test_a_rest_of_the_users_own_does_not_hide_what_comes_after() -> None:
    said = endings(compiled(routine(row("lying"), RestRow(rest=20), row("stand")), *ALL))
    assert OVER_THE_SIDE in said[0]


def test_a_routine_may_say_how_the_body_is_there() -> None:
    lying = routine(row("rest", position=Position.LYING), row("stand"))
    assert OVER_THE_SIDE in endings(compiled(lying, *ALL))[0]


def dizzy_session(*known: Exercise) -> Session:
    return compile_session(
        routine(*(row(each.id, sets=2) for each in known)),
        exercises() | {each.id: each for each in known},
        lines(),
        dose=dose_of(plan(), 1),
        day=ODD,
        seed=7,
        words=NullTranslations(),
        changes=Changes(limits=Limits(avoid=frozenset({Tag.DIZZINESS_BLOOD_PRESSURE}))),
    )


def test_who_gets_dizzy_hears_it_before_coming_out_of_a_bend() -> None:
    bend = msgspec.structs.replace(STAND, care=(Tag.DIZZINESS_BLOOD_PRESSURE,))
    assert endings(dizzy_session(bend, CHAIR))[:3] == ["Come up.", f"{SLOWLY} Come up.", "Come up."]


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_the_next_exercise_is_still_named_before_it_works(ident: str) -> None:
    before: Step | None = None
    for step in compiled(ident).steps:
        if (
            before
            and before.kind.is_work
            and step.kind is Kind.GET_READY
            and SLOWLY in texts(before)[-1]
        ):
            assert exercises()[step.exercise].name in " ".join(texts(step))
        before = step
