"""What is over, changed: deleted and brought back, listed with what was answered."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from supple.core.history.records import Moment, RatingKind
from supple.core.session.events import SessionOutcome
from supple.devices.store.edits import bring_back, delete_session
from supple.devices.store.listing import session_page, whole_session
from supple.devices.store.sessions import replace_steps
from supple.devices.store.store import DiskStore
from tests.devices.store.samples import (
    TODAY,
    compiled,
    keep,
    open_store,
    rate,
    rating,
    session,
    step,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiskStore]:
    with closing(open_store(tmp_path)) as store:
        keep(store, session(1), step(1, of=1))
        yield store


def test_a_session_that_is_not_there_or_goes_on_is_not_deleted(store: DiskStore) -> None:
    assert store.write(lambda db: delete_session(db, "gone")).result() is None
    assert store.write(lambda db: delete_session(db, "session-1")).result() is None


def test_a_deleted_session_comes_back_as_it_was(store: DiskStore) -> None:
    rate(store, rating(1, session_id="session-1"))
    store.write(
        lambda db: db.execute("UPDATE sessions SET outcome = 'completed', ended_utc = started_utc")
    ).result()
    before = store.read(lambda db: whole_session(db, "session-1"))
    deleted = store.write(lambda db: delete_session(db, "session-1")).result()
    assert deleted is not None
    assert store.read(lambda db: whole_session(db, "session-1")) is None
    store.write(lambda db: bring_back(db, deleted)).result()
    after = store.read(lambda db: whole_session(db, "session-1"))
    assert before is not None
    assert after is not None
    assert (after[0].steps, after[1]) == (before[0].steps, before[1])


def test_what_a_session_was_compiled_to_may_be_of_another_version(store: DiskStore) -> None:
    put = "INSERT OR REPLACE INTO compiled_sessions VALUES ('session-1', '[{\"strange\":1}]')"
    store.write(lambda db: db.execute(put)).result()
    found = store.read(lambda db: whole_session(db, "session-1"))
    assert found is not None
    assert found[1] == ()


def test_changed_steps_take_the_place_of_those_before(store: DiskStore) -> None:
    store.write(
        lambda db: db.execute("INSERT OR REPLACE INTO compiled_sessions VALUES ('session-1', '[]')")
    ).result()
    store.write(lambda db: replace_steps(db, "session-1", compiled())).result()
    found = store.read(lambda db: whole_session(db, "session-1"))
    assert found is not None
    assert found[1] == compiled()


def test_a_list_shows_only_the_answers_it_has_a_place_for(store: DiskStore) -> None:
    rate(
        store,
        rating(1, moment=Moment.DAY, value=9, session_id="session-1"),
        rating(2, moment=Moment.AFTER, kind=RatingKind.FEEL, value="right", session_id="session-1"),
    )
    page = store.read(
        lambda db: session_page(
            db, since=TODAY, until=TODAY, kind="", desk=frozenset(), below=None, count=5
        )
    )
    [row] = page.rows
    assert row.session.outcome in (None, SessionOutcome.COMPLETED, SessionOutcome.STOPPED)
    assert (row.answers.feel, row.answers.before, row.answers.after) == ("right", None, None)
