from contextlib import closing
from datetime import timedelta
from pathlib import Path

from supple.devices.store.overview import list_records, set_note
from supple.devices.store.sessions import list_sessions
from tests.devices.store.samples import TODAY, keep, open_store, session, step


def test_records_alone_are_those_of_the_sessions_in_the_same_order(tmp_path: Path) -> None:
    days = [TODAY - timedelta(days=back) for back in (2, 1, 0)]
    with closing(open_store(tmp_path)) as store:
        for number, day in enumerate(days):
            keep(store, session(number, day), step(1, of=number))
        whole = [found.session for found in store.read(list_sessions)]
        assert store.read(list_records) == whole
        assert store.read(lambda db: list_records(db, days[1], days[1])) == whole[1:2]


def test_a_note_is_changed_and_stamped(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        keep(store, session(), step(1))
        (before,) = store.read(list_records)
        store.write(lambda db: set_note(db, before.id, "Slept well. 💤")).result()
        (after,) = store.read(list_records)
    assert after.note == "Slept well. 💤"
    assert after.changed > before.changed
