"""Keeps breaks and pauses as the reminders do, one after the other, until it is killed or done.

python break_keeper.py; everything goes into SUPPLE_HOME.
"""

import os
from datetime import UTC, datetime, timedelta
from functools import partial

from supple.app.container import Container
from supple.core.breaks.records import BreakRecord
from supple.core.breaks.state import Cause, Outcome
from supple.devices.desktop.kept import Kept, KeptFile, KeptPause
from supple.devices.store.breaks import save_break

TURNS = 100
BEGAN = datetime(2026, 5, 13, 9, tzinfo=UTC)


def due(turn: int) -> datetime:
    """When a break came due; a pause is kept until then."""
    return BEGAN + timedelta(minutes=turn)


def main() -> None:
    """The break first, then the pause: no pause without its break may ever be found."""
    with Container(os.environ, language="en") as app:
        file = KeptFile(app.folders.data / "breaks.json", app.words)
        for turn in range(TURNS):
            record = BreakRecord(
                id=f"break-{turn:03}",
                due=due(turn),
                local_day=due(turn).date(),
                outcome=Outcome.TAKEN,
                reason=Cause.ASKED,
                sitting_s=60.0 * turn,
            )
            app.store.write(partial(save_break, record=record)).result()
            file.save(Kept(KeptPause(due(turn))))


if __name__ == "__main__":
    main()
