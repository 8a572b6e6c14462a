"""The project's own Python environment, `.venv`: made, filled with pinned packages, kept fresh.

A stamp in it remembers what it was made from, so that a second call costs next to nothing.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

from system_packages import PACKAGES_FILE, ensure_system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
SUFFIX = ".exe" if sys.platform == "win32" else ""
PYTHON = BIN / f"python{SUFFIX}"
SUPPLE = BIN / f"supple{SUFFIX}"
RUN_STAMP, TEST_STAMP = VENV / "supple-setup-run", VENV / "supple-setup-test"
PINS = ROOT / "constraints.txt"
BUILD_PACKAGES = ("hatchling", "editables")  # installed by pin, so that pip builds without fetching


def ensure_environment(*, tests: bool) -> bool:
    """Everything that `make run` needs, with `tests` also what `make test` needs. False: failed."""
    fingerprint = _fingerprint()
    stamp = TEST_STAMP if tests else RUN_STAMP
    enough = (TEST_STAMP,) if tests else (RUN_STAMP, TEST_STAMP)
    made_from = {each.read_text("utf-8") for each in enough if each.is_file()}
    if PYTHON.exists() and fingerprint in made_from:
        return True
    complete = ensure_system_packages(tests=tests)
    if tests and not complete:
        return False
    if not (_ensure_venv() and _install(tests=tests)):
        return False
    if complete:
        stamp.write_text(fingerprint, "utf-8")
    return True


def _fingerprint() -> str:
    """Changes whenever the environment has to be looked at again."""
    digest = hashlib.sha256(f"{sys.version}\n{ROOT}\n".encode())
    for path in (ROOT / "pyproject.toml", PINS, PACKAGES_FILE):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _ensure_venv() -> bool:
    works = [str(PYTHON), "-m", "pip", "--version"]
    if PYTHON.exists() and subprocess.run(works, capture_output=True, check=False).returncode == 0:
        return True
    print(f"Making a Python environment in {VENV}", flush=True)
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=sys.platform != "win32").create(VENV)
    except (OSError, subprocess.CalledProcessError) as fault:
        print(f"Python could not make it: {fault}")
        return False
    return True


def _install(*, tests: bool) -> bool:
    print("Installing the Python packages pinned in constraints.txt (100 MB at first)", flush=True)
    project = f"{ROOT}[dev]" if tests else str(ROOT)
    return _pip(*BUILD_PACKAGES) and _pip("--no-build-isolation", "--editable", project)


def _pip(*arguments: str) -> bool:
    """One quiet `pip install`; its summary is shown, all it said only when it failed."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--constraint", str(PINS), *arguments]
    answer = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if answer.returncode != 0:
        print(answer.stdout)
        return False
    for line in answer.stdout.splitlines():
        if line.startswith("Successfully installed"):
            print(line, flush=True)
    return True
