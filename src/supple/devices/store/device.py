"""Which computer this is: an id and a name beside the database, never copied with it."""

import logging
import platform
import uuid
from gettext import NullTranslations
from pathlib import Path
from typing import Annotated

import msgspec
import tomli
from msgspec import Meta

from supple.devices.files import read_bounded, write_atomic

_LOG = logging.getLogger(__name__)
_LIMIT_BYTES = 10_000
_UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"


class Device(msgspec.Struct, frozen=True):
    """`id` is a UUID and becomes the name of a folder; `name` is for people."""

    id: Annotated[str, Meta(pattern=_UUID)]
    name: Annotated[str, Meta(min_length=1, max_length=100)]


def load_device(path: Path, words: NullTranslations) -> Device:
    """The device described in the file at `path`; a new one is made where there is none.

    A file that cannot be understood is set aside under another name: a computer with a new id
    loses nothing. Raises InputError or FacilityError when the file cannot be read or written.
    """
    if path.exists():
        content = read_bounded(path, _LIMIT_BYTES, words)
        try:
            return msgspec.convert(tomli.loads(content.decode()), Device)
        except (ValueError, RecursionError, msgspec.ValidationError):
            aside = path.with_name(f"{path.stem}.damaged{path.suffix}")
            path.replace(aside)
            _LOG.warning("%s can't be understood; it is kept as %s", path.name, aside.name)
    return _make(path, words)


def _make(path: Path, words: NullTranslations) -> Device:
    import tomlkit  # needed once in the life of an installation

    name = platform.node()[:100] or words.gettext("This computer")
    device = Device(id=str(uuid.uuid4()), name=name)
    document = tomlkit.document()
    document.add(tomlkit.comment(words.gettext("Tells this computer's records from another's.")))
    document.update(msgspec.structs.asdict(device))
    write_atomic(path, tomlkit.dumps(document).encode(), words)
    return device
