"""What may not stand anywhere in the repository."""

import re
import tomllib
from fnmatch import fnmatch

import pytest

from tests.quality.repository import ROOT, files, is_licence, own_texts, shown

# Where a reader may be sent. Package registries and mirrors belong to each machine's settings.
KNOWN_HOSTS = {
    "creativecommons.org",
    "doi.org",
    "example.org",
    "fsf.org",
    "keepachangelog.com",
    "openfontlicense.org",
    "pubmed.ncbi.nlm.nih.gov",
    "reuse.software",
    "scripts.sil.org",
    "semver.org",
    "spdx.org",
    "specifications.freedesktop.org",
    "www.apple.com",
    "www.freedesktop.org",
    "www.gnu.org",
    "www.w3.org",
}
HOST = re.compile(r"\b(?:https?|ftp|git|ssh)://(?:[^\s/@]+@)?([\w.-]+\w)")
PERSONAL_FOLDER = re.compile(r"(?<![\w.$}~*])/(?:work|root|Users|opt)/\w")


def test_only_known_hosts_are_named() -> None:
    hosts = {name: set(HOST.findall(text)) - KNOWN_HOSTS for name, text in own_texts().items()}
    assert not {name: unknown for name, unknown in hosts.items() if unknown}


def test_no_path_of_one_machine_is_named() -> None:
    assert not [name for name, text in own_texts().items() if PERSONAL_FOLDER.search(text)]


def test_every_file_has_a_licence_whose_text_is_here() -> None:
    rows = tomllib.loads((ROOT / "REUSE.toml").read_text("utf-8"))["annotations"]
    texts = {path.stem for path in (ROOT / "LICENSES").iterdir()}
    used = {licence_of(shown(path), rows) for path in files() if path.parent.name != "LICENSES"}
    assert None not in used
    assert used <= texts
    assert texts <= {row["SPDX-License-Identifier"] for row in rows}


def licence_of(name: str, rows: list[dict[str, str | list[str]]]) -> str | None:
    """The licence that the last fitting row of REUSE.toml gives to the file."""
    licence = None
    for row in rows:
        globs = row["path"] if isinstance(row["path"], list) else [row["path"]]
        if any(fnmatch(name, glob.replace("**", "*")) for glob in globs):
            licence = str(row["SPDX-License-Identifier"])
    return licence


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_borrowed_files_have_their_licence_beside_them(folder: str) -> None:
    borrowed = files(f"assets/{folder}")
    assert not borrowed or any(is_licence(path) for path in borrowed)


def test_pins_are_exact_and_cover_what_the_project_asks_for() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert not [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.!+]+", line)]
    pinned = {normal(line.split("==")[0]) for line in pins}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
        *project["build-system"]["requires"],
    ]
    names = {normal(re.split(r"[\s<>=!;\[]", each)[0]) for each in wanted}
    assert names <= pinned


def normal(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
