"""Rules of the source that the linters do not know."""

import ast
from pathlib import Path

from tests.quality.repository import ROOT, python_files, shown

MOST_LINES_OF_A_FILE = 500
MOST_LINES_OF_A_FUNCTION = 60
DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers"}
SKIPS = {"skip", "skipif", "xfail", "importorskip"}

TREES = {path: ast.parse(path.read_text("utf-8")) for path in python_files()}


def test_files_stay_small() -> None:
    lines = {shown(path): len(path.read_text("utf-8").splitlines()) for path in TREES}
    assert not {name: n for name, n in lines.items() if n > MOST_LINES_OF_A_FILE}


def test_functions_stay_small() -> None:
    lengths = {
        f"{shown(path)} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert not {name: n for name, n in lengths.items() if n > MOST_LINES_OF_A_FUNCTION}


def test_every_module_but_a_test_says_what_it_owns() -> None:
    assert not [
        shown(path)
        for path, tree in TREES.items()
        if tree.body and not path.name.startswith("test_") and not ast.get_docstring(tree)
    ]


def test_nothing_is_named_like_a_drawer_for_everything() -> None:
    assert not [shown(path) for path in TREES if words_of(path) & DRAWERS]


def words_of(path: Path) -> set[str]:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return {word for part in parts for word in part.split("_")}


def test_no_test_patches_a_real_part() -> None:
    assert not [
        shown(path) for path, tree in TREES.items() if imports(tree) & {"mock", "pytest_mock"}
    ]


def imports(tree: ast.Module) -> set[str]:
    """Every word of every imported name."""
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names += [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
    return {word for name in names for word in name.split(".")}


def test_no_test_is_skipped() -> None:
    assert not [
        f"{shown(path)}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in SKIPS
        and ast.unparse(node.value) in {"pytest", "pytest.mark"}
    ]


def test_nothing_that_reaches_the_network_is_imported() -> None:
    reaching = {"ssl", "urllib", "http", "ftplib", "smtplib", "requests", "QtNetwork"}
    assert not [name for name, tree in of_the_program() if imports(tree) & reaching]


def test_sockets_only_join_parts_of_this_computer() -> None:
    joins = {"socketpair", "AF_UNIX", "SOL_SOCKET", "SO_RCVTIMEO", "SO_SNDTIMEO"}
    made = {"socket.socket(socket.AF_UNIX)", "socket.socket(fileno=os.dup(line))"}
    assert not [
        f"{name}:{node.lineno}"
        for name, tree in of_the_program()
        for call in ast.walk(tree)
        if not isinstance(call, ast.Call) or ast.unparse(call) not in made
        for node in ast.iter_child_nodes(call)
        if isinstance(node, ast.Attribute)
        and ast.unparse(node.value) == "socket"
        and node.attr not in joins
    ]


def of_the_program() -> list[tuple[str, ast.Module]]:
    return [
        (shown(path), tree) for path, tree in TREES.items() if path.is_relative_to(ROOT / "src")
    ]
