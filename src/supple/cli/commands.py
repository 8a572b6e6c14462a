"""All commands of `supple` in one table: name, words, arguments, and where the work is done.

A command's module is loaded only when that command runs, so that a short command starts quickly.
"""

from argparse import ArgumentParser, ArgumentTypeError, BooleanOptionalAction
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

Arguments = Callable[[ArgumentParser, NullTranslations], None]

_FASTEST = 1000.0
_LAST_WEEK = 52
_SIZES = 480, 7680  # logical pixels of one side


@dataclass(frozen=True)
class Command:
    """One subcommand. `module` holds a function `name(args, app) -> exit code`."""

    name: str
    words: str
    example: str
    module: str
    arguments: Arguments


def _play(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("routine", metavar="ROUTINE", help=tr("a routine's id"))
    parser.add_argument(
        "--speed", type=_speed, default=1.0, metavar="N", help=tr("run the clock N times as fast")
    )
    parser.add_argument(
        "--voice", action=BooleanOptionalAction, default=None, help=tr("speak the cues")
    )
    parser.add_argument(
        "--level", type=_week, metavar="W", help=tr("the plan week whose dose to use")
    )
    parser.add_argument("--json", action="store_true", help=tr("one event a line, as JSON"))


def _start(parser: ArgumentParser, words: NullTranslations) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help=words.gettext("a routine's id"))


def _list(parser: ArgumentParser, words: NullTranslations) -> None:
    parser.add_argument("what", choices=("exercises", "routines"))
    parser.add_argument("--json", action="store_true", help=words.gettext("as JSON"))


def _show(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("id", metavar="ID", help=tr("an exercise's or a routine's id"))
    parser.add_argument("--json", action="store_true", help=tr("as JSON"))


def _check(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("files", nargs="+", metavar="FILE", help=tr("a routine or exercise file"))


def _history(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("--since", type=_date, metavar="DATE", help=tr("the first day, 2026-05-01"))
    parser.add_argument("--until", type=_date, metavar="DATE", help=tr("the last day, 2026-05-31"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=tr("as JSON"))
    form.add_argument("--csv", action="store_true", help=tr("as CSV"))


def _doctor(parser: ArgumentParser, words: NullTranslations) -> None:
    parser.add_argument("--json", action="store_true", help=words.gettext("as JSON"))


def _screenshot(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("screen", nargs="?", metavar="SCREEN", help=tr("a screen's name"))
    parser.add_argument("--list", action="store_true", help=tr("list the screens"))
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", type=_size, default=(1200, 800), metavar="WxH")
    parser.add_argument("--scale", type=_scale, default=1.0, metavar="F")
    parser.add_argument("--text", type=_text, default=100, metavar="PCT")
    parser.add_argument("--contrast", action="store_true", help=tr("stronger contrast"))
    parser.add_argument("--still", action="store_true", help=tr("reduced motion"))
    parser.add_argument("-o", dest="out", metavar="FILE.png", help=tr("where to write the picture"))


def commands(words: NullTranslations) -> tuple[Command, ...]:
    """Every command, in the order of `supple --help`."""
    tr = words.gettext
    return (
        Command(
            "start",
            tr("open the window in a session"),
            "supple start full-home",
            "supple.cli.window",
            _start,
        ),
        Command(
            "play",
            tr("a guided session in the terminal"),
            "supple play desk-break-2 --speed 20",
            "supple.cli.play",
            _play,
        ),
        Command(
            "list",
            tr("the exercises or routines there are"),
            "supple list routines",
            "supple.cli.content",
            _list,
        ),
        Command(
            "show",
            tr("one exercise or routine, whole"),
            "supple show chair-forward-fold",
            "supple.cli.content",
            _show,
        ),
        Command(
            "check",
            tr("tell everything that is wrong with a file"),
            "supple check my-routine.toml",
            "supple.cli.content",
            _check,
        ),
        Command(
            "history",
            tr("sessions, sets and ratings"),
            "supple history --since 2026-05-01 --json",
            "supple.cli.history",
            _history,
        ),
        Command(
            "doctor",
            tr("what works on this computer, and what would help"),
            "supple doctor",
            "supple.cli.doctor",
            _doctor,
        ),
        Command(
            "screenshot",
            tr("render a screen with invented data"),
            "supple screenshot today --theme dark -o today.png",
            "supple.cli.screenshot",
            _screenshot,
        ),
    )


def _number(text: str, least: float, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise ArgumentTypeError(f"found {text!r}; a number from {least:g} to {most:g} is needed")
    return value


def _speed(text: str) -> float:
    return _number(text, 0.1, _FASTEST)


def _scale(text: str) -> float:
    return _number(text, 1, 3)


def _text(text: str) -> int:
    return int(_number(text, 80, 200))


def _week(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _LAST_WEEK:
        raise ArgumentTypeError(f"found {text!r}; a week from 1 to {_LAST_WEEK} is needed")
    return int(text)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"found {text!r}; a day such as 2026-05-13 is needed") from None


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    try:
        size = int(width), int(height)
    except ValueError:
        size = 0, 0
    least, most = _SIZES
    if not all(least <= side <= most for side in size):
        raise ArgumentTypeError(f"found {text!r}; a size such as 1200x800 is needed, from 480x480")
    return size
