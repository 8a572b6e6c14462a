"""Puts what the user finished on disk: one commit for each work step, before anyone is told."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from supple.core.errors import SuppleError
from supple.core.history.records import SessionRecord, StepRecord
from supple.core.session.events import AnyEvent, Outcome, SessionEnded, StepEnded
from supple.core.session.steps import Step
from supple.devices.clock import Clock
from supple.devices.store.ids import new_id
from supple.devices.store.sessions import end_session, record_step
from supple.devices.store.store import Job, Store

if TYPE_CHECKING:
    from concurrent.futures import Future

Failed = Callable[[SuppleError], None]


class Recorder:
    """Listens to one session. `wait`: an event is over only when its row is safe.

    What cannot be written stays in memory, in order, and is tried again with the next event or
    `retry()`; `failed` is told each time.
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
        self._unsaved: list[Job[object]] = []
        self._under_way: list[tuple[Job[object], Future[object]]] = []
        self._holds: set[int] = set()
        self._holds_before = record.holds_done

    @property
    def record(self) -> SessionRecord:
        """The session as far as it has come."""
        return self._record

    @property
    def is_safe(self) -> bool:
        """Whether everything finished so far is on disk."""
        self._collect(wait=False)
        return not self._unsaved and not self._under_way

    def hear(self, event: AnyEvent) -> None:
        """Keep what the event tells."""
        if isinstance(event, StepEnded):
            self._step_ended(event)
        elif isinstance(event, SessionEnded):
            self._session_ended(event)

    def retry(self) -> None:
        """Try once more to write what could not be written."""
        self._collect(wait=False)
        self._flush()

    def wait_until_saved(self) -> None:
        """Wait for all that is being written."""
        self._collect(wait=True)

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
            self._save(partial(record_step, session=self._record, step=step, compiled=self._steps))

    def _session_ended(self, event: SessionEnded) -> None:
        self._record = msgspec.structs.replace(
            self._record, outcome=event.outcome, ended=self._clock.wall(), hurt=event.answer
        )
        self._save(partial(end_session, session=self._record))

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

    def _save(self, job: Job[object]) -> None:
        self._collect(wait=False)
        self._unsaved.append(job)
        self._flush()

    def _flush(self) -> None:
        jobs, self._unsaved = self._unsaved, []
        self._under_way += [(job, self._store.write(job)) for job in jobs]
        self._collect(wait=self._wait)

    def _collect(self, *, wait: bool) -> None:
        """Look at what was being written; what failed goes back among the unsaved, in order."""
        waiting: list[tuple[Job[object], Future[object]]] = []
        again: list[Job[object]] = []
        for job, future in self._under_way:
            if not wait and not future.done():
                waiting.append((job, future))
                continue
            error = future.exception()
            if error is None:
                continue
            if not isinstance(error, SuppleError):
                raise error
            again.append(job)
            self._failed(error)
        self._under_way = waiting
        self._unsaved = again + self._unsaved
