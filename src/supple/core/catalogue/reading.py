"""From plain data to typed records, piece by piece, so that every fault is found at once."""

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec
import tomli

from supple.core.catalogue.problem import SAID, Phrase, Problem, at_most, found, key_path

T = TypeVar("T", bound=msgspec.Struct)

# No sensible file comes near; a file made to hurt must not turn into millions of faults.
_MOST_ITEMS = 100
_MOST_UNKNOWN = 100
_STRUCTURE = ".=[{"
_MOST_STRUCTURE = 50_000


def parse_toml(text: str) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The table a TOML text holds, or the one fault of syntax that keeps it from being read."""
    if sum(map(text.count, _STRUCTURE)) > _MOST_STRUCTURE:
        # Each of these signs may make a table. Megabytes of them take minutes and gigabytes.
        return {}, (Problem("file", Phrase("is too long."), at_most(_MOST_STRUCTURE)),)
    try:
        return tomli.loads(text), ()
    except tomli.TOMLDecodeError as fault:
        words, _, place = str(fault).partition(" (at ")
        where = place.removesuffix(")").split(",")[0] or "file"
        what = Phrase("is not TOML: {fault}.", fault=words)
        return {}, (Problem(where, what, Phrase("A file in the TOML format is needed.")),)
    except RecursionError:
        allowed = Phrase("Two or three levels are enough.")
        return {}, (Problem("file", Phrase("is nested too deeply."), allowed),)
    except ValueError:  # Python refuses to read whole numbers of thousands of digits
        what = Phrase("holds a number that is far too long.")
        return {}, (Problem("file", what, Phrase("Small numbers.")),)


def read(data: Mapping[str, object], kind: type[T], at: str = "") -> tuple[T | None, list[Problem]]:
    """A record of `kind` from `data`, or None and everything that is wrong with it.

    `at` is the key path of `data` itself.
    """
    values, problems = read_fields(data, kind, at)
    return (None if problems else kind(**values)), problems


def read_fields(
    data: Mapping[str, object], kind: type[msgspec.Struct], at: str = ""
) -> tuple[dict[str, Any], list[Problem]]:
    """The fields of `kind` that stand in `data` and can be read, and the faults of all others."""
    values: dict[str, Any] = {}
    fields = _fields(kind)
    problems = _unknown(data, sorted(fields), at)
    for key, field in fields.items():
        where = key_path(at, key)
        if key in data:
            value, faults = _value(data[key], field.type, where)
            problems += faults
            if not faults:
                values[field.name] = value
        elif field.required:
            problems.append(Problem(where, Phrase("is missing."), _allowed(field.type)))
    return values, problems


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    """The fields of a kind of record by their keys; working out their types takes a while."""
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _unknown(data: Mapping[str, object], known: list[str], at: str) -> list[Problem]:
    keys = [key for key in data if key not in known]
    allowed = Phrase("Known: {keys}.", keys=", ".join(known))
    unknown = Phrase("is not known here.")
    problems = [Problem(key_path(at, key), unknown, allowed) for key in keys[:_MOST_UNKNOWN]]
    if left := len(keys) - len(problems):
        problems.append(Problem(at or "file", Phrase("{n} more keys are not known here.", n=left)))
    return problems


def _value(value: object, kind: Any, at: str) -> tuple[object, list[Problem]]:
    struct = _struct_in(kind)
    if struct is not None and isinstance(value, Mapping):
        return read(value, struct, at)
    if get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis and isinstance(value, list):
        return _items(value, get_args(kind)[0], at)
    try:
        return msgspec.convert(value, kind), []
    except ValueError:  # a ValidationError, or Python refusing the largest of numbers
        return None, [Problem(at, found(value), _allowed(kind))]


def _items(values: list[object], kind: Any, at: str) -> tuple[object, list[Problem]]:
    if len(values) > _MOST_ITEMS:
        return None, [Problem(at, Phrase("is too long."), at_most(_MOST_ITEMS))]
    items = [_value(item, kind, f"{at}[{n}]") for n, item in enumerate(values)]
    return tuple(item for item, _ in items), [fault for _, faults in items for fault in faults]


def _struct_in(kind: Any) -> type[msgspec.Struct] | None:
    return kind if isinstance(kind, type) and issubclass(kind, msgspec.Struct) else None


class Key(msgspec.Struct, frozen=True):
    """What may stand under a key of a table, and whether it must."""

    name: str
    allowed: str
    is_needed: bool


def keys_of(kind: type[msgspec.Struct]) -> tuple[Key, ...]:
    """All keys of a table that becomes a record of `kind`."""
    return tuple(
        Key(name, _choice(field.type), field.required) for name, field in _fields(kind).items()
    )


def _allowed(kind: Any) -> Phrase:
    return Phrase("Allowed: {allowed}.", allowed=_choice(kind))


def _choice(kind: Any) -> str:
    first, *others = dict.fromkeys(_names(kind))
    for other in others:
        first = Phrase("{one} or {other}", one=first, other=other)
    return first


def _names(kind: Any) -> Iterator[str]:
    origin = get_origin(kind)
    if origin is Annotated:
        base, *metas = get_args(kind)
        name, limits = _NAMES.get(base, Phrase("a value")), _limits(metas)
        yield Phrase("{what} {limits}", what=name, limits=limits) if limits else name
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
        yield Phrase("a list of: {what}", what=next(_names(parts[0])))
    else:
        yield _NAMES.get(kind, Phrase("a table"))


_NAMES: dict[object, str] = {
    str: Phrase("text"),
    int: Phrase("a whole number"),
    float: Phrase("a number"),
    bool: "true, false",
}


def _limits(metas: list[msgspec.Meta]) -> str:
    for meta in metas:
        if meta.extra and SAID in meta.extra:
            said: Phrase = meta.extra[SAID]
            return said
        if meta.ge is not None and meta.le is not None:
            return Phrase("from {least} to {most}", least=meta.ge, most=meta.le)
    return ""
