"""What a benchmark needs around it: a display, a silent sound card, a busy core, a home folder."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUPPLE = Path(sys.executable).with_name("supple")


@contextmanager
def variables(**values: str) -> Iterator[None]:
    """Environment variables for the programs that are started inside."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def process(*command: str | Path, **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs beside us, and is ended with us."""
    running = subprocess.Popen([str(part) for part in command], **options)  # type: ignore[call-overload]
    try:
        yield running
    finally:
        running.terminate()
        running.wait(10)


@contextmanager
def home() -> Iterator[Path]:
    """A home folder of Supple for the runs inside."""
    with (
        tempfile.TemporaryDirectory(prefix="supple-bench-") as folder,
        variables(SUPPLE_HOME=folder),
    ):
        yield Path(folder)


@contextmanager
def display() -> Iterator[None]:
    """An X display that nobody sees, and a home folder."""
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        "1280x800x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with process(*command, pass_fds=(writer,), stderr=subprocess.DEVNULL):
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        with variables(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb"), home():
            yield


@contextmanager
def lived_in() -> Iterator[None]:
    """A display, and a home in which the program has been used for some months."""
    with display():
        command = [sys.executable, "-m", "benchmarks.programs.lived_in"]
        subprocess.run(command, cwd=ROOT, check=True)
        yield


@contextmanager
def busy_core() -> Iterator[None]:
    """Another program computes all the time."""
    with process(sys.executable, "-c", "while True: pass"):
        yield


@contextmanager
def null_sink() -> Iterator[Path]:
    """A private PulseAudio whose only sound card is silent; yields its folder. Adds a home."""
    with tempfile.TemporaryDirectory(prefix="supple-sound-") as name, home():
        folder = Path(name)
        socket = folder / "native"
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        command += ["--load=module-null-sink sink_name=bench rate=48000"]
        command += [f"--load=module-native-protocol-unix socket={socket} auth-anonymous=1"]
        settings = {"XDG_RUNTIME_DIR": name, "PULSE_SERVER": f"unix:{socket}"}
        with (
            variables(**settings),
            process(*command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL),
        ):
            _wait_for(socket)
            yield folder


def _wait_for(path: Path) -> None:
    end = time.monotonic() + 10
    while not path.exists():
        if time.monotonic() > end:
            raise TimeoutError(f"{path} did not appear")
        time.sleep(0.02)
