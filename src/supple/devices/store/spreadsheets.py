"""The history as CSV files, one a kind, in a folder or a ZIP file, for spreadsheets."""

import csv
import io
import sqlite3
import zipfile
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from typing import IO

import msgspec

from supple.core.history.cells import cells
from supple.core.history.choice import ABOUT_PAIN, Choice
from supple.core.history.records import StepRecord
from supple.core.history.versions import RecordKind, SessionVersion
from supple.devices.files import make_folder, replacing
from supple.devices.store.versions import FORMS, versions_of_kind

_STEPS = "steps"
_PRIVATE = frozenset({"note", "hurt"})
_INTERNAL = frozenset({"device", "changed"})
_DEFLATED = zipfile.ZIP_DEFLATED
_ENCODING = "utf-8-sig"  # Excel takes a file without the mark for another encoding


def write_spreadsheets(
    connection: sqlite3.Connection, target: Path, choice: Choice, words: NullTranslations
) -> None:
    """Write the files into the folder `target`, or into one file if its name ends in .zip.

    A job for `Store.read`. All is for the user alone. A folder is made if missing. Raises as
    `replacing` does.
    """
    if target.suffix.lower() == ".zip":
        with replacing(target, words) as fresh, zipfile.ZipFile(fresh, "w", _DEFLATED) as file:
            for name in _names(choice):
                with file.open(f"{name}.csv", "w", force_zip64=True) as sheet:
                    _write(connection, name, choice, sheet)
        return
    make_folder(target, words)
    for name in _names(choice):
        with replacing(target / f"{name}.csv", words) as fresh, fresh.open("wb") as sheet:
            _write(connection, name, choice, sheet)


def _names(choice: Choice) -> list[str]:
    kinds = [kind for kind in RecordKind if choice.with_pain_and_notes or kind not in ABOUT_PAIN]
    return [*(kind.value for kind in kinds), _STEPS]


def _write(connection: sqlite3.Connection, name: str, choice: Choice, sheet: IO[bytes]) -> None:
    form = StepRecord if name == _STEPS else FORMS[RecordKind(name)]
    left_out = _INTERNAL if choice.with_pain_and_notes else _INTERNAL | _PRIVATE
    columns = [each for each in form.__struct_fields__ if each not in left_out and each != _STEPS]
    with io.TextIOWrapper(sheet, _ENCODING, newline="", write_through=True) as text:
        writer = csv.writer(text)
        writer.writerow(columns)
        for record in _records(connection, name, choice):
            writer.writerow(cells(record, columns))


def _records(connection: sqlite3.Connection, name: str, choice: Choice) -> Iterator[msgspec.Struct]:
    kind = RecordKind.SESSION if name == _STEPS else RecordKind(name)
    for version in versions_of_kind(connection, kind):
        record = choice.taken(version)
        if name == _STEPS and isinstance(record, SessionVersion):
            yield from record.steps
        elif record is not None:
            yield record
