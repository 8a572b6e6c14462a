"""Safety copies of the history: made, kept, put back; and deleting everything.

Nothing that was there is lost by putting a copy back, and no copy opens what screening has closed.
"""

import logging
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import msgspec

from supple.app.safety import Safety
from supple.core.errors import InputError, SuppleError
from supple.core.history.rotation import superfluous
from supple.devices.clock import Clock
from supple.devices.files import Folders
from supple.devices.store.backup import fetch_database, size_bytes
from supple.devices.store.faults import Fault, StoreError
from supple.devices.store.overview import list_records
from supple.devices.store.store import DiskStore

_LOG = logging.getLogger(__name__)
_DAILY = re.compile(r"supple-(\d{4}-\d{2}-\d{2})-daily\.db", re.ASCII)
_UNREADABLE = {Fault.DAMAGED, Fault.FOREIGN, Fault.NEWER}
_SIDES = ("", "-wal", "-shm", "-journal")


class Backup(msgspec.Struct, frozen=True):
    """A safety copy that lies in the folder for them. `seconds`: when it was made, since 1970."""

    path: Path
    seconds: float
    bytes: int


class Backups:
    """Makes safety copies and puts them back.

    `store` gives the history and raises StoreError when it does not open; `open_store` opens
    another file as one, with a folder for its own safety copies.
    """

    def __init__(
        self,
        folders: Folders,
        store: Callable[[], DiskStore],
        open_store: Callable[[Path, Path], DiskStore],
        clock: Clock,
        words: NullTranslations,
    ) -> None:
        self._folders = folders
        self._store = store
        self._open_store = open_store
        self._clock = clock
        self._words = words

    def make(self, target: Path | None = None) -> Backup:
        """A copy of the whole history, here or in the folder for them.

        Raises InputError, FacilityError or StoreError; an older file is then whole.
        """
        target = target or self._named("by-hand")
        self._store().copy_to(target)
        return _described(target)

    def daily(self) -> Backup | None:
        """Today's copy, if there is none yet and there is something to copy; old ones go.

        Never raises: what goes wrong is logged and tried again next time.
        """
        target = self._folders.backups / f"supple-{self._clock.wall():%Y-%m-%d}-daily.db"
        try:
            if target.exists() or not self._folders.database.exists():
                return None
            made = self.make(target)
            self._sweep()
        except (SuppleError, OSError) as error:
            _LOG.warning("No safety copy was made today: %s", type(error).__name__)
            return None
        return made

    def found(self) -> list[Backup]:
        """The copies in the folder for them, the newest first."""
        folder = self._folders.backups
        files = folder.glob("supple-*.db") if folder.is_dir() else ()
        found = [_described(path) for path in files if path.is_file()]
        return sorted(found, key=lambda each: each.seconds, reverse=True)

    def restore(self, source: Path) -> Backup | None:
        """Put a copy back; where what was there is now, None if there was nothing.

        The stricter of the two states of screening holds afterwards. Raises InputError or
        StoreError for a file that is no whole history; all is then as it was.
        """
        with self._workshop() as folder:
            fresh = folder / "supple.db"
            self._fetch(source, fresh)
            present = self._present()
            if present:
                before = Safety(present, self._clock, self._words).standing()
                with closing(self._open_store(fresh, folder)) as store:
                    Safety(store, self._clock, self._words).keep_stricter(before)
            if present is None:
                return self._change_places(fresh)
            kept = self.make(self._named("before-restore"))
            present.replace_with(fresh)
            return kept

    def sessions_in(self, copy: Path) -> int:
        """How many sessions a safety copy holds. Raises InputError or StoreError."""
        with self._workshop() as folder:
            fresh = folder / "supple.db"
            self._fetch(copy, fresh)
            with closing(self._open_store(fresh, folder)) as store:
                return len(store.read(list_records))

    def begin_anew(self) -> Backup | None:
        """Put an empty history in the place of one that does not open; where that is kept.

        Safety copies stay. Raises StoreError or FacilityError.
        """
        with self._workshop() as folder:
            fresh = folder / "supple.db"
            self._open_store(fresh, folder).close()
            return self._change_places(fresh)

    def delete_everything(self) -> None:
        """Empty the history, screening included, and delete all safety copies.

        The user's routines and settings stay. Raises StoreError or FacilityError.
        """
        with self._workshop() as folder:
            fresh = folder / "supple.db"
            self._open_store(fresh, folder).close()
            present = self._present()
            if present:
                present.replace_with(fresh)
            else:
                self._change_places(fresh)
        for each in self.found():
            each.path.unlink()

    def _fetch(self, source: Path, fresh: Path) -> None:
        """Bring a copy of the user's choice to the newest form, if it is one of ours and whole."""
        try:
            fetch_database(source, fresh, self._words)
            with closing(self._open_store(fresh, fresh.parent)) as store:
                store.require_whole()
        except StoreError as error:
            if error.fault not in {Fault.DAMAGED, Fault.FOREIGN}:
                raise
            tr = self._words.gettext
            what = tr("That is no safety copy of Supple's, or it is damaged. Nothing was changed.")
            fix = tr("Please choose another.")
            raise InputError(what, where=str(source), fix=fix) from error

    def _present(self) -> DiskStore | None:
        """The history, None if what lies there cannot be read."""
        try:
            return self._store()
        except StoreError as error:
            if error.fault not in _UNREADABLE:
                raise
            return None

    def _change_places(self, fresh: Path) -> Backup | None:
        """Put a file in the place of one that does not open; that is kept with its log."""
        here = self._folders.database
        aside = self._named("unreadable")
        for side in _SIDES:
            lying = here.with_name(here.name + side)
            if lying.exists():
                lying.replace(aside.with_name(aside.name + side))
        fresh.replace(here)
        return _described(aside) if aside.exists() else None

    def _named(self, why: str) -> Path:
        return self._folders.backups / f"supple-{self._clock.wall():%Y-%m-%d-%H%M%S}-{why}.db"

    def _sweep(self) -> None:
        by_day: dict[date, Path] = {}
        for each in self.found():
            name = _DAILY.fullmatch(each.path.name)
            if name:
                by_day[date.fromisoformat(name[1])] = each.path
        for day in superfluous(by_day):
            by_day[day].unlink()

    @contextmanager
    def _workshop(self) -> Iterator[Path]:
        """A private folder beside the history, gone afterwards."""
        self._folders.create(self._words)
        folder = Path(tempfile.mkdtemp(prefix=".restoring-", dir=self._folders.data))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _described(path: Path) -> Backup:
    return Backup(path=path, seconds=path.stat().st_mtime, bytes=size_bytes(path))
