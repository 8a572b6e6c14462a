"""The reminder of the planned session, where one is wanted: when it is due, and putting it off."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from supple.app.plan import Planning
from supple.app.safety import Safety
from supple.core.plan.offer import Offer
from supple.core.plan.progress import Mode
from supple.core.plan.reminding import next_reminder
from supple.devices.clock import Clock
from supple.devices.settings.settings import SessionSettings

_LONGEST_WAIT_S = 3600.0  # a computer that slept has missed its timer


class PlanReminder:
    """Asks the plan. Nothing reminds while sessions are closed or the plan does not run."""

    def __init__(
        self,
        planning: Planning,
        safety: Safety,
        settings: Callable[[], SessionSettings],
        clock: Clock,
    ) -> None:
        self._planning = planning
        self._safety = safety
        self._settings = settings
        self._clock = clock
        self._told: date | None = None
        self._again: datetime | None = None

    def wait_s(self) -> float | None:
        """Seconds until the next look, at most an hour; None where nothing is wanted."""
        if not self._settings().remind:
            return None
        now, due = self._clock.wall(), self._due()
        wait_s = (due - now).total_seconds() if due else _LONGEST_WAIT_S
        return min(_LONGEST_WAIT_S, max(0.0, wait_s))

    def due(self) -> Offer | None:
        """The session to remind of now, if any. Raises StoreError."""
        due = self._due() if self._settings().remind else None
        if due is None or due > self._clock.wall():
            return None
        return self._planning.offer()

    def told(self) -> None:
        """It was shown: once is enough for a day."""
        self._told, self._again = self._clock.wall().date(), None

    def later(self, seconds: float) -> None:
        """Once more after a while, if that is still today."""
        self._again = self._clock.wall() + timedelta(seconds=seconds)

    def _due(self) -> datetime | None:
        now, state = self._clock.wall(), self._planning.state()
        is_open = self._safety.standing().access.is_open
        if state.mode is not Mode.ON or not is_open or now.date() in state.done:
            return None
        if self._again is not None and self._again.date() == now.date():
            return self._again
        days = {each.day for each in self._planning.calendar(2) if each.is_planned}
        return next_reminder(days, time(self._settings().remind_at_h), now, self._told)
