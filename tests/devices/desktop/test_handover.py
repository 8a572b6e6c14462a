import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.errors import FacilityError
from supple.devices.desktop.handover import Handover, Reply, Request

WORDS = NullTranslations()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "data"
    place.mkdir(mode=0o700)
    return place


@pytest.fixture
def first(folder: Path) -> Iterator[Handover]:
    made = Handover(folder, WORDS)
    assert made.claim()
    yield made
    made.close()


def test_only_one_can_be_the_one_and_another_follows_when_it_ends(
    folder: Path, first: Handover
) -> None:
    second = Handover(folder, WORDS)
    assert not second.claim()
    first.close()
    assert second.claim()
    second.close()


def test_a_killed_program_leaves_neither_lock_nor_socket_in_the_way(folder: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from gettext import NullTranslations as N\n"
        "from supple.devices.desktop.handover import Handover, Reply\n"
        f"h = Handover(Path({str(folder)!r}), N()); h.claim(); h.serve(lambda r: Reply())\n"
        "print('up', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"up\n"
        assert not Handover(folder, WORDS).claim()
        process.kill()
    after = Handover(folder, WORDS)
    assert after.claim()
    after.serve(lambda _request: Reply())
    assert Handover(folder, WORDS).send(Request("raise")) == Reply()
    after.close()


def test_a_wish_reaches_the_one_and_the_answer_comes_back(folder: Path, first: Handover) -> None:
    asked: list[Request] = []

    def answer(request: Request) -> Reply:
        asked.append(request)
        return Reply(error="not now")

    first.serve(answer)
    reply = Handover(folder, WORDS).send(Request("start", "full-home", "token"))
    assert asked == [Request("start", "full-home", "token")]
    assert reply.error == "not now"


def test_without_anybody_there_the_wish_fails_kindly(folder: Path) -> None:
    with pytest.raises(FacilityError, match="does not answer"):
        Handover(folder, WORDS).send(Request("raise"))


NONSENSE = [b"", b"\x00" * 50, b"{}", b'{"do": "format-disk"}', b"[" * 5000, b"\xff" * 9000]


@pytest.mark.parametrize("garbage", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_on_the_socket_loses_only_that_one_connection(
    folder: Path, first: Handover, garbage: bytes
) -> None:
    first.serve(lambda _request: Reply())
    with socket.socket(socket.AF_UNIX) as raw:
        raw.connect(str(folder / "supple.sock"))
        raw.sendall(len(garbage).to_bytes(4, "big") + garbage)
    with socket.socket(socket.AF_UNIX) as raw:
        raw.connect(str(folder / "supple.sock"))
        raw.sendall((2**31 - 1).to_bytes(4, "big"))
    assert Handover(folder, WORDS).send(Request("raise")) == Reply()


def test_the_socket_is_in_a_folder_only_this_user_can_enter(folder: Path, first: Handover) -> None:
    first.serve(lambda _request: Reply())
    assert (folder / "supple.sock").parent.stat().st_mode & 0o077 == 0


def test_a_long_folder_name_finds_a_shorter_place(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 120)
    deep.mkdir(mode=0o700)
    one = Handover(deep, WORDS)
    assert one.claim()
    one.serve(lambda _request: Reply())
    try:
        assert Handover(deep, WORDS).send(Request("raise")) == Reply()
        assert not (deep / "supple.sock").exists()
    finally:
        one.close()


def test_six_starts_at_once_make_exactly_one(folder: Path) -> None:
    claims = [Handover(folder, WORDS) for _ in range(6)]
    won: list[Handover] = []
    gate = threading.Barrier(len(claims))

    def race(one: Handover) -> None:
        gate.wait()
        if one.claim():
            won.append(one)

    threads = [threading.Thread(target=race, args=(one,)) for one in claims]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    won[0].close()
    assert (folder / "supple.lock").exists()
