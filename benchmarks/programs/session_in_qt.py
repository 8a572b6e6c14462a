"""A session on Qt's event loop, as the window runs it: engine, runner, recorder, announcer.

python session_in_qt.py prints how late the first listener hears of each end, in milliseconds, as
JSON. Work of the other listeners would show in the next one.
"""

import json
import sys
import time
import uuid
from datetime import UTC, datetime
from gettext import NullTranslations

from PySide6.QtCore import QCoreApplication

from benchmarks.programs.boundaries import lengths_s
from supple.app.announcer import Announcer
from supple.app.recorder import Recorder
from supple.app.runner import Runner
from supple.app.sessions import Opened
from supple.core.errors import SuppleError
from supple.core.history.records import SessionRecord, Source
from supple.core.session.compile import Phrases, Session
from supple.core.session.engine import Engine
from supple.core.session.events import AnyEvent, SessionEnded, StepEnded
from supple.core.session.steps import Kind, Part, Step
from supple.devices.clock import SystemClock
from supple.devices.speech.voice import NullVoice
from supple.devices.store.device import Device
from supple.devices.store.ids import new_id
from supple.devices.store.store import MemoryStore
from supple.ui.session.host import SessionHost


def short_session() -> Session:
    """Holds that are far shorter than any real one."""
    steps = tuple(
        Step(Part.MAIN, Kind.HOLD, "half-forward-fold", group=0, seconds=length)
        for length in lengths_s()
    )
    silent = Phrases("", "", "", "", "", "", {}, {})
    return Session("bench", "Bench", steps, silent, seed=1, week=1, counts_for_plan=False)


def record_of(session: Session) -> SessionRecord:
    now = datetime.now(UTC)
    return SessionRecord(
        id=new_id(),
        routine=session.routine,
        routine_name=session.name,
        source=Source.WINDOW,
        started=now,
        local_day=now.date(),
        planned_s=session.planned_s,
        holds_planned=session.holds_planned,
        seed=session.seed,
    )


def failed(error: SuppleError) -> None:
    raise error


def main() -> None:
    application = QCoreApplication(sys.argv)
    clock, session = SystemClock(), short_session()
    store = MemoryStore(Device(id=str(uuid.uuid4()), name="bench"), clock, NullTranslations())
    late_ms: list[float] = []
    host = SessionHost()

    def hear(event: AnyEvent) -> None:
        if isinstance(event, StepEnded):
            late_ms.append((time.monotonic() - began - event.t) * 1000)
        elif isinstance(event, SessionEnded):
            application.quit()

    record = record_of(session)
    recorder = Recorder(store, record, session.steps, clock, failed, wait=False)
    announcer = Announcer(NullVoice(), clock, tones=True)
    listeners = [hear, announcer.hear, recorder.hear, host.hear]
    runner = Runner(Engine(session, record.id), clock, announcer.announce, listeners)
    began = time.monotonic()
    host.start(Opened(runner, session, recorder, announcer))
    application.exec()
    store.close()
    print(json.dumps(late_ms))


if __name__ == "__main__":
    main()
