"""Puts what the user finished on disk: one commit for each work step, before anyone is told."""

from functools import partial

import msgspec

from supple.app.outbox import Failed, Outbox
from supple.core.history.days import true_start
from supple.core.history.records import SessionRecord, StepRecord
from supple.core.session.events import AnyEvent, Outcome, SessionEnded, StepEnded
from supple.core.session.steps import Step
from supple.devices.clock import Clock
from supple.devices.store.ids import new_id
from supple.devices.store.sessions import end_session, record_step, replace_steps
from supple.devices.store.store import Store


class Recorder(Outbox):
    """Listens to one session. `wait`: an event is over only when its row is safe.

    What cannot be written is tried again with the next event, too.
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
        super().__init__(store, failed, wait=wait)
        self._record = record
        self._steps = steps
        self._clock = clock
        self._holds: set[int] = set()
        self._holds_before = record.holds_done

    @property
    def record(self) -> SessionRecord:
        """The session as far as it has come."""
        return self._record

    @property
    def records(self) -> tuple[SessionRecord, ...]:
        """That session alone."""
        return (self._record,)

    def hear(self, event: AnyEvent) -> None:
        """Keep what the event tells."""
        self.report()
        if isinstance(event, StepEnded):
            self._step_ended(event)
        elif isinstance(event, SessionEnded):
            self._session_ended(event)

    def replace(self, steps: tuple[Step, ...]) -> None:
        """From here on the session has these steps; a resumption goes on with them."""
        self._steps = steps
        self.keep(partial(replace_steps, session_id=self._record.id, compiled=steps))

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
        self.keep(partial(end_session, session=self._record, lapsed=event.lapsed))

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
