"""What the pages of keys show: groups of lines, each with what is done and the keys for it."""

import msgspec


class KeyLine(msgspec.Struct, frozen=True):
    """`option` names the setting that holds the keys; `caps` are their names as on the keyboard."""

    option: str
    words: str
    caps: tuple[str, ...]

    @property
    def told(self) -> str:
        """All of it in words."""
        return ": ".join(part for part in (self.words, ", ".join(self.caps)) if part)


class KeyGroup(msgspec.Struct, frozen=True):
    """Lines under a title."""

    title: str
    lines: tuple[KeyLine, ...]
