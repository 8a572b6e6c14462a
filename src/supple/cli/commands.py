"""All commands of `supple` in one table: name, words, arguments, and where the work is done.

A command's module is loaded only when that command runs, so that a short command starts quickly.
"""

from argparse import ArgumentParser, BooleanOptionalAction
from collections.abc import Callable
from gettext import NullTranslations
from typing import NamedTuple

from supple.cli import values

Arguments = Callable[[ArgumentParser, NullTranslations], None]


class Command(NamedTuple):
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
        "--speed",
        type=values.speed,
        default=1.0,
        metavar="N",
        help=tr("run the clock N times as fast"),
    )
    parser.add_argument(
        "--voice", action=BooleanOptionalAction, default=None, help=tr("speak the cues")
    )
    parser.add_argument(
        "--level", type=values.week, metavar="W", help=tr("the plan week whose dose to use")
    )
    parser.add_argument("--json", action="store_true", help=tr("one event a line, as JSON"))


def _start(parser: ArgumentParser, words: NullTranslations) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help=words.gettext("a routine's id"))


def _list(parser: ArgumentParser, words: NullTranslations) -> None:
    parser.add_argument("what", choices=("exercises", "routines", "pages"))
    parser.add_argument("--json", action="store_true", help=words.gettext("as JSON"))


def _show(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("id", metavar="ID", help=tr("the id of an exercise, a routine or a page"))
    parser.add_argument("--json", action="store_true", help=tr("as JSON"))


def _check(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("files", nargs="+", metavar="FILE", help=tr("a routine or exercise file"))


def _plan(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("--json", action="store_true", help=tr("as JSON"))
    parser.add_argument("--ics", metavar="FILE.ics", help=tr("write the planned days there"))


def _break(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("routine", nargs="?", metavar="ROUTINE", help=tr("a routine's id"))


def _breaks(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("what", choices=("status", "pause", "resume", "skip"))
    parser.add_argument(
        "duration", nargs="?", metavar="DURATION", help=tr("30m, 1h, 1h30m; else until tomorrow")
    )
    parser.add_argument("--json", action="store_true", help=tr("the status for a program to read"))


def _history(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("--since", type=values.day, metavar="DATE", help=tr("the first day"))
    parser.add_argument("--until", type=values.day, metavar="DATE", help=tr("the last day"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=tr("as JSON"))
    form.add_argument("--csv", action="store_true", help=tr("as CSV"))


def _export(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("file", metavar="FILE", help=tr("where to write it"))
    parser.add_argument(
        "--csv", action="store_true", help=tr("spreadsheets, in a folder or FILE.zip")
    )


def _import(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("file", metavar="FILE", help=tr("a file that `supple export` wrote"))
    parser.add_argument("--skip-bad", action="store_true", help=tr("take the lines that are good"))
    parser.add_argument(
        "--map",
        type=values.columns,
        metavar="FIELD=COLUMN,...",
        help=tr("FILE is CSV: day, minutes, time, name, note, before and after are its columns"),
    )


def _backup(parser: ArgumentParser, words: NullTranslations) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help=words.gettext("where to write it"))


def _restore(parser: ArgumentParser, words: NullTranslations) -> None:
    parser.add_argument("file", metavar="FILE", help=words.gettext("a safety copy"))


def _nothing(_parser: ArgumentParser, _words: NullTranslations) -> None:
    """No arguments."""


def _doctor(parser: ArgumentParser, words: NullTranslations) -> None:
    parser.add_argument("--json", action="store_true", help=words.gettext("as JSON"))


def _screenshot(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("screen", nargs="?", metavar="SCREEN", help=tr("a screen's name"))
    parser.add_argument("--list", action="store_true", help=tr("list the screens"))
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", type=values.size, default=(1200, 800), metavar="WxH")
    parser.add_argument("--scale", type=values.scale, default=1.0, metavar="F")
    parser.add_argument("--text", type=values.percent, default=100, metavar="PCT")
    parser.add_argument("--contrast", action="store_true", help=tr("stronger contrast"))
    parser.add_argument("--still", action="store_true", help=tr("reduced motion"))
    parser.add_argument("-o", dest="out", metavar="FILE.png", help=tr("where to write the picture"))


def _figure(parser: ArgumentParser, words: NullTranslations) -> None:
    tr = words.gettext
    parser.add_argument("exercise", metavar="EXERCISE", help=tr("an exercise's id"))
    parser.add_argument(
        "--phase", type=values.phase, default=1.0, metavar="0..1", help=tr("0 start, 1 stretch")
    )
    parser.add_argument("--side", choices=("left", "right"), default="right")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", type=values.picture_size, default=(600, 400), metavar="WxH")
    parser.add_argument(
        "-o", dest="out", metavar="FILE", required=True, help=tr("a name ending in .png or .svg")
    )


def commands(words: NullTranslations) -> tuple[Command, ...]:
    """Every command, in the order of `supple --help`."""
    tr = words.gettext
    rows = (
        (tr("open the window in a session"), "start full-home", "window", _start),
        (tr("a guided session in the terminal"), "play desk-break-2 --speed 20", "play", _play),
        (tr("the exercises, routines or pages there are"), "list routines", "content", _list),
        (tr("one exercise, routine or page, whole"), "show chair-forward-fold", "content", _show),
        (tr("tell everything that is wrong with a file"), "check my.toml", "content", _check),
        (tr("a desk break now"), "break desk-break-3", "breaks", _break),
        (tr("steer the reminders of the open program"), "breaks pause 1h", "breaks", _breaks),
        (tr("where the plan stands and what comes next"), "plan --json", "plan", _plan),
        (tr("sessions, sets and ratings"), "history --since 2026-05-01", "history", _history),
        (tr("write the whole history into one file"), "export me.supple", "data", _export),
        (tr("bring in a history"), "import me.supple", "data", _import),
        (tr("copy the history while it is in use"), "backup", "data", _backup),
        (tr("put a safety copy back"), "restore supple-2026-05-13.db", "data", _restore),
        (tr("look into the folder your computers share"), "sync", "data", _nothing),
        (tr("what works on this computer, and what would help"), "doctor", "doctor", _doctor),
        (tr("render one illustration"), "figure bird-dog -o bird-dog.svg", "figure", _figure),
        (tr("render a screen with invented data"), "screenshot --list", "screenshot", _screenshot),
    )
    return tuple(
        Command(example.split()[0], said, f"supple {example}", f"supple.cli.{module}", arguments)
        for said, example, module, arguments in rows
    )
