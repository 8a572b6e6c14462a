"""Puts what the user finished on disk: one commit for each work step, before anyone is told."""

import sqlite3
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from supple.core.errors import SuppleError
from supple.core.history.days import true_start
from supple.core.history.records import SessionRecord, StepRecord
from supple.core.session.events import AnyEvent, Outcome, SessionEnded, StepEnded
from supple.core.session.steps import Step
from supple.devices.clock import Clock
from supple.devices.store.ids import new_id
from supple.devices.store.sessions import end_session, record_step, replace_steps
from supple.devices.store.store import Job, Store

if TYPE_CHECKING:
    from concurrent.futures import Future

Failed = Callable[[SuppleError], None]


class Recorder:
    """Listens to one session. `wait`: an event is over only when its row is safe.

    What cannot be written stays in memory, in order, and is tried again with the next event or
    `retry()`; `failed` is told each time, in the thread of those calls.
    """

    def __init__(
        self,
        store: Store,
        record: SessionRecord,
        steps: tuple[Step, ...],
        clock: Clock,
        failed: Failed,
        *,
        wait: bool,
    ) -> None:
        self._store = store
        self._record = record
        self._steps = steps
        self._clock = clock
        self._failed = failed
        self._wait = wait
        self._lock = Lock()  # over what both this thread and the store's touch
        self._unsaved: list[Job[object]] = []
        self._faults: list[BaseException] = []
        self._holds: set[int] = set()
        self._holds_before = record.holds_done

    @property
    def record(self) -> SessionRecord:
        """The session as far as it has come."""
        return self._record

    @property
    def is_safe(self) -> bool:
        """Whether everything finished so far is on disk."""
        with self._lock:
            return not self._unsaved

    @property
    def unsaved(self) -> tuple[Job[object], ...]:
        """What is not on disk yet, in order."""
        with self._lock:
            return tuple(self._unsaved)

    def hear(self, event: AnyEvent) -> None:
        """Keep what the event tells."""
        self._report()
        if isinstance(event, StepEnded):
            self._step_ended(event)
        elif isinstance(event, SessionEnded):
            self._session_ended(event)

    def replace(self, steps: tuple[Step, ...]) -> None:
        """From here on the session has these steps; a resumption goes on with them."""
        self._steps = steps
        self.keep(partial(replace_steps, session_id=self._record.id, compiled=steps))

    def retry(self) -> None:
        """Try once more, and wait for it, to write what could not be written."""
        if not self.is_safe:
            self._flush(wait=True)

    def _step_ended(self, event: StepEnded) -> None:
        work = event.kind.is_work and not event.extra
        done = work and event.outcome is Outcome.DONE
        if done and event.kind.is_hold:
            self._holds.add(event.index)
        self._record = msgspec.structs.replace(
            self._record,
            active_s=self._record.active_s + event.actual_s,
            work_s=self._record.work_s + (event.actual_s if work else 0.0),
            holds_done=self._holds_before + len(self._holds),
        )
        if work:
            step = self._step_record(event)
            self.keep(partial(record_step, session=self._record, step=step, compiled=self._steps))

    def _session_ended(self, event: SessionEnded) -> None:
        ended = self._clock.wall()
        self._record = msgspec.structs.replace(
            self._record, outcome=event.outcome, ended=ended, hurt=event.answer
        )
        started = true_start(self._record.started, ended, self._record.active_s)
        if started != self._record.started:  # the clock was set; the day it said is not the day
            self._record = msgspec.structs.replace(
                self._record, started=started, local_day=started.date()
            )
        self.keep(partial(end_session, session=self._record))

    def _step_record(self, event: StepEnded) -> StepRecord:
        return StepRecord(
            id=new_id(),
            session_id=self._record.id,
            index=event.index,
            attempt=event.attempt,
            part=event.part,
            kind=event.kind,
            exercise=event.exercise,
            side=event.side,
            set=event.set,
            sets=event.sets,
            planned_s=event.seconds,
            actual_s=event.actual_s,
            outcome=event.outcome,
            ended=self._clock.wall(),
            reps=event.reps,
        )

    def keep(self, job: Job[object]) -> None:
        """Write this after all that is unsaved; what the disk does not take is tried again."""
        with self._lock:
            self._unsaved.append(job)
        self._flush(wait=self._wait)

    def _flush(self, *, wait: bool) -> None:
        """Write all that is unsaved in one transaction, so that it keeps its order."""
        future = self._store.write(self._write_all)
        future.add_done_callback(self._written)
        if wait:
            future.exception()
            self._report()

    def _write_all(self, connection: sqlite3.Connection) -> int:
        jobs = self.unsaved
        for job in jobs:
            job(connection)
        return len(jobs)

    def _written(self, future: "Future[int]") -> None:
        """In the store's thread, before its next job: forget what is safe now."""
        error = future.exception()
        with self._lock:
            if error is None:
                del self._unsaved[: future.result()]
            else:
                self._faults.append(error)

    def _report(self) -> None:
        with self._lock:
            faults, self._faults = self._faults, []
        for fault in faults:
            if not isinstance(fault, SuppleError):
                raise fault
            self._failed(fault)
