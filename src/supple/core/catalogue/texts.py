"""Which parts of a content file are words for people, and how they get into another language."""

from gettext import NullTranslations
from typing import Any, TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)

# Keys of the content files whose values are read or heard. Everything else is for the program.
# The extraction of words for translators uses the same list.
TEXT_KEYS = frozenset(
    {
        "name", "card", "setup", "movement", "exit", "feel", "wrong", "fix", "unit",
        "ready", "start", "hold", "half", "switch", "release",
        "when", "needs", "welcome", "note", "say", "say_first",
        "text", "why", "zero", "aside", "end", "mistake", "source_section",
        "words_at", "words_near", "words_far", "words_inside", "words_above", "words_below",
    }
)  # fmt: skip


def translated(record: T, words: NullTranslations) -> T:
    """The record with every text in the language of `words`; in English it stays as it is."""
    if not words.info():
        return record  # English, and no header of a translation
    changes = {
        field.name: _translated(getattr(record, field.name), field.encode_name, words)
        for field in msgspec.structs.fields(record)
    }
    return msgspec.structs.replace(record, **changes)


def _translated(value: Any, key: str, words: NullTranslations) -> Any:
    if isinstance(value, msgspec.Struct):
        return translated(value, words)
    if isinstance(value, tuple):
        return tuple(_translated(item, key, words) for item in value)
    if key in TEXT_KEYS and isinstance(value, str) and value:
        return words.gettext(value)
    return value
