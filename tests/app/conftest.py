"""A program for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.program import Program


@pytest.fixture
def program(supple_home: Path) -> Iterator[Program]:
    made = Program(supple_home)
    yield made
    made.app.close()
