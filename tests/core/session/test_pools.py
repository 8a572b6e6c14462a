from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from supple.core.session.pools import Pools, SharedLines, pool_problems
from tests.core.shipped import lines

SEEDS = st.integers(0, 2**31 - 1)
LETTERS = {"letters": tuple("abcdef"), "pair": ("x", "y"), "one": ("z",)}


@given(SEEDS, st.sampled_from(sorted(lines())))
def test_every_line_is_heard_before_one_comes_again(seed: int, pool: str) -> None:
    pools = Pools(lines(), seed)
    spoken = lines()[pool]
    heard = [pools.draw(pool) for _ in range(3 * len(spoken))]
    assert set(heard[: len(spoken)]) == set(spoken)
    assert len(spoken) == 1 or all(one != other for one, other in pairwise(heard))


@given(SEEDS)
def test_the_same_seed_draws_the_same_lines(seed: int) -> None:
    one, other = Pools(LETTERS, seed), Pools(LETTERS, seed)
    assert [one.draw("letters") for _ in range(9)] == [other.draw("letters") for _ in range(9)]


def test_drawing_from_one_pool_leaves_the_others_alone() -> None:
    one, other = Pools(LETTERS, 3), Pools(LETTERS, 3)
    one.draw("pair")
    assert one.draw("letters") == other.draw("letters")


def test_any_line_may_be_the_first() -> None:
    assert {Pools(LETTERS, seed).draw("letters") for seed in range(50)} == set("abcdef")


def test_all_lines_of_a_pool_come_in_their_written_order() -> None:
    assert Pools(LETTERS, 5).all_of("letters") == tuple("abcdef")


def test_the_shipped_lines_are_whole() -> None:
    assert list(pool_problems(msgspec.convert(lines(), SharedLines))) == []


def test_what_is_wrong_with_a_pool_is_told_with_its_place() -> None:
    spoilt = msgspec.structs.replace(
        msgspec.convert(lines(), SharedLines),
        countdown=("Now.",),
        last_five=(),
        half=("Half way.", "word " * 13),
    )
    assert [str(each) for each in pool_problems(spoilt)] == [
        "countdown: has 1 lines. Exactly 3.",
        "half[1]: is too long to be spoken. At most 12 words.",
        "last-five: is empty. At least one line.",
    ]
