"""Records what a silent sound card was given, with the moment at which each sample was played."""

import os
import subprocess
import threading
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.surroundings import process

RATE_HZ = 48_000
AUDIBLE = 300  # of 32,768


class Recording:
    """Keeps the moments, on the steady clock in seconds, at which something was audible."""

    def __init__(self) -> None:
        self._audible_s: list[float] = []
        self._news = threading.Condition()

    def hear(self, chunk: bytes, until_s: float) -> None:
        """Take in 16 bit samples of which the last was played at `until_s`."""
        samples = array("h", chunk)
        loud = [index for index, sample in enumerate(samples) if abs(sample) > AUDIBLE]
        if not loud:
            return
        with self._news:
            self._audible_s += [until_s - (len(samples) - index) / RATE_HZ for index in loud]
            self._news.notify_all()

    def first_after(self, moment_s: float, patience_s: float = 5.0) -> float:
        """The first audible moment not before `moment_s`. TimeoutError when there is none."""
        with self._news:
            if not self._news.wait_for(lambda: self._since(moment_s), patience_s):
                raise TimeoutError("nothing was heard")
            return self._since(moment_s)[0]

    def wait_for_silence(self, length_s: float = 0.4) -> None:
        """Return once nothing was heard for that long."""
        while self._since(time.monotonic() - length_s):
            time.sleep(0.05)

    def _since(self, moment_s: float) -> list[float]:
        return [each for each in self._audible_s if each >= moment_s]


@contextmanager
def recording() -> Iterator[Recording]:
    """A recording of the sink `bench` of the sound server that the environment names."""
    heard = Recording()
    command = ["parec", "--device=bench.monitor", "--raw", "--format=s16le", "--channels=1"]
    command += [f"--rate={RATE_HZ}", "--latency-msec=2"]
    with process(*command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as recorder:
        began = threading.Event()
        listener = threading.Thread(target=listen, args=(recorder, heard, began))
        listener.start()
        if not began.wait(10):
            raise TimeoutError("the sound server gave nothing to record")
        yield heard
    listener.join(5)


def listen(recorder: "subprocess.Popen[bytes]", heard: Recording, began: threading.Event) -> None:
    """Pass on what the recorder writes, until it ends. Even silence arrives as samples."""
    if recorder.stdout is None:
        return
    pipe = recorder.stdout.fileno()
    while chunk := os.read(pipe, RATE_HZ):
        heard.hear(chunk[: len(chunk) // 2 * 2], time.monotonic())
        began.set()
