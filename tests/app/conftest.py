"""A program for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.devices.store.store import DiskStore
from tests.app.full_disk import FullDisk
from tests.app.program import Program


@pytest.fixture
def program(supple_home: Path) -> Iterator[Program]:
    made = Program(supple_home)
    yield made
    made.app.close()


@pytest.fixture
def disk(program: Program) -> FullDisk:
    store = program.app.store
    assert isinstance(store, DiskStore)
    full = FullDisk(store)
    vars(program.app)["store"] = full  # before anything is built on it
    return full
