"""`export`, `import`, `backup` and `restore` of the real program."""

import json
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from supple.core.history.lines import decode_line, encode_line
from tests.core.history.versions import one_of_each
from tests.e2e.program import environment, supple
from tests.e2e.test_bad_input import assert_kind

WRONG = [
    ("export",),
    ("export", "no/such/folder/me.supple"),
    ("export", "/"),
    ("export", "--csv", "/dev/null"),
    ("import",),
    ("import", "no/such/file.supple"),
    ("import", "/"),
    ("import", "/dev/zero"),
    ("import", "/etc/passwd"),
    ("import", "/etc/passwd", "--map", "day=Day,minutes=Minutes"),
    ("import", "/etc/passwd", "--map", "nonsense"),
    ("import", "/etc/passwd", "--map", "day=Day"),
    ("backup", "no/such/folder/copy.db"),
    ("restore",),
    ("restore", "no/such/copy.db"),
    ("restore", "/etc/passwd"),
    ("restore", "/dev/zero"),
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_words_and_files_get_one_clear_message(
    arguments: tuple[str, ...], supple_home: Path
) -> None:
    answer = supple(*arguments, home=supple_home)
    assert_kind(answer.returncode, answer.stderr)
    assert answer.stdout == ""


def told(home: Path) -> str:
    answer = supple("history", "--json", home=home)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def played(home: Path) -> None:
    for routine in ("desk-break-2", "desk-break-3"):
        answer = supple("play", routine, "--speed", "500", "--no-voice", home=home)
        assert answer.returncode == 0, answer.stderr


def test_a_history_moves_to_another_computer_and_is_told_the_same(tmp_path: Path) -> None:
    old, new, file = tmp_path / "old", tmp_path / "new", tmp_path / "me.supple"
    played(old)
    exported = supple("export", str(file), home=old)
    assert (exported.returncode, exported.stdout) == (0, ""), exported.stderr
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    imported = supple("import", str(file), home=new)
    assert imported.returncode == 0, imported.stderr
    assert imported.stderr == "2 new, 0 already here, 0 left out.\n"
    assert len(json.loads(told(old))) == 2
    assert told(new) == told(old)
    assert supple("import", str(file), home=new).stderr.startswith("0 new, 2 already here")
    assert told(new) == told(old)


def test_faults_are_listed_by_line_and_nothing_changes_unless_asked(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "me.supple"
    played(home)
    supple("export", str(file), home=home)
    lines = file.read_text().splitlines()
    file.write_text("\n".join([lines[0], "{}", lines[1], "\x1b[31m", lines[2]]))
    other = tmp_path / "other"
    refused = supple("import", str(file), home=other)
    assert refused.returncode == 2
    first, second, summary = refused.stderr.splitlines()
    assert first.startswith(f"{file}: line 2: ")
    assert second.startswith(f"{file}: line 4: ")
    assert "2 of 4 records" in summary
    assert "\x1b" not in refused.stderr
    assert json.loads(told(other)) == []
    taken = supple("import", str(file), "--skip-bad", home=other)
    assert (taken.returncode, taken.stderr) == (0, "2 new, 0 already here, 2 left out.\n")
    assert told(other) == told(home)


def test_a_file_of_a_newer_supple_is_refused(tmp_path: Path, supple_home: Path) -> None:
    file = tmp_path / "me.supple"
    file.write_text('{"format":"supple-history","version":7}\n')
    answer = supple("import", str(file), home=supple_home)
    assert_kind(answer.returncode, answer.stderr)
    assert "newer Supple" in answer.stderr


@pytest.mark.parametrize(
    "number", [50_000, pytest.param(1_000_000, marks=pytest.mark.long)], ids="{} lines".format
)
def test_many_hostile_lines_are_refused_soon_and_in_little_memory(
    tmp_path: Path, supple_home: Path, number: int
) -> None:
    file = tmp_path / "me.supple"
    with file.open("w") as lines:
        lines.write('{"format":"supple-history","version":1}\n')
        lines.writelines('{"record":"session"}\n' for _ in range(number))
    # The most that this program took itself; what `resource` tells began with its parent's.
    measured = (
        "import re, sys; from pathlib import Path; from supple.cli.main import main;"
        "code = main(sys.argv[1:]); told = Path('/proc/self/status').read_text();"
        "print(re.search(r'VmHWM:\\s+(\\d+)', told)[1]); sys.exit(code)"
    )
    answer = supple_by(measured, "import", str(file), home=supple_home)
    assert answer.returncode == 2
    assert f"{number} of {number} records" in answer.stderr
    assert len(answer.stderr.splitlines()) == 21
    assert int(answer.stdout) < 120_000


def supple_by(code: str, *arguments: str, home: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
        env=environment(home),
    )


def test_spreadsheets_come_as_a_folder_or_one_file(tmp_path: Path, supple_home: Path) -> None:
    played(supple_home)
    for place in (tmp_path / "sheets", tmp_path / "sheets.zip"):
        answer = supple("export", "--csv", str(place), home=supple_home)
        assert answer.returncode == 0, answer.stderr
        assert place.exists()
    head, *rows = (tmp_path / "sheets" / "session.csv").read_text("utf-8-sig").splitlines()
    assert head.startswith("id,routine,")
    assert len(rows) == 2


def test_a_table_of_another_tool_is_brought_in(tmp_path: Path, supple_home: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Datum;Dauer\n13.5.2026;12,5\n")
    answer = supple("import", str(table), "--map", "day=Datum,minutes=Dauer", home=supple_home)
    assert (answer.returncode, answer.stderr) == (0, "1 new, 0 already here, 0 left out.\n")
    (found,) = json.loads(told(supple_home))
    assert (found["session"]["local_day"], found["session"]["active_s"]) == ("2026-05-13", 750.0)


def test_a_safety_copy_is_put_back_and_what_was_there_is_kept(
    tmp_path: Path, supple_home: Path
) -> None:
    played(supple_home)
    before = told(supple_home)
    copy = tmp_path / "copy.db"
    saved = supple("backup", str(copy), home=supple_home)
    assert saved.returncode == 0, saved.stderr
    assert str(copy) in saved.stderr
    played(supple_home)
    more = told(supple_home)
    put_back = supple("restore", str(copy), home=supple_home)
    assert put_back.returncode == 0, put_back.stderr
    assert told(supple_home) == before
    (kept,) = (supple_home / "backups").glob("*before-restore.db")
    assert str(kept) in put_back.stderr
    supple("restore", str(kept), home=supple_home)
    assert told(supple_home) == more


def test_a_restored_copy_gets_nobody_around_a_lock(tmp_path: Path, supple_home: Path) -> None:
    played(supple_home)
    copy = tmp_path / "copy.db"
    supple("backup", str(copy), home=supple_home)
    lock = """
    INSERT INTO screening VALUES ('s', '2026-05-12T12:00:00.000000Z', 120, '2026-05-12',
      'emergency', '[]', NULL, '00000000000001.0000.x')
    """
    with closing(sqlite3.connect(supple_home / "supple.db")) as database, database:
        database.execute(lock)
    for command in (("restore", str(copy)), ("import", str(exported(supple_home, tmp_path)))):
        assert supple(*command, home=supple_home).returncode == 0
        refused = supple("play", "desk-break-2", "--no-voice", home=supple_home)
        assert refused.returncode == 1, refused.stdout


def exported(home: Path, folder: Path) -> Path:
    file = folder / "me.supple"
    supple("export", str(file), home=home)
    return file


def test_every_kind_of_record_survives_the_way_there(tmp_path: Path) -> None:
    file, again = tmp_path / "all.supple", tmp_path / "again.supple"
    lines = [encode_line(version) for version in one_of_each()]
    head = b'{"format":"supple-history","version":1,"made_by":"supple 0.1.0"}'
    file.write_bytes(b"\n".join([head, *lines, b""]))
    imported = supple("import", str(file), home=tmp_path / "home")
    assert imported.stderr == "7 new, 0 already here, 0 left out.\n"
    supple("export", str(again), home=tmp_path / "home")
    _, *found = again.read_bytes().splitlines()
    assert [decode_line(line) for line in found] == one_of_each()


def test_two_computers_share_one_history_through_a_folder(tmp_path: Path) -> None:
    desk, laptop, shared = tmp_path / "desk", tmp_path / "laptop", tmp_path / "shared folder"
    shared.mkdir()
    for home in (desk, laptop):
        home.mkdir()
        (home / "settings.toml").write_text(f"[data]\nshared_folder = {str(shared)!r}\n")
    played(desk)
    answer = supple("sync", home=laptop)
    assert (answer.returncode, answer.stdout) == (0, "")
    assert answer.stderr == "1 other computer. 2 records taken in.\n"
    assert told(laptop) == told(desk)


def test_without_a_shared_folder_it_says_where_to_choose_one(supple_home: Path) -> None:
    answer = supple("sync", home=supple_home)
    assert_kind(answer.returncode, answer.stderr)
    assert "Settings, Data and privacy" in answer.stderr
