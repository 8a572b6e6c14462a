"""A fault found in a content file: where, what, and what would be right."""

import re

import msgspec

_MOST_SHOWN = 40
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")


class Problem(msgspec.Struct, frozen=True, order=True):
    """`where` is a key path such as `cues.hold[2]`, or `line 12` for a fault of the syntax."""

    where: str
    what: str
    allowed: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.where}: {self.what}", self.allowed) if part)


def shown(value: object) -> str:
    """A value of a file as it may be printed: short, on one line, without control characters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value.bit_length() > _MOST_SHOWN:
        return "a huge number"  # Python refuses to write out the largest
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}..."


def key_path(at: str, key: str) -> str:
    """The path of `key` inside the table at the path `at`."""
    name = key if _BARE_KEY.fullmatch(key) else shown(key)
    return f"{at}.{name}" if at else name
