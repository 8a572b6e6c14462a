"""Taking the history out, and bringing one in: portable files and spreadsheets."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from gettext import NullTranslations
from importlib.metadata import version
from pathlib import Path

import msgspec

from supple.core.errors import InputError
from supple.core.history.choice import Choice
from supple.core.history.foreign import Table
from supple.devices.store.device import Device
from supple.devices.store.journal_state import publish_anew
from supple.devices.store.portable import Line, read_portable, write_portable
from supple.devices.store.rescue import take_back
from supple.devices.store.spreadsheets import write_spreadsheets
from supple.devices.store.store import Store
from supple.devices.store.tables import read_columns, read_table
from supple.devices.store.versions import put_version

FAULTS_SHOWN = 20
_LOOKING = 0.3  # of the time of an import
_STEPS_OF_PROGRESS = 200
Progress = Callable[[float], None]
"""Told how much of the work is done, from 0 to 1; now and then, from any thread."""


class LineFault(msgspec.Struct, frozen=True):
    """A line that cannot be brought in; the first line of a file is 1."""

    line: int
    fault: str


class Found(msgspec.Struct, frozen=True):
    """What a file holds: good records, and lines that are none, the first of them told."""

    records: int
    faulty: int
    faults: tuple[LineFault, ...]


class Imported(msgspec.Struct, frozen=True):
    """What an import did. `known`: records that were here already, or are later here."""

    taken: int
    known: int
    left_out: int


class FaultyLinesError(InputError):
    """Lines of a file cannot be brought in; nothing was changed."""

    def __init__(self, source: Path, found: Found, words: NullTranslations) -> None:
        total = found.records + found.faulty
        what = words.ngettext(
            "{faulty} of {total} record can't be imported. Nothing was changed.",
            "{faulty} of {total} records can't be imported. Nothing was changed.",
            total,
        )
        told = what.format(faulty=found.faulty, total=total)
        fix = words.gettext("With --skip-bad the others are taken.")
        super().__init__(told, where=str(source), fix=fix)
        self.found = found


class Transfer:
    """Exports and imports the history."""

    def __init__(self, store: Store, device: Device, words: NullTranslations) -> None:
        self._store = store
        self._device = device
        self._words = words

    def export(self, target: Path, choice: Choice | None = None) -> int:
        """Write the history, or what is chosen of it, as one portable file; how many records.

        Raises InputError or FacilityError when it cannot be written; an older file is then whole.
        """
        job = partial(
            write_portable,
            target=target,
            made_by=f"supple {version('supple')}",
            choice=choice or Choice(),
            words=self._words,
        )
        return self._store.read(job)

    def export_spreadsheets(self, target: Path, choice: Choice | None = None) -> None:
        """Write CSV files into a folder, or into one file if its name ends in .zip.

        Raises as `export` does.
        """
        choice = choice or Choice()
        job = partial(write_spreadsheets, target=target, choice=choice, words=self._words)
        self._store.read(job)

    def columns(self, source: Path) -> tuple[str, ...]:
        """The names of the columns of another tool's table. Raises InputError for no such file."""
        return read_columns(source, self._words)

    def look(
        self,
        source: Path,
        columns: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> Found:
        """What an import would find; nothing is changed.

        `columns`: the file is a table of another tool, read so. Raises InputError for what is no
        file of Supple's, or not such a table.
        """
        records, faulty, faults = 0, 0, list[LineFault]()
        for line in _watched(self._lines(source, columns), source, progress, 0.0, 1.0):
            if line.version:
                records += 1
                continue
            faulty += 1
            if len(faults) < FAULTS_SHOWN:
                faults.append(LineFault(line.number, line.fault))
        return Found(records, faulty, tuple(faults))

    def import_(
        self,
        source: Path,
        columns: Mapping[str, str] | None = None,
        *,
        skip_bad: bool = False,
        progress: Progress | None = None,
    ) -> Imported:
        """Bring in a file: all of it, or with `skip_bad` its good records, or nothing.

        Raises FaultyLinesError and StoreError beside what `look` raises.
        """
        looking = progress and (lambda share: progress(share * _LOOKING))
        found = self.look(source, columns, looking)
        if found.faulty and not skip_bad:
            raise FaultyLinesError(source, found, self._words)
        lines = _watched(self._lines(source, columns), source, progress, _LOOKING, 1.0)
        job = partial(_take_in, lines=lines, found=found, changed=self._changed(source))
        taken = self._store.write(job).result()
        return Imported(taken=taken, known=found.records - taken, left_out=found.faulty)

    def _changed(self, source: Path) -> InputError:
        what = self._words.gettext("The file changed while it was read. Nothing was changed here.")
        return InputError(what, where=str(source))

    def _lines(self, source: Path, columns: Mapping[str, str] | None) -> Iterator[Line]:
        if columns is None:
            return read_portable(source, self._words)
        name = self._words.gettext("Stretching done elsewhere")
        table = Table(columns, name, self._device.id, lambda moment: moment.astimezone())
        return read_table(source, table, self._words)


def _watched(
    lines: Iterable[Line], source: Path, progress: Progress | None, start: float, stop: float
) -> Iterator[Line]:
    """The lines, telling now and then how far in the file they lie."""
    told, size = 0, 0
    for line in lines:
        size = size or max(1, source.stat().st_size)
        done = min(_STEPS_OF_PROGRESS, line.end * _STEPS_OF_PROGRESS // size)
        if progress and done > told:
            told = done
            progress(start + (stop - start) * done / _STEPS_OF_PROGRESS)
        yield line


def _take_in(
    connection: sqlite3.Connection, lines: Iterator[Line], found: Found, changed: InputError
) -> int:
    """Put in the versions of all lines, in one transaction; how many changed anything.

    Raises `changed` when they are not those that were found before.
    """
    taken = records = faulty = 0
    for line in lines:
        if line.version is None:
            faulty += 1
            continue
        records += 1
        version = line.version
        taken += take_back(connection, version) or put_version(connection, version)
    if (records, faulty) != (found.records, found.faulty):
        raise changed
    if taken:
        publish_anew(connection)
    return taken
