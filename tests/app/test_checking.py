from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.app.catalogue import Catalogue
from supple.app.checking import problems_of

WORDS = NullTranslations()
ASSETS = Path(__file__).parents[2] / "assets"
FILES = sorted([*ASSETS.glob("*.toml"), *ASSETS.glob("*/*.toml"), *ASSETS.glob("learn/*.md")])


def wrong_with(path: Path) -> list[str]:
    """Where each fault is."""
    return [each.where for each in problems_of(path, Catalogue(path.parent, WORDS), WORDS)]


def spoilt(path: Path, folder: Path, old: str, new: str) -> Path:
    """A copy with something else in it."""
    text = path.read_text("utf-8")
    assert old in text
    copy = folder / path.name
    copy.write_text(text.replace(old, new), "utf-8")
    return copy


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_shipped_content_file_is_fine(path: Path) -> None:
    assert wrong_with(path) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "where"),
    [
        ("plan.toml", "hold_s = 15", "hold_s = true", "stage[0].hold_s"),
        ("screening.toml", 'group = "emergency"', 'group = "hurry"', "question[0].group"),
        ("self-tests.toml", 'better = "smaller"', 'better = "other"', "test["),
        ("checklist.toml", 'for = "always"', 'for = "ever"', "item[0].for"),
        ("cues.toml", 'half = ["Half way.", "Half time. Stay soft."]', "half = []", "half"),
        ("cues.toml", "half =", "haf =", "haf"),
        ("exercises/bridge.toml", 'sides = "both"', 'sides = "two"', "sides"),
        ("exercises/bridge.toml", "[figure.", "[figure.odd.", "figure"),
        ("routines/full-home.toml", 'part = "main"', 'part = "middle"', "steps[5].part"),
        ("learn/learn-faq.md", "order = ", "ordre = ", "ordre"),
    ],
)
def test_a_fault_is_told_with_its_place_whatever_the_kind_of_file(
    name: str, old: str, new: str, where: str, tmp_path: Path
) -> None:
    assert any(
        found.startswith(where) for found in wrong_with(spoilt(ASSETS / name, tmp_path, old, new))
    )


def test_a_routine_may_have_the_name_of_a_single_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text('id = "plan"\nname = "Mine"\nsteps = []\n')
    assert wrong_with(path) == ["steps"]
