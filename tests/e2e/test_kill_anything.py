"""Killed without warning in anything but a session: what was whole before is whole afterwards.

Each deed runs in a process of its own that is killed after a random moment, and once to its end, so
that both sides of the moment are known. Sessions are killed in `test_kill.py`.
"""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import NamedTuple

import pytest

from supple.core.history.lines import encode_line
from supple.devices.desktop.kept import KeptFile
from supple.devices.settings.file import load_settings
from tests.core.history.versions import one_of_each
from tests.data.db.make import FOLDER
from tests.e2e.break_keeper import due
from tests.e2e.program import COMMAND, environment, supple

SHORT, LONG = 2, 160
WRITER = """
import sys
from pathlib import Path
from gettext import NullTranslations
from supple.devices.settings.file import save_setting
for turn in range(200):
    save_setting(Path(sys.argv[1]), "voice.rate", 100 + turn, NullTranslations())
"""


class Deed(NamedTuple):
    """What comes before, what is done, and what must hold afterwards: `whole` asserts it."""

    prepare: Callable[[Path], None]
    command: Callable[[Path], list[str]]
    whole: Callable[[Path], None]


def history(home: Path) -> str:
    answer = supple("history", "--json", home=home)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def sound(path: Path) -> int:
    """The number of sessions in a database that is whole."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        count: int = connection.execute("SELECT count(*) FROM sessions").fetchone()[0]
        return count


# --- import: all of the file or nothing -------------------------------------------------


def _file_of_another(home: Path) -> None:
    supple("plan", home=home)
    lines = [encode_line(each) for each in one_of_each()]
    head = b'{"format":"supple-history","version":1,"made_by":"test"}\n'
    (home / "more.supple").write_bytes(head + b"".join(line + b"\n" for line in lines))


def _all_or_nothing(home: Path) -> None:
    found = sound(home / "supple.db")
    supple("import", str(home / "more.supple"), home=home)
    assert found in (0, sound(home / "supple.db"))


# --- migration: the old form or the new one, and a copy of the old -----------------------


def _old_history(home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True)
    shutil.copy(FOLDER / "version-1.db", home / "supple.db")


def _opens_with_all(home: Path) -> None:
    with closing(sqlite3.connect(FOLDER / "version-1.db")) as old:
        (before,) = old.execute("SELECT count(*) FROM sessions").fetchone()
    assert sound(home / "supple.db") == before
    history(home)
    assert sound(home / "supple.db") == before


# --- settings: every value that was written is whole -------------------------------------


def _readable(home: Path) -> None:
    settings, problems = load_settings(home / "settings.toml", NullTranslations())
    assert problems == ()
    assert settings.voice.rate == 175 or 100 <= settings.voice.rate < 300


# --- breaks: each that was kept, without a hole, and the pause beside it -------------------


def _breaks_without_a_hole(home: Path) -> None:
    pause = KeptFile(home / "breaks.json", NullTranslations()).load().pause
    if not (home / "supple.db").exists():
        assert pause is None
        return
    history(home)
    with closing(sqlite3.connect(home / "supple.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        kept = [each for (each,) in connection.execute("SELECT id FROM breaks ORDER BY id")]
    assert kept == [f"break-{turn:03}" for turn in range(len(kept))]
    # A pause follows its break: the last break's, or the one's before when it was being written.
    pauses = [None, *(due(turn) for turn in range(len(kept)))]
    assert (pause and pause.until) in pauses[-2:]


# --- safety copies: whole or not there, and what was there is kept ------------------------


def _lived_in(home: Path) -> None:
    _old_history(home)
    history(home)


def _copies_are_whole(home: Path) -> None:
    for copy in [*(home / "backups").glob("*.db"), *home.glob("copy.db")]:
        assert sound(copy) == sound(home / "supple.db")


def _lived_on_after_a_copy(home: Path) -> None:
    _lived_in(home)
    assert supple("backup", str(home / "copy.db"), home=home).returncode == 0
    played = supple("play", "desk-break-2", "--speed", "1000", "--no-voice", home=home)
    assert played.returncode == 0


def _one_or_the_other(home: Path) -> None:
    old = sound(home / "copy.db")
    assert sound(home / "supple.db") in (old, old + 1)
    history(home)


DEEDS = {
    "import": Deed(
        _file_of_another,
        lambda home: [*COMMAND, "import", str(home / "more.supple")],
        _all_or_nothing,
    ),
    "migration": Deed(_old_history, lambda _home: [*COMMAND, "history", "--json"], _opens_with_all),
    "settings": Deed(
        lambda home: home.mkdir(parents=True),
        lambda home: [sys.executable, "-c", WRITER, str(home / "settings.toml")],
        _readable,
    ),
    "breaks": Deed(
        lambda home: home.mkdir(parents=True),
        lambda _home: [sys.executable, "-m", "tests.e2e.break_keeper"],
        _breaks_without_a_hole,
    ),
    "backup": Deed(
        _lived_in, lambda home: [*COMMAND, "backup", str(home / "copy.db")], _copies_are_whole
    ),
    "restore": Deed(
        _lived_on_after_a_copy,
        lambda home: [*COMMAND, "restore", str(home / "copy.db")],
        _one_or_the_other,
    ),
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, float]]:
    """The home before a deed, and how many seconds it takes undisturbed."""

    @cache
    def begin(name: str) -> tuple[Path, float]:
        deed, home = DEEDS[name], tmp_path_factory.mktemp(name) / "home"
        deed.prepare(home)
        trial = home.with_name("trial")
        shutil.copytree(home, trial)
        since = time.monotonic()
        done = subprocess.run(
            deed.command(trial), env=environment(trial), capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        deed.whole(trial)
        return home, time.monotonic() - since

    return begin


def killed(name: str, turn: int, home: Path, takes_s: float) -> None:
    """Do it once more and kill it; `turn` chooses the moment."""
    with subprocess.Popen(
        DEEDS[name].command(home),
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as run:
        time.sleep(random.Random(f"{name} {turn}").uniform(0, takes_s * 1.1))  # noqa: S311
        run.kill()


TURNS = [
    pytest.param(name, turn, marks=[pytest.mark.long] if turn >= SHORT else [])
    for name in DEEDS
    for turn in range(LONG)
]


@pytest.mark.parametrize(("name", "turn"), TURNS)
def test_what_was_whole_before_a_kill_is_whole_after_it(
    name: str, turn: int, begun: Callable[[str], tuple[Path, float]], tmp_path: Path
) -> None:
    before, takes_s = begun(name)
    home = tmp_path / "home"
    shutil.copytree(before, home)
    killed(name, turn, home, takes_s)
    DEEDS[name].whole(home)
