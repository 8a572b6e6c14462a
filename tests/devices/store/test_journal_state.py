from collections.abc import Iterator
from contextlib import closing
from functools import partial

import pytest

from supple.devices.clock import ManualClock
from supple.devices.store.journal_state import (
    JournalFile,
    Sent,
    forget_file,
    keep_file,
    keep_sent,
    leave,
    publish_anew,
    read_files,
    read_sent,
)
from supple.devices.store.store import MemoryStore, Store
from tests.devices.store.samples import DEVICE, WORDS

FILE = JournalFile(DEVICE.id, "0001.jsonl", 100, 120)
SENT = Sent("/home/me/Sync", "00000000000001.0000.desk")


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(MemoryStore(DEVICE, ManualClock(), WORDS)) as store:
        yield store


def test_nothing_is_shared_at_first(store: Store) -> None:
    assert store.read(read_sent) is None
    assert store.read(read_files) == {}
    store.write(publish_anew).result()
    assert store.read(read_sent) is None


def test_the_last_word_is_kept(store: Store) -> None:
    store.write(partial(keep_sent, sent=Sent(SENT.place, None))).result()
    store.write(partial(keep_sent, sent=SENT)).result()
    for file in (JournalFile(FILE.folder, FILE.file, 1, 2), FILE):
        store.write(partial(keep_file, file=file)).result()
    assert store.read(read_sent) == SENT
    assert store.read(read_files) == {(DEVICE.id, "0001.jsonl"): FILE}
    store.write(publish_anew).result()
    assert store.read(read_sent) == Sent(SENT.place, None)
    store.write(partial(forget_file, folder=FILE.folder, file=FILE.file)).result()
    assert store.read(read_files) == {}


def test_another_folder_is_read_from_its_beginning(store: Store) -> None:
    store.write(partial(keep_sent, sent=SENT)).result()
    store.write(partial(keep_file, file=FILE)).result()
    store.write(partial(keep_sent, sent=Sent("/mnt/usb", None))).result()
    assert store.read(read_files) == {}


def test_leaving_forgets_all(store: Store) -> None:
    store.write(partial(keep_sent, sent=SENT)).result()
    store.write(partial(keep_file, file=FILE)).result()
    store.write(leave).result()
    assert (store.read(read_sent), store.read(read_files)) == (None, {})
