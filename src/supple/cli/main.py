"""The way in: reads the command line, runs one command, turns known faults into one message."""

import errno
import os
import sys
from collections.abc import Mapping, Sequence
from gettext import NullTranslations
from importlib import import_module
from keyword import iskeyword

from supple.app.container import Container
from supple.core.errors import SuppleError

SPEECH_WORKER = "--speech-worker"
_BROKEN_PIPE = 141
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT})
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run `supple` with these arguments (those of the process by default); the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == [SPEECH_WORKER]:
        child = import_module("supple.devices.speech.child")
        return int(child.main(arguments[1:]))
    try:
        return _run(arguments, os.environ)
    except SuppleError as error:
        _say(str(error) if error.where else f"supple: {error}")
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has gone; leave nothing for the interpreter to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        if error.errno not in _REFUSED:
            _say(_written_down(error))
        else:
            _say(f"{error.filename or 'supple'}: {error.strerror}. Nothing was lost.")
        return 1
    except Exception as fault:  # noqa: BLE001 - the last place where a bug can be told kindly
        _say(_written_down(fault))
        return 1


def _say(text: str) -> None:
    """Say why Supple ends."""
    from supple.cli.window import say  # most commands end well

    say(text)


def _written_down(fault: Exception) -> str:
    from supple.devices.files import Folders
    from supple.devices.log import LogFile

    log = LogFile(Folders.of(os.environ), NullTranslations())
    log.open()
    try:
        return log.write_down(fault)
    finally:
        log.close()


def _run(arguments: list[str], environ: Mapping[str, str]) -> int:
    if arguments in ([], ["--tray"]):  # the two that open the program wait for no parser
        from supple.cli.window import open_program

        with Container(environ) as app:
            return open_program(app, tray=bool(arguments))
    from supple.cli.parser import asked_language, parsed

    with Container(environ, language=asked_language(arguments)) as app:
        args = parsed(arguments, app.words)
        if args.command is None:
            module, name = "supple.cli.window", "window"
        else:
            module, name = args.module, args.command
            name += "_" if iskeyword(name) else ""  # `break` is a word of Python's own
        return int(getattr(import_module(module), name)(args, app))
