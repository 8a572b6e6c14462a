"""Installs the system's own packages that Supple needs, where the user may; else says how.

Knows four package managers of Linux. Windows and macOS bring all that is needed.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

PACKAGES_FILE = Path(__file__).parent / "linux" / "system-packages.toml"


@dataclass(frozen=True)
class PackageManager:
    """How one package manager is asked what is missing, and told to install it."""

    name: str
    program: str
    probe: tuple[str, ...]
    refresh: tuple[str, ...]
    install: tuple[str, ...]

    def missing(self, packages: list[str]) -> list[str]:
        """Of `packages`, and of what they need, those that are not installed."""
        if self.name == "apt":
            return self._missing_for_apt(packages)
        return [name for name in packages if _run([*self.probe, name]).returncode != 0]

    def _missing_for_apt(self, packages: list[str]) -> list[str]:
        answer = _run([*self.probe, *packages])
        if answer.returncode != 0:  # lists never fetched: take all as missing
            return packages
        lines = (line.split() for line in answer.stdout.splitlines())
        return [words[1] for words in lines if words[:1] == ["Inst"]]


MANAGERS = (
    PackageManager(
        "apt",
        "apt-get",
        ("apt-get", "--simulate", "--no-install-recommends", "install"),
        ("apt-get", "update", "--quiet=2"),
        ("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends"),
    ),
    PackageManager(
        "dnf",
        "dnf",
        ("rpm", "--query", "--quiet", "--whatprovides"),
        (),
        ("dnf", "install", "--assumeyes", "--quiet"),
    ),
    PackageManager(
        "pacman",
        "pacman",
        ("pacman", "--deptest"),
        (),
        ("pacman", "--sync", "--refresh", "--needed", "--noconfirm"),
    ),
    PackageManager(
        "zypper",
        "zypper",
        ("rpm", "--query", "--quiet", "--whatprovides"),
        (),
        ("zypper", "--non-interactive", "install"),
    ),
)


def ensure_system_packages(*, tests: bool, release: bool = False) -> bool:
    """Install what is missing; say what. False when something is still missing afterwards."""
    if sys.platform != "linux":
        return True
    manager = next((each for each in MANAGERS if shutil.which(each.program)), None)
    if manager is None:
        print(
            f"No package manager known here. Supple needs what {PACKAGES_FILE.name} lists for your"
            " system, under the names it has there."
        )
        return True
    wanted = wanted_packages(manager.name, tests=tests, release=release)
    missing = manager.missing(wanted)
    if not missing:
        return True
    missing = [name for name in wanted if name in missing] or missing  # without what they pull in
    before = _privilege()
    if before is None:
        by_hand = " ".join(["sudo", *manager.install, *missing])
        print("Some system packages are missing, and installing them needs an administrator. Type:")
        print(f"  {by_hand}\nUntil then Supple may have no window or no voice.")
        return False
    print(f"Installing system packages with {manager.name}: {' '.join(missing)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (manager.refresh, (*manager.install, *missing)):
        if not command:
            continue
        answer = _run([*before, *command], environment)
        if answer.returncode != 0:
            print(f"{answer.stdout}{answer.stderr}This did not work: {' '.join(command)}")
            return False
    return True


def wanted_packages(manager: str, *, tests: bool, release: bool = False) -> list[str]:
    """The packages to have, in the names of that package manager."""
    table = tomllib.loads(PACKAGES_FILE.read_text(encoding="utf-8"))
    wanted = [*table[manager]["run"]]
    if not any(shutil.which(player) for player in table["player"]["commands"]):
        wanted += table[manager]["player"]
    if manager == "apt" and importlib.util.find_spec("ensurepip") is None:
        wanted.append(f"python3.{sys.version_info.minor}-venv")  # Debian splits it off
    if tests:
        wanted += table[manager]["test"]
    if release:
        wanted += table[manager].get("release", [])
    return wanted


def _privilege() -> list[str] | None:
    """What to put before a command to run it as root; None when that takes a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "--non-interactive", "true"]).returncode == 0:
        return ["sudo", "--non-interactive", "--preserve-env=DEBIAN_FRONTEND"]
    return None


def _run(
    command: list[str], environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
