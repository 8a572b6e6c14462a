"""Editing a routine: every change is kept on disk at once and can be undone."""

from collections.abc import Callable

from supple.core.catalogue.routine import Routine, RoutineStep


class Editing:
    """Holds the routine and its history of changes, without limit.

    `save` writes it. A routine without an exercise waits in memory: it would be no routine.
    """

    def __init__(self, routine: Routine, save: Callable[[Routine], None]) -> None:
        self.routine = routine
        self._save = save
        self._before: list[Routine] = []
        self._after: list[Routine] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back."""
        return bool(self._after)

    @property
    def is_saved(self) -> bool:
        """Whether what is shown is on disk."""
        return any(isinstance(row, RoutineStep) for row in self.routine.steps)

    def change(self, routine: Routine) -> None:
        """Take a new form of the routine. Raises FacilityError where it cannot be written."""
        if routine == self.routine:
            return
        self._before.append(self.routine)
        self._after.clear()
        self._show(routine)

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self._after.append(self.routine)
            self._show(self._before.pop())

    def redo(self) -> None:
        """Make it again."""
        if self._after:
            self._before.append(self.routine)
            self._show(self._after.pop())

    def _show(self, routine: Routine) -> None:
        self.routine = routine
        if self.is_saved:
            self._save(routine)
