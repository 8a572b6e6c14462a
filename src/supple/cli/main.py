"""The way in: reads the command line, runs one command, turns known faults into one message."""

import errno
import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence
from gettext import NullTranslations
from importlib import import_module
from keyword import iskeyword
from typing import NoReturn

from supple.app.container import Container
from supple.cli import out
from supple.cli.commands import Command, commands
from supple.cli.usage import speak, tr
from supple.core.errors import InputError, SuppleError

SPEECH_WORKER = "--speech-worker"
_LANGUAGE = "--lang"
_TRAY = "--tray"
_BROKEN_PIPE = 141
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT})
_INTERRUPTED = 130


class _Parser(ArgumentParser):
    """Says what is wrong in one line, and where to look."""

    def error(self, message: str) -> NoReturn:
        raise InputError(
            f"{message}.",
            where=self.prog,
            fix=tr("See `{command}`.").format(command=f"{self.prog} --help"),
        )


def main(argv: Sequence[str] | None = None) -> int:
    """Run `supple` with these arguments (those of the process by default); the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == [SPEECH_WORKER]:
        child = import_module("supple.devices.speech.child")
        return int(child.main(arguments[1:]))
    try:
        return _run(arguments, os.environ)
    except SuppleError as error:
        out.say(str(error) if error.where else f"supple: {error}")
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has gone; leave nothing for the interpreter to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        if error.errno not in _REFUSED:
            out.say(_written_down(error))
        else:
            out.say(f"{error.filename or 'supple'}: {error.strerror}. Nothing was lost.")
        return 1
    except Exception as fault:  # noqa: BLE001 - the last place where a bug can be told kindly
        out.say(_written_down(fault))
        return 1


def _written_down(fault: Exception) -> str:
    from supple.devices.files import Folders
    from supple.devices.log import LogFile

    log = LogFile(Folders.of(os.environ), NullTranslations())
    log.open()
    try:
        return log.write_down(fault)
    finally:
        log.close()


def _run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    language = _asked_language(arguments)
    with Container(environ, language=language) as app:
        args = _parsed(arguments, app)
        if args.command is None:
            module, name = "supple.cli.window", "window"
        else:
            module, name = args.module, args.command
            name += "_" if iskeyword(name) else ""  # `break` is a word of Python's own
        return int(getattr(import_module(module), name)(args, app))


def _parsed(arguments: Sequence[str], app: Container) -> Namespace:
    """What the command line says. The two that open the program have no parser to wait for."""
    if list(arguments) in ([], [_TRAY]):
        return Namespace(command=None, version=False, tray=_TRAY in arguments)
    return parser(commands(app.words), app.words).parse_args(arguments)


def _asked_language(arguments: Sequence[str]) -> str | None:
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
    whole.add_argument(_TRAY, action="store_true", help=tr("only the tray icon, no window"))
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
