"""Fuzzes everything that reads bytes from outside, two targets at a time; prints one table.

    python packaging/fuzz.py SECONDS [TARGET...]

What was found lies in build/fuzz/TARGET as `finding-...`; copied to tests/fuzz/seeds/TARGET it is
tried again by every `make test`.
"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "fuzz"
AT_ONCE = 2
HEAD = "| reader | inputs tried | reached something new | findings |\n| --- | ---: | ---: | ---: |"


def main(arguments: list[str]) -> int:
    """The number of targets with a finding."""
    seconds, chosen = int(arguments[0]), arguments[1:]
    seeds = ROOT / "tests" / "fuzz" / "seeds"
    targets = chosen or sorted(path.name for path in seeds.iterdir() if path.is_dir())
    print(HEAD, flush=True)
    found = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for row, findings in pool.map(partial(fuzzed, seconds), targets):
            print(row, flush=True)
            found += findings > 0
    return found


def fuzzed(seconds: int, target: str) -> tuple[str, int]:
    """A row of the table, and how much was found."""
    folder = OUT / target
    command = [sys.executable, "-m", "tests.fuzz.run", target, str(seconds), str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "last.log").write_text(ended.stdout + ended.stderr, "utf-8")
    findings = len(list(folder.glob("finding-*"))) + (ended.returncode != 0)
    tried = _number(ended.stderr, "number_of_executed_units")
    return (
        f"| {target} | {tried} | {_number(ended.stderr, 'new_units_added')} | {findings} |",
        findings,
    )


def _number(text: str, name: str) -> str:
    found = re.search(rf"stat::{name}:\s+(\d+)", text)
    return f"{int(found[1]):,}" if found else "?"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
