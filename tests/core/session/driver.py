"""Drives an engine as a host would, and keeps what it told."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from supple.core.session import events as ev
from supple.core.session.compile import Session
from supple.core.session.engine import Engine, Intent
from supple.core.session.tally import Tally
from supple.core.session.view import SessionView, State

E = TypeVar("E", bound=ev.Event)
START_S = 1000.0
"""What the host's clock shows when the session begins."""


class Driver:
    """An engine with a clock that only moves when told, and all events so far.

    `now` is on the session clock: seconds since the session began. `punctual`: the engine is
    called at every deadline; else only when something is pressed, for all that was due before.
    """

    def __init__(
        self, session: Session, tally: Tally | None = None, *, punctual: bool = True
    ) -> None:
        self._punctual = punctual
        self.engine = Engine(session, "session-1", tally)
        self.now = 0.0
        self.events: list[ev.AnyEvent] = list(self.engine.start(START_S))

    @property
    def state(self) -> State:
        """Where the engine is."""
        return self.engine.state

    @property
    def view(self) -> SessionView:
        """The session as it stands now."""
        return self.engine.view(START_S + self.now)

    def to(self, now: float) -> Sequence[ev.AnyEvent]:
        """Let time pass."""
        self.now = now
        events: list[ev.AnyEvent] = []
        if self._punctual:
            while (due := self.engine.next_deadline()) is not None and due <= START_S + now:
                events += self.engine.advance(due)
            events += self.engine.advance(START_S + now)
        return self._keep(events)

    def wait(self, seconds: float) -> Sequence[ev.AnyEvent]:
        """Let `seconds` pass."""
        return self.to(self.now + seconds)

    def do(self, intent: Intent, after: float = 0.0) -> Sequence[ev.AnyEvent]:
        """Press something `after` some seconds."""
        self.wait(after)
        return self._keep(self.engine.do(intent, START_S + self.now))

    def felt(self, hurt: ev.Hurt | None) -> Sequence[ev.AnyEvent]:
        """Say what it was that hurt."""
        return self._keep(self.engine.felt(hurt, START_S + self.now))

    def answer(self, hurt: ev.Hurt) -> Sequence[ev.AnyEvent]:
        """Say what it was that hurt."""
        return self._keep(self.engine.answer(hurt, START_S + self.now))

    def sleep(self, seconds: float) -> Sequence[ev.AnyEvent]:
        """Nobody is there for `seconds`."""
        since, self.now = self.now, self.now + seconds
        return self._keep(self.engine.gap(START_S + since, START_S + self.now))

    def finish(self) -> Sequence[ev.AnyEvent]:
        """Let the session run to its end, saying ready where it waits for that."""
        before = len(self.events)
        while self.state is not State.ENDED:
            due = self.engine.next_deadline()
            if due is None:
                self.do(Intent.READY)
            else:
                self.now = max(self.now, due - START_S)
                self._keep(self.engine.advance(START_S + self.now))
        return self.events[before:]

    def of(self, kind: type[E]) -> list[E]:
        """All events of one kind."""
        return [event for event in self.events if isinstance(event, kind)]

    def _keep(self, events: Iterable[ev.AnyEvent]) -> Sequence[ev.AnyEvent]:
        kept = list(events)
        self.events += kept
        return kept


def names(events: Iterable[ev.AnyEvent]) -> list[str]:
    """The events by the names they have in `play --json`, without cues."""
    kinds = [event for event in events if not isinstance(event, ev.CueDue)]
    return [str(event.__struct_config__.tag) for event in kinds]


def said(events: Iterable[ev.AnyEvent]) -> list[str]:
    """The words in these events."""
    return [event.text for event in events if isinstance(event, ev.CueDue) and event.text]
