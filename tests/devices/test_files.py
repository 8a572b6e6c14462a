import errno
import os
import stat
import subprocess
import sys
from gettext import NullTranslations
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.errors import FacilityError, InputError, SuppleError
from supple.devices.files import (
    Folders,
    asset,
    assets_root,
    read_bounded,
    replacing,
    write_atomic,
)

WORDS = NullTranslations()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


# Folders


def test_everything_lies_flat_under_supple_home(tmp_path: Path) -> None:
    folders = Folders.of({"SUPPLE_HOME": str(tmp_path), "HOME": "/nowhere"})
    assert folders.database == tmp_path / "supple.db"
    assert folders.settings == tmp_path / "settings.toml"
    assert folders.log_file == tmp_path / "supple.log"
    assert folders.device_file == tmp_path / "device.toml"
    assert folders.routines == tmp_path / "routines"
    assert folders.backups == tmp_path / "backups"


def test_a_relative_supple_home_counts_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Folders.of({"SUPPLE_HOME": "here"}).data == tmp_path / "here"


@pytest.mark.parametrize("home", [{}, {"SUPPLE_HOME": ""}])
def test_without_supple_home_the_system_says_where(home: dict[str, str]) -> None:
    folders = Folders.of(home)
    assert folders.database == platformdirs.user_data_path("supple") / "supple.db"
    assert folders.settings == platformdirs.user_config_path("supple") / "settings.toml"
    assert folders.log_file == platformdirs.user_log_path("supple") / "supple.log"


def test_folders_are_made_for_the_user_alone(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b"
    folders = Folders.of({"SUPPLE_HOME": str(place)})
    folders.create(WORDS)
    folders.create(WORDS)
    assert {mode(path) for path in (place, folders.routines, folders.backups)} == {0o700}


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Folders.of({"SUPPLE_HOME": str(tmp_path)}).create(WORDS)
    assert mode(tmp_path) == 0o755


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(FacilityError, match="couldn't be written"):
        Folders.of({"SUPPLE_HOME": str(tmp_path / "file")}).create(WORDS)
    assert (tmp_path / "file").read_bytes() == b"mine"


# Assets


def test_assets_are_found_in_the_checkout() -> None:
    assert (assets_root() / "exercises").is_dir()
    assert asset("exercises", "breathing-rest.toml").is_file()
    assert asset("exercises/breathing-rest.toml").is_file()


@pytest.mark.parametrize(
    "part",
    ["/etc/passwd", "..", "../secret", "a/../../b", "", ".", "C:\\x", "C:x", "a\\..\\b", "a\0b"],
)
def test_a_name_that_leads_out_of_the_assets_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match="not the name of an asset"):
        asset("exercises", part)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4))
def test_every_asset_lies_below_the_assets(parts: list[str]) -> None:
    try:
        path = asset(*parts)
    except ValueError:
        return
    assert path.absolute().is_relative_to(assets_root())
    assert ".." not in path.parts


def install(place: Path, *, assets: bool) -> str:
    """A copy of the package somewhere without a checkout around it; what it says of its assets."""
    source = assets_root().parent / "src" / "supple"
    for name in ("__init__.py", "core/__init__.py", "core/errors.py", "devices/__init__.py"):
        (place / "supple" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "supple" / name).write_bytes((source / name).read_bytes())
    (place / "supple/devices/files.py").write_bytes((source / "devices/files.py").read_bytes())
    if assets:
        (place / "supple" / "assets").mkdir()
    code = "from supple.devices.files import assets_root; print(assets_root())"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=place, capture_output=True, text=True, check=False
    )
    return (run.stdout or run.stderr).strip().splitlines()[-1]


def test_assets_are_found_inside_the_installed_package(tmp_path: Path) -> None:
    place = tmp_path / "site-packages"
    assert install(place, assets=True) == str(place / "supple" / "assets")


def test_missing_assets_are_told_with_the_fix(tmp_path: Path) -> None:
    assert "Please install it again." in install(tmp_path / "lib" / "site", assets=False)


# Reading


def test_a_file_up_to_the_limit_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 1000)
    assert read_bounded(path, 1000, WORDS) == b"x" * 1000


def test_a_larger_file_is_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 3001)
    with pytest.raises(InputError) as told:
        read_bounded(path, 3000, WORDS)
    assert str(told.value) == f"{path}: This file is too large. At most 3 kB."


def test_a_link_to_an_ordinary_file_may_be_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"words")
    (tmp_path / "link").symlink_to("file")
    assert read_bounded(tmp_path / "link", 100, WORDS) == b"words"


def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path, pipe: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/zero")
    for path in (pipe, Path("/dev/zero"), tmp_path / "link"):
        with pytest.raises(InputError, match="not an ordinary file"):
            read_bounded(path, 100, WORDS)


def test_what_cannot_be_read_is_told_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    cases = {
        tmp_path: "a folder",
        tmp_path / "missing": "no such file",
        tmp_path / "file" / "below": "no such file",
        Path("nul\0byte"): "no such file",
        tmp_path / "loop": "can't be read",
    }
    for path, words in cases.items():
        with pytest.raises(InputError, match=words):
            read_bounded(path, 100, WORDS)


def test_reading_leaves_no_file_open(tmp_path: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(20):
        with pytest.raises(InputError):
            read_bounded(tmp_path, 100, WORDS)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


# Writing


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, first: bytes, second: bytes
) -> None:
    path = tmp_path_factory.mktemp("write") / "file"
    for content in (first, second):
        write_atomic(path, content, WORDS)
        assert read_bounded(path, 300, WORDS) == content
    assert list(path.parent.iterdir()) == [path]


def test_a_written_file_is_the_users_alone_whatever_it_was(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch(0o666)
    path.chmod(0o666)
    write_atomic(path, b"", WORDS)
    assert mode(path) == 0o600


def write_half(path: Path, fault: Exception) -> None:
    with replacing(path, WORDS) as fresh:
        fresh.write_bytes(b"half")
        raise fault


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    faults = {errno.ENOSPC: "disk is full", errno.EIO: "couldn't be written"}
    for number, words in faults.items():
        with pytest.raises(FacilityError, match=words):
            write_half(path, OSError(number, os.strerror(number)))
    with pytest.raises(ZeroDivisionError):
        write_half(path, ZeroDivisionError())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_links_pipes_devices_and_folders_are_never_replaced(tmp_path: Path, pipe: Path) -> None:
    (tmp_path / "target").write_bytes(b"mine")
    (tmp_path / "link").symlink_to("target")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "folder").mkdir()
    for path in (
        tmp_path / "link",
        tmp_path / "dangling",
        tmp_path / "folder",
        pipe,
        Path("/dev/null"),
    ):
        with pytest.raises(InputError):
            write_atomic(path, b"theirs", WORDS)
    assert (tmp_path / "target").read_bytes() == b"mine"
    assert (tmp_path / "link").is_symlink()
    assert not (tmp_path / "nowhere").exists()
    assert stat.S_ISFIFO(pipe.lstat().st_mode)
    assert stat.S_ISCHR(Path("/dev/null").lstat().st_mode)


def test_a_place_that_cannot_hold_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    places = (tmp_path / "no" / "folder", tmp_path / "file" / "below", tmp_path / ("x" * 250))
    for path in places:
        with pytest.raises(SuppleError, match=r"no such folder|couldn't be written"):
            write_atomic(path, b"", WORDS)
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]
