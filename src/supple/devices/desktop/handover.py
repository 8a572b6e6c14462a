"""One window at a time: a lock says who it is, a socket for this user alone takes requests.

The lock decides, never the socket: it goes with the process that holds it, however that ends.
Requests and replies are small JSON objects; nothing received is executed or unpickled.
"""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from supple.core.errors import FacilityError
from supple.devices.lock import FileLock

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    _Line = Connection[Any, Any]

_LIMIT_BYTES = 10_000
_WAIT_S = 2.0
_PATIENCE_S = 1.0  # with who connects and says nothing, or half of it; less than others wait for us
_QUEUE = 32
_SOCKET_NAME_LIMIT = 100  # the system's own is 104 to 108 bytes


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a second start asks of the running program. An empty `routine` means none.

    `seconds` is how long breaks are to be paused, 0 until tomorrow. `as_json`: the reply's text is
    for a program.
    """

    do: Literal[
        "raise", "start", "break", "breaks-status", "breaks-pause", "breaks-resume", "breaks-skip"
    ]
    routine: str = ""
    activation: str = ""  # the desktop's permission to come to the front
    seconds: float = 0.0
    as_json: bool = False


class Reply(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Empty `error` means that it was taken. `text` is what the other start tells its user."""

    error: str = ""
    text: str = ""


Handler = Callable[[Request], Reply]

_BROKEN_OFF = (OSError, EOFError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What comes of whoever hangs up, falls silent in the middle, or sends nonsense."""


class Handover:
    """The place where starts of the program meet, for one data folder."""

    def __init__(self, folder: Path, words: NullTranslations) -> None:
        self._folder = folder
        self._words = words
        self._lock = FileLock(folder / "supple.lock")
        self._server: _Server | None = None

    def claim(self) -> bool:
        """Become the one. False if another process already is."""
        return self._lock.acquire()

    def serve(self, handler: Handler) -> None:
        """Take requests from now on. `handler` is called on a thread of its own."""
        self._server = _Server(_address(self._folder), handler)

    def send(self, request: Request) -> Reply:
        """Ask the running program. Raises FacilityError if it does not answer."""
        try:
            with _connected(_address(self._folder), _WAIT_S) as line:
                line.send_bytes(msgspec.json.encode(request))
                if line.poll(_WAIT_S):
                    return msgspec.json.decode(line.recv_bytes(_LIMIT_BYTES), type=Reply)
        except _BROKEN_OFF as error:
            raise self._silent() from error
        raise self._silent()

    def close(self) -> None:
        """Take no more requests and let another be the one."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.release()

    def _silent(self) -> FacilityError:
        return FacilityError(
            self._words.gettext("Supple is already open, but it does not answer."),
            fix=self._words.gettext("Please close its window, then try again."),
        )


class _Server:
    """Accepts one request at a time on a thread that costs nothing while it waits."""

    def __init__(self, address: str, handler: Handler) -> None:
        from multiprocessing.connection import Listener

        self._address = address
        self._handler = handler
        self._closing = threading.Event()
        if sys.platform != "win32":
            Path(address).unlink(missing_ok=True)  # what a killed program left behind
        self._listener = Listener(address, backlog=_QUEUE)
        if sys.platform != "win32":
            Path(address).chmod(0o600)  # whatever the folder and the user's mask let others do
        self._thread = threading.Thread(target=self._accept, name="hand-over", daemon=True)
        self._thread.start()

    def _accept(self) -> None:
        while not self._closing.is_set():
            # Whoever breaks off or sends nonsense loses only this one connection.
            with suppress(*_BROKEN_OFF), self._listener.accept() as line:
                _bound(line.fileno(), _PATIENCE_S)
                if not self._closing.is_set() and line.poll(_PATIENCE_S):
                    request = msgspec.json.decode(line.recv_bytes(_LIMIT_BYTES), type=Request)
                    line.send_bytes(msgspec.json.encode(self._handler(request)))

    def close(self) -> None:
        self._closing.set()
        with suppress(OSError, EOFError):
            _connected(self._address, _WAIT_S).close()  # wakes the thread
        self._thread.join(_WAIT_S)
        with suppress(FileNotFoundError):  # somebody may have taken the socket away
            self._listener.close()


def _connected(address: str, wait_s: float) -> "_Line":
    """A line to whoever listens there, which nobody makes us wait at for longer than `wait_s`.

    Raises OSError where nobody listens, nobody takes us in, or the socket is another user's.
    """
    from multiprocessing.connection import Client, Connection

    if sys.platform == "win32":
        return Client(address)
    import socket

    if Path(address).lstat().st_uid != os.getuid():
        raise PermissionError(address)
    with socket.socket(socket.AF_UNIX) as door:
        _bound(door.fileno(), wait_s)
        door.connect(address)
        return Connection(door.detach())


def _bound(line: int, wait_s: float) -> None:
    """Let nothing that is done with the socket `line` take longer.

    Windows needs no such bound: its pipes hand over whole messages only.
    """
    if sys.platform != "win32":
        import socket
        import struct

        with socket.socket(fileno=os.dup(line)) as same:
            limit = struct.pack("@ll", int(wait_s), round(wait_s % 1 * 1_000_000))
            for each in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):  # the second bounds connecting
                same.setsockopt(socket.SOL_SOCKET, each, limit)


def _address(folder: Path) -> str:
    """The socket or pipe of this data folder; in a folder that only this user can enter."""
    place = folder / "supple.sock"
    if sys.platform != "win32" and len(os.fsencode(place)) <= _SOCKET_NAME_LIMIT:
        return str(place)
    import hashlib  # brings a megabyte of other people's ciphers
    import tempfile

    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    if sys.platform == "win32":
        return rf"\\.\pipe\supple-{name}"

    private = Path(tempfile.gettempdir()) / f"supple-{os.getuid()}"
    private.mkdir(mode=0o700, exist_ok=True)
    status = private.lstat()
    if private.is_symlink() or status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise FacilityError(f"{private} is not private.", fix="Please remove it and try again.")
    return str(private / name)
