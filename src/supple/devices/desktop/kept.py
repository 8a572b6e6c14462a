"""What outlives the program, in a file: a pause of the desk breaks, and how long somebody sat."""

from datetime import datetime
from gettext import NullTranslations
from pathlib import Path

import msgspec

from supple.core.breaks.state import Before
from supple.core.errors import InputError
from supple.devices.files import read_bounded, write_atomic

_LIMIT_BYTES = 1_000


class KeptPause(msgspec.Struct, frozen=True):
    """Breaks are paused until then; None: until the user turns them on."""

    until: datetime | None


class Kept(msgspec.Struct, frozen=True):
    """A pause, None where there is none; and how the sitting stood when the program was last up."""

    pause: KeptPause | None = None
    before: Before | None = None


class KeptFile:
    """The file. What cannot be read counts as nothing: better reminded than never again."""

    def __init__(self, path: Path, words: NullTranslations) -> None:
        self._path = path
        self._words = words

    def load(self) -> Kept:
        """What was kept."""
        try:
            content = read_bounded(self._path, _LIMIT_BYTES, self._words)
            kept = msgspec.json.decode(content, type=Kept)
        except (InputError, msgspec.MsgspecError):
            return Kept()
        moments = (
            kept.pause.until if kept.pause is not None else None,
            kept.before.wall if kept.before is not None else None,
        )
        is_vague = any(each is not None and each.utcoffset() is None for each in moments)
        return Kept() if is_vague else kept

    def save(self, kept: Kept) -> None:
        """Keep it. Raises SuppleError when the disk refuses."""
        write_atomic(self._path, msgspec.json.encode(kept), self._words)
