"""Cells: values of records as a spreadsheet takes them, and does not mistake for formulas."""

from collections.abc import Iterable

import msgspec

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cells(record: msgspec.Struct, fields: Iterable[str]) -> list[str]:
    """The fields of a record as cells; empty where there is nothing."""
    plain = msgspec.to_builtins(record)
    return [cell(plain.get(name)) for name in fields]


def cell(value: object) -> str:
    """A plain value as a cell. A text that begins like a formula gets a mark before it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, dict | list):
        return msgspec.json.encode(value).decode()
    return str(value)
