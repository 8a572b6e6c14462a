"""Every command in a made-up language: only names of commands, ids and figures stay as they are."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from supple.cli.main import main
from tests.pseudo import MIRRORED, write_pseudo

# Whole lines that speak to people have the letters of the made-up language and no English left.
COMMAND = re.compile(r"`[^`]*`|--?[a-z][\w-]*|\b[a-z]+(?:-[a-z0-9]+)+\b|[A-Z]{2,}|\{[\w,|-]+\}")
NAMES = re.compile(r"supple|Supple|Python|SQLite|Linux|Qt|\S*/\S*|\S+\.\w+|[\w.]+\[\d+\]\S*")
WORDS = re.compile(r"\b[A-Za-z]{3,} [A-Za-z]{2,}\b")

CALLS = (
    ["--help"],
    ["list", "routines"],
    ["list", "exercises"],
    ["list", "pages"],
    ["show", "bridge"],
    ["show", "first-session"],
    ["plan"],
    ["history"],
    ["play", "--help"],
    ["show", "nothing"],
    ["list", "nothing"],
    ["nothing"],
    ["check", "nowhere"],
    ["breaks", "status"],
)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_command_speaks_the_language_that_is_asked_for(
    supple_home: Path, template: Catalog, capsys: pytest.CaptureFixture[str], call: list[str]
) -> None:
    write_pseudo(template, MIRRORED, supple_home / "locale")
    with suppress(SystemExit):  # help ends by itself
        main(["--lang", MIRRORED, *call])
    told = "".join(capsys.readouterr())
    assert "went wrong" not in told
    plain = [
        line for line in told.splitlines() if WORDS.search(NAMES.sub("", COMMAND.sub("", line)))
    ]
    assert told.strip()
    assert not plain
