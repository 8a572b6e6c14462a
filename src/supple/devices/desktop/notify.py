"""A notice of the desktop with buttons: shown, answered, taken back."""

from collections.abc import Callable
from gettext import NullTranslations
from typing import Protocol

import msgspec

from supple.devices.finding import Finding, Level

CLOSED = "closed"
DEFAULT = "default"


class Action(msgspec.Struct, frozen=True):
    """A button: what is told when it is pressed, and what stands on it."""

    key: str
    label: str


class Note(msgspec.Struct, frozen=True):
    """What a notice says. Without an answer it goes away after `seconds`."""

    title: str
    body: str
    actions: tuple[Action, ...] = ()
    seconds: float = 60.0


class Chosen(msgspec.Struct, frozen=True):
    """What came of a notice: an action's key, `DEFAULT` for a click on it, or `CLOSED` by hand.

    `activation` is the desktop's permission to come to the front, if it gave one.
    """

    key: str
    activation: str = ""


class Notifier(Protocol):
    """Shows one notice at a time."""

    @property
    def has_actions(self) -> bool:
        """Whether buttons are shown; else a click on the notice is all there is."""
        ...

    def is_hidden(self) -> bool:
        """Whether the desktop hides notices of Supple, as its user chose there."""
        ...

    def show(self, note: Note, chosen: Callable[[Chosen], None]) -> bool:
        """Show the notice in place of the last one; `chosen` is called at most once, on any thread.

        One that the desktop takes off the screen by itself was not answered: nothing is told.
        False if it could not be shown: show it in another way.
        """
        ...

    def withdraw(self) -> None:
        """Take the notice back; nothing is told of it any more."""
        ...

    def check(self, words: NullTranslations) -> Finding:
        """How well this works here."""
        ...


class NullNotifier:
    """There are no notices here: Supple shows its own small window instead."""

    has_actions = False

    def is_hidden(self) -> bool:
        """There is nothing to hide."""
        return False

    def show(self, note: Note, chosen: Callable[[Chosen], None]) -> bool:  # noqa: ARG002 - none
        """Never shown."""
        return False

    def withdraw(self) -> None:
        """Nothing to take back."""

    def check(self, words: NullTranslations) -> Finding:
        """What stands in for it."""
        tr = words.gettext
        line = tr("This desktop shows no notices with buttons, so Supple shows its own pop-up.")
        return Finding(tr("Notices"), Level.LIMITED, line)
