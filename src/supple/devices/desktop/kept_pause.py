"""A pause of the desk breaks, kept in a file so that it outlives the program."""

from datetime import datetime
from gettext import NullTranslations
from pathlib import Path

import msgspec

from supple.core.errors import InputError
from supple.devices.files import read_bounded, write_atomic

_LIMIT_BYTES = 1_000


class Kept(msgspec.Struct, frozen=True):
    """Breaks are paused until then; None: until the user turns them on."""

    until: datetime | None


class KeptPause:
    """The file. One that cannot be read counts as no pause: better reminded than never again."""

    def __init__(self, path: Path, words: NullTranslations) -> None:
        self._path = path
        self._words = words

    def load(self) -> Kept | None:
        """The pause, None where there is none."""
        try:
            content = read_bounded(self._path, _LIMIT_BYTES, self._words)
            kept = msgspec.json.decode(content, type=Kept)
        except (InputError, msgspec.MsgspecError):
            return None
        is_vague = kept.until is not None and kept.until.utcoffset() is None
        return None if is_vague else kept

    def save(self, kept: Kept | None) -> None:
        """Keep a pause, or with None none. Raises SuppleError when the disk refuses."""
        if kept is None:
            self._path.unlink(missing_ok=True)
            return
        write_atomic(self._path, msgspec.json.encode(kept), self._words)
