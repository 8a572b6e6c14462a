"""The portable file: the whole history as JSON Lines; docs/file-formats.md tells its grammar.

Neither writing nor reading holds more than a line of it in memory.
"""

import sqlite3
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from typing import IO, Literal

import msgspec

from supple.core.errors import InputError
from supple.core.history.choice import Choice
from supple.core.history.lines import LONGEST_LINE, LineError, decode_line, encode_line
from supple.core.history.versions import Version
from supple.devices.files import reading, replacing
from supple.devices.store.versions import versions_since

FORMAT_VERSION = 1
SUFFIX = ".supple"
_HEADER_LIMIT = 10_000
_MARK = b"\xef\xbb\xbf"


class Header(msgspec.Struct, frozen=True):
    """The first line. What else a later version may put there is passed over."""

    format: Literal["supple-history"]
    version: int
    made_by: str = ""


class Line(msgspec.Struct, frozen=True):
    """A line after the first: a version, or what is wrong with it. `end` is the byte after it."""

    number: int
    end: int
    version: Version | None = None
    fault: str = ""


def write_portable(
    connection: sqlite3.Connection,
    target: Path,
    made_by: str,
    choice: Choice,
    words: NullTranslations,
) -> int:
    """Write what travels, or what is chosen of it, at once or not at all; the number of records.

    A job for `Store.read`. The file is for the user alone. Raises as `replacing` does.
    """
    header = Header(format="supple-history", version=FORMAT_VERSION, made_by=made_by)
    written = 0
    with replacing(target, words) as fresh, fresh.open("wb") as file:
        file.write(msgspec.json.encode(header) + b"\n")
        for version in versions_since(connection):
            if (taken := choice.taken(version)) is not None:
                file.write(encode_line(taken) + b"\n")
                written += 1
    return written


def read_portable(source: Path, words: NullTranslations) -> Iterator[Line]:
    """The lines of a portable file, one by one.

    Raises InputError for what is no file of Supple's, or one that a newer Supple wrote.
    """
    with reading(source, words) as file:
        header = file.readline(_HEADER_LIMIT)
        _require_ours(header, source, words)
        end, number = len(header), 1
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            end += len(line)
            if not line.endswith(b"\n"):
                end += _skip_line(file)
            if line.strip():
                yield _read_line(line.rstrip(b"\r\n"), number, end)


def _read_line(line: bytes, number: int, end: int) -> Line:
    try:
        return Line(number=number, end=end, version=decode_line(line))
    except LineError as error:
        return Line(number=number, end=end, fault=str(error))


def _skip_line(file: IO[bytes]) -> int:
    """Go to the end of a line that is too long; how many bytes that was."""
    skipped = 0
    while piece := file.readline(LONGEST_LINE):
        skipped += len(piece)
        if piece.endswith(b"\n"):
            break
    return skipped


def _require_ours(line: bytes, source: Path, words: NullTranslations) -> None:
    try:
        header = msgspec.json.decode(line.removeprefix(_MARK), type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        what = words.gettext("That isn't a Supple file. Nothing was changed.")
        raise InputError(what, where=str(source)) from error
    if header.version > FORMAT_VERSION:
        what = words.gettext(
            "This file was written by a newer Supple (format {found}, this one reads up to "
            "{newest}). Nothing was changed."
        )
        told = what.format(found=header.version, newest=FORMAT_VERSION)
        raise InputError(told, where=str(source), fix=words.gettext("Please update Supple."))
