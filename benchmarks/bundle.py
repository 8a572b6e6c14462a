"""Rows `bundle`: the frozen folder and its start, beside a bare Qt program frozen the same way.

Uses what `make packages` left in build/packages; builds what is missing, which takes minutes.
"""

import subprocess
import sys
import time
from functools import cache
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, lived_in, process

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


def visible_ms(program: Path) -> Sample:
    """From exec until a window of the program is visible, as another program sees it."""
    began = time.monotonic()
    with process(program) as running:
        # Asked again and again: by itself xdotool looks only twice a second.
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(running.pid)]
        while subprocess.run(search, check=False, capture_output=True).returncode != 0:
            if running.poll() is not None:
                raise ChildProcessError(f"{program} ended by itself")
        return {"start": (time.monotonic() - began) * 1e3}


BASE = "a bare Qt program, frozen"
COMPARISONS = (
    Comparison(
        "bundle",
        BASE,
        lambda: megabytes(bare()),
        lambda: megabytes(ours()),
        (Goal("size", "the frozen folder", "MB", times=1.15),),
    ),
    Comparison(
        "bundle-start",
        BASE,
        lambda: visible_ms(bare() / "bare" / "bare"),
        lambda: visible_ms(ours() / "supple"),
        (Goal("start", "the frozen program, exec to visible window", "ms", times=1.3),),
        around=lived_in,
    ),
)
