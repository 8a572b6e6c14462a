"""What holds for every test: its own home folder, and nothing unexpected left behind.

A test fails when it logs a warning it did not announce, or leaves a thread, a running timer or a
window.
"""

import gc
import logging
import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

import supple.ui  # noqa: F401  isort: skip  before anything of PySide6 is loaded
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"

THREAD_GRACE_S = 2.0
FOLDER_VARIABLES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")

hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("long", deadline=None, max_examples=2_000)
hypothesis.settings.register_profile("fuzz", deadline=None, max_examples=20_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.hookimpl(trylast=True)  # after the order was made random
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What may last longest begins first: begun last, it would have the others wait."""
    items.sort(key=_allowed_s, reverse=True)


def _allowed_s(item: pytest.Item) -> float:
    """The seconds that a test has of its own; 0 where it has those of all others."""
    mark = item.get_closest_marker("timeout")
    return float(mark.args[0]) if mark else 0.0


def pytest_collection_finish() -> None:
    """Set aside what lives as long as the run: looking for forgotten timers need not walk it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _one_application() -> QApplication | QCoreApplication:
    """The application of the whole run, before any test makes one that can show no widgets."""
    return QApplication.instance() or QApplication([])


@pytest.fixture(scope="session")
def template() -> "Catalog":
    """Every message that translators meet. Gathering them takes a while."""
    import translations

    return translations.gathered()


@pytest.fixture(autouse=True)
def supple_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds all of Supple's files in this test: never the user's own."""
    home = tmp_path / "supple home"
    monkeypatch.setenv("SUPPLE_HOME", str(home))
    for name in FOLDER_VARIABLES:
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    return home


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _only_expected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    recorder = _Recorder()
    logging.getLogger().addHandler(recorder)
    yield
    logging.getLogger().removeHandler(recorder)
    patterns = [mark.args[0] for mark in request.node.iter_markers("expects_log")]
    for pattern in patterns:
        if not any(re.search(pattern, message) for message in recorder.messages):
            pytest.fail(f"The log holds nothing like {pattern!r}: {recorder.messages}")
    for message in recorder.messages:
        if not any(re.search(pattern, message) for pattern in patterns):
            pytest.fail(f"Logged without being expected: {message}")


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    end = time.monotonic() + THREAD_GRACE_S
    left = _threads_since(before)
    while left and time.monotonic() < end:
        left[0].join(max(0.0, end - time.monotonic()))
        left = _threads_since(before)
    if left:
        pytest.fail(f"Threads left running: {left}")


def _threads_since(before: set[threading.Thread]) -> list[threading.Thread]:
    return [
        each
        for each in threading.enumerate()
        if each not in before and not isinstance(each, threading._DummyThread)
    ]


@pytest.fixture(autouse=True)
def _nothing_of_qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """For tests that use Qt: every window is gone and no timer runs when they end."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    windows_before = QApplication.topLevelWidgets()
    timers_before = _running_timers()
    yield
    _let_qt_delete()
    windows = _windows_since(windows_before)
    if windows:  # perhaps only waiting for the collector
        gc.collect()
        _let_qt_delete()
        windows = _windows_since(windows_before)
    timers = [each for each in _running_timers() if each not in timers_before]
    if windows:
        pytest.fail(f"Windows left: {windows}")
    if timers:
        described = [f"{each.objectName() or each} of {each.parent()}" for each in timers]
        pytest.fail(f"Timers left running: {described}")


def _let_qt_delete() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def _windows_since(before: list[QWidget]) -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each not in before]


def _running_timers() -> list[QTimer]:
    timers = [each for each in gc.get_objects() if isinstance(each, QTimer)]
    return [each for each in timers if isValid(each) and each.isActive()]
