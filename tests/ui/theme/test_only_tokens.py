"""The tokens are the only colours of the window, and every icon that is named is shipped."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
UI = ROOT / "src" / "supple" / "ui"
ICONS = ROOT / "assets" / "icons"
OWN_COLOURS = (UI / "theme" / "tokens.py", UI / "theme" / "grounds.py")
"""The two files in which colours stand."""

HARMLESS = {"transparent"}


def sources() -> list[Path]:
    return [path for path in UI.rglob("*.py") if path not in OWN_COLOURS]


def colours(tree: ast.AST) -> Iterator[str]:
    """Colours written out: hex values, numbers given to QColor, Qt's own names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            digits = node.value.removeprefix("#")
            if node.value.startswith("#") and len(digits) in (3, 6, 8) and digits.isalnum():
                yield node.value
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("GlobalColor"):
            if node.attr not in HARMLESS:
                yield ast.unparse(node)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("QColor"):
            yield from (
                ast.unparse(node)
                for each in node.args
                if isinstance(each, ast.Constant) and not isinstance(each.value, str)
            )


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(UI)))
def test_no_colour_stands_outside_the_tokens(path: Path) -> None:
    assert list(colours(ast.parse(path.read_text("utf-8")))) == []


def named_icons(tree: ast.AST) -> Iterator[str]:
    """The names given to icons where they are made."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        makes_one = isinstance(node.func, ast.Name) and node.func.id in {"IconLabel", "IconButton"}
        given = [word.value for word in node.keywords if word.arg == "icon"]
        given += node.args[1:2] if makes_one else []
        for value in given:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def test_every_named_icon_is_shipped() -> None:
    shipped = {
        path.stem.removesuffix("-fill").removesuffix("-bold") for path in ICONS.rglob("*.svg")
    }
    named = {name for path in sources() for name in named_icons(ast.parse(path.read_text("utf-8")))}
    assert named - shipped == set()
