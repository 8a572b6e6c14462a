"""Whether the screen is locked, and how to be told."""

from collections.abc import Callable, Sequence
from gettext import NullTranslations
from typing import Protocol

from supple.devices.finding import Finding, Level


class Lock(Protocol):
    """Tells whether the screen is locked."""

    def is_locked(self) -> bool | None:
        """Whether it is; None where that cannot be told at present."""
        ...

    def watch(self, changed: Callable[[], None]) -> bool:
        """Call `changed` on any thread when that changes. False if the system does not tell."""
        ...

    def check(self, words: NullTranslations) -> Finding:
        """How well this works here."""
        ...


class AnyLock:
    """Several sources: the screen is locked when one of them says so."""

    def __init__(self, locks: Sequence[Lock]) -> None:
        self._locks = tuple(locks)

    def is_locked(self) -> bool | None:
        """Whether any source says so, None when none says anything."""
        said = [locked for lock in self._locks if (locked := lock.is_locked()) is not None]
        return any(said) if said else None

    def watch(self, changed: Callable[[], None]) -> bool:
        """Listen to all."""
        heard = [lock.watch(changed) for lock in self._locks]  # all of them, not up to the first
        return any(heard)

    def check(self, words: NullTranslations) -> Finding:
        """The best of the findings."""
        order = list(Level)
        found = [lock.check(words) for lock in self._locks] or [NullLock().check(words)]
        return min(found, key=lambda finding: order.index(finding.level))


class NullLock:
    """Nothing is known: a locked screen counts by its idleness alone."""

    def is_locked(self) -> bool | None:
        """Unknown."""
        return None

    def watch(self, changed: Callable[[], None]) -> bool:  # noqa: ARG002 - nothing to watch
        """Never tells."""
        return False

    def check(self, words: NullTranslations) -> Finding:
        """What is missing, and what stands in for it."""
        tr = words.gettext
        line = tr("This desktop doesn't tell when the screen is locked. Time away is used instead.")
        return Finding(tr("Screen lock"), Level.LIMITED, line)


def lock_told_by(name: str, words: NullTranslations) -> Finding:
    """The finding of a source that works."""
    tr = words.gettext
    return Finding(
        tr("Screen lock"), Level.OK, words.gettext("told by {source}").format(source=name)
    )
