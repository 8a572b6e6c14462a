"""The keys of the program in words, as the user has set them."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

import msgspec

from supple.core.keys import Keymap
from supple.devices.settings.settings import Settings, option
from supple.ui.keymaps import session_keys, shortcuts
from supple.ui.pages.keys_view import KeyGroup, KeyLine

SESSION, ANYWHERE = "keys", "shortcuts"
_OF_REMOTES: Final = frozenset({".", "F5", "PgUp", "PgDown"})
_PLAY_PAUSE: Final = "Toggle Media Play/Pause"
_OFTEN_ON_REMOTES: Final = ("skip", "back", "pause", "hurts")


class KeyWords:
    """Names keys as they stand on the keyboard, and tells what they do."""

    def __init__(self, words: NullTranslations) -> None:
        tr, ptr = words.gettext, words.pgettext
        self._tr = tr
        self._caps = {
            "Right": "\u2192", "Left": "\u2190", "Up": "\u2191", "Down": "\u2193",
            "-": "\u2212", "Space": tr("Space"), "Esc": tr("Esc"), "Return": tr("Enter"),
            "Enter": tr("Enter"), "PgUp": tr("Page Up"), "PgDown": tr("Page Down"),
            "Home": tr("Home"), "End": ptr("key", "End"), "Del": ptr("key", "Delete"),
            "Ins": tr("Insert"),
            "Backspace": tr("Backspace"), "Tab": tr("Tab"), "Ctrl": tr("Ctrl"), "Alt": tr("Alt"),
            "Shift": tr("Shift"), "Meta": tr("Meta"), "Media Play": tr("Play"),
            "Media Pause": tr("Pause"), _PLAY_PAUSE: tr("Play/Pause"),
            "Media Next": ptr("key", "Next"), "Media Previous": tr("Previous"),
            "Media Stop": tr("Stop"),
        }  # fmt: skip

    def cap(self, key: str) -> str:
        """The name of a key, such as "Ctrl N" or "Page Down"."""
        if key in self._caps:
            return self._caps[key]
        held, _, last = key.rpartition("+")
        if not last:  # the key is + itself
            held, last = held.rpartition("+")[0], "+"
        parts = [*held.split("+"), last] if held else [last]
        return " ".join(self._caps.get(part, part) for part in parts)

    def action(self, key: str) -> str:
        """What is done by the option `key`, such as "keys.pause"."""
        return self._tr(option(key).words)

    def heard(self, key: str, settings: Settings) -> str:
        """What a key that was pressed is, and what it does in a session or else anywhere."""
        deed = ""
        for section, keymap in ((SESSION, session_keys(settings)), (ANYWHERE, shortcuts(settings))):
            if not deed and (action := keymap.action(key)):
                deed = self.action(f"{section}.{action}")
        if not deed:
            return self._tr("Heard: {key}. It does nothing.").format(key=self.cap(key))
        return self._tr("Heard: {key}. {deed}").format(key=self.cap(key), deed=deed)

    def so_far(self, keys: Sequence[str]) -> str:
        """Which keys were heard since the page was opened."""
        names = ", ".join(self.cap(key) for key in keys)
        return self._tr("Heard so far: {keys}.").format(keys=names)

    def works(self, media: str) -> str:
        """How remotes and media keys stand here; `media` is what the desktop's part says."""
        told = self._tr("Most presenter remotes work as they are. Media keys {how}.")
        return told.format(how=media)

    def taken(self, key: str, option_: str) -> str:
        """Why a key is refused."""
        told = self._tr("{key} is taken: {deed}")
        return told.format(key=self.cap(key), deed=self.action(option_))

    def groups(self, settings: Settings) -> tuple[KeyGroup, ...]:
        """All keys: in a session, of remotes and media buttons, everywhere else."""
        tr, playing, elsewhere = self._tr, session_keys(settings), shortcuts(settings)
        return (
            KeyGroup(
                tr("In a session"), self._lines(SESSION, playing, playing.actions, remote=False)
            ),
            KeyGroup(
                tr("Remotes and media keys"),
                self._lines(SESSION, playing, _OFTEN_ON_REMOTES, remote=True),
            ),
            KeyGroup(
                tr("Anywhere"), self._lines(ANYWHERE, elsewhere, elsewhere.actions, remote=False)
            ),
        )

    def whole(self, settings: Settings) -> tuple[KeyGroup, ...]:
        """The same with the digits, which stand for themselves and cannot be changed."""
        playing, *others = self.groups(settings)
        digits = KeyLine("", self._tr("Answer a scale or a list"), ("0\N{EN DASH}9",))
        return (msgspec.structs.replace(playing, lines=(*playing.lines, digits)), *others)

    def _lines(
        self, section: str, keymap: Keymap, actions: tuple[str, ...], *, remote: bool
    ) -> tuple[KeyLine, ...]:
        lines = []
        for action in actions:
            keys = [key for key in keymap.keys(action) if _is_of_remotes(key) is remote]
            if _PLAY_PAUSE in keys:  # one button on nearly everything
                keys = [key for key in keys if key not in ("Media Play", "Media Pause")]
            name = f"{section}.{action}"
            lines.append(KeyLine(name, self.action(name), tuple(self.cap(key) for key in keys)))
        return tuple(lines)


def _is_of_remotes(key: str) -> bool:
    return key in _OF_REMOTES or "Media" in key


def keymap_of(option_: str, settings: Settings) -> Keymap:
    """The keys among which those of an option, such as "keys.pause", are."""
    return session_keys(settings) if option_.startswith(f"{SESSION}.") else shortcuts(settings)
