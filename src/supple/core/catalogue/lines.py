"""Where in the text of a routine something stands, so that a person finds it in an editor."""

import re
from collections.abc import Sequence

_MOST_SIGNS = 200_000
_QUIET = re.compile(
    r'"""(?:\\.|[^\\])*?(?:"""|\Z)|\'\'\'.*?(?:\'\'\'|\Z)'
    r'|"(?:\\.|[^"\\\n])*(?:"|$)|\'[^\'\n]*(?:\'|$)|#[^\n]*',
    re.DOTALL | re.MULTILINE,
)
"""Strings and comments; what is not closed ends with its line or the text, so this stays quick."""
_SIGN = re.compile(r"[^\n]")
_ROW = re.compile(r"^[ \t]*\[\[[ \t]*steps[ \t]*\]\]|\{", re.MULTILINE)
_IN_A_ROW = re.compile(r"steps\[(\d+)\](?:\.([A-Za-z0-9_-]+))?")
_SYNTAX = re.compile(r"line (\d+)")
_KEY = re.compile(r"[A-Za-z0-9_-]+")


def lines_of(text: str, paths: Sequence[str]) -> tuple[int, ...]:
    """The line, from 1, of each key path such as `steps[2].hold_s`; 0 where it is not found.

    A key that is missing is looked for where its row begins. A very long text is not searched.
    """
    if len(text) > _MOST_SIGNS:
        return (0,) * len(paths)
    bare = _QUIET.sub(lambda found: _SIGN.sub(" ", found[0]), text)
    rows = [found.start() for found in _ROW.finditer(bare)]
    return tuple(_line_of(bare, rows, path) for path in paths)


def _line_of(bare: str, rows: Sequence[int], path: str) -> int:
    if syntax := _SYNTAX.fullmatch(path):
        return int(syntax[1])
    if inside := _IN_A_ROW.fullmatch(path):
        place = int(inside[1])
        if place >= len(rows):
            return 0
        start, end = rows[place], rows[place + 1] if place + 1 < len(rows) else len(bare)
        key = re.search(rf"\b{inside[2]}[ \t]*=", bare[start:end]) if inside[2] else None
        return _line(bare, start + (key.start() if key else 0))
    if not _KEY.fullmatch(path):
        return 0
    key = re.search(rf"^[ \t]*{path}[ \t]*=", bare, re.MULTILINE)
    return _line(bare, key.end()) if key else 0


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
