"""The life of the commands where there is no network: it is not missed, nor looked for."""

import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.audio import null_sink
from tests.e2e.display import Display, display
from tests.e2e.program import COMMAND, environment

LOCAL = {"AF_UNIX", "AF_NETLINK"}
SOCKET = re.compile(r"socket(?:pair)?\((\w+)")
LIFE = (
    ("list", "routines"),
    ("show", "bird-dog"),
    ("plan",),
    ("doctor",),
    ("play", "desk-break-2", "--speed", "1000", "--voice"),
    ("history", "--json"),
    ("export", "{folder}/me.supple"),
    ("import", "{folder}/me.supple"),
    ("backup", "{folder}/copy.db"),
    ("restore", "{folder}/copy.db"),
    ("screenshot", "today", "-o", "{folder}/today.png"),
)


def alone() -> tuple[str, ...]:
    """A network of its own with nothing in it, where the system lets us make one."""
    made = subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False)
    return () if made.returncode else ("unshare", "-n")


class Watched:
    """Starts Supple where there is no network, and writes down each socket of the whole family."""

    def __init__(self, folder: Path, more: Mapping[str, str]) -> None:
        self._trace = folder / "sockets"
        self._home = folder / "home"
        self._more = more
        self._alone = alone()

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        strace = ("strace", "-f", "--seccomp-bpf", "-e", "trace=socket,socketpair", "-A", "-o")
        return subprocess.Popen(
            [*self._alone, *strace, str(self._trace), *COMMAND, *arguments],
            env={**environment(self._home), **self._more, "SUPPLE_HOME": str(self._home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def families(self) -> set[str]:
        return set(SOCKET.findall(self._trace.read_text()))


def visible(screen: Display, title: str, patience_s: float = 30) -> None:
    end_s = time.monotonic() + patience_s
    while not screen.windows(title):
        assert time.monotonic() < end_s, f"no window {title} came up"
        time.sleep(0.1)


@pytest.fixture
def sound() -> Iterator[Mapping[str, str]]:
    with null_sink() as sink:
        yield sink.environment


def test_no_command_opens_a_socket_to_anywhere(tmp_path: Path, sound: Mapping[str, str]) -> None:
    watched = Watched(tmp_path, sound)
    for command in LIFE:
        run = watched.start(*(word.format(folder=tmp_path) for word in command))
        _, told = run.communicate(timeout=40)
        assert run.returncode == 0, (command, told)
    assert "AF_UNIX" in watched.families()  # the sound server: the watching works
    assert watched.families() <= LOCAL


def test_the_window_opens_a_socket_to_nowhere_from_its_start_to_its_end(
    tmp_path: Path, sound: Mapping[str, str]
) -> None:
    with display() as screen:
        # Without the name of a bus Qt starts one of its own, which would be followed for ever.
        no_bus = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
        shown = {"DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", **no_bus}
        watched = Watched(tmp_path, {**sound, **shown})
        Path(tmp_path / "home").mkdir()
        (tmp_path / "home" / "settings.toml").write_text(
            '[welcome]\nconsented = true\npage = "done"\n[breaks]\non = true\n'
        )
        run = watched.start()
        visible(screen, "Supple")
        for keys in ("ctrl+2", "ctrl+5", "ctrl+6", "ctrl+comma", "ctrl+1"):
            screen.press(keys)
            time.sleep(0.3)
        end_s = time.monotonic() + 40
        while run.poll() is None and time.monotonic() < end_s:
            screen.press("ctrl+q")  # a watched program is slow, and may not have the keys yet
            time.sleep(1)
        _, told = run.communicate(timeout=5)
        assert run.returncode == 0, told
    assert "AF_UNIX" in watched.families()
    assert watched.families() <= LOCAL
