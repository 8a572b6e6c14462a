"""Computers that share a folder, for the tests of syncing."""

from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path

from supple.app.sync import Sync, SyncReport
from supple.core.history.merge import Key, key_of
from supple.core.history.records import SessionRecord
from supple.core.history.versions import RecordKind, Version
from supple.core.session.events import SessionOutcome
from supple.devices.clock import ManualClock
from supple.devices.journal import Journals
from supple.devices.lock import FileLock
from supple.devices.store.device import Device
from supple.devices.store.ratings import save_rating
from supple.devices.store.sessions import end_session, record_step
from supple.devices.store.store import MemoryStore
from supple.devices.store.versions import put_version, versions_to_share
from tests.core.history.versions import DESK, LAPTOP, SOFA, deletion
from tests.devices.store.samples import START, WORDS, compiled, rating, session, step

DEVICES = (DESK, LAPTOP, SOFA)


class Computer:
    """One computer: a history of its own, and a way to the shared folder."""

    def __init__(self, number: int, folder: Path, closing: ExitStack) -> None:
        self.name = DEVICES[number]
        self.clock = ManualClock(wall=START + timedelta(seconds=number))
        device = Device(id=self.name, name=f"computer {number}")
        self.store = MemoryStore(device, self.clock, WORDS)
        closing.callback(self.store.close)
        self.journals = Journals(folder / "shared", device, WORDS)
        lock = FileLock(folder / f"{self.name}.lock")
        self.app = Sync(self.store, self.journals, lock, WORDS)

    def sync(self) -> SyncReport:
        return self.app.run()

    def record(self, number: int, note: str = "") -> None:
        """A whole session, its id this computer's own."""
        made = session(
            number,
            id=f"session-{self.name[:4]}-{number}",
            note=note,
            outcome=SessionOutcome.COMPLETED,
            ended=START + timedelta(minutes=10),
        )
        for index in (1, 3):
            self._step(made, index)
        self.store.write(partial(end_session, session=made)).result()

    def begin(self, number: int) -> None:
        """A session that goes on."""
        self._step(session(number, id=f"session-{self.name[:4]}-{number}"), 1)

    def _step(self, made: SessionRecord, index: int) -> None:
        kept = step(index, id=f"step-{made.id}-{index}", session_id=made.id)
        job = partial(record_step, session=made, step=kept, compiled=compiled())
        self.store.write(job).result()

    def rate(self, number: int, value: int) -> None:
        made = rating(number, id=f"rating-{number}", value=value)
        self.store.write(partial(save_rating, rating=made)).result()

    def note(self, ident: str, note: str) -> None:
        edit = "UPDATE sessions SET note = ?, changed = new_stamp() WHERE id = ?"
        self.store.write(lambda db: db.execute(edit, (note, ident)).rowcount).result()

    def delete(self, ident: str) -> None:
        def job(connection: object) -> None:
            (stamp,) = connection.execute("SELECT new_stamp()").fetchone()  # type: ignore[attr-defined]
            put_version(connection, deletion(ident, RecordKind.SESSION, stamp))  # type: ignore[arg-type]

        self.store.write(job).result()

    def history(self) -> dict[Key, Version]:
        found = self.store.read(lambda db: list(versions_to_share(db, "", "")))
        return {key_of(version): version for version in found}

    def sessions(self) -> list[str]:
        return sorted(ident for kind, ident in self.history() if kind is RecordKind.SESSION)
