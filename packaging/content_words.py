"""Finds the words of content files for Babel: the values that `TEXT_KEYS` says people read or hear.

Each comes with file and key path as a comment for translators. Pages to read come in pieces.
"""

import tomllib
from collections.abc import Iterator
from typing import BinaryIO

from supple.core.catalogue.texts import TEXT_KEYS
from supple.core.learn.page import units

Found = tuple[int, str, str, list[str]]


def extract(
    content: BinaryIO,
    _keywords: object,
    _comment_tags: object,
    options: object,  # noqa: ARG001  named by Babel
) -> Iterator[Found]:
    """Babel's interface: line (TOML tells none), function, message, comments."""
    for path, text in words_of(tomllib.load(content)):
        yield 1, "gettext", text, [path]


def extract_lines(
    content: BinaryIO,
    _keywords: object,
    _comment_tags: object,
    options: object,  # noqa: ARG001  named by Babel
) -> Iterator[Found]:
    """The same for a file in which everything is spoken."""
    for pool, lines in tomllib.load(content).items():
        for number, line in enumerate(lines):
            yield 1, "gettext", line, [f"{pool}[{number}]"]


def extract_page(
    content: BinaryIO,
    _keywords: object,
    _comment_tags: object,
    options: object,  # noqa: ARG001  named by Babel
) -> Iterator[Found]:
    """The same for a page to read: its title, paragraphs, and rows of lists and tables."""
    _, _, text = content.read().decode("utf-8").split("+++\n", 2)
    for unit in units(text):
        yield 1, "gettext", unit, []


def words_of(value: object, path: str = "", key: str = "") -> Iterator[tuple[str, str]]:
    """Key path and text of everything people read or hear in a content file."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from words_of(inner, f"{path}.{name}".lstrip("."), name)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from words_of(inner, f"{path}[{number}]", key)
    elif isinstance(value, str) and value and key in TEXT_KEYS:
        yield path, value
