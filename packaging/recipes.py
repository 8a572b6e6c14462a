"""Looks at every recipe for packages with the linter of its own system; builds nothing.

    python packaging/recipes.py

Wants what system-packages.toml lists under `release`.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
IDENT = "io.github.supple_app.Supple"
METAINFO = f"{IDENT}.metainfo.xml"
# PKGBUILD is read by makepkg, which sets what it does not; paths are made of lists on purpose.
SHELL_RULES = {"PKGBUILD": "SC2034,SC2154,SC2164", "": "SC2016,SC2046"}


def main() -> int:
    """Look at all; the number of recipes with faults."""
    with tempfile.TemporaryDirectory() as name:
        return sum(not passes(title, command) for title, command in looks(Path(name)).items())


def looks(folder: Path) -> dict[str, list[str]]:
    """What is looked at, and how; `folder` is for what that leaves behind."""
    linux = PACKAGING / "linux"
    assets = PACKAGING / "assets"
    (folder / "supple.exe").touch()
    found = {
        "desktop entry": ["desktop-file-validate", str(assets / f"{IDENT}.desktop")],
        "AppStream": ["appstreamcli", "validate", "--no-net", str(assets / METAINFO)],
        "Flatpak": ["flatpak-builder", "--show-manifest", str(linux / "flatpak" / f"{IDENT}.yaml")],
        "Nix": ["nix-instantiate", "--parse", str(linux / "nix" / "package.nix")],
        "Windows installer": [
            "makensis", "-V2", "-DVERSION=0.0.1", f"-DBUNDLE={folder}", f"-DOUT={folder}",
            str(PACKAGING / "windows" / "supple.nsi"),
        ],
    }  # fmt: skip
    scripts = [*PACKAGING.glob("*/*.sh"), linux / "aur" / "PKGBUILD"]
    for script in sorted(scripts):
        rules = SHELL_RULES.get(script.name, SHELL_RULES[""])
        shell = ["--shell", "bash"] if script.name == "PKGBUILD" else []
        found[script.name] = ["shellcheck", "--exclude", rules, *shell, str(script)]
    return found


def passes(title: str, command: list[str]) -> bool:
    """Run one look; what it found is printed."""
    if shutil.which(command[0]) is None:
        print(f"{title}: {command[0]} is not installed; see `release` in system-packages.toml")
        return False
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    print(f"{title}: {'fine' if ended.returncode == 0 else ended.stdout + ended.stderr}")
    return ended.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
