"""Plain text: nothing in it steers a terminal or turns the order of the words around it. Pure."""

import re

STEERING = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
"""What plain text may not hold, as the inside of a regular expression's brackets.

Control characters but for the tab and the new line, and Unicode's embeddings, overrides and
isolates (UAX 9), with which "gnp.exe" is shown as "exe.png".
"""

_STEERING = re.compile(f"[{STEERING}]")


def plain(text: str, most: int) -> str:
    """The text without what steers, and no longer than `most` characters."""
    return _STEERING.sub("", text)[:most]


def plain_line(text: str, most: int) -> str:
    """The same on one line."""
    return plain(" ".join(text.split()), most)
