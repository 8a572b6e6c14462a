"""What a person working on Supple can ask for: one function a command of `dev.py`."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from environment import BIN, PYTHON, ROOT, SUFFIX, SUPPLE, ensure_environment

NO_DISPLAY = (
    "There is no display here, so no window can open. Start this inside a desktop session, or try a"
    ' session in the terminal: make run ARGS="play desk-break-2 --speed 20"'
)
PICTURES: Mapping[str, tuple[str, ...]] = {  # of README and docs; options by file name
    **dict.fromkeys(
        (
            "firstrun-1-welcome",
            "today",
            "today-inside",
            "library",
            "library-card",
            "routine-editor",
            "plan",
            "session-before",
            "session-getready",
            "session-hold",
            "session-rest",
            "session-paused",
            "session-hurts-1-stop",
            "session-hurts-2-sharp",
            "session-room-hold",
            "session-finished-answered",
            "history",
            "history-sessions",
            "history-export",
            "selftest-1-choose",
            "selftest-4-result",
            "learn",
            "settings-deskbreaks",
            "settings-voice",
            "settings-keys",
            "states-voice",
            "works-here",
        ),
        (),
    ),
    "today-dark": ("--theme", "dark"),
    "session-hold-dark": ("--theme", "dark"),
    "session-room-hold-dark": ("--theme", "dark"),
    "desk-break-window": ("--size", "480x640"),
    "desk-break-end": ("--size", "480x640"),
    "tray-menu": ("--size", "480x480"),
}
COVERAGE_JSON = ROOT / "build" / "coverage.json"
WORKERS = "3"  # on two cores: many tests wait for a voice, a window or a disk
CONCISE = ("--output-format", "concise")


def dispatch(arguments: list[str]) -> int:
    """Run the command named by the first argument with the others; answer with its exit code."""
    os.chdir(ROOT)
    name, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    if name in COMMANDS:
        return COMMANDS[name](rest)
    print("python packaging/dev.py COMMAND [ARGUMENTS]\n")
    for known, command in COMMANDS.items():
        print(f"  {known:<12} {(command.__doc__ or '').splitlines()[0]}")
    return 0 if name in {"help", "--help", "-h"} else 2


def setup(_arguments: list[str]) -> int:
    """Set up everything that is missing to run Supple."""
    if not _ready():
        return 1
    print(f"Supple is ready: {SUPPLE}")
    return 0


def run(arguments: list[str]) -> int:
    """Set up what is missing and open Supple; arguments go to the program."""
    if not _ready():
        return 1
    opens_window = all(each.startswith("-") for each in arguments)
    if opens_window and "--help" not in arguments and not has_display(os.environ, sys.platform):
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    if os.name == "posix":  # let the program take over, with its signals and exit code
        os.execv(SUPPLE, [str(SUPPLE), *arguments])  # noqa: S606
    return _call(SUPPLE, *arguments)


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window could open: always but on Linux, where some display must be named."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environment.get(name) for name in names)


def test(arguments: list[str]) -> int:
    """Run every check and the whole test suite; with arguments only these tests."""
    if not _ready(tests=True):
        return 1
    if arguments:
        return _call(PYTHON, "-m", "pytest", *arguments)
    COVERAGE_JSON.parent.mkdir(exist_ok=True)
    # The tests start the program hundreds of times: its modules are compiled once, not each time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return _all_of(
        ("layout of the source", [_tool("ruff"), "format", "--check", "--quiet", *CONCISE, "."]),
        ("rules of the source", [_tool("ruff"), "check", "--quiet", *CONCISE, "."]),
        ("types", [_tool("mypy")]),
        ("import directions", [_tool("lint-imports"), "--no-logo"]),
        (
            "tests",
            [
                PYTHON,
                "-m",
                "pytest",
                "-n",
                WORKERS,
                "--dist=worksteal",
                "--cov",
                "--cov-report=",
                "--durations=10",
            ],
        ),
        ("coverage", [PYTHON, ROOT / "packaging" / "coverage_floors.py", COVERAGE_JSON]),
    )


def test_long(arguments: list[str]) -> int:
    """Run the tests that take minutes, and the property tests with many more examples."""
    if not _ready(tests=True):
        return 1
    os.environ["HYPOTHESIS_PROFILE"] = "long"
    pytest: list[str | Path] = [
        PYTHON,
        "-m",
        "pytest",
        "-m",
        "long or hypothesis",
        "-n",
        WORKERS,
        "--dist=worksteal",
        "--timeout=2400",
        "--override-ini=faulthandler_timeout=2700",
    ]
    if arguments or not _can_fuzz():
        return _call(*pytest, *arguments)
    return _all_of(
        ("long tests", pytest),
        ("a minute of fuzzing for each reader", [PYTHON, ROOT / "packaging" / "fuzz.py", "60"]),
    )


def fuzz(arguments: list[str]) -> int:
    """Fuzz everything that reads foreign bytes, each for MINUTES (10 unless told)."""
    seconds = round(float(arguments[0] if arguments else "10") * 60)
    return _call(PYTHON, ROOT / "packaging" / "fuzz.py", str(seconds)) if _can_fuzz() else 1


def bench(arguments: list[str]) -> int:
    """Measure Supple beside its bases; the table also goes to benchmarks/results/latest.md."""
    return _call(PYTHON, "-m", "benchmarks", *arguments) if _ready(tests=True) else 1


def tidy(_arguments: list[str]) -> int:
    """Lay out the source and mend what can be mended by rule."""
    if not _ready(tests=True):
        return 1
    return _all_of(
        ("rules of the source", [_tool("ruff"), "check", "--fix", "--quiet", "."]),
        ("layout of the source", [_tool("ruff"), "format", "--quiet", "."]),
    )


def screenshots(_arguments: list[str]) -> int:
    """Take the pictures of README and docs anew."""
    if not _ready():
        return 1
    folder = ROOT / "docs" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    steps: list[tuple[str, list[str | Path]]] = []
    for name, options in PICTURES.items():
        taken: list[str | Path] = [SUPPLE, "screenshot", name.removesuffix("-dark"), *options]
        steps.append((name, [*taken, "-o", folder / f"{name}.png"]))
    return _all_of(*steps)


def figures(_arguments: list[str]) -> int:
    """Draw the contact sheets of all exercises anew."""
    return _call(PYTHON, ROOT / "packaging" / "figure_sheets.py") if _ready() else 1


def words(arguments: list[str]) -> int:
    """Merge all words into assets/locale/*.po and tell what is missing; `words fr` begins one."""
    script = ROOT / "packaging" / "translations.py"
    return _call(PYTHON, script, *arguments) if _ready(tests=True) else 1


def docs(_arguments: list[str]) -> int:
    """Build the documentation as a small site into build/site."""
    if not _ready(tests=True):
        return 1
    return _all_of(
        ("the page of all commands", [PYTHON, ROOT / "packaging" / "command_page.py"]),
        ("the site", [_tool("mkdocs"), "build", "--strict", "--quiet"]),
    )


def release(_arguments: list[str]) -> int:
    """Check everything and build everything; publishes nothing."""
    return _call(sys.executable, ROOT / "packaging" / "release.py")


def packages(arguments: list[str]) -> int:
    """Build what users install into build/packages; with `python` or `bundle` only up to there."""
    return _call(sys.executable, ROOT / "packaging" / "packages.py", *arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "setup": setup,
    "run": run,
    "test": test,
    "test-long": test_long,
    "fuzz": fuzz,
    "bench": bench,
    "format": tidy,
    "screenshots": screenshots,
    "figures": figures,
    "words": words,
    "docs": docs,
    "packages": packages,
    "release": release,
}


def _ready(*, tests: bool = False) -> bool:
    if ensure_environment(tests=tests):
        return True
    print("Setting up did not work; the reason is above.", file=sys.stderr)
    return False


def _can_fuzz() -> bool:
    """Have the fuzzer, which no other command needs."""
    pins: list[str | Path] = [
        "--quiet",
        "--disable-pip-version-check",
        "--constraint",
        ROOT / "constraints.txt",
    ]
    return _ready(tests=True) and _call(PYTHON, "-m", "pip", "install", *pins, "atheris") == 0


def _tool(name: str) -> Path:
    return BIN / f"{name}{SUFFIX}"


def _call(*command: str | Path) -> int:
    sys.stdout.flush()
    return subprocess.run([str(part) for part in command], check=False).returncode


def _all_of(*steps: tuple[str, Sequence[str | Path]]) -> int:
    """Run all steps even when one fails; 1 when any did."""
    failed = []
    for title, command in steps:
        began = time.monotonic()
        print(f"--- {title}", flush=True)
        if _call(*command) != 0:
            failed.append(title)
        print(f"    {time.monotonic() - began:.1f} s", flush=True)
    if failed:
        print(f"Not right yet: {', '.join(failed)}")
    return 1 if failed else 0
