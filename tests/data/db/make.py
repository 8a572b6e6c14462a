"""Writes the database of the newest form and what is read from it; see the README beside it."""

import sqlite3
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec

from supple.core.history.records import RatingKind
from supple.core.session.events import Hurt, Outcome, SessionOutcome
from supple.devices.store.migrate import shipped_steps
from supple.devices.store.ratings import list_ratings, save_rating
from supple.devices.store.sessions import end_session, list_sessions, record_step
from supple.devices.store.store import DiskStore
from tests.devices.store.samples import START, TODAY, compiled, open_store, rating, session, step

FOLDER = Path(__file__).parent
YESTERDAY = TODAY - timedelta(days=1)
END = START + timedelta(minutes=9)
LATER_TABLES = """
INSERT INTO hurts VALUES ('hurt-1', 'session-2', '2026-05-13T12:12:00.000000Z', 120, '2026-05-13',
  'half-forward-fold', 'left', 'hurt-nerve', this_device(), new_stamp());
INSERT INTO set_asides VALUES ('aside-1', 'half-forward-fold', 'hurt-sharp', '2026-05-13',
  '2026-05-20', NULL, this_device(), new_stamp());
INSERT INTO tests VALUES ('test-1', NULL, '2026-05-13T12:30:00.000000Z', 120, '2026-05-13',
  'test-sit-and-reach', 'none', -4.0, 'larger', '', this_device(), new_stamp());
INSERT INTO plan_events VALUES ('event-1', '2026-05-12T12:00:00.000000Z', 120, '2026-05-12',
  'started', '{}', this_device(), new_stamp());
INSERT INTO breaks VALUES ('break-1', NULL, '2026-05-13T13:00:00.000000Z', 120, '2026-05-13',
  'skipped', 'asked', NULL, 3000.0, 0.0, this_device(), new_stamp());
INSERT INTO tombstones VALUES ('session-9', 'session', this_device(), new_stamp());
INSERT INTO screening VALUES ('screening-1', '2026-05-12T12:00:00.000000Z', 120, '2026-05-12',
  'none', '["pregnancy"]', NULL, new_stamp());
INSERT INTO clearance VALUES ('clearance-1', 'screening-1', '2026-05-12T12:00:00.000000Z', 120,
  '2026-05-12', 'sciatica-symptoms', new_stamp());
INSERT INTO profile VALUES (1, 1970, 'woman', new_stamp());
INSERT INTO journal_state VALUES (1, '/home/me/Sync', NULL);
INSERT INTO journal_files VALUES ('0b6e1f36-93a5-4be8-8a37-2f6a0f8a7b11', '0001.jsonl', 100, 120);
"""


def fill(db: sqlite3.Connection) -> None:
    """A completed, a lapsed, a painful and an open session, ratings, and a row of all else."""
    done = session(1, YESTERDAY, counts_for_plan=True, week=1, active_s=80.0, note="Slept well.")
    record_step(db, done, step(1, of=1, actual_s=19.98), compiled())
    record_step(db, done, step(3, of=1, id="step-1-3", reps=10), compiled())
    end_session(db, replace(done, outcome=SessionOutcome.COMPLETED, ended=END))
    hurt = session(2, hurt=Hurt.NERVE, routine_name="Rücken, 10 Minuten")
    record_step(db, hurt, step(1, of=2), compiled())
    record_step(db, hurt, step(3, of=2, outcome=Outcome.STOPPED, actual_s=3.5), compiled())
    end_session(db, replace(hurt, outcome=SessionOutcome.HURT, ended=END))
    record_step(db, session(3, speed=20.0), step(1, of=3), compiled())
    lapsed = session(4)
    record_step(db, lapsed, step(1, of=4), compiled())
    end_session(db, replace(lapsed, outcome=SessionOutcome.STOPPED, ended=END), lapsed=True)
    save_rating(db, rating(1, session_id="session-2", value=3))
    save_rating(db, rating(2, session_id="session-2", kind=RatingKind.FEEL, value="too-strong"))
    save_rating(db, rating(3))
    for statement in filter(str.strip, LATER_TABLES.split(";")):
        db.execute(statement)


replace = msgspec.structs.replace


def contents(store: DiskStore) -> bytes:
    """What the history tells, as JSON."""
    found = {"sessions": store.read(list_sessions), "ratings": store.read(list_ratings)}
    return msgspec.json.format(msgspec.json.encode(found))


def main() -> None:
    """Write the pair of the newest form."""
    name = FOLDER / f"version-{len(shipped_steps())}"
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder))) as store:
        store.write(fill).result()
        store.copy_to(name.with_suffix(".db"))
        name.with_suffix(".json").write_bytes(contents(store) + b"\n")


if __name__ == "__main__":
    main()
