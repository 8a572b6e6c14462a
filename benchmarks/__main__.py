"""`make bench`: measures Supple beside its bases and writes one table.

python -m benchmarks [--runs N] [ROW...]
"""

import argparse
import os
import sys
from pathlib import Path

from benchmarks import (
    bundle,
    command,
    commit,
    cue,
    figure,
    history,
    lateness,
    memory,
    places,
    start,
    waiting,
)
from benchmarks.compare import HEAD, Comparison, conditions

RESULTS = Path(__file__).parent / "results" / "latest.md"
COMPARISONS: tuple[Comparison, ...] = (
    *start.COMPARISONS,
    command.COMPARISON,
    *memory.COMPARISONS,
    *lateness.COMPARISONS,
    cue.COMPARISON,
    commit.COMPARISON,
    *figure.COMPARISONS,
    history.COMPARISON,
    places.COMPARISON,
    *waiting.COMPARISONS,
    *bundle.COMPARISONS,
)


def main() -> int:
    """Run the rows asked for; 1 when a goal is missed. The table is kept in a file."""
    names = [each.name for each in COMPARISONS]
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="alternating runs a row (7)")
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of {', '.join(names)}")
    asked = parser.parse_args()
    if unknown := set(asked.rows) - set(names):
        parser.error(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    # What is installed has its bytecode beside it; ours may keep it too.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print("\n".join(HEAD), flush=True)
    measured: dict[str, str] = {}
    for comparison in COMPARISONS:
        if asked.rows and comparison.name not in asked.rows:
            continue
        for goal, row in zip(comparison.goals, comparison.run(asked.runs), strict=True):
            measured[goal.what] = row
            print(row, flush=True)
    said = conditions(asked.runs)
    print(f"\n{said}")
    keep(measured, said, again=asked.rows)
    report = "\n".join(measured.values())
    return 1 if "missed" in report else 0


def keep(measured: dict[str, str], said: str, again: list[str]) -> None:
    """Write the table; rows that were not measured this time stay as they were."""
    before = RESULTS.read_text("utf-8").splitlines() if again and RESULTS.exists() else []
    known = {line.split(" | ")[0].removeprefix("| "): line for line in before if "|" in line}
    names = [goal.what for comparison in COMPARISONS for goal in comparison.goals]
    rows = [measured.get(name) or known.get(name, "") for name in names]
    head = [line for line in before[1:] if line and "|" not in line]
    words = [*head, f"Measured again, {', '.join(again)}: {said}"] if again else [said]
    lines = ["# Latest figures of `make bench`", *words, "\n".join([*HEAD, *filter(None, rows)])]
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text("\n\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
