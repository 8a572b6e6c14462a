"""How far a session has come: what is done of it, how often each step was begun, how long it took.

A session that was cut off goes on with the tally it had.
"""

import msgspec

from supple.core.session.steps import Part, Step
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
        """Warm-up, every exercise and cool-down: the planned seconds and those that lie behind."""
        found: dict[Part | int, list[int]] = {}
        for index, step in enumerate(steps):
            found.setdefault(step.group if step.part is Part.MAIN else step.part, []).append(index)
        return tuple(self._group(steps, indices, position_s) for indices in found.values())

    def _group(
        self, steps: tuple[Step, ...], indices: list[int], position_s: float
    ) -> GroupProgress:
        rows = list(dict.fromkeys(steps[index].group for index in indices))
        here = self.index in indices
        behind_s = sum(steps[index].seconds for index in indices if index < self.index)
        return GroupProgress(
            seconds=sum(steps[index].seconds for index in indices),
            done_s=behind_s + (min(position_s, steps[self.index].seconds) if here else 0.0),
            rows=len(rows),
            row=rows.index(steps[self.index].group) + 1 if here else 0,
        )
