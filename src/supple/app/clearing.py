"""Forgetting: a part of what Supple remembers, or all of it, with a copy first where wanted."""

from contextlib import suppress
from datetime import date
from functools import partial
from gettext import NullTranslations
from pathlib import Path

from supple.app.backups import Backups
from supple.app.own_routines import OwnRoutines
from supple.app.sharing import Sharing
from supple.app.transfer import Transfer
from supple.core.errors import FacilityError
from supple.devices.files import make_folder
from supple.devices.store.clearing import (
    Kept,
    count_before,
    count_kept,
    forget_notes,
    forget_pain,
    forget_sessions,
)
from supple.devices.store.store import Store


class Clearing:
    """Counts and forgets. Every method waits for the disk."""

    def __init__(
        self,
        *,
        store: Store,
        backups: Backups,
        transfer: Transfer,
        routines: OwnRoutines,
        sharing: Sharing,
        words: NullTranslations,
    ) -> None:
        self._store = store
        self._backups = backups
        self._transfer = transfer
        self._routines = routines
        self._sharing = sharing
        self._words = words

    def kept(self) -> Kept:
        """How much is remembered."""
        return self._store.read(count_kept)

    def sessions_before(self, day: date) -> int:
        """How many sessions lie before a day."""
        return self._store.read(lambda connection: count_before(connection, day))

    def forget_pain_and_notes(self) -> None:
        """Delete all ratings of pain and all notes; a safety copy is made first."""
        self._backups.make()
        self._store.write(forget_pain)
        self._store.write(forget_notes).result()

    def forget_pain(self) -> None:
        """Delete all ratings of pain; a safety copy is made first."""
        self._backups.make()
        self._store.write(forget_pain).result()

    def forget_notes(self) -> None:
        """Empty all notes; a safety copy is made first."""
        self._backups.make()
        self._store.write(forget_notes).result()

    def forget_before(self, day: date) -> None:
        """Delete the sessions before a day, with their ratings; a safety copy is made first."""
        self._backups.make()
        self._store.write(partial(forget_sessions, before=day)).result()

    def forget_everything(self, copy_to: Path | None = None) -> None:
        """Delete history, own routines, safety answers and all safety copies on this computer.

        With `copy_to` history and routines are written into a new folder of that name first. This
        computer no longer shares its history afterwards; what others hold stays theirs. Raises
        what a copy raises, and nothing is deleted then.
        """
        if copy_to is not None:
            self._copy(copy_to)
        with suppress(FacilityError):  # the drive is away: nothing can be taken off it now
            self._sharing.leave()
        self._sharing.choose(None)
        self._routines.delete_all()
        self._backups.delete_everything()

    def _copy(self, folder: Path) -> None:
        make_folder(folder, self._words)
        self._transfer.export(folder / "history.supple")
        self._routines.copy_to(folder)
