"""Runs a program's main until its first window is painted, then says when and ends.

python first_paint.py bare|supple prints the steady clock's nanoseconds after the first paint, and
those that the processor worked for it until then.
"""

import sys
from importlib import import_module

PROGRAMS = {"bare": "benchmarks.programs.bare_window", "supple": "supple.cli.main"}


def main() -> int:
    target = sys.argv.pop(1)
    sys.argv[0] = target
    program = import_module(PROGRAMS[target])
    if target == "supple":
        import_module("supple.ui")  # here as in the program: before anything else of Qt
    import_module("benchmarks.programs.watched_paint").watch()
    code: int = program.main()
    return code


if __name__ == "__main__":
    sys.exit(main())
