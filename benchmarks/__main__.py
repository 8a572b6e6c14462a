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
    """Run the rows asked for; 1 when a goal is missed. The whole table is kept in a file."""
    names = [each.name for each in COMPARISONS]
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="alternating runs a row (7)")
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of {', '.join(names)}")
    asked = parser.parse_args()
    if unknown := set(asked.rows) - set(names):
        parser.error(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    # What is installed has its bytecode beside it; ours may keep it too.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    lines = [*HEAD]
    print("\n".join(HEAD), flush=True)
    for comparison in COMPARISONS:
        if asked.rows and comparison.name not in asked.rows:
            continue
        for row in comparison.run(asked.runs):
            lines.append(row)
            print(row, flush=True)
    report = "\n".join([conditions(asked.runs), "", *lines, ""])
    print(f"\n{conditions(asked.runs)}")
    if not asked.rows:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(f"# Latest figures of `make bench`\n\n{report}", "utf-8")
    return 1 if "missed" in report else 0


if __name__ == "__main__":
    sys.exit(main())
