"""Three computers do whatever they like, crash and see torn files: in the end all hold the same.

A short run in `make test`, a thousand lives and more in `make test-long`.
"""

import os
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supple.core.errors import FacilityError
from supple.core.history.merge import Key
from supple.core.history.versions import Deletion, RecordKind, Version
from tests.app.shared import Computer

WHO = st.integers(0, 2)
ACTIONS = st.one_of(
    st.tuples(st.just("record"), WHO, st.integers(1, 4)),
    st.tuples(st.just("rate"), WHO, st.integers(1, 3)),
    st.tuples(st.just("note"), WHO, st.integers(0, 9)),
    st.tuples(st.just("delete"), WHO, st.integers(0, 9)),
    st.tuples(st.just("sync"), WHO, st.just(0)),
    st.tuples(st.just("sync"), WHO, st.just(0)),
    st.tuples(st.just("clock"), WHO, st.integers(-90, 90)),
    st.tuples(st.just("crash"), WHO, st.integers(1, 400)),
    st.tuples(st.just("half"), WHO, st.integers(0, 5_000)),
    st.tuples(st.just("copy"), WHO, st.integers(1, 99)),
    st.tuples(st.just("forget"), WHO, st.just(0)),
    st.tuples(st.just("hostile"), WHO, st.binary(max_size=60)),
)


class World:
    """Three computers and their folder; what was recorded and deleted is written down apart."""

    def __init__(self, folder: Path, closing: ExitStack) -> None:
        (folder / "shared").mkdir()
        self.folder = folder
        self.computers = [Computer(number, folder, closing) for number in range(3)]
        self.recorded: set[str] = set()
        self.deleted: set[str] = set()

    def do(self, what: str, who: int, how: int | bytes) -> None:
        computer = self.computers[who]
        if isinstance(how, bytes):
            self._hostile(computer, how)
        else:
            getattr(self, f"_{what}")(computer, how)

    def _record(self, computer: Computer, number: int) -> None:
        ident = f"session-{computer.name[:4]}-{number}"
        if ident not in self.recorded:
            computer.record(number)
            self.recorded.add(ident)

    def _rate(self, computer: Computer, number: int) -> None:
        computer.rate(number, number)

    def _note(self, computer: Computer, number: int) -> None:
        for ident in computer.sessions()[number : number + 1]:
            computer.note(ident, f"note {number}")

    def _delete(self, computer: Computer, number: int) -> None:
        for ident in computer.sessions()[number : number + 1]:
            computer.delete(ident)
            self.deleted.add(ident)

    def _sync(self, computer: Computer, _how: int) -> None:
        with suppress(FacilityError):
            computer.sync()

    def _clock(self, computer: Computer, minutes: int) -> None:
        wall = computer.clock.wall()
        computer.clock.set_wall(wall.fromtimestamp(wall.timestamp() + 60 * minutes, wall.tzinfo))

    def _crash(self, computer: Computer, lost: int) -> None:
        """The end of the newest file was not on the disk yet, and neither was the bookkeeping."""
        files = self._files(computer)
        if files:
            size = files[-1].stat().st_size
            os.truncate(files[-1], max(0, size - lost))

    def _half(self, computer: Computer, start: int) -> None:
        """A service has copied a file with a hole; the next sync of its owner mends that."""
        for path in self._files(computer)[:1]:
            content = bytearray(path.read_bytes())
            start = min(start, len(content))
            content[start : start + 50] = bytes(len(content[start : start + 50]))
            kept = path.read_bytes()
            path.write_bytes(content)
            for other in self.computers:
                if other is not computer:
                    self._sync(other, 0)
            path.write_bytes(kept)

    def _copy(self, computer: Computer, number: int) -> None:
        for path in self._files(computer)[-1:]:
            name = f"{path.stem} (conflicted copy {number}).jsonl"
            path.with_name(name).write_bytes(path.read_bytes())

    def _forget(self, computer: Computer, _how: int) -> None:
        """The bookkeeping is from an older copy of the database."""
        computer.app.start_over()

    def _hostile(self, computer: Computer, content: bytes) -> None:
        if computer.journals.own.is_dir():
            (computer.journals.own / "9000.jsonl").write_bytes(content)

    def _files(self, computer: Computer) -> list[Path]:
        own = computer.journals.own
        return sorted(own.glob("000?.jsonl")) if own.is_dir() else []

    def settle(self) -> dict[Key, Version]:
        for _ in range(4):
            for computer in self.computers:
                computer.sync()
        histories = [computer.history() for computer in self.computers]
        assert histories[0] == histories[1] == histories[2]
        return histories[0]


def live(folder: Path, actions: list[tuple[str, int, int | bytes]]) -> None:
    with ExitStack() as closing:
        world = World(folder, closing)
        for what, who, how in actions:
            world.do(what, who, how)
        settled = world.settle()
        found = {ident for kind, ident in settled if kind is RecordKind.SESSION}
        assert found == world.recorded
        for ident in world.recorded - world.deleted:
            assert not isinstance(settled[RecordKind.SESSION, ident], Deletion)
        assert world.settle() == settled


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ACTIONS, max_size=25))
def test_all_computers_end_with_the_same_history_and_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, int, int | bytes]]
) -> None:
    live(tmp_path_factory.mktemp("life"), actions)


@pytest.mark.long
@pytest.mark.timeout(1_800)
@settings(max_examples=1_000, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ACTIONS, max_size=40))
def test_a_thousand_lives_of_three_computers(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, int, int | bytes]]
) -> None:
    live(tmp_path_factory.mktemp("life"), actions)
