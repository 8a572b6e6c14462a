"""Writes docs/commands.md from the parser that also answers `--help`.

python packaging/command_page.py
"""

import argparse
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

from supple.cli.commands import commands
from supple.cli.parser import parser

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = """# All commands

`supple` with no command opens the window. Data goes to standard output, talk to standard error. The
exit code is 0 when it is done, 1 when it failed, 2 when the input was wrong.

"""


def page() -> str:
    """The whole page."""
    words = NullTranslations()
    table = commands(words)
    whole = parser(table, words)
    subs = next(each for each in whole._actions if isinstance(each, argparse._SubParsersAction))  # noqa: SLF001
    parts = [HEAD + _rows(whole)]
    for command in table:
        sub = subs.choices[command.name]
        parts.append(f"## {command.name}\n\n{sub.description}\n\n{_rows(sub)}\n{_example(sub)}")
    return "\n".join(parts)


def _rows(one: argparse.ArgumentParser) -> str:
    lines = [f"| `{name}` | {words} |" for name, words in _arguments(one)]
    return "\n".join(["| | |", "| --- | --- |", *lines, ""]) if lines else ""


def _arguments(one: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    for each in one._actions:  # noqa: SLF001 - argparse tells it nowhere else
        if isinstance(each, argparse._HelpAction | argparse._SubParsersAction):  # noqa: SLF001
            continue
        value = each.metavar or "|".join(each.choices or ()) or each.dest.upper()
        if not each.option_strings:
            name = str(value)
        elif each.nargs == 0:
            name = ", ".join(each.option_strings)
        else:
            name = f"{', '.join(each.option_strings)} {value}"
        yield name.replace("|", " or "), each.help or ""


def _example(one: argparse.ArgumentParser) -> str:
    return f"```\n{(one.epilog or '').partition(': ')[2]}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
