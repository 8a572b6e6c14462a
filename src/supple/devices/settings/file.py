"""The settings file: readable, with a comment at every option; what it does not know it keeps."""

import re
from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

import msgspec
import tomli

from supple.core.catalogue.problem import Problem, shown
from supple.core.errors import InputError
from supple.devices.files import read_bounded, write_atomic
from supple.devices.settings.settings import Settings, Value, changed, option, options

_LIMIT_BYTES = 200_000
_PLACE = re.compile(r"at line (\d+)")


class Unusable(Problem, frozen=True, order=True):
    """What in the file could not be used: the option `key`, which has `value` there.

    Both are empty for a fault of the file itself.
    """

    key: str = ""
    value: str = ""


def load_settings(path: Path, words: NullTranslations) -> tuple[Settings, tuple[Unusable, ...]]:
    """The settings in the file at `path`, and what could not be used: there the default holds.

    Never raises and never changes the file. No file means defaults.
    """
    try:
        text = _read(path, words)
        return _settings_in(_parse(text, path, words), text, path.name, words)
    except InputError as error:
        usual = words.gettext("Supple uses its usual values. Your file is untouched.")
        where = error.where.removeprefix(str(path.parent)).lstrip("/\\")
        return Settings(), (Unusable(where, error.what, usual),)


def save_setting(path: Path, key: str, value: Value, words: NullTranslations) -> None:
    """Write one value into the file, leaving everything else in it as it is.

    Raises InputError for a value that is not allowed, and when the file has a fault or is no
    ordinary file: it is then left alone. FacilityError when the disk refuses.
    """
    try:
        wanted = changed(Settings(), key, value)
    except msgspec.ValidationError as error:
        allowed = words.gettext("Allowed: {allowed}.").format(allowed=option(key).allowed)
        raise InputError(_found(value, words), where=key, allowed=allowed) from error
    text = _read(path, words)
    section = _parse(text, path, words).get(key.partition(".")[0], {})
    new = _with_value(text or _template(words), key, value) if isinstance(section, dict) else text
    # Read again before it is written: an odd file may not take the value as it was meant.
    written, _ = _settings_in(_parse(new, path, words), new, path.name, words)
    if _value(written, key) != _value(wanted, key):
        what = words.gettext("{key} can't be changed, as this file is written.").format(key=key)
        raise InputError(what, where=str(path), fix=words.gettext("Please change it by hand."))
    write_atomic(path, new.encode(), words)


def _value(settings: Settings, key: str) -> object:
    section, _, name = key.partition(".")
    return getattr(getattr(settings, section), name)


def _read(path: Path, words: NullTranslations) -> str:
    """The text of the file, empty if there is none. Raises InputError."""
    if not path.exists():
        return ""
    content = read_bounded(path, _LIMIT_BYTES, words)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = words.gettext("This is not a text file in UTF-8.")
        raise InputError(what, where=str(path)) from error


def _parse(text: str, path: Path, words: NullTranslations) -> dict[str, object]:
    """The tables of the text. Raises InputError, naming the line where that is known."""
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        where = _where(path, int(place[1]) if place else 0, words)
        raise InputError(
            words.gettext("This can't be read."), where=where, fix=words.gettext("Please mend it.")
        ) from error


def _settings_in(
    data: Mapping[str, object], text: str, name: str, words: NullTranslations
) -> tuple[Settings, tuple[Unusable, ...]]:
    settings = Settings()
    problems: list[Unusable] = []
    for each in options():
        section, _, key = each.key.partition(".")
        table = data.get(section)
        if not isinstance(table, Mapping) or key not in table:
            continue
        try:
            settings = changed(settings, each.key, table[key])
        except msgspec.ValidationError:
            line = _line_of(text, section, key, r"\s*")
            usual = words.gettext("Allowed: {allowed}. Supple uses {default}.").format(
                allowed=each.allowed, default=_toml(each.default)
            )
            where = f"{_where(Path(name), line, words)}, {each.key}"
            value = shown(table[key])
            problems.append(
                Unusable(where, _found(table[key], words), usual, key=each.key, value=value)
            )
    for field in msgspec.structs.fields(Settings):
        odd = data.get(field.name, {})
        if not isinstance(odd, Mapping):
            usual = words.gettext("Allowed: a table, [{section}].").format(section=field.name)
            problems.append(Unusable(f"{name}, {field.name}", _found(odd, words), usual))
    return settings, tuple(problems)


def _where(path: Path, line: int, words: NullTranslations) -> str:
    if not line:
        return str(path)
    return words.gettext("{file}, line {line}").format(file=path, line=line)


def _found(value: object, words: NullTranslations) -> str:
    return words.gettext("{value} can't be used.").format(value=shown(value))


def _with_value(text: str, key: str, value: Value) -> str:
    """The text with one value set: where it stands, else where its comment stands, else added."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    section, _, name = key.partition(".")
    line = _line_of(text, section, name, r"#\s?")
    if line and not _line_of(text, section, name, r"\s*"):
        lines = text.splitlines(keepends=True)
        end = lines[line - 1][len(lines[line - 1].rstrip("\r\n")) :]
        lines[line - 1] = f"{name} = {tomlkit.item(value).as_string()}{end}"
        return "".join(lines)
    try:
        document = tomlkit.parse(text)
        if section not in document:
            document.add(section, tomlkit.table())
        document[section][name] = value
        return tomlkit.dumps(document)
    except (TOMLKitError, RecursionError):
        return text  # it reads less than tomli; the caller sees that nothing changed


def _template(words: NullTranslations) -> str:
    """A file in which every option stands as a comment with its default."""
    tr = words.gettext
    lines = [f"# {tr('Settings of Supple. Take away the # before a line to change it.')}"]
    section = ""
    for each in options():
        place, _, name = each.key.partition(".")
        if place != section:
            lines += ["", f"[{place}]"]
            section = place
        lines += [f"# {tr(each.words)} ({each.allowed})", f"# {name} = {_toml(each.default)}"]
    return "\n".join([*lines, ""])


def _toml(value: Value) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _line_of(text: str, section: str, key: str, before: str) -> int:
    """The line of a key, counted from 1; 0 if it is written in a form not searched for.

    `before` is a pattern of what stands before the key: blanks, or the mark of a comment.
    """
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        head = re.match(r"\s*\[\s*([\w.-]+)\s*\]", line)
        inside = head[1] if head else inside
        name = key if inside == section else rf"{section}\.{key}"
        if re.match(rf"{before}{name}\s*=", line):
            return number
    return 0
