"""Journals in a shared folder: whole lines come through, nothing else does any harm."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.errors import FacilityError, InputError
from supple.core.history.versions import Version
from supple.devices.finding import Level
from supple.devices.journal import Journals, NewerJournalError, Place, check_shared
from supple.devices.store.device import Device
from tests.core.history.versions import DESK, LAPTOP, session, versions
from tests.devices.store.samples import WORDS


def journals(folder: Path, device: str = DESK) -> Journals:
    return Journals(folder, Device(id=device, name="desk"), WORDS)


def read(journal: Journals, place: Place, start: int = 0) -> list[Version | None]:
    return [piece.version for piece in journal.read(place, start)]


def whole(found: list[Version | None]) -> list[Version]:
    return [version for version in found if version]


def many(count: int) -> list[Version]:
    return [session(number) for number in range(count)]


def test_another_computer_reads_what_was_written(tmp_path: Path) -> None:
    (place,) = journals(tmp_path).append(many(3))
    there = journals(tmp_path, LAPTOP)
    assert there.places() == [place]
    assert place == Place(DESK, "0001.jsonl", (tmp_path / DESK / "0001.jsonl").stat().st_size)
    assert read(there, place) == many(3)


def test_the_journal_is_for_the_user_alone(tmp_path: Path) -> None:
    journals(tmp_path).append(many(1))
    assert stat.S_IMODE((tmp_path / DESK).stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / DESK / "0001.jsonl").stat().st_mode) == 0o600


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    journal = journals(tmp_path)
    (first,) = journal.append(many(2))
    (second,) = journal.append([session(7)])
    assert second.file == first.file
    assert read(journal, second, first.size_bytes) == [session(7)]
    assert read(journal, second, second.size_bytes) == []


def test_a_long_journal_is_several_files(tmp_path: Path) -> None:
    journal = journals(tmp_path)
    grown = journal.append(session(number, steps=40) for number in range(150))
    assert [place.file for place in grown] == ["0001.jsonl", "0002.jsonl"]
    assert all(place.is_regular for place in grown)
    assert sum(len(read(journal, place)) for place in grown) == 150
    assert journal.append([session()])[0].file == "0002.jsonl"
    assert journal.append([]) == []


@pytest.mark.parametrize("lost", [1, 2, 30, 200])
def test_after_a_torn_line_a_new_file_is_begun(lost: int, tmp_path: Path) -> None:
    journal = journals(tmp_path)
    (torn,) = journal.append(many(2))
    path = tmp_path / DESK / torn.file
    os.truncate(path, torn.size_bytes - lost)
    assert read(journal, torn) == many(1)
    (fresh,) = journal.append([session(7)])
    assert fresh.file == "0002.jsonl"
    assert read(journal, fresh) == [session(7)]


def test_a_line_that_is_not_whole_yet_is_read_when_it_is(tmp_path: Path) -> None:
    journal = journals(tmp_path)
    (place,) = journal.append(many(2))
    path = tmp_path / DESK / place.file
    content = path.read_bytes()
    path.write_bytes(content[:-5])
    pieces = list(journal.read(place, 0))
    path.write_bytes(content)
    assert read(journal, place, pieces[-1].end) == [session(1)]


def test_a_hole_in_a_half_copied_file_hides_no_other_line(tmp_path: Path) -> None:
    journal = journals(tmp_path)
    (place,) = journal.append(many(9))
    path = tmp_path / DESK / place.file
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20] = bytes(20)
    path.write_bytes(content)
    found = read(journal, place)
    assert found.count(None) == 1
    assert len(whole(found)) == 8


@given(st.lists(versions(), min_size=1, max_size=5), st.data())
def test_whatever_happens_to_a_file_no_line_says_anything_else(
    tmp_path_factory: pytest.TempPathFactory, written: list[Version], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("shared")
    journal = journals(folder)
    (place,) = journal.append(written)
    path = folder / DESK / place.file
    content = bytearray(path.read_bytes())
    start = data.draw(st.integers(0, len(content)))
    content[start : start + data.draw(st.integers(0, 50))] = data.draw(st.binary(max_size=50))
    path.write_bytes(content)
    assert all(version in written for version in whole(read(journal, place)))


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link(path: Path) -> None:
    path.symlink_to("/etc/passwd")


@pytest.mark.parametrize("kind", [a_folder, a_pipe, a_link])
def test_only_ordinary_files_are_journals(kind: Callable[[Path], None], tmp_path: Path) -> None:
    journal = journals(tmp_path)
    journal.append(many(1))
    kind(tmp_path / DESK / "0002.jsonl")
    assert [place.file for place in journal.places()] == ["0001.jsonl"]
    assert journal.append([session(7)])[0].file == "0003.jsonl"


def test_copies_that_a_service_made_are_read_too(tmp_path: Path) -> None:
    journal = journals(tmp_path)
    (place,) = journal.append(many(2))
    content = (tmp_path / DESK / place.file).read_bytes()
    names = ["0001 (desk's conflicted copy 2026-05-13).jsonl", "0001.sync-conflict-2026.jsonl"]
    for name in names:
        (tmp_path / DESK / name).write_bytes(content)
    (tmp_path / f"{DESK} (1)").mkdir()
    (tmp_path / f"{DESK} (1)" / "0001.jsonl").write_bytes(content)
    found = journal.places()
    assert len(found) == 4
    assert [each for each in found if each.is_regular] == [place]
    assert all(read(journal, each) == many(2) for each in found)
    assert journal.append([session(7)])[0].file == "0001.jsonl"


def test_what_else_lies_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    for name in ("photos", ".stversions", "lost+found"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "0001.jsonl").write_text("{}\n")
    (tmp_path / "0001.jsonl").write_text("{}\n")
    (tmp_path / DESK).mkdir()
    (tmp_path / DESK / "notes.txt").write_text("mine")
    assert journals(tmp_path).places() == []


HEADS = {
    "nothing": b"",
    "zeros": bytes(5_000),
    "no line": b'{"format":"supple-journal","version":1}',
    "other": b'{"format":"other","version":1}\n',
    "deep": b"[" * 5_000,
    "not UTF-8": b"\xff\n",
}


@pytest.mark.parametrize("head", HEADS)
def test_a_file_that_does_not_begin_like_a_journal_is_none(head: str, tmp_path: Path) -> None:
    journal = journals(tmp_path)
    (place,) = journal.append(many(1))
    path = tmp_path / DESK / place.file
    path.write_bytes(HEADS[head] + path.read_bytes().split(b"\n", 1)[1])
    assert read(journal, place) == []
    assert journal.append([session(7)])[0].file == "0002.jsonl"


def test_a_newer_journal_is_told_and_not_written_to(tmp_path: Path) -> None:
    journal = journals(tmp_path)
    (place,) = journal.append(many(1))
    path = tmp_path / DESK / place.file
    path.write_bytes(path.read_bytes().replace(b'"version":1', b'"version":2', 1))
    with pytest.raises(NewerJournalError):
        read(journal, place)
    assert journal.append([session(7)])[0].file == "0002.jsonl"


FRAMES = [
    b"{}\n",
    b"\n",
    b"[" * 100_000 + b"\n",
    b'{"length":1,"sum":"","version":' + b"[" * 100_000 + b"\n",
    b'{"length":2,"sum":"\\ud800","version":{}}\n',
    b'{"length":2,"sum":"0000000000000000","version":{}}\n',
    b'{"length":1' + b"0" * 5_000 + b',"sum":"","version":{}}\n',
    b"\xff\xfe\n",
]


@pytest.mark.parametrize("frame", FRAMES, ids=range(len(FRAMES)))
def test_a_hostile_line_yields_nothing(frame: bytes, tmp_path: Path) -> None:
    journal = journals(tmp_path)
    (place,) = journal.append(many(1))
    with (tmp_path / DESK / place.file).open("ab") as file:
        file.write(frame)
    assert read(journal, place) == [session(0), None]


def test_a_file_that_went_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read(journals(tmp_path), Place(DESK, "0001.jsonl", 100))


def test_a_folder_that_is_not_there_is_told_kindly(tmp_path: Path) -> None:
    gone = journals(tmp_path / "usb")
    for use in (gone.require_there, gone.places, lambda: gone.append(many(1))):
        with pytest.raises(FacilityError, match="shared folder"):
            use()
    journals(tmp_path).require_there()


def test_a_link_in_the_place_of_the_own_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / DESK).symlink_to("elsewhere")
    with pytest.raises(FacilityError):
        journals(tmp_path).append(many(1))
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_own_journal_can_be_taken_out(tmp_path: Path) -> None:
    journals(tmp_path, LAPTOP).append(many(1))
    journal = journals(tmp_path)
    journal.append(many(1))
    journal.remove_own()
    journal.remove_own()
    assert [path.name for path in tmp_path.iterdir()] == [LAPTOP]


def test_the_doctor_says_whether_the_shared_folder_is_there(tmp_path: Path) -> None:
    assert check_shared("", WORDS).level is Level.OK
    assert check_shared(str(tmp_path), WORDS).level is Level.OK
    away = check_shared(str(tmp_path / "drive"), WORDS)
    assert away.level is Level.LIMITED
    assert "connect it" in away.fix
