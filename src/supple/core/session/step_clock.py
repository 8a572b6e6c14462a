"""The clock of one step: how far it has got, and when its next cue or its end is due."""

from supple.core.session.steps import Cue, Step

WAIT_ENDS_S = 1800.0
"""How long a step that had its time waits for the user. One without any waits for ever."""


class StepClock:
    """Runs from `at`, stands after `stop`, runs on after `go`. All moments in host time, seconds.

    `length_s` is the step's planned length with whatever was added to it since.
    """

    def __init__(self, step: Step, at: float) -> None:
        self.step = step
        self.length_s = step.seconds
        self._since: float | None = at  # when it was last started; None while it stands
        self._done_s = 0.0  # seconds of the step done until then
        self._next_cue = 0

    def position_s(self, now: float) -> float:
        """Seconds of the step done at `now`."""
        return self._done_s if self._since is None else self._done_s + now - self._since

    def counted_s(self, now: float) -> float:
        """Seconds that count as exercise: those of waiting for the user do not."""
        position_s = self.position_s(now)
        return min(position_s, self.length_s) if self.step.lingers else position_s

    def remaining_s(self, now: float) -> float:
        """Seconds of the step ahead at `now`; 0 for a step that waits for the user."""
        return max(0.0, self.length_s - self.position_s(now))

    def stop(self, now: float) -> None:
        """Stand still, if it does not already."""
        self._done_s, self._since = self.position_s(now), None

    def go(self, now: float) -> None:
        """Run on, if it does not already."""
        if self._since is None:
            self._since = now

    def next_due(self) -> float | None:
        """When the next cue or the end is due; None while the clock stands or nothing is timed."""
        if self._since is None:
            return None
        moments = [self.length_s] if self.step.timed else []
        if self.step.lingers:
            moments = [self.length_s + WAIT_ENDS_S]
        moments += [cue.at_s for cue in self.step.cues[self._next_cue : self._next_cue + 1]]
        return min((self._since + moment - self._done_s for moment in moments), default=None)

    def take_cue(self, due: float) -> Cue | None:
        """The next cue if its moment is `due` or earlier; each is given once."""
        for cue in self.step.cues[self._next_cue : self._next_cue + 1]:
            if self._since is not None and self._since + cue.at_s - self._done_s <= due:
                self._next_cue += 1
                return cue
        return None
