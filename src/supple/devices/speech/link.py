"""One living speech child: its process, its folder, its pipes and a thread for each of them.

Owns the mechanics only; when to start, what to send and when to give up is decided in `process`.
"""

import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

import msgspec

from supple.devices.speech import lines
from supple.devices.speech.queue import Pace

_REAP_S = 2.0


class Link:
    """A child from its start to its end. Raises OSError where it cannot be started.

    `heard` is called on the reading thread with every report, and at last with `Lost`. The child
    leads a process group of its own, so that its players end with it and a terminal's Ctrl-C does
    not reach it.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str] | None,
        heard: Callable[["Link", lines.AnyReport], None],
    ) -> None:
        self._heard = heard
        self._outlet = threading.Condition()  # for the two below
        self._unsent: deque[bytes] = deque()
        self._ending = False
        self._folder = Path(tempfile.mkdtemp(prefix="supple-voice-"))
        try:
            self._process = _start([*command, str(self._folder)], environment)
        except OSError:
            self._remove_folder()
            raise
        if sys.platform != "win32":
            os.set_blocking(_pipe(self._process.stdin).fileno(), False)
        self._threads = [
            threading.Thread(target=self._write, name="voice-orders", daemon=True),
            threading.Thread(target=self._read, name="voice-reports", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The child's process and process group."""
        return self._process.pid

    def send(self, order: lines.Order) -> None:
        """Send `order`; returns at once, even if the child does not read. From any thread.

        What the pipe takes is written here, since a change of thread may cost several hundredths
        of a second while the program is busy; the rest is left to the writing thread.
        """
        data = lines.encode(order)
        with self._outlet:
            if self._ending:
                return
            if not self._unsent and sys.platform != "win32":
                data = data[_write_now(_pipe(self._process.stdin), data) :]
            if data:
                self._unsent.append(data)
                self._outlet.notify()

    def close(self, patience_s: float = 0.5) -> None:
        """End the child by ending its input, or after `patience_s` by force."""
        self._end_orders()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(patience_s)
        self.kill()

    def kill(self) -> None:
        """End the child and its players by force, and leave nothing behind."""
        self._kill_group()
        try:
            self._process.wait(_REAP_S)
        except subprocess.TimeoutExpired:  # it dies once the system finds time for it
            threading.Thread(target=self._process.wait, name="voice-reaper", daemon=True).start()
        self._end_orders()
        for thread in self._threads:
            thread.join(_REAP_S)
        self._remove_folder()

    def _end_orders(self) -> None:
        with self._outlet:
            self._ending = True
            self._outlet.notify()

    def _kill_group(self) -> None:
        if sys.platform == "win32":
            self._process.kill()
            return
        # Players may outlive the child, and then still are its group.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def _remove_folder(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def _write(self) -> None:
        """Send what `send` could not; close the pipe when all is over or nobody reads it."""
        pipe = _pipe(self._process.stdin)
        try:
            while data := self._next_unsent():
                while data:
                    data = data[_write_soon(pipe, data) :]
                with self._outlet:
                    del self._unsent[0]
        except BrokenPipeError:
            pass  # the reading thread will tell
        finally:
            with self._outlet:  # nobody may write to a pipe that is closed
                self._ending = True
                pipe.close()

    def _next_unsent(self) -> bytes:
        """Wait for something to send; nothing if there is no more."""
        with self._outlet:
            self._outlet.wait_for(lambda: self._unsent or self._ending)
            return self._unsent[0] if self._unsent else b""

    def _read(self) -> None:
        with _pipe(self._process.stdout) as pipe:
            why = self._hear_all(pipe)
        self._heard(self, lines.Lost(why))

    def _hear_all(self, pipe: IO[bytes]) -> str:
        """Pass the reports on until there is no more use in it; why."""
        pace = Pace()
        while line := pipe.readline(lines.MAX_LINE_BYTES):
            pace = pace.heard(time.monotonic())
            if pace.too_fast:
                return "flooding"
            try:
                self._heard(self, lines.decode_report(line))
            except msgspec.MsgspecError as fault:
                return f"not a report: {fault}"
        return "ended"


def _start(
    command: Sequence[str], environment: Mapping[str, str] | None
) -> subprocess.Popen[bytes]:
    """Raises OSError where the program is missing."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(  # noqa: S603  our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=None if environment is None else dict(environment),
        start_new_session=sys.platform != "win32",
        creationflags=flags,
    )


def _write_now(pipe: IO[bytes], data: bytes) -> int:
    """How much of `data` the pipe took without waiting; all, if nobody will ever read it."""
    try:
        return os.write(pipe.fileno(), data)
    except BlockingIOError:
        return 0
    except OSError:  # the reading thread will tell
        return len(data)


def _write_soon(pipe: IO[bytes], data: bytes) -> int:
    """Wait until the pipe takes some of `data`; how much. Raises BrokenPipeError."""
    if sys.platform != "win32":
        ready = select.poll()
        ready.register(pipe.fileno(), select.POLLOUT)
        ready.poll()
    try:
        return os.write(pipe.fileno(), data)
    except BlockingIOError:
        return 0


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:  # only with other arguments than ours
        raise ValueError("no pipe")
    return stream
