"""The real program around a test: a container on a hand-driven clock, a silent voice."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from supple.app.container import Container
from supple.app.sessions import Ears, Opened, Request
from supple.core.history.records import Source
from supple.core.plan.screening import Answers
from supple.devices.clock import ManualClock

if TYPE_CHECKING:
    from pathlib import Path

    from supple.app.runner import Listener
    from supple.core.errors import SuppleError
    from supple.core.session.events import AnyEvent

AFTERNOON = datetime(2026, 5, 13, 14, 8, tzinfo=timezone(timedelta(hours=2)))


class Program:
    """A container in a folder of its own, and everything that was heard of its sessions."""

    def __init__(self, home: Path) -> None:
        self.clock = ManualClock(wall=AFTERNOON)
        self.app = Container({"SUPPLE_HOME": str(home)}, clock=self.clock)
        self.heard: list[AnyEvent] = []
        self.faults: list[SuppleError] = []
        self.listener: Listener = self.heard.append

    def nothing_fits(self) -> None:
        """Agree to what Supple is not, and answer the screening: no sign, no condition."""
        self.app.change_setting("welcome.consented", True)
        self.app.safety.answer(Answers())

    def ears(self, *, wait: bool = True) -> Ears:
        """Listeners that remember."""
        return Ears((self.listener,), self.faults.append, wait=wait)

    def open(self, routine: str = "desk-break-2", *, wait: bool = True) -> Opened:
        """A session that is not started yet, without a voice."""
        request = Request(routine, Source.TERMINAL, voiced=False)
        return self.app.sessions.open(request, self.ears(wait=wait))

    def run(self, opened: Opened, seconds: float) -> None:
        """Let session time pass, punctually, until the session is over or `seconds` are."""
        end = self.clock.now() + seconds
        while (wait_s := opened.runner.wait_s()) is not None and self.clock.now() < end:
            self.clock.advance(min(wait_s, end - self.clock.now()))
            opened.runner.tick()

    def kinds(self) -> list[str]:
        """The names of the events heard, in order."""
        return [type(event).__name__ for event in self.heard]
