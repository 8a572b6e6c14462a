"""How long nobody has touched key or mouse: what the program sees of it, and how to be told."""

from collections.abc import Callable, Sequence
from gettext import NullTranslations
from typing import Protocol

from supple.devices.finding import Finding, Level

Changed = Callable[[], None]


class Idle(Protocol):
    """Tells whether somebody is there; never which key was pressed."""

    def idle_s(self) -> float | None:
        """Seconds since the last touch; None where that cannot be told at present."""
        ...

    def watch(self, after_s: Sequence[float], changed: Changed) -> bool:
        """Call `changed` when nobody has touched anything for so long, and at the next touch.

        For each of the times in `after_s`, on any thread. A second call changes the times. False
        if the system does not tell: then look now and then.
        """
        ...

    def check(self, words: NullTranslations) -> Finding:
        """How well this works here."""
        ...

    def close(self) -> None:
        """Be told no more. May be called again."""
        ...


def told_by(name: str, words: NullTranslations) -> Finding:
    """The finding of a source that tells by itself."""
    tr = words.gettext
    line = tr("told by {source}").format(source=name)
    return Finding(tr("Time away"), Level.OK, line)


class NullIdle:
    """Nothing is known: breaks come by the clock."""

    def idle_s(self) -> float | None:
        """Unknown."""
        return None

    def watch(self, after_s: Sequence[float], changed: Changed) -> bool:  # noqa: ARG002 - nothing to watch
        """Never tells."""
        return False

    def check(self, words: NullTranslations) -> Finding:
        """What is missing, and what would help."""
        tr = words.gettext
        line = tr("This desktop doesn't tell when you're away. Breaks come by the clock.")
        return Finding(tr("Time away"), Level.MISSING, line)

    def close(self) -> None:
        """Nothing to end."""
