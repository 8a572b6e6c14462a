r"""Makes any text safe to speak. Pure.

Speech engines take commands inside the text: espeak-ng control characters ("\x01400S" speeds it
up), SAPI anything that looks like XML, macOS "[[rate 400]]". Exercise names and cues may come from
a file somebody else wrote, so nothing but plain words may pass.
"""

import unicodedata

MAX_CHARS = 600
"""The longest text that is spoken: some 25 seconds. pyttsx3 reads ten times the length of the
text from memory, so a text without bounds could also crash the engine."""

_READ_AT_MOST = 4 * MAX_CHARS
_JOINERS = frozenset("\u200c\u200d")  # Persian, Hindi and others spell words with them
_MARKUP = frozenset("<>[]{}|\\^`~")
_DROPPED = frozenset({"Cf"})  # invisible marks: direction overrides, soft hyphens, byte order
_BLANKED = frozenset({"Cc", "Cs", "Co", "Cn"})


def speakable(text: str) -> str:
    """The words of `text` in one line of at most `MAX_CHARS`; empty if there is nothing to say."""
    plain = "".join(_plain(char) for char in text[:_READ_AT_MOST])
    line = " ".join(plain.split())
    if len(line) > MAX_CHARS:
        line = line[:MAX_CHARS].rpartition(" ")[0] or line[:MAX_CHARS]
    return line if any(char.isalnum() for char in line) else ""


def _plain(char: str) -> str:
    if char in _JOINERS:
        return char
    if char in _MARKUP:
        return " "
    kind = unicodedata.category(char)
    if kind in _DROPPED:
        return ""
    return " " if kind in _BLANKED else char
