"""Where a line of words may be broken."""

import re

_HERE = re.compile("[ \n\t]+")


def breakable(text: str) -> list[str]:
    """The pieces that stay on one line: words, and what a no-break space holds together."""
    return [piece for piece in _HERE.split(text) if piece]
