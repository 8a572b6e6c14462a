"""Sharing one history between computers: which folder, and looking into it when there may be news.

What a look came to is kept here, so that the settings can tell it; a folder that is away for a
while is no fault that anybody has to answer.
"""

from collections.abc import Callable
from datetime import datetime
from gettext import NullTranslations
from pathlib import Path

import msgspec

from supple.app.sync import Sync, SyncReport, always
from supple.core.errors import InputError, SuppleError
from supple.devices.clock import Clock


class Looked(msgspec.Struct, frozen=True):
    """A look into the shared folder: when, and what it came to or why it failed."""

    at: datetime
    report: SyncReport | None = None
    fault: SuppleError | None = None


class Sharing:
    """Knows the shared folder. `chosen` and `keep` read and write the setting.

    `look` and `leave` wait for the disk, which may be a slow one somewhere else.
    """

    def __init__(
        self,
        chosen: Callable[[], str],
        keep: Callable[[str], None],
        open_folder: Callable[[Path], Sync],
        clock: Clock,
        words: NullTranslations,
    ) -> None:
        self._chosen = chosen
        self._keep = keep
        self._open = open_folder
        self._clock = clock
        self._words = words
        self.last: Looked | None = None

    @property
    def folder(self) -> Path | None:
        """The folder that this computer shares, None without one."""
        chosen = self._chosen()
        return Path(chosen).expanduser() if chosen else None

    def choose(self, folder: Path | None) -> None:
        """Share through this folder from now on, or with None through none.

        Raises InputError for what is no folder, and InputError or FacilityError when the choice
        cannot be written down.
        """
        if folder is not None and not folder.is_dir():
            raise InputError(self._words.gettext("This is no folder."), where=str(folder))
        self.last = None
        self._keep("" if folder is None else str(folder))

    def leave(self) -> None:
        """Take this computer's journal out of the folder. Raises FacilityError and StoreError."""
        if self.folder is not None:
            self._open(self.folder).leave()

    def look(self, wanted: Callable[[], bool] = always) -> SyncReport | None:
        """Write what is new here, take in what is new there; None without a folder.

        Stops early, and safely, when it is no longer `wanted`. Raises FacilityError and StoreError.
        """
        folder = self.folder
        if folder is None:
            return None
        at = self._clock.wall()
        try:
            report = self._open(folder).run(wanted)
        except SuppleError as error:
            self.last = Looked(at, fault=error)
            raise
        self.last = Looked(at, report)
        return report
