"""Where a line of words may be broken."""

import re
from collections.abc import Callable

_HERE = re.compile(r"[ \n\t]+|(?<=[^\W\d]-)(?=[^\W\d])")
_TINY = 2  # letters
_SHORT = 1 / 3  # of a line
_WORD = re.compile("[^ \n\t]+")


def breakable(text: str) -> list[str]:
    """The pieces that stay on one line: words, or their parts at a hyphen.

    A no-break space holds words together.
    """
    return [piece for piece in _HERE.split(text) if piece]


def kept(text: str, room: float, measure: Callable[[str], float]) -> str:
    """`text` with its last two words on one line, if that has room: no short word ends up alone.

    It takes as many lines as before.
    """
    words = text.split(" ")
    count = 3 if len(words[-2:][0]) <= _TINY else 2  # as in "20 s holds"
    start, tail = " ".join(words[:-count]), "\u00a0".join(words[-count:])
    if " " not in start or not words[-1] or "\n" in tail:  # of a few words each line is short
        return text
    fits = measure(tail) <= room and measure(words[-1]) <= _SHORT * room
    return f"{start} {tail}" if fits else text


def broken(text: str, room: int, measure: Callable[[str], int]) -> str:
    """`text` with a soft hyphen in each word that is wider than `room`, as late as fits."""
    return _WORD.sub(lambda found: _broken(found[0], room, measure), text)


def _broken(word: str, room: int, measure: Callable[[str], int]) -> str:
    pieces = []
    while measure(word) > room:
        fit = next(
            (at for at in range(len(word) - 2, 2, -1) if measure(f"{word[:at]}-") <= room), 0
        )
        if not fit:
            break
        pieces.append(word[:fit])
        word = word[fit:]
    return "\u00ad".join((*pieces, word))
