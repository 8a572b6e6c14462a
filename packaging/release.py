"""Checks everything, builds everything, and says what is left to do by hand.

    python packaging/release.py

Nothing is published: that stays a decision of people. Stops at the first step that does not hold.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import packages
import recipes
from system_packages import ensure_system_packages

ROOT = Path(__file__).resolve().parent.parent
DEV = (sys.executable, str(ROOT / "packaging" / "dev.py"))


def main() -> int:
    """All steps; 1 when one did not hold."""
    for title, holds in STEPS.items():
        print(f"--- {title}", flush=True)
        if not holds():
            print(f"Not ready to release: {title}")
            return 1
    print(f"Ready. The packages, their parts and their checksums are in {packages.DIST}.")
    print(f"Left to do: git tag v{release()}, and try the packages on real machines.")
    return 0


def release() -> str:
    """The version in pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def all_is_committed() -> bool:
    """Whether what is built is what is in git."""
    command = ["git", "-C", str(ROOT), "status", "--porcelain"]
    return not subprocess.run(command, capture_output=True, text=True, check=True).stdout


def version_is_told() -> bool:
    """Whether changes, AppStream and the recipes name this version."""
    number = re.escape(release())
    wanted = {
        "CHANGELOG.md": rf"^## \[{number}\] - \d{{4}}-\d\d-\d\d$",
        f"packaging/assets/{recipes.METAINFO}": rf'<release version="{number}"',
        "packaging/linux/aur/PKGBUILD": rf"^pkgver={number}$",
        "packaging/linux/nix/package.nix": rf'^  version = "{number}";$',
    }
    missing = [
        name
        for name, pattern in wanted.items()
        if not re.search(pattern, (ROOT / name).read_text("utf-8"), re.MULTILINE)
    ]
    for name in missing:
        print(f"{name} does not name version {release()}")
    return not missing


def passes(*arguments: str) -> bool:
    """Whether one command of the project ends well."""
    return subprocess.run([*DEV, *arguments], cwd=ROOT, check=False).returncode == 0


def licences_are_told() -> bool:
    """Whether every file says whose it is, in the form of REUSE."""
    tool = str(packages.BIN / "reuse")
    return (
        subprocess.run([tool, "--root", str(ROOT), "lint", "--quiet"], check=False).returncode == 0
    )


STEPS: dict[str, Callable[[], bool]] = {
    "all is committed": all_is_committed,
    "changes, AppStream and recipes name the version": version_is_told,
    "the linters of recipes are here": lambda: ensure_system_packages(tests=False, release=True),
    "recipes": lambda: recipes.main() == 0,
    "every check and test": lambda: passes("test"),
    "documents": lambda: passes("docs"),
    "packages, list of parts, checksums": lambda: packages.main("all") == 0,
    "licences": licences_are_told,
}


if __name__ == "__main__":
    sys.exit(main())
