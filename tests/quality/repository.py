"""The files of the repository, as the rules in this folder look at them."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = {".png", ".ttf", ".otf", ".woff2", ".wav", ".db", ".mo", ".ico", ".icns", ".supple"}


@cache
def files(*patterns: str) -> tuple[Path, ...]:
    """All files that are in git or would be, whose path fits one of the git patterns."""
    options = ["--cached", "--others", "--exclude-standard", "-z"]
    command = ["git", "ls-files", *options, "--", *patterns]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = {ROOT / name for name in listing.split("\0") if name}
    return tuple(sorted(path for path in paths if path.is_file()))


def python_files() -> tuple[Path, ...]:
    """All Python files of the repository."""
    return files("*.py")


def is_licence(path: Path) -> bool:
    """Whether the file is the text of a licence, which is never ours to change."""
    return path.parent.name == "LICENSES" or "LICENSE" in path.name or "OFL" in path.name


def own_texts() -> dict[str, str]:
    """Path to content of all files that people read as text, but for licences."""
    paths = [path for path in files() if path.suffix not in BINARY and not is_licence(path)]
    return {shown(path): path.read_text("utf-8") for path in paths}


def shown(path: Path) -> str:
    """The path as a message names it."""
    return path.relative_to(ROOT).as_posix()
