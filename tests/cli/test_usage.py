"""Help and faults of the command line in another language."""

from pathlib import Path

import pytest

from supple.cli.commands import commands
from supple.cli.parser import parser
from supple.cli.usage import speak
from supple.core.errors import InputError
from supple.devices.words import Languages

KNOWN = Languages(Path("nowhere"))


@pytest.mark.parametrize(
    ("language", "heading", "missing"),
    [
        ("de", "Aufruf: supple play", "diese Angaben fehlen"),
        ("en", "usage: supple play", "required"),
    ],
)
def test_help_and_faults_are_told_in_the_language(
    language: str, heading: str, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = KNOWN.words(language)
    line = parser(commands(words), words)
    with pytest.raises(SystemExit):
        line.parse_args(["play", "--help"])
    assert capsys.readouterr().out.startswith(heading)
    with pytest.raises(InputError, match=missing):
        line.parse_args(["play"])
    with pytest.raises(InputError, match="play --help"):
        line.parse_args(["play"])
    speak(KNOWN.words("en"))
