"""How far a session has come: what is done of it, how often each step was begun, how long it took.

A session that was cut off goes on with the tally it had.
"""

import msgspec

from supple.core.session.steps import Step
from supple.core.session.view import GroupProgress


class Tally(msgspec.Struct):
    """What the engine counts. `index` is the step that runs or, before the start, will be first.

    `attempts`: how often each step was begun, by index. `done`: the steps that were finished.
    `active_s` and `work_s` sum up all steps, and the work steps, that have ended.
    """

    index: int = 0
    attempts: dict[int, int] = {}
    done: set[int] = set()
    active_s: float = 0.0
    work_s: float = 0.0

    @property
    def attempt(self) -> int:
        """The number of the present attempt at the present step, from 1."""
        return self.attempts.get(self.index, 1)

    def begin(self, index: int) -> None:
        """Another attempt at the step with this index begins."""
        self.index = index
        self.attempts[index] = self.attempts.get(index, 0) + 1

    def holds_done(self, steps: tuple[Step, ...]) -> int:
        """Finished holds and repetition sets of the main part."""
        return sum(steps[index].kind.is_hold for index in self.done)

    def sets_done(self, steps: tuple[Step, ...]) -> int:
        """Finished sets of the present exercise and side."""
        here = steps[self.index]
        return sum(
            steps[index].kind.is_work
            and (steps[index].group, steps[index].side) == (here.group, here.side)
            for index in self.done
        )

    def groups(self, steps: tuple[Step, ...], position_s: float) -> tuple[GroupProgress, ...]:
        """Every exercise with its planned seconds and how many of them lie behind."""
        planned: dict[int, float] = {}
        behind: dict[int, float] = {}
        for index, step in enumerate(steps):
            here_s = min(position_s, step.seconds) if index == self.index else 0.0
            done_s = step.seconds if index < self.index else here_s
            planned[step.group] = planned.get(step.group, 0.0) + step.seconds
            behind[step.group] = behind.get(step.group, 0.0) + done_s
        return tuple(GroupProgress(planned[group], behind[group]) for group in planned)
