"""Whatever is typed or lies in a file: one clear message, exit code 2, never a traceback."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.cli.main import main
from tests.e2e.program import supple

Run = Callable[..., tuple[int, str, str]]

WRONG = [
    ("play",),
    ("play", "no-such-routine"),
    ("play", "desk-brake-2"),
    ("play", ""),
    ("play", "../../etc/passwd"),
    ("play", "desk-break-2\x1b[31m"),
    ("play", "desk-break-2", "--speed", "0"),
    ("play", "desk-break-2", "--speed", "-3"),
    ("play", "desk-break-2", "--speed", "nan"),
    ("play", "desk-break-2", "--speed", "inf"),
    ("play", "desk-break-2", "--speed", "1e9"),
    ("play", "desk-break-2", "--speed", "fast"),
    ("play", "desk-break-2", "--level", "0"),
    ("play", "desk-break-2", "--level", "-1"),
    ("play", "desk-break-2", "--level", "53"),
    ("play", "desk-break-2", "--level", "\u0663"),
    ("play", "desk-break-2", "--level", "two"),
    ("play", "desk-break-2", "--nonsense"),
    ("play", "desk-break-2", "and", "more"),
    ("nonsense",),
    ("list",),
    ("list", "stretches"),
    ("show",),
    ("show", "bird-dg"),
    ("show", "../bird-dog"),
    ("check",),
    ("check", "no/such/file.toml"),
    ("check", "/"),
    ("check", "/dev/zero"),
    ("history", "--since", "yesterday"),
    ("history", "--since", "2026-13-01"),
    ("history", "--until", "2026-02-30"),
    ("history", "--since", "2026-05-02", "--until", "2026-05-01"),
    ("history", "--json", "--csv"),
    ("start",),
    ("--lang", "tlh", "list", "routines"),
    ("--lang", "../../etc", "list", "routines"),
    ("--lang",),
    ("screenshot",),
    ("screenshot", "no-such-screen", "-o", "x.png"),
    ("screenshot", "today", "--size", "1x1", "-o", "x.png"),
    ("screenshot", "today", "--size", "huge", "-o", "x.png"),
    ("screenshot", "today", "--scale", "9", "-o", "x.png"),
    ("screenshot", "today", "--text", "5", "-o", "x.png"),
    ("screenshot", "today", "--theme", "pink", "-o", "x.png"),
    ("screenshot", "today"),
]


def assert_kind(answer_code: int, stderr: str) -> None:
    assert answer_code == 2, stderr
    assert stderr.strip()
    assert "Traceback" not in stderr
    assert len(stderr.strip().splitlines()) == 1, stderr
    assert "\x1b" not in stderr


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], supple_home: Path) -> Run:
    """Runs one command in this process: its exit code, what it prints, and what it says."""
    del supple_home  # found through the environment

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        printed, said = capsys.readouterr()
        return code, printed, said

    return command


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_words_get_one_clear_message(arguments: tuple[str, ...], run: Run) -> None:
    code, printed, said = run(*arguments)
    assert_kind(code, said)
    assert printed == ""


@pytest.mark.parametrize("arguments", WRONG[::12], ids=" ".join)
def test_a_process_of_its_own_ends_as_told(arguments: tuple[str, ...], supple_home: Path) -> None:
    answer = supple(*arguments, home=supple_home)
    assert_kind(answer.returncode, answer.stderr)
    assert answer.stdout == ""


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("nowhere")


def text(content: str) -> Callable[[Path], None]:
    return raw(content.encode())


def raw(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


STEP = '{ part = "main", exercise = "bird-dog", reps = 5, sets = 1, get_ready_s = 5 }'
FILES = {
    "a folder": a_folder,
    "a pipe": a_pipe,
    "a dead link": a_link_to_nothing,
    "nothing": text(""),
    "no TOML": text("this is not toml"),
    "a cut string": text('id = "mine'),
    "not UTF-8": raw(b"\xff\xfe\x00"),
    "a zero byte": raw(b'id = "a\x00b"\n'),
    "very deep": text("a = " + "[" * 20_000),
    "very long": raw(b"# " + b"x" * 9_000_000),
    "a giant number": text(f'id = "mine"\nname = "M"\nfrom_week = {10**400}\nsteps = [{STEP}]\n'),
    "no steps": text('id = "mine"\nname = "Mine"\nsteps = []\n'),
    "an unknown exercise": text(
        'id = "mine"\nname = "Mine"\nsteps = [{ part = "main", exercise = "nope", reps = 5, '
        "sets = 1, get_ready_s = 5 }]\n"
    ),
    "a long hold": text(
        'id = "mine"\nname = "Mine"\nsteps = [{ part = "main", exercise = "chair-forward-fold", '
        "hold_s = 400, sets = 1, get_ready_s = 5 }]\n"
    ),
    "the wrong dose": text(
        'id = "mine"\nname = "Mine"\nsteps = [{ part = "main", exercise = "bird-dog", '
        "hold_s = 20, sets = 1, get_ready_s = 5 }]\n"
    ),
    "an unknown key": text(f'id = "mine"\nname = "Mine"\ncolour = "red"\nsteps = [{STEP}]\n'),
    "steps of text": text('id = "mine"\nname = "Mine"\nsteps = "all of them"\n'),
    "a wrong name": text(f'id = "yours"\nname = "Yours"\nsteps = [{STEP}]\n'),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_wrong_file_is_told_from_a_good_one(kind: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    FILES[kind](path)
    code, printed, said = run("check", str(path))
    assert code == 2, said
    assert "Traceback" not in said
    assert all(line.startswith(str(path)) for line in said.splitlines())
    assert printed == ""


@pytest.mark.parametrize("kind", FILES)
def test_a_wrong_routine_in_the_users_folder_is_listed_and_harms_nothing(
    kind: str, run: Run, supple_home: Path
) -> None:
    folder = supple_home / "routines"
    folder.mkdir(parents=True, mode=0o700)
    FILES[kind](folder / "mine.toml")
    code, printed, said = run("list", "routines")
    assert code == 0, said
    assert "full-home" in printed
    assert "could not be read" in printed
    code, printed, said = run("show", "mine")
    assert_kind(code, said)


def test_a_good_file_is_fine(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f'id = "mine"\nname = "Mine"\nsteps = [{STEP}, {{ rest = 10 }}]\n')
    assert run("check", str(path)) == (0, f"{path}: fine\n", "")
