"""Journals in a shared folder: one folder a computer, append-only files in it, any file distrusted.

A computer writes into its own folder alone and reads all. Lines carry their length and a checksum,
so that a file that is torn, half copied or otherwise not whole yields its whole lines and no
other. docs/file-formats.md tells the grammar.
"""

import errno
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path
from typing import Literal

import msgspec

from supple.core.errors import FacilityError
from supple.core.history.lines import LONGEST_LINE, LineError, decode_line, encode_line
from supple.core.history.versions import Version
from supple.devices.files import reading
from supple.devices.finding import Finding, Level
from supple.devices.store.device import Device

FORMAT_VERSION = 1
_SUFFIX = ".jsonl"
_FULL_BYTES = 1_000_000  # small files, as some services copy a changed file whole
_FRAME_BYTES = 200
_MOST_FILES = 20_000
_HEADER_LIMIT = 2_000
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NUMBER = re.compile(r"([0-9]{4,9})\.jsonl")


class Place(msgspec.Struct, frozen=True, order=True):
    """A journal file by the name of its folder and its own, and how long it is."""

    folder: str
    file: str
    size_bytes: int

    @property
    def is_regular(self) -> bool:
        """Whether it bears the name that Supple gave it, not one of a service's copy."""
        named = _UUID.fullmatch(self.folder) and _NUMBER.fullmatch(self.file)
        return named is not None


class Piece(msgspec.Struct, frozen=True):
    """A line of a journal: a version, or None where it is not whole. `end` is the byte after it."""

    end: int
    version: Version | None


class NewerJournalError(Exception):
    """A journal that a newer Supple writes."""


class _Header(msgspec.Struct, frozen=True):
    format: Literal["supple-journal"]
    version: int
    device: str = ""
    name: str = ""


class _Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    length: int
    sum: str
    version: msgspec.Raw


class Journals:
    """The journals in a shared folder, as this computer sees them."""

    def __init__(self, folder: Path, device: Device, words: NullTranslations) -> None:
        self.folder = folder
        self._device = device
        self._words = words

    @property
    def own(self) -> Path:
        """The folder that this computer writes into."""
        return self.folder / self._device.id

    def require_there(self) -> None:
        """Raise FacilityError if the shared folder is not there."""
        if not self.folder.is_dir():
            raise FacilityError(
                self._words.gettext("The shared folder isn't there now."),
                where=str(self.folder),
                fix=self._words.gettext("Please connect it, or choose another in the settings."),
            )

    def places(self) -> list[Place]:
        """All journal files there are, of all computers; a bounded number of them.

        Raises FacilityError when the folder cannot be read.
        """
        try:
            return sorted(_places(self.folder))
        except OSError as error:
            raise self._fault(error) from error

    def read(self, place: Place, start: int) -> Iterator[Piece]:
        """The lines of a file from the byte `start` on, where a line begins.

        A last line without its end is left for next time. Raises InputError for what is no file,
        NewerJournalError for one this Supple cannot read.
        """
        with reading(self.folder / place.folder / place.file, self._words) as file:
            header = file.readline(_HEADER_LIMIT)
            if not _is_header(header):
                return
            end = max(start, len(header))
            file.seek(end)
            while (line := file.readline(LONGEST_LINE + _FRAME_BYTES)).endswith(b"\n"):
                end += len(line)
                yield Piece(end=end, version=_unframed(line))

    def append(self, versions: Iterable[Version]) -> list[Place]:
        """Write versions to the end of the own journal, safely on the disk; the files it grew.

        Raises FacilityError when it cannot be written.
        """
        grown: list[Place] = []
        try:
            if self.own.is_symlink():
                raise NotADirectoryError(errno.ENOTDIR, "a link", str(self.own))
            self.own.mkdir(mode=0o700, exist_ok=True)
            waiting = iter(versions)
            version = next(waiting, None)
            while version is not None:
                path = self._open_end()
                with path.open("ab") as file:
                    while version is not None and file.tell() < _FULL_BYTES:
                        file.write(_framed(version))
                        version = next(waiting, None)
                    size = file.tell()
                    file.flush()
                    os.fsync(file.fileno())
                grown.append(Place(self.own.name, path.name, size))
        except OSError as error:
            raise self._fault(error) from error
        return grown

    def remove_own(self) -> None:
        """Take the own journal out of the shared folder. Raises FacilityError."""
        try:
            with suppress(FileNotFoundError):
                for path in self.own.iterdir():
                    path.unlink()
                self.own.rmdir()
        except OSError as error:
            raise self._fault(error) from error

    def _open_end(self) -> Path:
        """The own file to go on with: the last one if it is whole and short, else a new one."""
        named = [_NUMBER.fullmatch(path.name) for path in self.own.iterdir()]
        last = max((int(name[1]) for name in named if name), default=0)
        path = self.own / f"{last:04d}{_SUFFIX}"
        if last and _ends_whole(path):
            return path
        path = self.own / f"{last + 1:04d}{_SUFFIX}"
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            header = _Header("supple-journal", FORMAT_VERSION, self._device.id, self._device.name)
            file.write(msgspec.json.encode(header) + b"\n")
        return path

    def _fault(self, error: OSError) -> FacilityError:
        what = self._words.gettext("The shared folder can't be used: {reason}.")
        return FacilityError(
            what.format(reason=error.strerror or type(error).__name__),
            where=str(error.filename or self.folder),
            fix=self._words.gettext("Supple tries again later. Nothing is lost."),
        )


def check_shared(folder: str, words: NullTranslations) -> Finding:
    """Whether the shared folder is there, for `doctor`; none being chosen is fine too."""
    tr = words.gettext
    subject = tr("Shared folder")
    if not folder:
        return Finding(subject, Level.OK, tr("None is chosen."))
    place = Path(folder).expanduser()
    if place.is_dir() and os.access(place, os.R_OK | os.W_OK):
        return Finding(subject, Level.OK, str(place))
    line = tr("{place} isn't there, or can't be written.").format(place=place)
    fix = tr("Please connect it, or choose another in the settings.")
    return Finding(subject, Level.LIMITED, line, fix)


def _places(folder: Path) -> Iterator[Place]:
    left = _MOST_FILES
    with os.scandir(folder) as folders:
        for each in folders:
            if left <= 0:
                return
            if not _UUID.match(each.name) or not each.is_dir(follow_symlinks=False):
                continue
            with os.scandir(each.path) as files:
                for file in files:
                    left -= 1
                    if left <= 0:
                        return
                    if file.name.endswith(_SUFFIX) and file.is_file(follow_symlinks=False):
                        size = file.stat(follow_symlinks=False).st_size
                        yield Place(each.name, file.name, size)


def _is_header(line: bytes) -> bool:
    """Whether a journal begins so. Raises NewerJournalError."""
    try:
        header = msgspec.json.decode(line, type=_Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    if header.version > FORMAT_VERSION:
        raise NewerJournalError
    return line.endswith(b"\n")


def _ends_whole(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        try:
            if not _is_header(file.readline(_HEADER_LIMIT)):
                return False
        except NewerJournalError:
            return False
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n" and file.tell() < _FULL_BYTES


def _framed(version: Version) -> bytes:
    line = encode_line(version)
    return b'{"length":%d,"sum":"%s","version":%s}\n' % (len(line), _sum(line), line)


def _unframed(line: bytes) -> Version | None:
    try:
        frame = msgspec.json.decode(line, type=_Frame)
        content = bytes(frame.version)
        if len(content) != frame.length or _sum(content) != frame.sum.encode():
            return None
        return decode_line(content)
    except (LineError, msgspec.DecodeError, UnicodeError, RecursionError):
        return None


def _sum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=8).hexdigest().encode()
