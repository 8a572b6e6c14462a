"""The documentation: links lead somewhere, and pages say what the program says."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import command_page
from supple.core.session.events import AnyEvent, Outcome, SessionOutcome
from supple.core.session.steps import Kind, Part, Side, Tone
from tests.quality.repository import ROOT

DOCS = ROOT / "docs"


def test_the_site_is_built_without_a_warning_and_loads_nothing_from_elsewhere(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > 15
    loaded = re.compile(r'<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?//')
    assert not [page.name for page in pages if loaded.search(page.read_text("utf-8"))]


def test_the_page_of_all_commands_is_what_the_parser_says() -> None:
    assert command_page.PAGE.read_text("utf-8") == command_page.page()


def test_every_package_that_ships_stands_on_the_page_of_licences() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    page = (DOCS / "licences.md").read_text("utf-8")
    names = [re.split(r"[\s<>=!;\[]", each)[0] for each in project["dependencies"]]
    assert names
    assert not [name for name in names if name not in page]


def test_every_event_of_a_session_and_every_field_is_told() -> None:
    page = (DOCS / "play-json.md").read_text("utf-8")
    for kind in get_args(AnyEvent):
        assert f"| `{kind.__struct_config__.tag}` |" in page
        assert not [name for name in kind.__struct_fields__ if f"`{name}`" not in page]
    values = [*Part, *(kind for kind in Kind if kind is not Kind.SCREEN), *Side, *Tone]
    values += [*Outcome, *SessionOutcome]
    assert not [value for value in values if f"`{value}`" not in page]


def test_the_example_for_physiotherapists_is_a_routine_without_faults(tmp_path: Path) -> None:
    page = (DOCS / "routines.md").read_text("utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert example is not None
    (tmp_path / "after-work.supple.toml").write_text(example[1], "utf-8")
    command = [sys.executable, "-m", "supple", "check", str(tmp_path / "after-work.supple.toml")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
