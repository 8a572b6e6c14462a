"""Everything the command line prints: data on standard output, talk on standard error."""

import sys
from collections.abc import Iterable, Sequence

import msgspec


def say(text: str) -> None:
    """Talk to the person at the terminal.

    The text may hold what somebody typed or a file said, so nothing in it may steer the terminal.
    """
    if sys.stderr is None:  # a start without a console
        return
    tame = "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text)
    sys.stderr.write(f"{tame}\n")
    sys.stderr.flush()


def write(text: str, end: str = "\n") -> None:
    """Write data, at once."""
    sys.stdout.write(f"{text}{end}")
    sys.stdout.flush()


def write_json(value: object) -> None:
    """Write one JSON document, indented."""
    write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def write_json_line(value: object) -> None:
    """Write one JSON object on one line, at once."""
    write(msgspec.json.encode(value).decode())


def write_table(rows: Iterable[Sequence[str]]) -> None:
    """Write rows in columns as wide as their widest cell; the last column runs free."""
    table = [tuple(row) for row in rows]
    widths = [max(len(row[n]) for row in table) for n in range(len(table[0]) - 1)] if table else []
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        write("  ".join([*cells, row[-1]]).rstrip())
