"""Finds the words of the program for Babel, in the syntax tree of each module.

Found is what is handed to gettext and its kin, also by another name that the module gives it
(`tr = words.gettext`), and inside an f-string, where Babel itself does not look.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

KINDS = frozenset({"gettext", "ngettext", "pgettext", "npgettext"})
# What parameters and attributes are called by custom; the words of an option, and of a fault.
CUSTOM = {
    "tr": "gettext", "_tr": "gettext", "_": "gettext", "_words": "gettext", "Phrase": "gettext",
    "ntr": "ngettext", "_ntr": "ngettext", "ptr": "pgettext",
}  # fmt: skip
TEXTS = {"gettext": 1, "ngettext": 2, "pgettext": 2, "npgettext": 3}  # arguments that are words
_COMMENT = re.compile(r"^\s*#\s*(Translators:.*)$")

Found = tuple[int, str, str | tuple[str, ...], list[str]]


def extract(
    content: BinaryIO,
    _keywords: object,
    _comment_tags: object,
    options: object,  # noqa: ARG001  named by Babel
) -> Iterator[Found]:
    """Babel's interface: line, function, message or messages, comments."""
    source = content.read().decode("utf-8")
    tree = ast.parse(source)
    names = {**CUSTOM, **aliases(tree)}
    lines = source.splitlines()
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        kind = kind_of(call.func, names)
        texts = [text for arg in call.args[: TEXTS.get(kind, 0)] if (text := constant(arg))]
        if texts and len(texts) == TEXTS[kind]:
            above = _COMMENT.match(lines[call.lineno - 2]) if call.lineno > 1 else None
            message = texts[0] if kind == "gettext" else tuple(texts)
            yield call.lineno, kind, message, [above[1]] if above else []


def aliases(tree: ast.AST) -> dict[str, str]:
    """The names that a module gives to gettext and its kin: `tr, many = words.gettext, ...`."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name, value in pairs(target, node.value):
                    if isinstance(value, ast.Attribute) and value.attr in KINDS:
                        found[name] = value.attr
    return found


def pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """What is assigned to which name or attribute."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for each, part in zip(target.elts, value.elts, strict=False):
            yield from pairs(each, part)
    elif isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Attribute):
        yield target.attr, value


def kind_of(called: ast.expr, names: Mapping[str, str]) -> str:
    """Which of gettext and its kin is called, if one is."""
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name if name in KINDS else names.get(name, "")


def constant(argument: ast.expr) -> str:
    """The text of an argument that is one."""
    value = argument.value if isinstance(argument, ast.Constant) else None
    return value if isinstance(value, str) else ""
