"""Damage to a file, always the same for the same seed: flipped, cut, doubled, replaced, emptied."""

import os
import random
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from supple.cli.main import main

_LENGTHS = (1, 16, 512, 4096)
Way = Callable[[bytes, slice, random.Random], bytes]


def _flipped(whole: bytes, at: slice, dice: random.Random) -> bytes:
    region = bytes(byte ^ (1 << dice.randrange(8)) for byte in whole[at])
    return whole[: at.start] + region + whole[at.stop :]


def _cut(whole: bytes, at: slice, _dice: random.Random) -> bytes:
    return whole[: at.start]


def _doubled(whole: bytes, at: slice, _dice: random.Random) -> bytes:
    return whole[: at.stop] + whole[at] + whole[at.stop :]


def _replaced(whole: bytes, at: slice, dice: random.Random) -> bytes:
    return whole[: at.start] + dice.randbytes(len(whole[at])) + whole[at.stop :]


def _left_out(whole: bytes, at: slice, _dice: random.Random) -> bytes:
    return whole[: at.start] + whole[at.stop :]


WAYS: tuple[Way, ...] = (_flipped, _cut, _doubled, _replaced, _left_out)


def damaged(whole: bytes, turn: int, turns: int) -> bytes:
    """The bytes with one region damaged. `turns` of them in a row reach every part of the file."""
    dice = random.Random(turn)  # noqa: S311 - which byte, not a secret
    share = len(whole) / turns
    start = min(int((turn + dice.random()) * share), len(whole) - 1)
    region = slice(start, start + dice.choice(_LENGTHS))
    return WAYS[turn % len(WAYS)](whole, region, dice)


class Answer:
    """What a command came to. It ran in this process, so that hundreds of them take seconds."""

    def __init__(self, home: Path, *arguments: str) -> None:
        out, err = StringIO(), StringIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.setitem(os.environ, "SUPPLE_HOME", str(home))
            self.code = main(arguments)
        self.stdout, self.stderr = out.getvalue(), err.getvalue()

    def require_kind(self, home: Path) -> None:
        """Fail unless it was done, or refused with words; a fault of the program is in the log."""
        assert self.code in (0, 1, 2), self.stderr
        assert "Traceback" not in self.stderr
        assert not (home / "supple.log").exists(), (home / "supple.log").read_text()
        assert self.code == 0 or self.stderr.strip()
