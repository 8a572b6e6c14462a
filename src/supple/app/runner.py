"""Runs a session: the engine, two clocks, a voice and whoever listens.

The host (a terminal loop, a Qt timer) calls `tick()` when `wait_s()` is over and hands on intents.
Events go to the listeners in order; a cue passes the announcer first.
"""

from collections.abc import Callable, Sequence

from supple.core.session.compile import Session
from supple.core.session.engine import Engine, Intent
from supple.core.session.events import AnyEvent, CueDue, Hurt
from supple.core.session.steps import Step
from supple.core.session.view import SessionView, State
from supple.devices.clock import Clock, ScaledClock

_LOOK_S = 1.0  # the clocks are compared at least this often, to notice sleep
_GAP_S = 5.0  # two readings further apart than this were not made by a machine awake

Listener = Callable[[AnyEvent], None]
Announce = Callable[[CueDue, float], CueDue]
Answered = Callable[[Hurt, Step], None]
Noted = Callable[[Hurt | None, Step], None]


class Runner:
    """One session, from start to end. `speed` makes the session clock run faster than the real one.

    `announce(cue, patience_s)` gets every cue with the real seconds it may still wait, and returns
    it with `spoken` filled in. Listeners hear every event after that. `noted` is told what hurts at
    which step with every answer, None for one that is taken back; `answered` the last answer, once
    it can no longer be corrected and before anybody hears of what follows.
    """

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        announce: Announce,
        listeners: Sequence[Listener],
        speed: float = 1.0,
        *,
        noted: Noted | None = None,
        answered: Answered | None = None,
    ) -> None:
        self._engine = engine
        self._real = clock
        self._clock = ScaledClock(clock, speed)
        self._announce = announce
        self._listeners = tuple(listeners)
        self._noted = noted
        self._answered = answered
        self._felt: tuple[Hurt | None, Step] | None = None  # while the session stands for it
        self._last_real = clock.now()
        self._last_wall = clock.wall_s()
        self._last_now = self._clock.now()
        self._zero = self._last_now

    @property
    def ended(self) -> bool:
        """Whether the session is over."""
        return self._engine.state is State.ENDED

    @property
    def session(self) -> Session:
        """What runs, with all that was made softer."""
        return self._engine.session

    def start(self) -> None:
        """Begin now."""
        now = self._read()
        self._zero = now
        self._deliver(self._engine.start(now))

    def tick(self) -> None:
        """Let happen what is due."""
        self._deliver(self._engine.advance(self._read()))

    def do(self, intent: Intent) -> None:
        """Carry out what the user wants."""
        self._deliver(self._engine.do(intent, self._read()))
        if intent is Intent.HURTS:
            self._note(None)

    def felt(self, hurt: Hurt | None) -> None:
        """Pass on what it was that hurt; None takes a wrong answer back."""
        self._note(hurt)
        self._deliver(self._engine.felt(hurt, self._read()))

    def answer(self, hurt: Hurt) -> None:
        """Pass on what it was that hurt, and end the session where it has to."""
        self._note(hurt)
        self._deliver(self._engine.answer(hurt, self._read()))

    def soften(self, softer: Session) -> None:
        """After "it hurts": go on with these steps from here."""
        self._deliver(self._engine.soften(softer, self._read()))

    def relength(self, session: Session) -> None:
        """In a pause: go on with these steps from the next one on."""
        self._deliver(self._engine.relength(session, self._read()))

    def wait_s(self) -> float | None:
        """Real seconds until the next `tick`; None once the session is over."""
        if self.ended:
            return None
        deadline = self._engine.next_deadline()
        if deadline is None:
            return _LOOK_S
        return min(_LOOK_S, max(0.0, self._clock.real_s(deadline - self._clock.now())))

    def view(self) -> SessionView:
        """The session as it stands now."""
        deadline = self._engine.next_deadline()
        now = self._clock.now()
        return self._engine.view(now if deadline is None else min(now, deadline))

    def _read(self) -> float:
        """The session clock; time in which nobody was here is told to the engine first."""
        real, wall, now = self._real.now(), self._real.wall_s(), self._clock.now()
        passed, by_wall = real - self._last_real, wall - self._last_wall
        since = self._last_now
        self._last_real, self._last_wall, self._last_now = real, wall, now
        if passed > _GAP_S or by_wall - passed > _GAP_S:
            self._deliver(self._engine.gap(since, now))
        return now

    def _note(self, hurt: Hurt | None) -> None:
        """Remember what hurts until the session goes on or ends."""
        if self._engine.state is State.HURT:
            self._felt = felt = (hurt, self.view().step)
            if self._noted:
                self._noted(*felt)

    def _tell(self) -> None:
        """Tell what hurt. No answer is one too, unless the key was pressed by mistake."""
        if self._felt and self._engine.state is not State.HURT:
            (hurt, step), self._felt = self._felt, None
            if self._answered and (hurt or self.ended):
                self._answered(hurt or Hurt.OTHER, step)

    def _deliver(self, events: Sequence[AnyEvent]) -> None:
        self._tell()
        for event in events:
            told = event
            if isinstance(event, CueDue):
                left = self._zero + event.not_after - self._clock.now()
                told = self._announce(event, self._clock.real_s(left))
            for listener in self._listeners:
                listener(told)
