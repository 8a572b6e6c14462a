"""Programs of a desktop that are not there."""

from pathlib import Path


def stand_in(folder: Path, name: str, script: str) -> None:
    """A program of that name; with `folder` as PATH the system's own are out of reach."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
