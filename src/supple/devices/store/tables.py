"""Tables of other tools: a CSV file as lines of versions, its columns named by the user."""

import csv
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

from supple.core.errors import InputError
from supple.core.history.foreign import Table, versions_of_row
from supple.core.history.lines import LineError
from supple.devices.files import reading
from supple.devices.store.portable import Line

_ROW_LIMIT = 100_000
_DELIMITERS = ",;\t"
_MARK = "\ufeff"


def read_columns(source: Path, words: NullTranslations) -> tuple[str, ...]:
    """The names in the first row. Raises InputError for what is no such file."""
    with reading(source, words) as file:
        _, columns = _head(file.readline(_ROW_LIMIT))
    return tuple(column for column in columns if column)


def read_table(source: Path, table: Table, words: NullTranslations) -> Iterator[Line]:
    """The rows of a CSV file as versions, one by one; several lines of one row share its number.

    The first row names the columns; comma, semicolon or tab is told from it. Raises InputError for
    what is no such file, or lacks a column.
    """
    with reading(source, words) as file:
        head = file.readline(_ROW_LIMIT)
        delimiter, columns = _head(head)
        _require(table, columns, source, words)
        end, seen = len(head), dict[str, int]()
        number = 1
        while raw := file.readline(_ROW_LIMIT):
            number += 1
            end += len(raw)
            if not raw.strip():
                continue
            row = dict(zip(columns, _cells(_text(raw), delimiter), strict=False))
            try:
                for version in [*versions_of_row(row, table, seen)]:
                    yield Line(number=number, end=end, version=version)
            except LineError as error:
                yield Line(number=number, end=end, fault=str(error))


def _text(raw: bytes) -> str:
    """UTF-8, else what older Windows programs write."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _head(row: bytes) -> tuple[str, list[str]]:
    """The sign between cells, and the names of the columns."""
    text = _text(row).removeprefix(_MARK)
    delimiter = max(_DELIMITERS, key=text.count)
    return delimiter, _cells(text, delimiter)


def _cells(line: str, delimiter: str) -> list[str]:
    tame = "".join(sign if sign.isprintable() or sign == "\t" else " " for sign in line)
    return [cell.strip() for cell in next(csv.reader([tame], delimiter=delimiter), [])]


def _require(table: Table, columns: list[str], source: Path, words: NullTranslations) -> None:
    missing = [column for column in table.columns.values() if column not in columns]
    if missing:
        what = words.gettext('There is no column "{name}".').format(name=missing[0])
        allowed = words.gettext("Columns: {names}.").format(names=", ".join(columns)[:300])
        raise InputError(what, where=str(source), allowed=allowed)
