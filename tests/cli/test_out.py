"""What commands say and write, called in this process."""

import sys
from pathlib import Path

import pytest

from supple.cli import out
from supple.cli.main import main
from supple.ui.screenshots.studio import SCREENS


def test_a_start_without_a_console_says_nothing_and_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    out.say("Nobody hears this.")


def test_what_is_said_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    out.say("a\x1b[2Jb")
    assert capsys.readouterr().err == "a\ufffd[2Jb\n"


def test_all_screens_are_listed_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUPPLE_HOME", str(tmp_path))
    assert main(["screenshot", "--list"]) == 0
    assert capsys.readouterr().out.split() == list(SCREENS)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["screenshot"], "A screen's name is needed."),
        (["screenshot", "today"], "A file to write to is needed"),
    ],
)
def test_a_picture_needs_a_screen_and_a_file(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    says: str,
) -> None:
    monkeypatch.setenv("SUPPLE_HOME", str(tmp_path))
    assert main(arguments) == 2
    assert says in capsys.readouterr().err
