"""What somebody answered to "What did you feel?", in a file, while the session stands for it.

The history has it only once the session goes on or ends, as until then it can be taken back.
"""

from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path

import msgspec

from supple.core.errors import InputError, SuppleError
from supple.core.plan.records import HurtRecord
from supple.devices.files import read_bounded, write_atomic
from supple.devices.lock import FileLock

_LIMIT_BYTES = 2_000


class StopSignFile:
    """The file. What cannot be read counts as nothing, and what cannot be written is left out.

    `session` is held by the program in which a session runs.
    """

    def __init__(self, path: Path, session: FileLock, words: NullTranslations) -> None:
        self._path = path
        self._session = session
        self._words = words

    def left_behind(self) -> HurtRecord | None:
        """The answer of a program that was killed: nobody runs the session that it was about."""
        try:
            content = read_bounded(self._path, _LIMIT_BYTES, self._words)
            told = msgspec.json.decode(content, type=HurtRecord)
            runs = self._session.is_taken()
        except (InputError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError, OSError):
            return None
        from supple.core.history.bounds import flaw_of_new  # hardly ever is there a sign

        return None if runs or flaw_of_new(told) else told

    def keep(self, told: HurtRecord) -> None:
        """Keep it in the place of what was there; whoever tells the history tells of a bad disk."""
        with suppress(SuppleError):
            write_atomic(self._path, msgspec.json.encode(told), self._words)

    def forget(self) -> None:
        """It was taken back, or the history has it. The history takes the same one only once."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
