"""Sets up, runs and tests Supple with nothing but Python.

`make` calls it; it also works alone:

    python packaging/dev.py run
    python packaging/dev.py test

Any Python 3 may start it; it goes on with the first Python 3.11 or newer that it finds.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

NEEDED = (3, 11)
CANDIDATES = ("python3.11", "python3.12", "python3.13", "python3.14", "python3", "python")


def main(arguments: list[str]) -> int:
    """Run one command; answer with its exit code."""
    if sys.version_info < NEEDED:
        return go_on_with_newer_python(arguments)
    from commands import dispatch  # an older Python cannot read that module

    try:
        return dispatch(arguments)
    except KeyboardInterrupt:
        return 130


def go_on_with_newer_python(arguments: list[str]) -> int:
    """Start this script again with a Python that is new enough."""
    test = f"import sys; sys.exit(sys.version_info < {NEEDED})"
    for name in CANDIDATES:
        path = shutil.which(name)
        if path and subprocess.run([path, "-c", test], check=False).returncode == 0:
            return subprocess.run([path, __file__, *arguments], check=False).returncode
    print("Supple needs Python 3.11 or newer, and none was found. Please install one.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
