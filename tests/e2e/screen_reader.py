"""Somebody who does not see the screen: a keyboard, and what the accessibility bus tells."""

import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.devices.desktop.peers import SYSTEM_PYTHON
from tests.e2e.office import eventually

Line = dict[str, Any]


class Reader:
    """Keeps everything it was told, in order."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._fresh: queue.Queue[Line] = queue.Queue()
        self.heard: list[Line] = []
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            told: Line = json.loads(line)
            if told["kind"] in ("sight", "ready"):
                self._fresh.put(told)
            else:
                self.heard.append(told)

    def close(self) -> None:
        """Let the process end."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(10)
        self._thread.join(10)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def wait_until_ready(self) -> None:
        assert self._fresh.get(timeout=20)["kind"] == "ready"

    def sight(self) -> list[Line]:
        """Everything that is showing, from the outermost in."""
        assert self._process.stdin is not None
        self._process.stdin.write("look\n")
        self._process.stdin.flush()
        things: list[Line] = self._fresh.get(timeout=20)["things"]
        return things

    @property
    def announced(self) -> list[str]:
        """What was announced, in order."""
        return [each["words"] for each in self.heard if each["kind"] == "object:announcement"]

    @property
    def focus(self) -> str:
        """The name of what got the focus last."""
        names = [each["name"] for each in self.heard if "focused" in each["kind"]]
        return names[-1] if names else ""

    def hears(self, words: str, within_s: float = 15.0) -> Line:
        """Wait until something was announced with these words; how."""

        def found() -> Line | None:
            told = [each for each in self.heard if each["kind"] == "object:announcement"]
            return next((each for each in told if words in each["words"]), None)

        line: Line = eventually(found, within_s)
        return line

    def is_on(self, name: str) -> bool:
        """Wait until the focus is on something of this name."""
        eventually(lambda: name in self.focus)
        return True


@contextmanager
def screen_reader(environment: Mapping[str, str]) -> Iterator[Reader]:
    """A reader on the session's accessibility bus, which starts with it."""
    process = subprocess.Popen(
        [SYSTEM_PYTHON, str(Path(__file__).with_name("reading.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=dict(environment),
    )
    reader = Reader(process)
    try:
        reader.wait_until_ready()
        yield reader
    finally:
        reader.close()
