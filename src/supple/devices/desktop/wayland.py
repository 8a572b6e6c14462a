"""A few words of the Wayland protocol: enough to ask a compositor for a thing and hear of it.

A library would need a process of its own, since it blocks and ends the program on a mistake; here
the compositor is one more socket that the listener reads.

wayland.freedesktop.org, The Wayland Protocol, chapter 4.3 "Wire Format".
"""

import socket
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Self

_DISPLAY = 1
_SYNC, _GET_REGISTRY = 0, 1  # requests of wl_display
_FAILED = 0  # event of wl_display: a fatal error
_BIND, _GLOBAL = 0, 0  # request and event of wl_registry
_ANSWER_S = 1.0
_HEADER = struct.Struct("=II")
_WORD = struct.Struct("=I")
_READ_BYTES = 65536


class Event(NamedTuple):
    """What the compositor tells: which of our objects, which event of it, and its arguments."""

    object: int
    opcode: int
    body: bytes


class Global(NamedTuple):
    """Something the compositor offers, by the number to ask for it."""

    name: int
    version: int


class Compositor:
    """One connection. Raises OSError where nobody answers."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        place = Path(environ.get("XDG_RUNTIME_DIR", "")) / environ["WAYLAND_DISPLAY"]
        self._line = socket.socket(socket.AF_UNIX)
        self._line.settimeout(_ANSWER_S)
        self._last = _DISPLAY
        self._received = b""
        self.is_alive = True
        self.globals: dict[str, Global] = {}
        try:
            self._line.connect(str(place))
            self._registry = self._list()
        except OSError:
            self._line.close()
            raise

    def fileno(self) -> int:
        """The descriptor that events come through."""
        return self._line.fileno()

    def bind(self, interface: str, version: int) -> int:
        """Our object for what is offered under that name; raises OSError where it is not."""
        offered = self.globals.get(interface)
        if offered is None:
            raise OSError(f"the compositor offers no {interface}")
        ident = self.new()
        body = (offered.name, interface, min(version, offered.version), ident)
        self.request(self._registry, _BIND, *body)
        return ident

    def new(self) -> int:
        """A number for an object that the next request makes."""
        self._last += 1
        return self._last

    def request(self, at: int, opcode: int, *body: int | str) -> None:
        """Ask something of an object. Raises OSError when the compositor is gone."""
        packed = b"".join(
            _text(each) if isinstance(each, str) else _WORD.pack(each) for each in body
        )
        size = _HEADER.size + len(packed)
        self._line.sendall(_HEADER.pack(at, size << 16 | opcode) + packed)

    def events(self) -> Iterator[Event]:
        """What has arrived; waits for at least some of it."""
        try:
            came = self._line.recv(_READ_BYTES)
        except OSError:
            came = b""
        if not came:
            self.is_alive = False
            return
        self._received += came
        while len(self._received) >= _HEADER.size:
            at, what = _HEADER.unpack_from(self._received)
            size = what >> 16
            if size < _HEADER.size or len(self._received) < size:
                return
            body, self._received = self._received[_HEADER.size : size], self._received[size:]
            self.is_alive = self.is_alive and (at, what & 0xFFFF) != (_DISPLAY, _FAILED)
            yield Event(at, what & 0xFFFF, body)

    def answers(self) -> Iterator[Event]:
        """All that the compositor tells before it has answered what was asked so far.

        Raises OSError when it does not answer.
        """
        done = self.new()
        self.request(_DISPLAY, _SYNC, done)
        while self.is_alive:
            for event in self.events():
                if event.object == done:
                    return
                yield event
        raise OSError("the compositor does not answer")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave. May be called again."""
        self.is_alive = False
        self._line.close()

    def _list(self) -> int:
        """Learn what is offered; the registry's number."""
        registry = self.new()
        self.request(_DISPLAY, _GET_REGISTRY, registry)
        for event in self.answers():
            if (event.object, event.opcode) == (registry, _GLOBAL):
                self._offered(event.body)
        return registry

    def _offered(self, body: bytes) -> None:
        name, length = _HEADER.unpack_from(body)
        text = body[_HEADER.size : _HEADER.size + length - 1].decode(errors="replace")
        (version,) = _WORD.unpack_from(body, _HEADER.size + _padded(length))
        self.globals.setdefault(text, Global(name, version))


def _text(text: str) -> bytes:
    raw = text.encode() + b"\0"
    return _WORD.pack(len(raw)) + raw.ljust(_padded(len(raw)), b"\0")


def _padded(length: int) -> int:
    return (length + 3) // 4 * 4
