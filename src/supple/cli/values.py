"""Values on the command line: text to number, day or size, or one line that says what is needed."""

from argparse import ArgumentTypeError
from datetime import date

from supple.cli.usage import tr

_FASTEST = 1000.0
_LAST_WEEK = 52
_SCREENS = 480, 7680  # pixels of one side
_PICTURES = 40, 7680


def _number(text: str, least: float, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        needed = tr("found {value}; a number from {least} to {most} is needed")
        bounds = {"least": f"{least:g}", "most": f"{most:g}"}
        raise ArgumentTypeError(needed.format(value=repr(text), **bounds))
    return value


def speed(text: str) -> float:
    """How many times as fast as real time."""
    return _number(text, 0.1, _FASTEST)


def scale(text: str) -> float:
    """How many device pixels a logical one has."""
    return _number(text, 1, 3)


def percent(text: str) -> int:
    """Text size in percent."""
    return int(_number(text, 80, 200))


def week(text: str) -> int:
    """A week of the plan, from 1."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _LAST_WEEK:
        needed = tr("found {value}; a week from 1 to {most} is needed")
        raise ArgumentTypeError(needed.format(value=repr(text), most=_LAST_WEEK))
    return int(text)


def day(text: str) -> date:
    """A day of the calendar."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        needed = tr("found {value}; a day such as {day} is needed")
        raise ArgumentTypeError(needed.format(value=repr(text), day="2026-05-13")) from None


def phase(text: str) -> float:
    """How far into a stretch, from 0 to 1."""
    return _number(text, 0, 1)


def size(text: str) -> tuple[int, int]:
    """Width and height of a screen in logical pixels."""
    return _sides(text, _SCREENS)


def picture_size(text: str) -> tuple[int, int]:
    """Width and height of a picture in pixels."""
    return _sides(text, _PICTURES)


def _sides(text: str, bounds: tuple[int, int]) -> tuple[int, int]:
    width, _, height = text.partition("x")
    try:
        sides = int(width), int(height)
    except ValueError:
        sides = 0, 0
    least, most = bounds
    if not all(least <= side <= most for side in sides):
        needed = tr("found {value}; a size such as {size} is needed, from {least}x{least}")
        raise ArgumentTypeError(needed.format(value=repr(text), size="1200x800", least=least))
    return sides


def columns(text: str) -> dict[str, str]:
    """The columns of a table of another tool, by what they mean."""
    from supple.core.history.foreign import parse_columns  # only importing a table needs it

    try:
        return parse_columns(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{error}; day=Date,minutes=Length is such a list") from None
