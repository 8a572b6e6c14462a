import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.catalogue.exercise import Exercise, Family, Kit, Tag
from supple.core.plan.limits import OPEN, RESTING, Limits
from supple.core.plan.reasons import Reason, Why
from supple.core.plan.swaps import INSTEAD, Out, changes_of, is_enough, is_stretch, outs, swap
from tests.core.plan.content import exercises, routines, row_of

# Worked examples of the rule, by hand: routine, tag, and the steps that change.
DATA = Path(__file__).resolve().parents[2] / "data" / "swap_examples.txt"
EXAMPLES = [line for line in DATA.read_text("utf-8").splitlines() if not line.startswith("#")]
tag_sets = st.frozensets(st.sampled_from(Tag))


def limits(*tags: Tag) -> Limits:
    return Limits(avoid=frozenset(tags))


def told(routine: str, tag: str) -> str:
    row = row_of(routine)
    left = swap(row, limits(Tag(tag)).out, exercises())
    return "; ".join(
        f"{place} {before.id} -> {after.id if after else 'dropped'}"
        for place, (before, after) in enumerate(zip(row, left, strict=True), start=1)
        if after is not before
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda line: re.sub(r"\W+", "-", line[:40]))
def test_the_worked_examples_come_out_as_written(example: str) -> None:
    routine, tag, steps = (part.strip() for part in example.split("|"))
    assert (told(routine, tag) or "none") == steps


@pytest.mark.parametrize("name", sorted(routines()))
@given(tags=tag_sets, aside=st.frozensets(st.sampled_from(sorted(exercises())), max_size=4))
def test_nothing_that_is_out_is_left_whatever_was_ticked(
    name: str, tags: frozenset[Tag], aside: frozenset[str]
) -> None:
    row = row_of(name)
    out = outs(limits(*tags), {ident: Reason(Why.SET_ASIDE) for ident in aside})
    left = swap(row, out, exercises())
    assert not [exercise for exercise in left if exercise and out(exercise)]
    assert [new for old, new in zip(row, left, strict=True) if new and not out(old)] == [
        old for old in row if not out(old)
    ]
    kept = [exercise for exercise in left if exercise]
    assert not repeated(row, left)
    if is_enough(row, left):
        assert stretches(kept) >= min(2, stretches(row))
        assert [each for each in kept if each.family is not Family.COOL_DOWN]


def repeated(row: list[Exercise], left: tuple[Exercise | None, ...]) -> list[str]:
    """Exercises that were put in right behind themselves."""
    found, before = [], None
    for old, new in zip(row, left, strict=True):
        if new and new is not old and new is before:
            found.append(new.id)
        before = new or before
    return found


def stretches(row: list[Exercise]) -> int:
    return sum(map(is_stretch, row))


def every_way_to_be_left_out() -> set[frozenset[str]]:
    """What each of the 8,192 combinations of tags takes out; many take out the same."""
    by_tag = {
        tag: frozenset(ident for ident, each in exercises().items() if tag in each.avoid)
        for tag in Tag
    }
    found = {frozenset[str]()}
    for taken in by_tag.values():
        found |= {before | taken for before in found}
    return found


def without(taken: frozenset[str]) -> Out:
    """Why an exercise is out, where just these are."""
    reason = Reason(Why.SCREENING)
    return lambda each: reason if each.id in taken else None


def test_every_routine_stays_sensible_under_every_combination_of_answers() -> None:
    rows = {name: row_of(name) for name in routines()}
    for taken in every_way_to_be_left_out():
        out = without(taken)
        fits = {}
        for name, row in rows.items():
            left = swap(row, out, exercises())
            fits[name] = is_enough(row, left)
            kept = [each for each in left if each]
            if not fits[name]:
                continue
            assert not [each for each in kept if each.id in taken], (name, taken)
            assert not repeated(row, left), (name, taken)
            assert stretches(kept) >= min(2, stretches(row)), (name, taken)
            if stretches(row) and row[0].family is Family.WARM_UP:
                assert kept[0].family is Family.WARM_UP, (name, taken)
            assert kept[-1].family is row[-1].family, (name, taken)
        # Where a routine is not for now there is another one to suggest, at the least a walk.
        assert all(fits.values()) or any(fits[name] for name in INSTEAD), taken


def test_resting_is_open_whatever_was_ticked() -> None:
    everything = Limits(avoid=frozenset(Tag), closed=True, gentle=True)
    assert everything.out(exercises()[RESTING]) is None
    for ident, exercise in exercises().items():
        reason = everything.out(exercise)
        assert ident == RESTING or (reason and reason.why is Why.ASK_FIRST)


def test_a_dropped_step_and_a_swapped_one_say_why() -> None:
    row = row_of("full-home")
    out = limits(Tag.PREGNANCY).out
    changes = changes_of(row, swap(row, out, exercises()), out)
    assert [(change.exercise, change.now) for change in changes][-1] == ("pelvic-tilt", "")
    assert {change.reason for change in changes} == {Reason(Why.SCREENING, tags=(Tag.PREGNANCY,))}


def test_kit_that_is_not_at_hand_swaps_what_needs_it() -> None:
    out = outs(OPEN, {}, {Kit.STRAP})
    strap = exercises()["strap-supine-stretch"]
    assert out(strap) == Reason(Why.KIT, kit=(Kit.STRAP,))
    assert swap([strap], out, exercises()) == (exercises()["chair-single-leg-fold"],)


def test_either_of_two_things_is_enough() -> None:
    swing = exercises()["gentle-leg-swing"]
    assert outs(OPEN, {}, {Kit.WALL})(swing) is None
    assert outs(OPEN, {}, {Kit.WALL, Kit.CHAIR})(swing) == Reason(
        Why.KIT, kit=(Kit.WALL, Kit.CHAIR)
    )


def test_a_test_day_needs_a_test_and_a_walk_a_walk() -> None:
    tests, walk = row_of("test-day"), row_of("walk-10")
    assert is_enough(tests, tests)
    assert not is_enough(tests, [each for each in tests if each.family is not Family.SELF_TEST])
    assert is_enough(walk, walk)
    assert not is_enough(walk, [None])
