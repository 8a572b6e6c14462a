"""Row `bundle`: the frozen folder of Supple beside that of a bare Qt program, frozen the same way.

Uses what `make packages` left in build/packages; builds what is missing, which takes minutes.
"""

import subprocess
import sys
from functools import cache
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT

OUT = ROOT / "build" / "packages"
BARE = OUT / "bare"
# What the spec of Supple leaves out as well, as far as PyInstaller can be told so.
UNUSED = ("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "tkinter", "unittest")


def megabytes(folder: Path) -> Sample:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {"size": sum(path.stat().st_size for path in files) / 1e6}


@cache
def ours() -> Path:
    bundle = OUT / "bundle" / "supple"
    if not bundle.is_dir():
        command = [sys.executable, "packaging/packages.py", "bundle"]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return bundle


@cache
def bare() -> Path:
    ours()  # brings the tools
    if not BARE.is_dir():
        program = str(ROOT / "benchmarks" / "programs" / "bare_window.py")
        options = [f"--exclude-module={name}" for name in UNUSED]
        command = [str(OUT / "tools" / "bin" / "pyinstaller"), "--noconfirm", "--log-level=ERROR"]
        command += ["--name=bare", f"--distpath={BARE}", f"--workpath={OUT / 'work'}"]
        command += [f"--specpath={OUT / 'work'}", *options, program]
        subprocess.run(command, cwd=OUT, check=True)
    return BARE


COMPARISON = Comparison(
    "bundle",
    "a bare Qt program, frozen",
    lambda: megabytes(bare()),
    lambda: megabytes(ours()),
    (Goal("size", "the frozen folder", "MB", times=1.15),),
)
