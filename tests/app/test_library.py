"""The library finds what there is by what people know of it, and knows what is not for them."""

import pytest

from supple.app.facets import HelpFacet, KitFacet, PlaceFacet, Query
from supple.app.library import Library, Standing
from supple.core.catalogue.exercise import Family, Position
from supple.core.errors import InputError
from supple.core.plan.reasons import Why
from supple.core.plan.screening import Answers
from tests.app.program import Program


def found(library: Library, query: Query) -> set[str]:
    return {entry.exercise.id for entry in library.find(library.entries(), query)}


@pytest.fixture
def library(program: Program) -> Library:
    program.nothing_fits()
    return program.app.library


def test_everything_but_the_self_tests_is_there(program: Program, library: Library) -> None:
    shown = {entry.exercise.id for entry in library.entries()}
    every = program.app.catalogue.exercises()
    assert shown == {each.id for each in every if each.family is not Family.SELF_TEST}
    assert all(entry.standing is Standing.FREE for entry in library.entries())


def test_words_are_found_without_case_accents_or_order(library: Library) -> None:
    wanted = found(library, Query(words="strap BACK"))
    assert "strap-supine-stretch" in wanted
    assert wanted == found(library, Query(words="báck  Strap"))
    assert found(library, Query(words="xyzzy")) == set()


def test_values_of_one_filter_widen_and_filters_narrow(library: Library) -> None:
    lying = found(library, Query(positions=frozenset({Position.LYING})))
    seated = found(library, Query(positions=frozenset({Position.SEATED})))
    both = found(library, Query(positions=frozenset({Position.LYING, Position.SEATED})))
    assert both == lying | seated
    with_strap = found(library, Query(kits=frozenset({KitFacet.STRAP})))
    narrow = Query(positions=frozenset({Position.LYING}), kits=frozenset({KitFacet.STRAP}))
    assert found(library, narrow) == lying & with_strap
    assert found(library, narrow)


def test_every_choice_of_every_filter_finds_something(library: Library) -> None:
    queries = [Query(positions=frozenset({each})) for each in library.facets.filter_positions()]
    queries += [Query(kits=frozenset({each})) for each in KitFacet]
    queries += [Query(places=frozenset({each})) for each in PlaceFacet]
    queries += [Query(helps=frozenset({each})) for each in HelpFacet]
    for query in queries:
        assert found(library, query), query


def test_either_kit_of_an_exercise_finds_it(library: Library) -> None:
    by_wall = found(library, Query(kits=frozenset({KitFacet.WALL})))
    by_chair = found(library, Query(kits=frozenset({KitFacet.CHAIR})))
    assert "warm-up-leg-swing" in by_wall & by_chair


def test_what_is_not_for_somebody_now_comes_last_and_says_why(program: Program) -> None:
    program.app.change_setting("welcome.consented", value=True)
    program.app.safety.answer(Answers(yes=frozenset({"has-osteoporosis"})))
    entries = program.app.library.entries()
    out = [entry.standing is Standing.LEFT_OUT for entry in entries]
    assert any(out)
    assert out == sorted(out)
    details = program.app.library.details(entries[-1].exercise.id)
    assert not details.may_try
    assert details.for_you.left_out is not None
    assert details.for_you.left_out.why is Why.SCREENING
    assert details.for_you.reason_words


def test_a_stretch_is_set_aside_and_brought_back(library: Library) -> None:
    library.set_aside("bridge")
    standing = {entry.exercise.id: entry.standing for entry in library.entries()}
    assert standing["bridge"] is Standing.SET_ASIDE
    assert not library.details("bridge").may_try
    library.bring_back("bridge")
    assert library.details("bridge").may_try


def test_the_day_it_was_last_done_is_known(program: Program, library: Library) -> None:
    assert library.details("bridge").entry.last_done is None
    opened = program.open("bridge")
    opened.runner.start()
    program.run(opened, 1000)
    assert library.details("bridge").entry.last_done == program.clock.wall().date()
    [record] = program.app.history.records()
    assert record.routine == "bridge"
    assert not record.counts_for_plan


def test_trying_one_stretch_begins_with_time_to_get_ready(program: Program) -> None:
    program.nothing_fits()
    session = program.open("strap-supine-stretch").session
    kinds = [step.kind.value for step in session.steps]
    assert kinds == ["get-ready", "hold", "switch", "hold", "switch", "hold", "switch", "hold"]
    assert {step.exercise for step in session.steps} == {"strap-supine-stretch"}
    assert session.planned_s == program.app.library.details("strap-supine-stretch").seconds


def test_sessions_being_closed_nothing_can_be_tried_but_all_can_be_read(program: Program) -> None:
    program.app.safety.answer(Answers(yes=frozenset({"red-saddle"})))
    details = program.app.library.details("bridge")
    assert not details.may_try
    assert details.for_you.reason_words
    assert details.entry.exercise.movement


def test_an_exercise_there_is_not_is_refused_with_near_names(library: Library) -> None:
    with pytest.raises(InputError, match="brige"):
        library.details("brige")
