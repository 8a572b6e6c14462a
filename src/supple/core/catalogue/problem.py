"""A fault found in a content file: where, what, and what would be right."""

import re
from gettext import NullTranslations
from typing import Self

import msgspec

SAID = "said"
"""The key in a type's `extra` under which it tells in words what it allows."""

_MOST_SHOWN = 40
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")


class Phrase(str):
    """A piece of a message: English with its values filled in, which can be said in any language.

    `values` that are phrases are translated with it.
    """

    __slots__ = ("form", "values")

    form: str
    values: dict[str, object]

    def __new__(cls, form: str, **values: object) -> Self:
        """`form` is what translators see, with a {field} for each of `values`."""
        phrase = super().__new__(cls, form.format(**values) if values else form)
        phrase.form, phrase.values = form, values
        return phrase


def told(text: str, words: NullTranslations) -> str:
    """The text in the language of `words`; what is no phrase stays as it is."""
    if not isinstance(text, Phrase):
        return text
    form = words.gettext(text.form)
    if not text.values:
        return form
    values = {
        name: told(value, words) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    return form.format(**values)


class Problem(msgspec.Struct, frozen=True, order=True):
    """`where` is a key path such as `cues.hold[2]`, or `line 12` for a fault of the syntax."""

    where: str
    what: str
    allowed: str = ""

    def __str__(self) -> str:
        return self.told(NullTranslations())

    def told(self, words: NullTranslations) -> str:
        """The whole fault in the language of `words`."""
        place = f"{self.where}: " if self.where else ""
        what = f"{place}{told(self.what, words)}"
        return f"{what} {told(self.allowed, words)}" if self.allowed else what


def shown(value: object) -> str:
    """A value of a file as it may be printed: short, on one line, without control characters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value.bit_length() > _MOST_SHOWN:
        return Phrase("a huge number")  # Python refuses to write out the largest
    if isinstance(value, dict):
        return Phrase("a table")
    if isinstance(value, list):
        return Phrase("a list")
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}..."


def found(value: object) -> Phrase:
    """That something wrong stands there."""
    return Phrase("found {value}.", value=shown(value))


def at_most(count: int) -> Phrase:
    """That there are too many."""
    return Phrase("At most {n}.", n=count)


def key_path(at: str, key: str) -> str:
    """The path of `key` inside the table at the path `at`."""
    name = key if _BARE_KEY.fullmatch(key) else shown(key)
    return f"{at}.{name}" if at else name
