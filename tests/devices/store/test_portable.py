import json
import stat
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from supple.core.errors import InputError
from supple.core.history.choice import Choice
from supple.core.history.lines import LONGEST_LINE, encode_line
from supple.devices.clock import ManualClock
from supple.devices.store.portable import Line, read_portable, write_portable
from supple.devices.store.store import MemoryStore, Store
from supple.devices.store.versions import put_version
from tests.core.history.versions import one_of_each, session
from tests.devices.store.samples import DEVICE, WORDS

HEADER = b'{"format":"supple-history","version":1,"made_by":"supple 0.1.0"}\n'


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(MemoryStore(DEVICE, ManualClock(), WORDS)) as store:
        for version in one_of_each():
            store.write(partial(put_version, version=version)).result()
        yield store


def lines(content: bytes, folder: Path) -> list[Line]:
    path = folder / "history.supple"
    path.write_bytes(content)
    return list(read_portable(path, WORDS))


def test_a_file_holds_everything_one_record_a_line_for_the_user_alone(
    store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "my history"
    count = store.read(lambda db: write_portable(db, target, "supple 0.1.0", Choice(), WORDS))
    head, *rest = target.read_bytes().splitlines(keepends=True)
    assert head == HEADER
    assert [json.loads(line)["id"] for line in rest] == [each.id for each in one_of_each()]
    assert count == len(rest) == 7
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [line.version for line in read_portable(target, WORDS)] == one_of_each()


def test_lines_are_numbered_as_an_editor_does(tmp_path: Path) -> None:
    good = encode_line(session())
    content = HEADER + good + b"\n\n" + b"nonsense\n" + good + b"\r\n" + good
    found = lines(content, tmp_path)
    assert [(line.number, bool(line.fault)) for line in found] == [
        (2, False),
        (4, True),
        (5, False),
        (6, False),
    ]
    assert found[-1].end == len(content)


def test_a_mark_of_the_encoding_does_not_matter(tmp_path: Path) -> None:
    assert lines(b"\xef\xbb\xbf" + HEADER, tmp_path) == []


def test_a_line_without_end_does_not_fill_the_memory_and_the_next_one_is_read(
    tmp_path: Path,
) -> None:
    good = encode_line(session()) + b"\n"
    endless = b"x" * (3 * LONGEST_LINE) + b"\n"
    content = HEADER + endless + good + b"y" * (LONGEST_LINE + 1)
    found = lines(content, tmp_path)
    assert [(line.number, line.fault) for line in found] == [
        (2, "the line is too long"),
        (3, ""),
        (4, "the line is too long"),
    ]
    assert found[-1].end == len(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello\n",
        b"{}\n",
        b'{"format":"other","version":1}\n',
        b"\xff\xfe",
        b"[" * 9_000,
        b"SQLite format 3\0",
    ],
)
def test_another_file_is_told_from_one_of_ours(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="isn't a Supple file"):
        lines(content, tmp_path)


def test_a_file_of_a_newer_supple_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="newer Supple") as error:
        lines(b'{"format":"supple-history","version":2,"more":[1]}\n', tmp_path)
    assert error.value.exit_code == 2


def test_what_is_chosen_is_written_and_counted(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "chosen.supple"
    choice = Choice(with_pain_and_notes=False)
    count = store.read(lambda db: write_portable(db, target, "supple 0.1.0", choice, WORDS))
    lines = target.read_bytes().splitlines()
    assert len(lines) == count + 1
    assert not any(b'"record":"rating"' in line for line in lines)
