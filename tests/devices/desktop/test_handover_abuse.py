"""Whoever comes to the hand-over with bad intent: nobody else has to wait, or gets in."""

import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.errors import FacilityError
from supple.devices.desktop.handover import Handover, Reply, Request

WORDS = NullTranslations()
SOMEBODY_ELSE = 65534
ENTER = (
    "import os, socket, sys; os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
    "open(sys.argv[1] + '.mine', 'w').close()\n"
    "with socket.socket(socket.AF_UNIX) as raw: raw.connect(sys.argv[1])"
)


@pytest.fixture
def folder() -> Iterator[Path]:
    """One that everybody on the computer may enter and write into."""
    with tempfile.TemporaryDirectory(prefix="supple-") as made:
        place = Path(made)
        place.chmod(0o777)
        yield place


@pytest.fixture
def running(folder: Path) -> Iterator[Path]:
    """The socket of a program that answers."""
    one = Handover(folder, WORDS)
    assert one.claim()
    one.serve(lambda _request: Reply(text="here"))
    yield folder / "supple.sock"
    one.close()


def at_the_door(path: Path) -> socket.socket:
    raw = socket.socket(socket.AF_UNIX)
    raw.connect(str(path))
    return raw


@pytest.mark.parametrize(
    "half", [b"", b"\0", b"\0\0\0\x30", b'\0\0\0\x30{"do": "ra'], ids=["none", "1", "4", "14"]
)
def test_half_a_message_holds_nobody_up(running: Path, half: bytes) -> None:
    with at_the_door(running) as raw:
        raw.sendall(half)
        assert Handover(running.parent, WORDS).send(Request("raise")) == Reply(text="here")


@pytest.mark.parametrize(
    "nasty",
    [
        b"[" * 9000,
        b'{"do":' * 1500,
        b'{"do": "raise", "routine": "\xff\xfe"}',
        b'{"seconds": 1e999}',
    ],
    ids=["deep", "deep keys", "not UTF-8", "endless"],
)
def test_nothing_that_is_said_ends_the_hand_over(running: Path, nasty: bytes) -> None:
    with at_the_door(running) as raw:
        raw.sendall(len(nasty).to_bytes(4, "big") + nasty)
        assert raw.recv(100) == b""
    assert Handover(running.parent, WORDS).send(Request("raise")) == Reply(text="here")


def test_a_flood_is_let_through_and_the_next_wish_is_heard(running: Path) -> None:
    for number in range(500):
        with at_the_door(running) as raw:
            raw.sendall((b"\0\0\0\x02{}", b"\xff" * 64, b"")[number % 3])
    assert Handover(running.parent, WORDS).send(Request("raise")) == Reply(text="here")


def test_a_program_that_takes_nobody_in_is_given_up_in_seconds(folder: Path) -> None:
    path = folder / "supple.sock"
    with socket.socket(socket.AF_UNIX) as stuck:
        stuck.bind(str(path))
        stuck.listen(0)
        waiting = [at_the_door(path)]
        began = time.monotonic()
        with pytest.raises(FacilityError, match="does not answer"):
            Handover(folder, WORDS).send(Request("raise"))
        assert time.monotonic() - began < 4
        waiting[0].close()


def test_an_answer_that_stops_in_the_middle_is_given_up_in_seconds(folder: Path) -> None:
    path = folder / "supple.sock"
    with socket.socket(socket.AF_UNIX) as liar:
        liar.bind(str(path))
        liar.listen(1)
        held: list[socket.socket] = []

        def answer() -> None:
            line, _ = liar.accept()
            line.sendall(b"\0\0\0\x30{")
            held.append(line)

        thread = threading.Thread(target=answer)
        thread.start()
        began = time.monotonic()
        with pytest.raises(FacilityError, match="does not answer"):
            Handover(folder, WORDS).send(Request("raise"))
        assert time.monotonic() - began < 4
        thread.join()
        held[0].close()


def test_another_user_does_not_get_in_even_where_everybody_may_write(folder: Path) -> None:
    before = os.umask(0)
    try:
        one = Handover(folder, WORDS)
        assert one.claim()
        one.serve(lambda _request: Reply())
    finally:
        os.umask(before)
    path = folder / "supple.sock"
    try:
        assert path.stat().st_mode & 0o077 == 0
        if os.getuid() == 0:  # only root can be somebody else for a while
            other = subprocess.run(
                [sys.executable, "-I", "-c", ENTER, str(path)],
                capture_output=True,
                text=True,
                check=False,
            )
            assert (folder / "supple.sock.mine").stat().st_uid == SOMEBODY_ELSE
            assert "PermissionError: [Errno 13]" in other.stderr
    finally:
        one.close()


def test_a_socket_that_another_user_laid_there_is_told_nothing(folder: Path) -> None:
    path = folder / "supple.sock"
    with socket.socket(socket.AF_UNIX) as trap:
        trap.bind(str(path))
        trap.listen(5)
        trap.settimeout(0.1)
        if os.getuid() == 0:
            os.chown(path, SOMEBODY_ELSE, SOMEBODY_ELSE)
            with pytest.raises(FacilityError, match="does not answer"):
                Handover(folder, WORDS).send(Request("start", "full-home"))
            with pytest.raises(TimeoutError):
                trap.accept()
    assert path.lstat()


def test_links_in_the_place_of_lock_and_socket_harm_nothing(folder: Path) -> None:
    letter = folder / "letter"
    letter.write_text("dear")
    letter.chmod(0o644)
    (folder / "supple.sock").symlink_to(letter)
    one = Handover(folder, WORDS)
    assert one.claim()
    one.serve(lambda _request: Reply(text="here"))
    try:
        assert Handover(folder, WORDS).send(Request("raise")) == Reply(text="here")
    finally:
        one.close()
    assert letter.read_text() == "dear"
    assert letter.stat().st_mode & 0o777 == 0o644
