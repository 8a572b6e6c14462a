"""The settings file: readable, with a comment at every option; what it does not know it keeps."""

import re
import tomllib
from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

import msgspec

from supple.core.catalogue.problem import Problem
from supple.core.errors import InputError
from supple.devices.files import read_bounded, write_atomic
from supple.devices.settings.settings import Option, Settings, changed, options

_LIMIT_BYTES = 200_000


def load_settings(path: Path, words: NullTranslations) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in the file at `path`, and what could not be used: there the default holds.

    Never raises and never changes the file. No file means defaults.
    """
    if not path.exists():
        return Settings(), ()
    try:
        text = read_bounded(path, _LIMIT_BYTES, words).decode("utf-8")
        data = tomllib.loads(text)
    except InputError as error:
        return Settings(), (Problem(path.name, error.what, error.allowed),)
    except (ValueError, RecursionError) as error:
        usual = words.gettext("Supple uses its usual values. Your file is untouched.")
        return Settings(), (Problem(path.name, f"{error}.", usual),)
    return _settings_in(data, text, path.name, words)


def _settings_in(
    data: Mapping[str, object], text: str, name: str, words: NullTranslations
) -> tuple[Settings, tuple[Problem, ...]]:
    settings = Settings()
    problems: list[Problem] = []
    for option in options():
        section, _, key = option.key.partition(".")
        table = data.get(section, {})
        if not isinstance(table, Mapping) or key not in table:
            continue
        try:
            settings = changed(settings, option.key, table[key])
        except msgspec.ValidationError:
            where = words.gettext("{file}, line {line}, {key}").format(
                file=name, line=_line_of(text, section, key), key=option.key
            )
            usual = words.gettext("Allowed: {allowed}. Supple uses {default}.").format(
                allowed=option.allowed, default=option.default
            )
            problems.append(Problem(where, words.gettext("can't be used."), usual))
    return settings, tuple(problems)


def save_setting(path: Path, key: str, value: object, words: NullTranslations) -> None:
    """Write one value into the file, leaving everything else in it as it is.

    A file that cannot be understood is first set aside as `settings.damaged.toml`. Raises
    InputError or FacilityError when the file cannot be read or written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    text = (
        read_bounded(path, _LIMIT_BYTES, words).decode("utf-8", "replace") if path.exists() else ""
    )
    try:
        document = tomlkit.parse(text or _template(words))
    except (TOMLKitError, RecursionError):
        path.replace(path.with_name("settings.damaged.toml"))
        document = tomlkit.parse(_template(words))
    section, _, name = key.partition(".")
    table = document.get(section)
    if not isinstance(table, dict):
        table = tomlkit.table()
        document[section] = table
    table[name] = value
    write_atomic(path, tomlkit.dumps(document).encode(), words)


def _template(words: NullTranslations) -> str:
    """A file in which every option stands as a comment with its default."""
    tr = words.gettext
    lines = [f"# {tr('Settings of Supple. Take away the # before a line to change it.')}"]
    shown = ""
    for option in options():
        section, _, name = option.key.partition(".")
        if section != shown:
            lines += ["", f"[{section}]"]
            shown = section
        lines += [f"# {tr(option.words)} ({option.allowed})", f"# {name} = {_toml(option)}"]
    return "\n".join([*lines, ""])


def _toml(option: Option) -> str:
    value = option.default
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _line_of(text: str, section: str, key: str) -> int:
    """The line of a key, counted from 1; 0 if it is written in a form not searched for."""
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        head = re.match(r"\s*\[\s*([\w.-]+)\s*\]", line)
        inside = head[1] if head else inside
        if re.match(rf"\s*{key}\s*=", line) and inside == section:
            return number
        if re.match(rf"\s*{section}\.{key}\s*=", line):
            return number
    return 0
