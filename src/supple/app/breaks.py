"""Desk breaks: the desktop's facts and the policy's answer become news, and a history.

The host (the tray, a terminal) calls `look()` in its own thread when `wait_s()` is over or when
`wake` was called, and hands on what the user wants. Nothing here ticks.
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime
from functools import partial
from gettext import NullTranslations
from queue import Empty, SimpleQueue
from typing import TypeVar

import msgspec

from supple.core.breaks import intents, policy
from supple.core.breaks.answer import Answer, Break, Wait
from supple.core.breaks.day import Day, day_of
from supple.core.breaks.facts import Facts, Moment
from supple.core.breaks.hours import tomorrow
from supple.core.breaks.observe import observe
from supple.core.breaks.options import BreakOptions
from supple.core.breaks.records import BreakRecord, DayCount, count_day
from supple.core.breaks.state import Moved, Pause, State, begin, seen_before
from supple.core.breaks.words import Told, tell
from supple.core.errors import SuppleError
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.kept import Kept, KeptFile, KeptPause
from supple.devices.desktop.losses import Part
from supple.devices.desktop.moments import Moments
from supple.devices.store.breaks import list_breaks, save_break
from supple.devices.store.ids import new_id
from supple.devices.store.store import Store

_KEEP_S = 300.0
_JOIN_S = 60.0
Queued = TypeVar("Queued")


class BreakNews(msgspec.Struct, frozen=True):
    """What the policy says now, in words and as a record; `wall` is when it said so."""

    answer: Answer
    told: Told
    wall: datetime
    sat_s: float
    sitting_s: float

    @property
    def is_same_as(self) -> tuple[object, ...]:
        """What has to change for a listener to hear of it; seconds that pass do not."""
        answer = self.answer
        if isinstance(answer, Wait):
            at = None if answer.at is None else answer.at.replace(second=0, microsecond=0)
            return (Wait, answer.why, at, answer.quiet, answer.is_reminder)
        return (type(answer), self.told.title, self.told.detail, *_shown_as(answer))


Heard = Callable[[BreakNews], None]
Failed = Callable[[SuppleError], None]


class Breaks:
    """The desk breaks of one running program. All but `news` and `wish` belong to one thread.

    `options` is asked at every look, so that settings work at once. `elsewhere` tells whether a
    session runs in another program. `wake` is called on any thread: the host then calls `look`
    soon. `failed` hears what could not be written: of breaks once, until one can be again.
    """

    def __init__(
        self,
        *,
        desktop: Desktop,
        moments: Moments,
        store: Store,
        options: Callable[[], BreakOptions],
        words: NullTranslations,
        kept: KeptFile,
        elsewhere: Callable[[], bool] = lambda: False,
        wake: Callable[[], None],
        failed: Failed,
    ) -> None:
        self._desktop = desktop
        self._moments = moments
        self._store = store
        self._ask_options = options
        self._words = words
        self._kept = kept
        self._elsewhere = elsewhere
        self._wake = wake
        self._failed = failed
        self._listeners: list[Heard] = []
        self._wished: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._asking: SimpleQueue[Future[BreakNews]] = SimpleQueue()
        self._unsaved: list[tuple[BreakRecord, Future[None]]] = []
        self._is_told = False
        self._signalled = False
        self._watched_s: tuple[float, ...] = ()
        self._stretching = False
        self._begun: tuple[str | None, str | None] = None, None
        self._options = options()
        self._facts = Facts()
        now = moments.read()
        found = kept.load()
        self._state: State = begin(now, _pause_of(found, now), found.before)
        self._kept_s = now.real_s
        self._news = self._tell()

    @property
    def news(self) -> BreakNews:
        """What was said last; safe to read on any thread."""
        return self._news

    def listen(self, heard: Heard) -> None:
        """Tell `heard` whenever the answer changes, beginning with the present one."""
        self._listeners.append(heard)
        heard(self._news)

    def wish(self, wish: Callable[[], None]) -> None:
        """Carry out `wish`, one of the methods below, at the next look; from any thread."""
        self._wished.put(wish)
        self._wake()

    def ask(self) -> Future[BreakNews]:
        """What is so at the next look, which comes at once; from any thread."""
        asked: Future[BreakNews] = Future()
        self._asking.put(asked)
        self._wake()
        return asked

    def look(self) -> BreakNews:
        """Observe the desktop now, carry out what was wished, and tell what changed."""
        self._collect()
        self._options = self._ask_options()
        self._observe()
        while (wish := _next(self._wished)) is not None:
            wish()
        news = self._deliver()
        while (asked := _next(self._asking)) is not None:
            asked.set_result(news)
        return news

    def wait_s(self) -> float:
        """Seconds until the next look is worth its wake-up.

        A message bus that has gone is looked for once a minute: nobody tells that it is back.
        """
        wait_s = policy.next_look_s(
            self._facts, self._options, self._state, signalled=self._signalled
        )
        is_cut_off = self._options.is_on and Part.BUS in self._desktop.lost
        return min(wait_s, _JOIN_S) if is_cut_off else wait_s

    def today(self) -> DayCount:
        """Today in numbers. Raises StoreError."""
        return count_day(self._records(), self._state.sitting_s)

    def day(self) -> Day:
        """Today in one line, with what is to come. Raises StoreError."""
        return day_of(self._records(), self._news.answer, self._options, self._state)

    # --- what the user wants ----------------------------------------------------------------

    def shown(self) -> None:
        """The reminder of the break that is due is on the screen now."""
        self._change(lambda state: Moved(intents.shown(state)))

    def later(self, seconds: float | None = None) -> None:
        """Not now, but in `seconds`; the usual time if none is given."""
        wait_s = self._options.later_s if seconds is None else seconds
        self._change(lambda state: intents.later(state, wait_s))

    def skip(self) -> None:
        """Not this one; or, before it is due, not the next one."""
        self._change(lambda state: intents.skip(state, self._options))

    def ask_anyway(self) -> None:
        """Ask whatever asks for quiet; or outside working hours, for the rest of the day."""
        self._change(lambda state: Moved(intents.ask_anyway(state, self._options)))

    def pause_for(self, seconds: float) -> None:
        """No breaks for `seconds`."""
        self._pause(lambda state: intents.pause_for(state, seconds))

    def pause_today(self) -> None:
        """No more breaks today."""
        self._pause(lambda state: intents.pause(state, tomorrow(state.seen.wall)))

    def pause(self) -> None:
        """No breaks until the user turns them on again."""
        self._pause(lambda state: intents.pause(state, None))

    def resume(self) -> None:
        """Breaks are wanted again."""
        self._pause(intents.resume)

    def told_of_pause(self) -> None:
        """The user was reminded that breaks are paused."""
        self._change(lambda state: Moved(intents.told_of_pause(state)))

    def session_began(self) -> None:
        """A session runs: no sitting, and no time for a break."""
        self._stretching = True
        self._change(lambda state: Moved(intents.start(state)))

    def session_ended(self) -> None:
        """The session is over."""
        self._stretching = False
        self.look()

    def break_began(self, routine: str, session_id: str | None = None) -> None:
        """The user has started a break."""
        self._begun = routine, session_id
        self.session_began()

    def break_ended(self, done_s: float, planned_s: float) -> None:
        """The break is over after `done_s` of the `planned_s` seconds of its work."""
        self._observe()
        self._take(intents.finish(self._state, self._options, done_s=done_s, planned_s=planned_s))
        self._begun = None, None
        self.session_ended()

    def close(self) -> None:
        """Keep what the next start has to know, and wait for what is being written.

        The desktop and the store are closed by their owner.
        """
        with suppress(SuppleError):  # then the next start begins anew
            self._keep(is_end=True)
        self._collect(wait=True)

    # --- inside -----------------------------------------------------------------------------

    def _records(self) -> list[BreakRecord]:
        day = self._moments.read().wall.date()
        return self._store.read(lambda connection: list_breaks(connection, day, day))

    def _change(self, how: Callable[[State], Moved]) -> None:
        self._observe()
        self._take(how(self._state))
        self._observe()
        self._deliver()

    def _pause(self, how: Callable[[State], State]) -> None:
        self._change(lambda state: Moved(how(state)))
        try:
            self._keep()
        except SuppleError as error:
            self._failed(error)

    def _keep(self, *, is_end: bool = False) -> None:
        pause, self._kept_s = self._state.pause, self._state.seen.real_s
        kept = None if pause is None else KeptPause(pause.until)
        self._kept.save(Kept(kept, seen_before(self._state, is_end=is_end)))

    def _keep_now_and_then(self) -> None:
        """So that little of the sitting is lost when the program is ended by force."""
        if self._options.is_on and self._state.seen.real_s - self._kept_s >= _KEEP_S:
            with suppress(SuppleError):
                self._keep()

    def _watch(self) -> None:
        """Let the desktop tell of comings and goings, at the lengths that count now."""
        wanted_s = policy.watched_s(self._news.answer, self._options)
        if self._options.is_on and self._watched_s != wanted_s:
            self._watched_s = wanted_s
            self._signalled = self._desktop.watch(wanted_s, self._wake)

    def _observe(self) -> None:
        now = self._moments.read()
        is_stretching = self._stretching or self._elsewhere()
        self._facts = facts = self._desktop.facts(is_stretching=is_stretching)
        if policy.wants_surroundings(facts, self._options, self._state, now):
            quiet = self._desktop.quiet(self._options.quiet_while | policy.CALL)
            self._facts = facts = msgspec.structs.replace(facts, quiet=quiet)
        self._take(observe(self._state, facts, self._options, now))

    def _take(self, moved: Moved) -> None:
        self._state = moved.state
        routine, session_id = self._begun
        for entry in moved.entries:
            begun = entry.outcome in intents.BEGUN
            record = BreakRecord(
                id=new_id(),
                due=entry.due,
                local_day=entry.due.date(),
                outcome=entry.outcome,
                reason=entry.cause,
                sitting_s=entry.sitting_s,
                rest_s=entry.rest_s,
                session_id=session_id if begun else None,
                routine=routine if begun else None,
            )
            self._save(record)

    def _save(self, record: BreakRecord) -> None:
        self._unsaved.append((record, self._store.write(partial(save_break, record=record))))

    def _collect(self, *, wait: bool = False) -> None:
        """See what was written; what was not is tried again."""
        unsaved, self._unsaved = self._unsaved, []
        again = []
        for record, future in unsaved:
            if not wait and not future.done():
                self._unsaved.append((record, future))
                continue
            error = future.exception()
            if isinstance(error, SuppleError):
                again.append(record)
                if not self._is_told:
                    self._failed(error)
                self._is_told = True
            elif error is not None:
                raise error
            else:
                self._is_told = False
        for record in again:
            self._save(record)

    def _tell(self) -> BreakNews:
        state = self._state
        answer = policy.due(self._facts, self._options, state)
        length_s = self._options.offered_s or self._options.length_s
        told = tell(answer, state.seen.wall, length_s, self._words)
        return BreakNews(answer, told, state.seen.wall, state.sat_s, state.sitting_s)

    def _deliver(self) -> BreakNews:
        before, self._news = self._news, self._tell()
        self._watch()
        self._keep_now_and_then()
        if before.is_same_as != self._news.is_same_as:
            for heard in tuple(self._listeners):
                heard(self._news)
        return self._news


def _pause_of(kept: Kept, now: Moment) -> Pause | None:
    if kept.pause is None:
        return None
    until = kept.pause.until
    if until is None:
        return Pause(None, None)
    left_s = (until - now.wall).total_seconds()
    return Pause(until.astimezone(now.wall.tzinfo), now.real_s + left_s) if left_s > 0 else None


def _next(queue: SimpleQueue[Queued]) -> Queued | None:
    try:
        return queue.get_nowait()
    except Empty:
        return None


def _shown_as(answer: Answer) -> tuple[object, ...]:
    return (answer.show, answer.nudge, answer.quiet) if isinstance(answer, Break) else (answer.why,)
