"""The keys as the user has set them: those of sessions, and those that work everywhere else."""

from typing import Final

import msgspec

from supple.core.keys import Keymap
from supple.devices.settings.settings import Settings

OF_WINDOW: Final = frozenset({"larger", "smaller", "usual_size", "close", "quit"})
"""What keys do in a session, too."""


def session_keys(settings: Settings | None = None) -> Keymap:
    """What keys, remotes and media buttons do in a session; the usual ones without settings."""
    return Keymap(msgspec.structs.asdict((settings or Settings()).keys))


def shortcuts(settings: Settings | None = None) -> Keymap:
    """What keys do where no session runs."""
    return Keymap(msgspec.structs.asdict((settings or Settings()).shortcuts))


def owner_elsewhere(option: str, key: str, settings: Settings) -> str:
    """The option of the other kind that has a key already where both work; "" for none."""
    section, _, action = option.partition(".")
    if section == "keys":
        owner = shortcuts(settings).action(key)
        return f"shortcuts.{owner}" if owner in OF_WINDOW else ""
    owner = session_keys(settings).action(key) if action in OF_WINDOW else ""
    return f"keys.{owner}" if owner else ""
