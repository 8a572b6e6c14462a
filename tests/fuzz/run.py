"""Coverage-guided fuzzing of one target: python -m tests.fuzz.run TARGET SECONDS FOLDER.

New inputs that reach new code go to FOLDER, and findings too; it may be used again.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["supple"]):
    from tests.fuzz.targets import TARGETS

SEEDS = Path(__file__).parent / "seeds"


def main(name: str, seconds: int, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-artifact_prefix={folder}/finding-",
        "-max_len=4096",
        "-timeout=10",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(folder), str(SEEDS / name)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
