"""From plain data to typed records, piece by piece, so that every fault is found at once."""

import tomllib
from collections.abc import Iterator, Mapping
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from supple.core.catalogue.problem import Problem

T = TypeVar("T", bound=msgspec.Struct)

_SHOWN = 40


def parse_toml(text: str) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The table a TOML text holds, or the one fault of syntax that keeps it from being read."""
    try:
        return tomllib.loads(text), ()
    except tomllib.TOMLDecodeError as fault:
        words, _, place = str(fault).partition(" (at ")
        where = place.removesuffix(")").split(",")[0] or "file"
        return {}, (Problem(where, f"{words}.", "A file in the TOML format is needed."),)
    except RecursionError:
        return {}, (Problem("file", "is nested too deeply.", "Two or three levels are enough."),)


def read(data: Mapping[str, object], kind: type[T], at: str = "") -> tuple[T | None, list[Problem]]:
    """A record of `kind` from `data`, or None and everything that is wrong with it.

    `at` is the key path of `data` itself.
    """
    values: dict[str, object] = {}
    problems: list[Problem] = []
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key in data:
        if key not in fields:
            known = ", ".join(sorted(fields))
            problems.append(Problem(_join(at, key), "is not known here.", f"Known: {known}."))
    for key, field in fields.items():
        where = _join(at, key)
        if key in data:
            value, faults = _value(data[key], field.type, where)
            values[field.name] = value
            problems += faults
        elif field.required:
            problems.append(Problem(where, "is missing.", _allowed(field.type)))
    return (None if problems else kind(**values)), problems


def _value(value: object, kind: Any, at: str) -> tuple[object, list[Problem]]:
    struct = _struct_in(kind)
    if struct is not None and isinstance(value, Mapping):
        return read(value, struct, at)
    if get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis and isinstance(value, list):
        items = [_value(item, get_args(kind)[0], f"{at}[{n}]") for n, item in enumerate(value)]
        return tuple(item for item, _ in items), [p for _, faults in items for p in faults]
    try:
        return msgspec.convert(value, kind), []
    except msgspec.ValidationError:
        found = f"found {_show(value)}."
        return None, [Problem(at, found, _allowed(kind))]
    except RecursionError:
        return None, [Problem(at, "is nested too deeply.", _allowed(kind))]


def _struct_in(kind: Any) -> type[msgspec.Struct] | None:
    return kind if isinstance(kind, type) and issubclass(kind, msgspec.Struct) else None


def _join(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key


def _show(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _allowed(kind: Any) -> str:
    return f"Allowed: {' or '.join(dict.fromkeys(_names(kind)))}."


def _names(kind: Any) -> Iterator[str]:
    origin = get_origin(kind)
    if origin is Annotated:
        base, *metas = get_args(kind)
        yield f"{_NAMES.get(base, 'a value')}{''.join(_limits(meta) for meta in metas)}"
    elif origin in (Union, UnionType):
        for part in get_args(kind):
            if part is not type(None):
                yield from _names(part)
    elif origin is Literal:
        yield ", ".join(str(choice) for choice in get_args(kind))
    elif isinstance(kind, type) and issubclass(kind, Enum):
        yield ", ".join(str(choice.value) for choice in kind)
    elif origin is tuple:
        parts = [part for part in get_args(kind) if part is not Ellipsis]
        yield f"a list of: {next(_names(parts[0]))}"
    else:
        yield _NAMES.get(kind, "a table")


_NAMES: dict[object, str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true, false",
}


def _limits(meta: msgspec.Meta) -> str:
    if meta.ge is not None and meta.le is not None:
        return f" from {meta.ge} to {meta.le}"
    if meta.pattern is not None:
        return " in small letters, digits and hyphens"
    if meta.max_length is not None:
        return f" of at most {meta.max_length} characters"
    return ""
