"""The keys as the user has set them: those of sessions, and those that work everywhere else."""

import msgspec

from supple.core.keys import Keymap
from supple.devices.settings.settings import Settings


def session_keys(settings: Settings | None = None) -> Keymap:
    """What keys, remotes and media buttons do in a session; the usual ones without settings."""
    return Keymap(msgspec.structs.asdict((settings or Settings()).keys))


def shortcuts(settings: Settings | None = None) -> Keymap:
    """What keys do where no session runs."""
    return Keymap(msgspec.structs.asdict((settings or Settings()).shortcuts))
