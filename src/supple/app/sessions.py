"""Opening a session: routine, dose and the user's choices become a runner with its listeners."""

import random
from collections.abc import Callable
from functools import partial
from gettext import NullTranslations
from typing import TYPE_CHECKING

import msgspec

from supple.app.catalogue import Catalogue
from supple.app.plan import Planning
from supple.app.safety import Safety
from supple.core.catalogue.exercise import Kit
from supple.core.catalogue.routine import Amount, Use
from supple.core.errors import FacilityError, SuppleError
from supple.core.history.records import SessionRecord, Source, Unfinished
from supple.core.plan.dose import dose_of
from supple.core.plan.hurts import answers
from supple.core.session.compile import Options, Session, compile_session
from supple.core.session.cues import Talk
from supple.core.session.events import AnyEvent, Hurt, SessionEnded
from supple.core.session.lengths import relengthed
from supple.core.session.softer import softened
from supple.core.session.steps import Side, Step
from supple.core.session.tally import Tally
from supple.devices.clock import Clock
from supple.devices.lock import FileLock
from supple.devices.settings.settings import Settings
from supple.devices.store.ids import new_id
from supple.devices.store.sessions import (
    close_old_sessions,
    close_session,
    find_unfinished,
    has_open,
    reopen_session,
)
from supple.devices.store.store import Store

if TYPE_CHECKING:
    from supple.app.announcer import Announcer
    from supple.app.outbox import Failed, Outbox
    from supple.app.recorder import Recorder
    from supple.app.runner import Listener, Runner
    from supple.devices.speech.voice import Voice

_NOTE_A_NUMBER_S = 20


class Request(msgspec.Struct, frozen=True):
    """A session that is wanted. `week` is the plan week whose dose to use, None for the plan's own.

    `voiced`: None leaves it to the settings. `warm`: leave the warm-up out, being warm; `cold`:
    leave it out all the same. `calmer`: no jogging, swings or long steps. `missing`: kit not at
    hand. `first`: the side to begin with, where neither is tighter. `session_id` was given out by
    `new_id` for answers before the session; empty makes a new one.
    """

    routine: str
    source: Source
    week: int | None = None
    speed: float = 1.0
    voiced: bool | None = None
    warm: bool = False
    cold: bool = False
    calmer: bool = False
    missing: frozenset[Kit] = frozenset()
    first: Side | None = None
    session_id: str = ""


class Ears(msgspec.Struct, frozen=True):
    """Who hears of a session: `listeners` of every event, `failed` of what could not be saved.

    `wait`: a listener hears of a step only once it is on disk.
    """

    listeners: "tuple[Listener, ...]"
    failed: "Failed"
    wait: bool


class Lengths(msgspec.Struct, frozen=True):
    """Seconds of every hold of the plan, and what rests take on top of their own length."""

    hold_s: int
    extra_rest_s: int = 0


class Opened(msgspec.Struct, frozen=True):
    """A session ready to start, with those around it."""

    runner: "Runner"
    session: Session
    recorder: "Recorder"
    announcer: "Announcer"


class Sessions:
    """Opens and resumes sessions. Nothing else in the program builds an engine."""

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        store: Store,
        safety: Safety,
        planning: Planning,
        voice: "Callable[[bool | None], Voice]",
        settings: Callable[[], Settings],
        clock: Clock,
        words: NullTranslations,
        lock: FileLock,
    ) -> None:
        self._lock = lock
        self._catalogue = catalogue
        self._store = store
        self._safety = safety
        self._planning = planning
        self._voice = voice
        self._settings = settings
        self._clock = clock
        self._words = words

    @property
    def disclaimer(self) -> str:
        """What is said before anybody stretches with Supple."""
        return self._words.gettext(
            "This is general guidance, not medical advice. Stop if anything hurts."
        )

    def outbox(self, failed: "Failed") -> "Outbox":
        """What takes answers before there is a session; `failed` is told what the disk says."""
        from supple.app.outbox import Outbox

        return Outbox(self._store, failed)

    def compiled(
        self,
        request: Request,
        seed: int | None = None,
        *,
        softer: frozenset[str] = frozenset(),
        lengths: Lengths | None = None,
    ) -> Session:
        """The session as it would run today for this person. `softer`: exercises to go easy on.

        `lengths` stand instead of those of the plan and the settings, within what is safe.

        Raises InputError for a routine there is not, and StoreError.
        """
        state = self._planning.state()
        changes = self._planning.changes(
            state=state, missing=request.missing, cold=request.cold, calmer=request.calmer
        )
        changes = msgspec.structs.replace(
            changes, softer=changes.softer | softer, first=request.first
        )
        dose = state.dose
        if request.week is not None:
            dose = dose_of(self._catalogue.plan, request.week)
            changes = msgspec.structs.replace(changes, hold_s=None)
        if lengths is not None:
            changes = msgspec.structs.replace(changes, hold_s=lengths.hold_s)
        routine = self._planning.warmed(self._catalogue.routine(request.routine), changes)
        if request.source is Source.WINDOW:  # its page before a session asks who is warm already
            routine = self._planning.tried(routine, changes)
        chosen = self._settings()
        talk = Talk(
            amount=Amount(chosen.voice.amount),
            count_last=chosen.voice.count_last_seconds,
            words_a_minute=chosen.voice.rate,
        )
        options = Options(
            talk=talk,
            extra_ready_s=chosen.session.extra_ready_s,
            extra_rest_s=chosen.session.extra_rest_s if lengths is None else lengths.extra_rest_s,
            warm=request.warm or request.cold,
            waits=chosen.session.between == "wait"
            and request.source is Source.WINDOW
            and routine.use is not Use.DESK_BREAK,
            in_turn=chosen.session.sides == "in-turn",
            between_tries_s=0 if request.source is Source.TERMINAL else _NOTE_A_NUMBER_S,
        )
        return compile_session(
            routine,
            self._planning.exercises(routine, changes),
            self._catalogue.lines,
            dose=dose,
            day=self._clock.wall().date(),
            seed=random.SystemRandom().getrandbits(31) if seed is None else seed,
            words=self._words,
            options=options,
            changes=changes,
        )

    def soften(self, opened: Opened, request: Request) -> None:
        """Go on with a softer form of the exercise that hurt: its easier version, or 15 s.

        `request` is the one that the session was opened with.
        """
        view = opened.runner.view()
        gentle = self.compiled(request, opened.session.seed, softer=frozenset({view.step.exercise}))
        softer = softened(opened.runner.session, gentle, view.index)
        opened.runner.soften(softer)
        opened.recorder.replace(softer.steps)

    def change_lengths(self, opened: Opened, request: Request, lengths: Lengths) -> None:
        """In a pause: other holds and rests for what is still to come of this session.

        `request` is the one that the session was opened with.
        """
        view, running = opened.runner.view(), opened.runner.session
        other = self.compiled(request, opened.session.seed, lengths=lengths)
        session = relengthed(running, other, view.index)
        opened.runner.relength(session)
        opened.recorder.replace(session.steps)

    def open(self, request: Request, ears: Ears) -> Opened:
        """A new session, not yet started.

        Raises ClosedError where this person may not begin it, beside what `compiled` raises.
        """
        self._safety.require_open()
        session = self.compiled(request)
        if not session.is_enough:
            instead = self._planning.fit(request.routine).instead
            self._safety.require_enough(is_enough=False, instead=instead)
        self._safety.require_level(self._catalogue.routine(request.routine))
        started = self._clock.wall()
        record = SessionRecord(
            id=request.session_id or new_id(),
            routine=session.routine,
            routine_name=session.name,
            source=request.source,
            started=started,
            local_day=started.date(),
            planned_s=session.planned_s,
            holds_planned=session.holds_planned,
            seed=session.seed,
            speed=request.speed,
            counts_for_plan=session.counts_for_plan,
            week=session.week,
        )
        return self._opened(session, record, Tally(), request, ears)

    def resume(self, found: Unfinished, request: Request, ears: Ears) -> Opened:
        """A session that was cut off or lapsed, to go on with after its last finished step.

        Raises ClosedError where sessions were closed since.
        """
        self._safety.require_open()
        fresh = self.compiled(request, found.session.seed)
        session = msgspec.structs.replace(fresh, steps=found.steps)
        record = msgspec.structs.replace(found.session, outcome=None, ended=None)
        opened = self._opened(session, record, found.tally, request, ears)
        if found.session.outcome is not None:
            opened.recorder.keep(partial(reopen_session, session_id=record.id))
        return opened

    def unfinished(self) -> Unfinished | None:
        """Today's session that was cut off, if there is one worth going on with.

        What lies there from earlier days is closed. While another process runs a session, nothing
        was cut off.
        """
        if not self._store.read(has_open):
            return None
        today = self._clock.wall().date()
        if self._lock.is_held or not self._lock.acquire():
            return None
        try:
            self._store.write(lambda connection: close_old_sessions(connection, today)).result()
            return self._store.read(lambda connection: find_unfinished(connection, today))
        finally:
            self._lock.release()

    def leave_unfinished(self, found: Unfinished) -> None:
        """Close a session that was cut off; what was done in it stays."""
        self._store.write(lambda connection: close_session(connection, found.session.id))

    def cut_off_words(self, found: Unfinished) -> str:
        """Where a cut-off session stood, for the person who left it."""
        step = found.next_work
        if step is None:
            return ""
        tr = self._words.gettext
        name = self._catalogue.exercise(step.exercise).name
        place = {
            Side.LEFT: tr("{name}, left leg, set {set} of {sets}"),
            Side.RIGHT: tr("{name}, right leg, set {set} of {sets}"),
        }.get(step.side, tr("{name}, set {set} of {sets}"))
        where = place.format(name=name, set=step.set, sets=step.sets)
        line = tr("You stopped half-way today in {routine}. Next was: {where}.")
        session = found.session
        routine = self._catalogue.title_of(session.routine, session.routine_name)
        return line.format(routine=routine, where=where)

    def hurt_answers(self) -> tuple[str, ...]:
        """The answers to "What did you feel?", in the order of their keys."""
        return tuple(words for _answer, words in answers(self._words))

    def _hear_end(self, event: AnyEvent) -> None:
        if isinstance(event, SessionEnded):
            self._lock.release()

    def _opened(
        self, session: Session, record: SessionRecord, tally: Tally, request: Request, ears: Ears
    ) -> Opened:
        # What runs a session comes with the first; Today only asks what was cut off.
        from supple.app.announcer import Announcer
        from supple.app.recorder import Recorder
        from supple.app.runner import Runner
        from supple.core.session.engine import Engine

        if self._lock.is_held or not self._lock.acquire():
            raise FacilityError(
                self._words.gettext("Another session is running already."),
                fix=self._words.gettext("Please end it first."),
            )
        recorder = Recorder(
            self._store, record, session.steps, self._clock, ears.failed, wait=ears.wait
        )
        announcer = Announcer(
            self._voice(request.voiced), self._clock, tones=self._settings().sound.tones
        )
        announcer.prepare(session, tally.index)
        heard = (announcer.hear, recorder.hear, self._hear_end, *ears.listeners)
        engine = Engine(session, record.id, tally)

        def answered(answer: Hurt, step: Step) -> None:
            try:
                self._safety.told(answer, step.exercise, step.side, record.id)
            except SuppleError as error:
                ears.failed(error)

        runner = Runner(
            engine,
            self._clock,
            announcer.announce,
            heard,
            request.speed,
            noted=lambda answer, step: self._safety.note(
                answer, step.exercise, step.side, record.id
            ),
            answered=answered,
        )
        return Opened(runner, session, recorder, announcer)
