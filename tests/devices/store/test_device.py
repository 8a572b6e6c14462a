import stat
import uuid
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.errors import InputError
from supple.devices.store.device import Device, load_device
from supple.devices.store.ids import new_id
from tests.devices.store.samples import WORDS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "device.toml"


def test_a_computer_stays_itself(path: Path) -> None:
    first = load_device(path, WORDS)
    assert uuid.UUID(first.id).version == 4
    assert first.name
    assert load_device(path, WORDS) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_installation_is_another(tmp_path: Path) -> None:
    made = {load_device(tmp_path / f"{n}.toml", WORDS).id for n in range(5)}
    assert len(made) == 5


def test_the_file_says_what_it_is_for_and_may_be_edited(path: Path) -> None:
    made = load_device(path, WORDS)
    text = path.read_text()
    assert text.startswith("# Tells this computer's records from another's.\n")
    path.write_text(text.replace(f'"{made.name}"', '"Kitchen"'))
    assert load_device(path, WORDS) == Device(made.id, "Kitchen")


@pytest.mark.expects_log("can't be understood")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"id = ",
        b'id = "../../etc"\nname = "x"',
        b'id = "0B6E1F36-93A5-4BE8-8A37-2F6A0F8A7B11"\nname = "x"',
        b'id = "0b6e1f36-93a5-4be8-8a37-2f6a0f8a7b11"\nname = ""',
        b"a = " + b"[" * 4000,
    ],
)
def test_a_file_that_makes_no_sense_is_set_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    made = load_device(path, WORDS)
    assert load_device(path, WORDS) == made
    assert path.with_name("device.damaged.toml").read_bytes() == content


def test_a_file_too_large_to_be_true_is_not_read(path: Path) -> None:
    path.write_bytes(b"#" * 20_000)
    with pytest.raises(InputError, match="too large"):
        load_device(path, WORDS)


@given(st.integers(2, 50))
def test_ids_are_uuids_of_version_7_in_the_order_they_were_made(count: int) -> None:
    made = [new_id() for _ in range(count)]
    assert made == sorted(set(made))
    assert {uuid.UUID(each).version for each in made} == {7}
