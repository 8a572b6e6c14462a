"""A private sound server with a sink that nobody hears, and a recorder that tells when it sounded.

For tests of everything that speaks: give `NullSink.environment` to the process under test, and ask
the `Recording` for its onsets, which are on the clock of `time.monotonic()`.
"""

import array
import math
import os
import shutil
import subprocess
import tempfile
import threading
import time
import wave
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

RATE_HZ = 22050
LOUD = 300
"""A sample of this size (of 32767) is sound; the null sink itself is silent to the last bit."""
_STEP = 22
"""Samples looked at together: about a millisecond."""


class Sound(NamedTuple):
    """A stretch of sound between two silences, in seconds of `time.monotonic()`."""

    begin_s: float
    end_s: float


class Recording:
    """What the sink has played. Use it after `NullSink.record` has ended, or while it goes on.

    The sink makes each five milliseconds of sound just before they are due, so a block's first
    sample sounds when the block arrives; the block with the middle delay fixes the clock. Moments
    are right to about five milliseconds.
    """

    def __init__(self) -> None:
        self._samples = array.array("h")
        self._zeros_s: list[float] = []
        self._lock = threading.Lock()

    def add(self, data: bytes, now_s: float) -> None:
        """Append 16-bit samples that arrived at `now_s`."""
        with self._lock:
            self._zeros_s.append(now_s - len(self._samples) / RATE_HZ)
            self._samples.frombytes(data)

    def sounds(self, since_s: float = 0.0, gap_s: float = 0.08) -> list[Sound]:
        """Stretches of sound after `since_s`; silences below `gap_s` do not divide them."""
        samples, zero_s = self._after(since_s)
        found: list[Sound] = []
        for first in range(0, len(samples) - _STEP, _STEP):
            block = samples[first : first + _STEP]
            if max(block) < LOUD and min(block) > -LOUD:
                continue
            begin_s, end_s = zero_s + first / RATE_HZ, zero_s + (first + _STEP) / RATE_HZ
            if found and begin_s - found[-1].end_s < gap_s:
                found[-1] = Sound(found[-1].begin_s, end_s)
            else:
                found.append(Sound(begin_s, end_s))
        return found

    def level(self, pitch_hz: float, begin_s: float, seconds: float) -> float:
        """How loud one pitch is in a stretch, as the size of its wave (Goertzel's filter)."""
        samples = self._after(begin_s)[0][: int(seconds * RATE_HZ)]
        turn = 2 * math.cos(2 * math.pi * pitch_hz / RATE_HZ)
        last = before = 0.0
        for sample in samples:
            last, before = sample + turn * last - before, last
        power = last * last + before * before - turn * last * before
        return 2 * math.sqrt(max(0.0, power)) / max(1, len(samples))

    def _after(self, moment_s: float) -> tuple["array.array[int]", float]:
        """The samples from `moment_s` on, and the moment of the first of them."""
        with self._lock:
            zero_s = median(self._zeros_s)
            first = max(0, int((moment_s - zero_s) * RATE_HZ))
            return self._samples[first:], zero_s + first / RATE_HZ

    def wait_until(self, moment_s: float, patience_s: float = 5.0) -> None:
        """Wait until everything up to `moment_s` is recorded. Raises TimeoutError."""
        end_s = time.monotonic() + patience_s
        while True:
            with self._lock:
                zero_s = median(self._zeros_s) if self._zeros_s else -float("inf")
                reached_s = zero_s + len(self._samples) / RATE_HZ
            if reached_s >= moment_s:
                return
            if time.monotonic() > end_s:
                raise TimeoutError("the recorder hears nothing more, not even silence")
            time.sleep(0.001)

    def save(self, path: Path) -> None:
        """Write all of it as a WAV file, for ears."""
        with self._lock, wave.open(str(path), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE_HZ)
            out.writeframes(self._samples.tobytes())


class NullSink:
    """A running PulseAudio server with one silent sink, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment for processes that are to play here, and nowhere else."""
        return quiet_environment(self._folder)

    def start(self) -> None:
        """Start the server and wait until it answers. Raises TimeoutError."""
        socket = self._folder / "pulse.sock"
        sink = f"module-null-sink sink_name=null rate={RATE_HZ} channels=1 format=s16le"
        server = subprocess.Popen(
            [
                "pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit", "-n",
                "--use-pid-file=no", "--log-target=stderr", "--log-level=error",
                "-L", sink,
                "-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1",
            ],
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._processes = [server]
        end_s = time.monotonic() + 10
        while self._pactl("info") != 0:
            if time.monotonic() > end_s:
                raise TimeoutError("PulseAudio did not start")
            time.sleep(0.02)
        # Without anybody who listens the sink works in steps of two seconds.
        self._processes.append(self._recorder(subprocess.DEVNULL))

    def stop(self) -> None:
        """End the server, as when the sound device goes away."""
        for process in self._processes:
            process.kill()
            process.wait()
        self._processes = []
        (self._folder / "pulse.sock").unlink(missing_ok=True)

    @contextmanager
    def record(self) -> Iterator[Recording]:
        """Record what is played; the recorder runs before this yields."""
        recorder = self._recorder(subprocess.PIPE)
        recording = Recording()
        reader = threading.Thread(target=_read, args=(recorder, recording))
        reader.start()
        try:
            recording.wait_until(time.monotonic())
            yield recording
            recording.wait_until(time.monotonic())
        finally:
            recorder.kill()
            reader.join()
            recorder.wait()

    def _recorder(self, output: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [
                "parec", "--device=null.monitor", "--format=s16le", f"--rate={RATE_HZ}",
                "--channels=1", "--latency-msec=5", "--process-time-msec=2", "--raw",
            ],
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def _pactl(self, *arguments: str) -> int:
        nowhere = subprocess.DEVNULL
        return subprocess.run(
            ["pactl", *arguments], env=dict(self.environment), stdout=nowhere, stderr=nowhere,
            check=False, timeout=5,
        ).returncode  # fmt: skip


def quiet_environment(folder: Path) -> Mapping[str, str]:
    """An environment in which sound goes to the server of `folder`, or nowhere without one."""
    return {
        **os.environ,
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder),
        "PULSE_STATE_PATH": str(folder),
        "PULSE_COOKIE": str(folder / "cookie"),
        "PULSE_SERVER": f"unix:{folder}/pulse.sock",
        "PIPEWIRE_REMOTE": str(folder / "no-pipewire"),
        "HOME": str(folder),
    }


@contextmanager
def null_sink() -> Iterator[NullSink]:
    """A server for the length of a `with` block. Its folder has a short name, as sockets need."""
    folder = Path(tempfile.mkdtemp(prefix="supple-audio-"))
    sink = NullSink(folder)
    try:
        sink.start()
        yield sink
    finally:
        sink.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _read(recorder: subprocess.Popen[bytes], recording: Recording) -> None:
    pipe = recorder.stdout
    if pipe is None:
        raise ValueError("the recorder has no pipe")
    with pipe:
        while data := os.read(pipe.fileno(), 4096):
            recording.add(data[: len(data) // 2 * 2], time.monotonic())
