"""What Supple never says: words that hurry, blame or promise."""

import re
import tomllib
from collections.abc import Iterator

from babel.messages.extract import extract_from_file

from tests.quality.repository import files, shown
from translations import KEYWORDS

NEVER_SAID = (
    "abandoned",
    "all failed",
    "burn",
    "consult your",
    "falling behind",
    "feel the burn",
    "gave up",
    "healthcare provider",
    "missed session",
    "missed sessions",
    "no pain no gain",
    "no pain, no gain",
    "overdue",
    "push harder",
    "push through",
    "push yourself",
    "rep out",
    "should be able to",
    "streak",
    "the cloud",
    "this device",
    "use force",
    "workout",
    "you failed",
    "you missed",
)
NOT_WORDS = {"id", "family", "origin", "source", "source_section"}
PHRASE = re.compile(rf"\b(?:{'|'.join(map(re.escape, NEVER_SAID))})\b", re.IGNORECASE)


def test_no_message_of_the_program_uses_a_word_that_supple_never_says() -> None:
    assert not [(name, text) for name, text in messages() if PHRASE.search(text)]


def test_no_content_uses_a_word_that_supple_never_says() -> None:
    assert not [(name, text) for name, text in content() if PHRASE.search(text)]


def test_every_message_is_whole_words_and_not_put_together() -> None:
    assert not [(name, text) for name, text in messages() if not text.strip()]


def messages() -> Iterator[tuple[str, str]]:
    """File and text of every message in the source."""
    for path in files("src/*.py"):
        for _line, found, _comments, _context in extract_from_file(
            "source_words:extract", path, keywords=KEYWORDS
        ):
            for text in [found] if isinstance(found, str) else found:
                yield shown(path), text


def content() -> Iterator[tuple[str, str]]:
    """File and text of everything in the content files that is not for the program alone."""
    for path in files("assets/*.toml"):
        for text in texts(tomllib.loads(path.read_text("utf-8"))):
            yield shown(path), text
    for path in files("assets/learn/*.md"):
        yield shown(path), path.read_text("utf-8")


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_WORDS:
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value
