"""Faults that are told together with a way out: a button below the words does it."""

from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

from supple.core.errors import FacilityError, InputError, SuppleError
from supple.devices.store.faults import StoreError

Act = Callable[[], object]


class MendableError(SuppleError):
    """A fault, and what may mend it: `words` are on the button, `act` is what it does."""

    def __init__(self, fault: SuppleError, words: str, act: Act) -> None:
        super().__init__(fault.what, where=fault.where, allowed=fault.allowed, fix=fault.fix)
        self.exit_code = fault.exit_code
        self.fault = fault
        self.words = words
        self.act = act


def not_written(path: Path | str, words: NullTranslations, ask: Act) -> MendableError:
    """A file that could not be written where the user wanted it; `ask` asks for another place."""
    what = words.gettext("The file couldn't be written there. Nothing was lost.")
    fault = FacilityError(what, where=str(path))
    return MendableError(fault, words.gettext("Choose another place"), ask)


def another_place(fault: SuppleError, words: NullTranslations, ask: Act) -> SuppleError:
    """A fault of writing: another place may take it, unless the history could not be read."""
    if isinstance(fault, StoreError):
        return fault
    return MendableError(fault, words.gettext("Choose another place"), ask)


def another_file(fault: SuppleError, words: NullTranslations, ask: Act) -> SuppleError:
    """A fault of reading: another file may be the right one, if it lay in this one."""
    if not isinstance(fault, InputError):
        return fault
    return MendableError(fault, words.gettext("Choose another"), ask)


def try_now(fault: SuppleError, words: NullTranslations, act: Act) -> MendableError:
    """A fault that passes: what was wanted can be tried again."""
    return MendableError(fault, words.gettext("Try now"), act)
