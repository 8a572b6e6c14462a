"""Everything of Supple that reads bytes from outside, each as a function that may raise nothing.

What a person can mend comes back as a problem or a SuppleError; both are shown to be printable.
Anything else that is raised is a finding.
"""

import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import msgspec

from supple.core.catalogue.exercise import Exercise
from supple.core.catalogue.parse import parse_exercise, parse_routine, shipped_exercise
from supple.core.catalogue.problem import Problem
from supple.core.catalogue.reading import parse_toml
from supple.core.errors import SuppleError
from supple.core.figure.reading import parse_figure
from supple.core.history.foreign import Table, parse_columns
from supple.core.history.lines import LineError, decode_line, encode_line
from supple.core.learn.page import page_problems
from supple.devices.desktop.handover import Reply, Request
from supple.devices.desktop.kept import KeptFile
from supple.devices.journal import Journals, NewerJournalError
from supple.devices.lock import FileLock
from supple.devices.po import PoTranslations
from supple.devices.settings.file import load_settings
from supple.devices.speech.lines import decode_order, decode_report
from supple.devices.speech.speakable import speakable
from supple.devices.stop_sign import StopSignFile
from supple.devices.store.device import Device, load_device
from supple.devices.store.portable import read_portable
from supple.devices.store.tables import read_table

Target = Callable[[bytes], None]
ASSETS = Path(__file__).parents[2] / "assets"
WORDS = NullTranslations()
DEVICE = Device(id="0b6e1f36-93a5-4be8-8a37-2f6a0f8a7b11", name="desk")
COLUMNS = {"day": "Date", "minutes": "Length", "time": "Start", "before": "Pain"}


@cache
def known() -> Mapping[str, Exercise]:
    """All shipped exercises."""
    files = sorted((ASSETS / "exercises").glob("*.toml"))
    return {path.stem: shipped_exercise(path.read_text("utf-8")) for path in files}


@cache
def folder() -> Path:
    """Where what has to be a file is laid; it goes with the process."""
    held = tempfile.TemporaryDirectory(prefix="supple-fuzz-")
    _HELD.append(held)
    return Path(held.name)


_HELD: list[tempfile.TemporaryDirectory[str]] = []


def laid(data: bytes, name: str) -> Path:
    path = folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def told(problems: tuple[Problem, ...] | list[Problem]) -> None:
    """Problems are for people: each fits on a screen and prints as it is."""
    for problem in problems:
        line = str(problem)
        assert line.isprintable(), line
        assert len(line) < 2_000, len(line)


def routine(data: bytes) -> None:
    _, problems = parse_routine(data.decode("utf-8", "replace"), "mine", known())
    told(problems)


def exercise(data: bytes) -> None:
    _, problems = parse_exercise(data.decode("utf-8", "replace"), "mine", known())
    told(problems)


def figure(data: bytes) -> None:
    table: dict[str, Any]
    table, problems = parse_toml(data.decode("utf-8", "replace"))
    told(problems)
    _, problems = parse_figure(table, "figure")
    told(problems)


def page(data: bytes) -> None:
    told(list(page_problems(data.decode("utf-8", "replace"))))


def settings(data: bytes) -> None:
    _, problems = load_settings(laid(data, "settings.toml"), WORDS)
    told(problems)


def device(data: bytes) -> None:
    home = folder() / "device"
    home.mkdir(exist_ok=True)
    load_device(laid(data, "device/device.toml"), WORDS)
    for path in home.iterdir():
        path.unlink()


def kept(data: bytes) -> None:
    KeptFile(laid(data, "breaks.json"), WORDS).load()


def stop_sign(data: bytes) -> None:
    path = laid(data, "stop-sign.json")
    StopSignFile(path, FileLock(path.with_suffix(".lock")), WORDS).left_behind()


def translation(data: bytes) -> None:
    with suppress(ValueError):
        PoTranslations(data.decode("utf-8-sig")).ngettext("one", "many", 3)


def history_line(data: bytes) -> None:
    with suppress(LineError):
        version = decode_line(data)
        assert decode_line(encode_line(version)) == version


def portable(data: bytes) -> None:
    with suppress(SuppleError):
        for line in read_portable(laid(data, "history.supple"), WORDS):
            assert line.version is not None or line.fault.isprintable()


def table(data: bytes) -> None:
    read = Table(COLUMNS, "Elsewhere", DEVICE.id, lambda moment: moment.replace(tzinfo=UTC))
    with suppress(SuppleError):
        for line in read_table(laid(data, "diary.csv"), read, WORDS):
            assert line.version is not None or line.fault


def columns(data: bytes) -> None:
    with suppress(ValueError):
        parse_columns(data.decode("utf-8", "replace"))


def journal(data: bytes) -> None:
    laid(data, f"shared/{DEVICE.id}/0001.jsonl")
    journals = Journals(folder() / "shared", DEVICE, WORDS)
    for place in journals.places():
        with suppress(SuppleError, NewerJournalError):
            for piece in journals.read(place, 0):
                assert piece.end <= len(data)


def request(data: bytes) -> None:
    for kind in (Request, Reply):
        with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            msgspec.json.decode(data, type=kind)


def speech(data: bytes) -> None:
    for decode in (decode_order, decode_report):
        with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            decode(data)
    plain = speakable(data.decode("utf-8", "replace"))
    assert "<" not in plain
    assert plain.isprintable()


TARGETS: Mapping[str, Target] = {
    each.__name__.replace("_", "-"): each
    for each in (
        routine, exercise, figure, page, settings, device, kept, stop_sign, translation,
        history_line, portable, table, columns, journal, request, speech,
    )
}  # fmt: skip
