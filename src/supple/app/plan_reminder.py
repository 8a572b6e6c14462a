"""What the plan reminds of: the planned session, and a reach check that was asked for."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from supple.app.plan import Planning
from supple.app.safety import Safety
from supple.core.plan.offer import Offer
from supple.core.plan.progress import Mode
from supple.core.plan.records import Decision, Detail
from supple.core.plan.reminding import next_reminder
from supple.devices.clock import Clock
from supple.devices.settings.settings import SessionSettings

_LONGEST_WAIT_S = 3600.0  # a computer that slept has missed its timer
_A_WEEK = timedelta(days=7)


class PlanReminder:
    """Asks the plan. Nothing reminds while sessions are closed; of sessions, where it runs."""

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
        self._told_of_test: date | None = None
        self._again: datetime | None = None

    def wait_s(self) -> float | None:
        """Seconds until the next look, at most an hour; None where nothing is wanted."""
        if not (self._settings().remind or self._planning.state().test_asked):
            return None
        now = self._clock.wall()
        due = min(filter(None, (self._due(), self._test_due())), default=None)
        wait_s = (due - now).total_seconds() if due else _LONGEST_WAIT_S
        return min(_LONGEST_WAIT_S, max(0.0, wait_s))

    def due(self) -> Offer | None:
        """The session to remind of now, if any. Raises StoreError."""
        due = self._due()
        if due is None or due > self._clock.wall():
            return None
        return self._planning.offer()

    def test_is_due(self) -> bool:
        """Whether to remind of a reach check now. Raises StoreError."""
        due = self._test_due()
        return due is not None and due <= self._clock.wall()

    def told(self) -> None:
        """The session was reminded of: once is enough for a day."""
        self._told, self._again = self._clock.wall().date(), None

    def told_of_test(self) -> None:
        """The reach check was reminded of."""
        self._told_of_test = self._clock.wall().date()

    def later(self, seconds: float) -> None:
        """The session once more after a while, if that is still today."""
        self._again = self._clock.wall() + timedelta(seconds=seconds)

    def test_later(self) -> None:
        """The reach check once more in a week. Raises StoreError."""
        until = self._clock.wall().date() + _A_WEEK
        self._planning.decide(Decision.TEST_AGAIN, Detail(until=until))

    def _due(self) -> datetime | None:
        now, state = self._clock.wall(), self._planning.state()
        is_open = self._safety.standing().access.is_open
        is_wanted = self._settings().remind and state.mode is Mode.ON
        if not (is_wanted and is_open) or now.date() in state.done:
            return None
        if self._again is not None and self._again.date() == now.date():
            return self._again
        days = {each.day for each in self._planning.calendar(2) if each.is_planned}
        return next_reminder(days, time(self._settings().remind_at_h), now, self._told)

    def _test_due(self) -> datetime | None:
        """On its day alone; from then on Today says that it is due."""
        asked = self._planning.state().test_asked
        if asked is None or not self._safety.standing().access.is_open:
            return None
        at = time(self._settings().remind_at_h)
        return next_reminder([asked], at, self._clock.wall(), self._told_of_test)
