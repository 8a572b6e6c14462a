"""A picture of the user's own in a routine file: only a PNG of a size that does no harm."""

import struct

import pytest

from supple.core.catalogue.parse import parse_routine
from supple.core.catalogue.picture import MOST_BYTES, png_of, text_of
from supple.core.catalogue.routine import RoutineStep
from tests.core.catalogue.files import routine_faults, routine_of, step_of
from tests.core.shipped import exercises

WRONG = (
    "steps[0].picture: is no picture that can be shown. Allowed: a PNG in base64 of at most "
    "300 kB, with at most 3000 pixels a side."
)


def png(width: int = 40, height: int = 30, size: int = 60) -> bytes:
    """What a PNG of these sides and of `size` bytes begins with."""
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height)
    return head + b"\0" * (size - len(head))


def routine_with(picture: str) -> str:
    return routine_of(step_of("bridge", f'reps = 8, picture = "{picture}"'))


@pytest.mark.parametrize("content", [png(), png(3000, 3000), png(1, 1, MOST_BYTES)])
def test_a_png_is_taken(content: bytes) -> None:
    routine, problems = parse_routine(routine_with(text_of(content)), "mine", exercises())
    assert problems == ()
    assert routine is not None
    [row] = routine.steps
    assert isinstance(row, RoutineStep)
    assert png_of(row.picture) == content


def test_lines_as_other_programs_break_them_are_taken() -> None:
    text = text_of(png(size=400))
    broken = "\n".join(text[at : at + 76] for at in range(0, len(text), 76))
    assert png_of(broken + "\n") == png(size=400)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a" + b"\0" * 60,
        b"\xff\xd8\xff\xe0" + b"\0" * 60,
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        png()[:20],
        png(0, 30),
        png(30_000, 30_000),
        png(3, 3001),
        png(size=MOST_BYTES + 1),
    ],
)
def test_what_is_no_small_png_is_none(content: bytes) -> None:
    assert png_of(text_of(content)) is None


@pytest.mark.parametrize(
    "text", ["aGk=", "../../secret.png", "/etc/passwd", "file:///etc/passwd", "ä", "A" * 61, "===="]
)
def test_a_file_with_something_else_is_told_where(text: str) -> None:
    [fault] = routine_faults(routine_with(text))
    assert str(fault) == WRONG
