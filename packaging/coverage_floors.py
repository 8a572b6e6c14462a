"""Holds the coverage of each part of Supple at or above its floor in tests/coverage-floors.toml.

Run with the tests' environment after pytest; its argument says where to put coverage's JSON.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHOWN_GAPS = 12
FLOORS_FILE = ROOT / "tests" / "coverage-floors.toml"


def main(report_file: Path) -> int:
    """Print a line for each part and each gap in the complete ones; 1 when any is too low."""
    command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(report_file)]
    if subprocess.run(command, check=False).returncode != 0:
        return 1
    files = json.loads(report_file.read_text("utf-8"))["files"]
    floors: dict[str, float] = tomllib.loads(FLOORS_FILE.read_text("utf-8"))["floors"]
    parts: dict[str, list[str]] = {part: [] for part in floors}
    unlisted: list[str] = []
    for name in files:
        part = part_of(name, floors)
        (parts[part] if part else unlisted).append(name)
    verdicts = [_verdict(part, names, files, floors[part]) for part, names in parts.items()]
    for name in unlisted:
        print(f"{name} belongs to no part; add one to {FLOORS_FILE.relative_to(ROOT)}")
    return 0 if all(verdicts) and not unlisted else 1


def part_of(file_name: str, parts: dict[str, float]) -> str:
    """The longest part that the file lies in, as `supple.core`; empty when there is none."""
    module = ".".join(Path(file_name).with_suffix("").parts).removeprefix("src.")
    fitting = [part for part in parts if module == part or module.startswith(f"{part}.")]
    return max(fitting, key=len, default="")


def _verdict(part: str, names: list[str], files: dict[str, Any], floor: float) -> bool:
    summaries = [files[name]["summary"] for name in names]
    total = sum(each["num_statements"] + each["num_branches"] for each in summaries)
    covered = sum(each["covered_lines"] + each["covered_branches"] for each in summaries)
    percent = 100 * covered / total if total else 100.0
    enough = percent >= floor
    note = "" if enough else "  TOO LOW"
    if percent >= floor + 2:
        note = f"  raise the floor to {int(percent)}"
    print(f"{part:<26} {percent:6.2f} %  (floor {floor:g}){note}")
    for name in names if not enough else ():
        gaps = files[name]["missing_lines"] + [
            f"{a}->{b}" for a, b in files[name]["missing_branches"]
        ]
        if gaps:
            more = f" and {len(gaps) - SHOWN_GAPS} more" if len(gaps) > SHOWN_GAPS else ""
            print(f"    {name}: {', '.join(map(str, gaps[:SHOWN_GAPS]))}{more}")
    return enough


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
