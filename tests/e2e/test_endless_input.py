"""Files without end: read piece by piece, in memory that does not grow with them."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from supple.core.history.lines import encode_line
from supple.core.history.versions import RatingVersion
from supple.devices.settings.file import load_settings
from tests.core.history.versions import one_of_each
from tests.devices.store.samples import WORDS
from tests.e2e.program import environment, supple

MOST_MB = 120
IMPORT = """
import sys
from supple.cli.main import main
code = main(["import", sys.argv[1]])
# Not getrusage: what it tells begins with the memory of the process that started this one.
lines = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(int(lines["VmHWM"].split()[0]) // 1024)
sys.exit(code)
"""


def endless(path: Path, lines: int) -> Path:
    """An exported history of so many ratings."""
    rating = next(each for each in one_of_each() if isinstance(each, RatingVersion))
    before, after = encode_line(rating).split(b'"rating-1"')
    with path.open("wb") as file:
        file.write(b'{"format":"supple-history","version":1}\n')
        for number in range(lines):
            file.write(b'%b"rating-%d"%b\n' % (before, number, after))
    return path


@pytest.mark.timeout(900)
@pytest.mark.parametrize("lines", [5_000, pytest.param(1_000_000, marks=pytest.mark.long)])
def test_an_import_takes_no_more_memory_the_longer_it_is(
    lines: int, supple_home: Path, tmp_path: Path
) -> None:
    source = endless(tmp_path / "endless.supple", lines)
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, str(source)],
        env=environment(supple_home),
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{lines} new, 0 already here, 0 left out." in done.stderr
    assert int(done.stdout) < MOST_MB
    counted = subprocess.run(
        ["sqlite3", str(supple_home / "supple.db"), "SELECT count(*) FROM ratings"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(counted.stdout) == lines


def test_a_million_faulty_lines_change_nothing_and_are_told_in_a_few(
    supple_home: Path, tmp_path: Path
) -> None:
    source = endless(tmp_path / "endless.supple", 10)
    with source.open("ab") as file:
        file.write(b"{}\n" * 1_000_000)
    answer = supple("import", str(source), home=supple_home, timeout=120)
    assert answer.returncode == 2
    assert "1000010" in answer.stderr
    assert len(answer.stderr) < 5_000
    assert json.loads(supple("history", "--json", home=supple_home).stdout or "[]") == []


@pytest.mark.parametrize("text", ["[t{}]\n", "a{}.b.b.b.b.b.b.b.b.b.c = 1\n", "k{} = 1\n"])
def test_settings_as_long_as_they_may_be_are_read_in_a_moment(text: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    whole = "".join(text.format(number) for number in range(30_000))
    path.write_text(whole[:199_000].rpartition("\n")[0] + "\n")
    began = time.monotonic()
    load_settings(path, WORDS)
    assert time.monotonic() - began < 5
