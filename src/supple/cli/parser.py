"""The command line: its grammar in the language that is spoken, and what it says."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from gettext import NullTranslations
from typing import NoReturn

from supple.cli.commands import Command, commands
from supple.cli.usage import speak, tr
from supple.core.errors import InputError

_LANGUAGE = "--lang"


class _Parser(ArgumentParser):
    """Says what is wrong in one line, and where to look."""

    def error(self, message: str) -> NoReturn:
        raise InputError(
            f"{message}.",
            where=self.prog,
            fix=tr("See `{command}`.").format(command=f"{self.prog} --help"),
        )


def parsed(arguments: Sequence[str], words: NullTranslations) -> Namespace:
    """What the command line says. Raises InputError."""
    return parser(commands(words), words).parse_args(arguments)


def asked_language(arguments: Sequence[str]) -> str | None:
    """The value of `--lang`, needed before the help in that language can be built."""
    if _LANGUAGE not in " ".join(arguments):
        return None
    early = _Parser(add_help=False, allow_abbrev=False)
    early.add_argument(_LANGUAGE)
    known: Namespace = early.parse_known_args(list(arguments))[0]
    return str(known.lang) if known.lang is not None else None


def parser(table: Sequence[Command], words: NullTranslations) -> ArgumentParser:
    """The parser of the whole command line; also the source of the manual page."""
    speak(words)
    tr = words.gettext
    whole = _Parser(
        prog="supple",
        description=tr("Guided stretching for a stiff back. With no command: opens the window."),
        allow_abbrev=False,
    )
    whole.add_argument(_LANGUAGE, metavar="L", help=tr("the language, such as en"))
    whole.add_argument("--tray", action="store_true", help=tr("only the tray icon, no window"))
    whole.add_argument("--version", action="store_true", help=tr("the version, and nothing else"))
    subs = whole.add_subparsers(dest="command", metavar=tr("COMMAND"), parser_class=_Parser)
    for command in table:
        sub = subs.add_parser(
            command.name,
            help=command.words,
            description=command.words[:1].upper() + command.words[1:] + ".",
            epilog=tr("Example: {example}").format(example=command.example),
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.arguments(sub, words)
        sub.set_defaults(module=command.module)
    return whole
