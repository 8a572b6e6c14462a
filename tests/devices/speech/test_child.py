"""The speech child as a process: what it obeys, and how it ends."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from supple.devices.speech import lines
from supple.devices.speech.process import child_command
from supple.devices.speech.voice import VoiceOptions
from tests.audio import NullSink
from tests.devices.speech.voices import SOUNDS, until, utterance


@contextmanager
def child(
    folder: Path, environment: Mapping[str, str], engine: str | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    folder.mkdir()
    process = subprocess.Popen(
        [*child_command(SOUNDS, engine), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(environment),
        start_new_session=True,
    )
    with process:
        yield process
        process.kill()


HASTY = lines.Configure(VoiceOptions(rate_wpm=400))


def order(process: subprocess.Popen[bytes], what: lines.Order) -> None:
    assert process.stdin is not None
    process.stdin.write(lines.encode(what))
    process.stdin.flush()


def report(process: subprocess.Popen[bytes]) -> lines.AnyReport:
    assert process.stdout is not None
    return lines.decode_report(process.stdout.readline())


def players_of(process: subprocess.Popen[bytes]) -> list[str]:
    """Other processes of the child's group that still live."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, rest = stat.read_text().rsplit(")", 1)
        except OSError:
            continue
        state, _parent, group = rest.split()[:3]
        if state != "Z" and int(group) == process.pid != int(stat.parent.name):
            found.append(name)
    return found


def is_alive(pid: int) -> bool:
    """Whether the process does anything; one that ended may wait for its parent for ever."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_when_its_input_ends_the_child_is_silent_and_leaves_nothing(
    sink: NullSink, tmp_path: Path
) -> None:
    folder = tmp_path / "private"
    with child(folder, sink.environment) as process:
        assert report(process) == lines.Ready()
        cue = utterance("Breathe out slowly and let the leg get heavy.")
        order(process, lines.Say(cue))
        assert isinstance(report(process), lines.Started)
        until(lambda: players_of(process))
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(2) == 0
        until(lambda: not players_of(process), 0.5)
    assert not folder.exists()


def test_what_pyttsx3_prints_never_comes_between_the_reports(
    sink: NullSink, tmp_path: Path
) -> None:
    with child(tmp_path / "private", sink.environment) as process, sink.record():
        assert report(process) == lines.Ready()
        order(process, HASTY)
        for text in ("Hold.", "Half-way.", "Release, slowly."):
            cue = utterance(text)
            order(process, lines.Say(cue))
            started, ended = report(process), report(process)
            assert isinstance(started, lines.Started)
            assert ended == lines.Ended(cue.id, lines.Ending.DONE, words=True)


def test_each_utterance_has_exactly_one_last_answer(sink: NullSink, tmp_path: Path) -> None:
    with child(tmp_path / "private", sink.environment) as process, sink.record():
        cues = [utterance(f"Cue number {number}.") for number in range(20)]
        order(process, HASTY)
        for cue in cues:
            order(process, lines.Say(cue))
        waiting = {cue.id for cue in cues}
        while waiting:
            match report(process):
                case lines.Ended(number):
                    waiting.remove(number)
                case lines.Ready() | lines.Started():
                    pass
                case other:
                    raise AssertionError(other)


def test_a_line_that_is_no_order_ends_the_child_with_a_word_for_the_log(
    sink: NullSink, tmp_path: Path
) -> None:
    with child(tmp_path / "private", sink.environment) as process:
        assert report(process) == lines.Ready()
        assert process.stdin is not None
        process.stdin.write(b'{"do":"dance"}\n')
        process.stdin.flush()
        crashed = report(process)
        assert isinstance(crashed, lines.Crashed)
        assert "dance" in crashed.trace
        assert process.wait(2) == 1


def test_modules_lying_in_the_current_folder_are_not_run(sink: NullSink, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.mkdir()
    for name in ("json", "wave", "pyttsx3", "msgspec"):
        (trap / f"{name}.py").write_text("raise SystemExit('trapped')")
    command = [*child_command(SOUNDS), str(tmp_path)]
    done = subprocess.run(
        command, cwd=trap, env=dict(sink.environment), input=b"", capture_output=True, check=False
    )
    assert b"trapped" not in done.stderr
    assert done.returncode == 0


def test_the_program_itself_never_loads_pyttsx3() -> None:
    code = (
        "import sys, json, supple.devices.speech.process, supple.devices.speech.child;"
        "print(json.dumps([n for n in sys.modules if n.startswith('pyttsx3')]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert json.loads(done.stdout) == []


def test_when_the_program_is_killed_the_child_ends_by_itself(
    sink: NullSink, tmp_path: Path
) -> None:
    code = (
        "import time; from pathlib import Path;"
        "from supple.devices.speech.process import SpokenVoice;"
        f"v = SpokenVoice(Path({str(SOUNDS)!r})); v.start(); v.voices(); print(v.pid, flush=True);"
        "time.sleep(60)"
    )
    environment = {**sink.environment, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        pid = int(program.stdout.readline())
        program.send_signal(signal.SIGKILL)
    until(lambda: not is_alive(pid))
    assert not list(tmp_path.iterdir())
