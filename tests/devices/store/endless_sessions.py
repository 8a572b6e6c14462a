"""Records steps and sessions without end until it is killed; for the test that kills it.

Prints the id of each step once its future is done, as `play --json` prints a step once it is on
the disk. Run as `python -m tests.devices.store.endless_sessions FOLDER RUN`.
"""

import sys
from contextlib import closing
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

import msgspec

from supple.core.session.events import SessionOutcome
from supple.devices.store.sessions import end_session
from tests.devices.store.samples import keep, open_store, session, step

STEPS = 5


def main(folder: Path, run: str) -> None:
    """Sessions of five steps each, one after the other."""
    with closing(open_store(folder)) as store:
        for number in count():
            name = f"{run}-{number}"
            record = session(number % 50, id=name)
            for index in range(STEPS):
                done = step(index, id=f"{name}-{index}", session_id=name)
                record = msgspec.structs.replace(record, holds_done=index + 1)
                keep(store, record, done)
                sys.stdout.write(f"{done.id}\n")
                sys.stdout.flush()
            ended = msgspec.structs.replace(
                record,
                outcome=SessionOutcome.COMPLETED,
                ended=record.started + timedelta(minutes=9),
            )
            store.write(partial(end_session, session=ended)).result()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
