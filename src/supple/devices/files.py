"""Where Supple's files lie, and the careful ways to read and replace one.

Owns the folders, the way to the shipped assets, the atomic write and the bounded read. What a file
means is the business of whoever asked for it.
"""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import IO, NamedTuple, Self

from supple.core.errors import FacilityError, InputError

_PRIVATE_FOLDER = 0o700
_PACKAGE = Path(__file__).parents[1]
_ODD = frozenset("\\:\0")


class Folders(NamedTuple):
    """The three folders of a user, and what lies in them."""

    data: Path
    config: Path
    log: Path

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Self:
        """The folders for this environment: all in SUPPLE_HOME if that is set, else the system's.

        A relative SUPPLE_HOME counts from the present working folder.
        """
        home = environ.get("SUPPLE_HOME")
        if home:
            place = Path(home).absolute()
            return cls(data=place, config=place, log=place)
        import platformdirs  # not needed, and not cheap, when SUPPLE_HOME is set

        return cls(
            data=platformdirs.user_data_path("supple"),
            config=platformdirs.user_config_path("supple"),
            log=platformdirs.user_log_path("supple"),
        )

    @property
    def database(self) -> Path:
        """The history."""
        return self.data / "supple.db"

    @property
    def device_file(self) -> Path:
        """What makes this computer's records its own; beside the history, never copied with it."""
        return self.data / "device.toml"

    @property
    def routines(self) -> Path:
        """The user's own routines, one TOML file each."""
        return self.data / "routines"

    @property
    def locale(self) -> Path:
        """Translations of the user's own, one PO file a language; made by the user alone."""
        return self.data / "locale"

    @property
    def backups(self) -> Path:
        """Safety copies of the history."""
        return self.data / "backups"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"

    @property
    def log_file(self) -> Path:
        """The log; nothing about the user's body goes into it."""
        return self.log / "supple.log"

    def create(self, words: NullTranslations) -> None:
        """Make what is missing, for the user alone. Raises FacilityError where that is refused.

        A folder that was there keeps its mode: SUPPLE_HOME may be one the user shares on purpose.
        """
        for folder in (self.data, self.config, self.log, self.routines, self.backups):
            try:
                folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
            except OSError as error:
                raise cannot_write(error, folder, words) from error


@cache
def assets_root() -> Path:
    """The folder of everything shown or said that is not code: installed, else of the checkout.

    Raises FacilityError when there is neither; in English, as the translations lie there too.
    """
    for place in (_PACKAGE / "assets", _PACKAGE.parents[1] / "assets"):
        if place.is_dir():
            return place
    raise FacilityError("Some of Supple's own files are missing.", fix="Please install it again.")


def asset(*parts: str) -> Path:
    """The place of one shipped file or folder, named by its parts below the assets.

    Raises ValueError for a name that would lead out of them.
    """
    for part in parts:
        pieces = set(part.split("/"))
        if part.startswith("/") or pieces <= {"", "."} or ".." in pieces or set(part) & _ODD:
            raise ValueError(f"not the name of an asset: {part!r}")
    return assets_root().joinpath(*parts)


def make_folder(target: Path, words: NullTranslations) -> None:
    """Make a folder for the user alone, if it is missing. Raises InputError where that fails."""
    try:
        target.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
    except OSError as error:
        what = words.gettext("This folder can't be made.")
        raise InputError(what, where=str(target)) from error


def cannot_write(error: OSError, target: Path, words: NullTranslations) -> FacilityError:
    """What is told where the system refuses to write `target`."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        what = words.gettext("The disk is full.")
        fix = words.gettext("Please free some space and try again.")
    else:
        what = words.gettext("This couldn't be written. Nothing was lost.")
        fix = words.gettext("Please choose another place, or make this one writable.")
    return FacilityError(what, where=str(target), fix=fix)


def read_bounded(path: Path, limit_bytes: int, words: NullTranslations) -> bytes:
    """The whole content of an ordinary file of at most `limit_bytes`.

    Raises InputError as `reading` does, and for a file that is too large.
    """
    with reading(path, words) as file:
        content = file.read(limit_bytes + 1)
    if len(content) > limit_bytes:
        limit = words.gettext("At most {limit} kB.").format(limit=limit_bytes // 1000)
        raise InputError(words.gettext("This file is too large."), where=str(path), allowed=limit)
    return content


@contextmanager
def reading(path: Path, words: NullTranslations) -> Iterator[IO[bytes]]:
    """Lend an ordinary file to be read piece by piece.

    Raises InputError for everything else: nothing there, a folder, a pipe, a device, not readable,
    and when reading fails. Never waits for a pipe to be filled and never reads a device.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise InputError(_why_unread(error, words), where=str(path)) from error
    try:
        _require_ordinary(os.fstat(handle).st_mode, path, words)
        with os.fdopen(handle, "rb", closefd=False) as file:
            yield file
    except OSError as error:
        raise InputError(_why_unread(error, words), where=str(path)) from error
    finally:
        os.close(handle)


def write_atomic(path: Path, content: bytes, words: NullTranslations) -> None:
    """Put `content` into the file at `path` at once or not at all; readable by the user alone.

    Raises as `replacing` does.
    """
    with replacing(path, words) as fresh:
        fresh.write_bytes(content)


@contextmanager
def replacing(target: Path, words: NullTranslations) -> Iterator[Path]:
    """Lend an empty private file beside `target`; when the block ends well it takes its place.

    The new content is on the disk before the old one goes. Raises InputError when `target` is a
    link, a folder or a device, FacilityError when the disk refuses; the old file is then whole.
    """
    import tempfile  # reading alone does without

    _require_replaceable(target, words)
    try:
        handle, name = tempfile.mkstemp(".part", f".{target.name}.", target.parent)
    except OSError as error:
        raise cannot_write(error, target, words) from error
    os.close(handle)
    fresh = Path(name)
    try:
        yield fresh
        _flush(fresh, os.O_RDWR)
        fresh.replace(target)
    except OSError as error:
        raise cannot_write(error, target, words) from error
    finally:
        fresh.unlink(missing_ok=True)
    # Not every file system can flush a folder, and there the new content is safe already.
    with suppress(OSError):
        _flush(target.parent, os.O_RDONLY)


def _flush(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _require_ordinary(mode: int, path: Path, words: NullTranslations) -> None:
    if stat.S_ISDIR(mode):
        raise InputError(words.gettext("This is a folder, not a file."), where=str(path))
    if stat.S_ISLNK(mode):
        raise InputError(
            words.gettext("This is a link to another place."),
            where=str(path),
            fix=words.gettext("Please name the file itself."),
        )
    if not stat.S_ISREG(mode):
        raise InputError(words.gettext("This is not an ordinary file."), where=str(path))


def _require_replaceable(target: Path, words: NullTranslations) -> None:
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        if target.parent.is_dir():
            return
        raise InputError(words.gettext("There is no such folder."), where=str(target)) from None
    except OSError as error:
        raise cannot_write(error, target, words) from error
    _require_ordinary(mode, target, words)


def _why_unread(error: OSError | ValueError, words: NullTranslations) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return words.gettext("There is no such file.")
    return words.gettext("This file can't be read.")
