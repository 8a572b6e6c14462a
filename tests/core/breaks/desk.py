"""A desk with a person at it, driven by hand: what the tests of the break policy observe."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from supple.core.breaks.answer import Answer
from supple.core.breaks.facts import Facts, Moment, Quiet
from supple.core.breaks.intents import shown
from supple.core.breaks.observe import observe
from supple.core.breaks.options import BreakOptions
from supple.core.breaks.policy import due, next_look_s, wants_surroundings
from supple.core.breaks.state import Entry, Moved, State, begin

MONDAY = datetime(2026, 5, 11, 9, 0, tzinfo=UTC)
MINUTE = 60.0
HOUR = 3600.0


class Desk:
    """Time passes only by `work`, `rest`, `sleep` and the like; each ends with an observation."""

    def __init__(self, wall: datetime = MONDAY, **options: Any) -> None:
        self.options = msgspec.structs.replace(BreakOptions(), **options)
        self.now = Moment(real_s=1000.0, awake_s=700.0, wall=wall)
        self.facts = Facts(idle_s=10.0)
        self.state: State = begin(self.now)
        self.entries: list[Entry] = []
        self.look()

    @property
    def answer(self) -> Answer:
        return due(self.facts, self.options, self.state)

    def look(self) -> Answer:
        if not wants_surroundings(self.facts, self.options, self.state, self.now):
            facts = msgspec.structs.replace(self.facts, quiet=frozenset())
        else:
            facts = self.facts
        self.take(observe(self.state, facts, self.options, self.now))
        return self.answer

    def take(self, moved: Moved) -> None:
        self.state = moved.state
        self.entries += moved.entries

    def set(self, **facts: Any) -> Answer:
        """Facts change, and the desktop says so."""
        self.facts = msgspec.structs.replace(self.facts, **facts)
        return self.look()

    def work(self, seconds: float, idle_s: float = 10.0) -> Answer:
        """The person sits and works; the last key was `idle_s` ago when we look."""
        self._pass(seconds, seconds)
        return self.set(idle_s=idle_s)

    def leave(self, seconds: float) -> Answer:
        """Nobody touches anything for `seconds`; it is looked at once, at the end."""
        self._pass(seconds, seconds)
        return self.set(idle_s=(self.facts.idle_s or 0.0) + seconds)

    def come_back(self) -> Answer:
        """The first key."""
        self._pass(0.5, 0.5)
        return self.set(idle_s=0.0)

    def sleep(self, seconds: float) -> Answer:
        """The computer sleeps; we hear of it only afterwards. The counter of idleness slept too."""
        self._pass(seconds, 0.0)
        return self.look()

    def set_wall(self, wall: datetime) -> Answer:
        """The clock on the wall is changed."""
        self.now = msgspec.structs.replace(self.now, wall=wall)
        return self.look()

    def show(self) -> None:
        """The reminder appears."""
        self.state = shown(self.state)

    def next_look_s(self, *, signalled: bool = True) -> float:
        return next_look_s(self.facts, self.options, self.state, signalled=signalled)

    def _pass(self, real_s: float, awake_s: float) -> None:
        now = self.now
        self.now = Moment(
            now.real_s + real_s, now.awake_s + awake_s, now.wall + timedelta(seconds=real_s)
        )


def quiet(*reasons: Quiet) -> frozenset[Quiet]:
    return frozenset(reasons)


def due_desk() -> Desk:
    """A desk at which a break has just come due."""
    desk = Desk()
    desk.work(50 * MINUTE)
    assert desk.state.ask is not None
    return desk
