"""Where a line of words may be broken."""

import re
from collections.abc import Callable

_HERE = re.compile(r"[ \n\t]+|(?<=[^\W\d]-)(?=[^\W\d])")
_FEW = 1  # spaces before the last two words; of a few words each line is short
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
    head, _, last = text.rpartition(" ")
    start, gap, before = head.rpartition(" ")
    pair = f"{before}\u00a0{last}"
    if not gap or not last or "\n" in pair or start.count(" ") < _FEW:
        return text
    fits = measure(pair) <= room and measure(last) <= _SHORT * room
    return f"{start} {pair}" if fits else text


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
