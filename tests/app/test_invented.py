from contextlib import closing
from datetime import date
from itertools import islice

from supple.app.invented import Wish, fill, invented
from supple.core.history.lines import decode_line, encode_line
from supple.core.history.versions import SessionVersion, TestVersion
from supple.devices.clock import ManualClock
from supple.devices.store.sessions import list_sessions
from supple.devices.store.store import MemoryStore
from tests.core.shipped import exercises, routines
from tests.devices.store.samples import DEVICE, WORDS

UNTIL = date(2026, 5, 13)


def sessions(wish: Wish) -> list[SessionVersion]:
    return [version for version in invented(wish) if isinstance(version, SessionVersion)]


def test_the_same_wish_gives_the_same_history_and_another_seed_another() -> None:
    wish = Wish(UNTIL)
    assert list(invented(wish)) == list(invented(wish))
    assert {each.id for each in sessions(wish)}.isdisjoint(
        each.id for each in sessions(Wish(UNTIL, seed=2))
    )


def test_it_is_as_long_as_wished() -> None:
    found = sessions(Wish(UNTIL, sessions=300, steps=7, days=3_650))
    assert len(found) == 300
    assert max(len(each.steps) for each in found) == 7
    assert (found[-1].local_day, (UNTIL - found[0].local_day).days) == (UNTIL, 3_649)


def test_every_record_is_one_that_could_be_imported() -> None:
    for version in invented(Wish(UNTIL)):
        found = decode_line(encode_line(version))
        assert found == version


def test_every_record_has_a_name_of_its_own() -> None:
    ids = [version.id for version in invented(Wish(UNTIL, sessions=500))]
    assert len(ids) == len(set(ids))


def test_it_gets_better_as_a_person_does() -> None:
    tests = [each for each in invented(Wish(UNTIL)) if isinstance(each, TestVersion)]
    assert tests[-1].value_cm > tests[0].value_cm + 5


def test_it_is_made_of_what_is_shipped() -> None:
    found = sessions(Wish(UNTIL))
    assert {each.routine for each in found} <= set(routines())
    assert {step.exercise for each in found for step in each.steps} <= set(exercises())


def test_a_store_is_filled_with_it() -> None:
    with closing(MemoryStore(DEVICE, ManualClock(), WORDS)) as store:
        count = fill(store, Wish(UNTIL, sessions=40))
        assert count == len(list(islice(invented(Wish(UNTIL, sessions=40)), 1_000)))
        assert len(store.read(list_sessions)) == 40
