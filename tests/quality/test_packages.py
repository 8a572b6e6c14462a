"""What users install: built twice alike, and alive in an environment of its own."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

import recipes
from system_packages import ensure_system_packages
from tests.quality.repository import ROOT

EPOCH = "1700000000"


def built(folder: Path) -> dict[str, bytes]:
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.long
def test_two_builds_of_sdist_and_wheel_are_identical(tmp_path: Path) -> None:
    first, second = built(tmp_path / "first"), built(tmp_path / "second")
    assert len(first) == 2
    assert first == second


@pytest.mark.long
def test_the_wheel_alone_plays_a_session(tmp_path: Path) -> None:
    built(tmp_path / "dist")
    wheel = next((tmp_path / "dist").glob("*.whl"))
    venv.EnvBuilder(with_pip=True).create(tmp_path / "fresh")
    own = tmp_path / "fresh" / "bin"
    pins = str(ROOT / "constraints.txt")
    command = [str(own / "pip"), "install", "--quiet", "--constraint", pins, str(wheel)]
    subprocess.run(command, check=True)
    home = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    home |= {"XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHONPATH": ""}
    for arguments in ("doctor", "list routines", "play desk-break-2 --speed 100 --no-voice"):
        command = [str(own / "supple"), *arguments.split()]
        ended = subprocess.run(
            command, cwd=tmp_path, env=home, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, ended.stderr
        assert ended.stdout


@pytest.mark.long
def test_every_recipe_passes_the_linter_of_its_system() -> None:
    assert ensure_system_packages(tests=False, release=True)
    assert recipes.main() == 0


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_the_packages_live_in_a_bare_root_from_install_to_removal() -> None:
    assert ensure_system_packages(tests=False, release=True)
    for command in (["make", "packages"], ["packaging/linux/try-packages.sh"]):
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stdout[-4_000:] + ended.stderr[-4_000:]
