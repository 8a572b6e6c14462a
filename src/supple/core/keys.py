"""Which key does what: keys by their names, such as "Ctrl+N" or "PgDown", joined with " or ".

Keys that work in the same places may not do two things; a key that is taken stays with its action.
"""

from collections.abc import Mapping

_OR = " or "
_MOST = 12  # keys of one action; more is a mistake


class KeyTakenError(Exception):
    """The key already does something else there: `action`."""

    def __init__(self, action: str) -> None:
        self.action = action
        super().__init__(action)


class Keymap:
    """The keys that work in one place, by action. Where a key stands twice the first has it."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = {action: split(text) for action, text in keys.items()}
        self._actions = {
            key: action for action in reversed(self._keys) for key in reversed(self._keys[action])
        }

    @property
    def actions(self) -> tuple[str, ...]:
        """Everything that keys can do here."""
        return tuple(self._keys)

    def action(self, key: str) -> str:
        """What a key does; empty for nothing."""
        return self._actions.get(key, "")

    def keys(self, action: str) -> tuple[str, ...]:
        """The keys of an action."""
        return self._keys[action]

    def toggled(self, action: str, key: str) -> str:
        """The keys of an action with one more; without it, where the action has it already.

        The last key stays. Raises KeyTakenError where it does something else.
        """
        keys = self._keys[action]
        if key in keys:
            return _OR.join(other for other in keys if other != key) or key
        if owner := self.action(key):
            raise KeyTakenError(owner)
        return _OR.join((*keys, key)[-_MOST:])


def split(text: str) -> tuple[str, ...]:
    """The names of the keys in a text such as "Right or N"."""
    return tuple(dict.fromkeys(key.strip() for key in text.split(_OR) if key.strip()))
