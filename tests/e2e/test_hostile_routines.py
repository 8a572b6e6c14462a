"""Routines written to do harm: refused in words, or played as the plain text they are."""

import json
from pathlib import Path

import pytest

from tests.e2e.damage import Answer

STEP = """
[[steps]]
part = "main"
exercise = "chair-forward-fold"
hold_s = 5
sets = 1
get_ready_s = 5
"""
NASTY = {
    "control characters": 'id = "mine"\nname = "M\\u001b[31m"\n' + STEP,
    "a way out of the folder": 'id = "../../mine"\nname = "M"\n' + STEP,
    "speech commands": 'id = "mine"\nname = "M"\n' + STEP + 'say = "\\u0001400S fast"\n',
    "a giant number": 'id = "mine"\nname = "M"\n' + STEP.replace("= 1\n", f"= {10**300}\n"),
}


def written(home: Path, text: str) -> Path:
    folder = home / "routines"
    folder.mkdir(parents=True)
    home.chmod(0o777)  # and everybody may write here
    (folder / "mine.toml").write_text(text)
    return folder / "mine.toml"


@pytest.mark.parametrize("kind", NASTY)
def test_a_hostile_routine_is_refused_in_plain_characters(kind: str, supple_home: Path) -> None:
    path = written(supple_home, NASTY[kind])
    for command in (("check", str(path)), ("show", "mine")):
        answer = Answer(supple_home, *command)
        answer.require_kind(supple_home)
        assert answer.code == 2
        assert not set("\x1b\x01") & set(answer.stderr)


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero"])
def test_a_link_among_the_routines_shows_nothing_of_its_target(
    target: str, supple_home: Path
) -> None:
    path = written(supple_home, "")
    path.unlink()
    path.symlink_to(target)
    answer = Answer(supple_home, "show", "mine")
    answer.require_kind(supple_home)
    assert answer.code == 2
    assert "root:" not in answer.stderr


def test_sql_in_a_name_is_a_name(supple_home: Path) -> None:
    name = "x'); DROP TABLE sessions;--"
    written(supple_home, f'id = "mine"\nname = "{name}"\n{STEP}')
    assert Answer(supple_home, "play", "mine", "--speed", "500", "--no-voice").code == 0
    (found,) = json.loads(Answer(supple_home, "history", "--json").stdout)
    assert found["session"]["routine_name"] == name
