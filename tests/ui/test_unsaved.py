"""A disk that takes nothing while sessions run in the window: told, tried again, kept elsewhere."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.app.sessions import Request
from supple.core.history.records import Source
from supple.devices.store.faults import Fault, StoreError
from supple.devices.store.ids import new_id
from supple.devices.store.ratings import list_ratings
from supple.devices.store.store import DiskStore
from supple.ui.unsaved import Unsaved
from tests.app.full_disk import FullDisk
from tests.ui.test_it_hurts import hurt
from tests.ui.windows import Program, live_through, program, settled

FULL = "The disk is full: this session isn't saved yet"


class Trouble(NamedTuple):
    now: Program
    disk: FullDisk

    def session(self) -> None:
        """A session from beginning to end."""
        request = Request("desk-break-2", Source.WINDOW, voiced=False, session_id=new_id())
        self.now.window.begin(request)
        live_through(self.now)

    @property
    def unsaved(self) -> Unsaved:
        [found] = self.now.window.visit.findChildren(Unsaved)
        return found


@pytest.fixture
def full(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Trouble]:
    disks: list[FullDisk] = []

    def fill(app: Container) -> None:
        settled(app)
        assert isinstance(app.store, DiskStore)
        disk = FullDisk(app.store)
        disk.fault = StoreError(Fault.FULL, "The disk is full.")
        vars(app)["store"] = disk
        vars(app).pop("safety")  # it has the store as it was
        disks.append(disk)

    with program(qtbot, qapp, tmp_path / "home", set_up=fill) as now:
        made = Trouble(now, disks[0])
        made.disk.full = True
        yield made
        made.disk.full = False


@pytest.fixture
def trouble(full: Trouble) -> Trouble:
    """There is a session that could not be written."""
    full.session()
    return full


def records(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()[1:]]


def test_a_session_that_is_over_can_be_kept_elsewhere(trouble: Trouble, tmp_path: Path) -> None:
    now, file = trouble.now, tmp_path / "kept.supple"
    assert now.window.page_name == "finished"
    assert not now.says("It's all saved.")
    assert now.says(FULL)
    now.press("Save it somewhere else")
    assert trouble.unsaved.dialog is not None
    trouble.unsaved.dialog.fileSelected.emit(str(file))
    trouble.unsaved.dialog.done(1)
    assert now.says("This session is safe in kept.supple")
    now.press("Try now")
    assert now.says("This session is safe in kept.supple")
    [session] = records(file)
    assert session["outcome"] == "completed"
    trouble.disk.full = False
    now.press("Try now")
    assert not now.says("This session")
    assert [str(each.session.id) for each in now.app.history.sessions()] == [session["id"]]


def test_a_dialog_that_is_left_brings_the_notice_back(trouble: Trouble) -> None:
    trouble.now.press("Save it somewhere else")
    assert not trouble.now.says(FULL)
    assert trouble.unsaved.dialog is not None
    trouble.unsaved.dialog.reject()
    assert trouble.now.says(FULL)


def test_a_place_that_takes_nothing_either_is_told_and_another_can_be_chosen(
    trouble: Trouble, tmp_path: Path
) -> None:
    trouble.unsaved.save(tmp_path / "no such folder" / "kept.supple")
    assert trouble.now.says("There is no such folder.")
    assert trouble.now.says(FULL)
    trouble.unsaved.save(tmp_path / "kept.supple")
    assert trouble.now.says("This session is safe in kept.supple")


def test_a_second_session_does_not_push_the_first_one_out(trouble: Trouble, tmp_path: Path) -> None:
    trouble.unsaved.save(tmp_path / "first.supple")
    trouble.session()
    assert trouble.now.says(FULL)  # the file holds the first one only
    trouble.unsaved.save(tmp_path / "both.supple")
    assert len(records(tmp_path / "both.supple")) == 2
    trouble.disk.full = False
    trouble.now.press("Try now")
    assert len(trouble.now.app.history.sessions()) == 2


def test_an_answer_on_a_full_disk_is_told_and_written_when_there_is_room(trouble: Trouble) -> None:
    now = trouble.now
    trouble.disk.full = False
    now.press("Try now")
    assert not now.says(FULL)
    trouble.disk.full = True
    now.window.visit.after.page.pain_chosen.emit(4)
    now.window.visit.retry_saving()  # ten seconds later
    assert now.says(FULL)
    trouble.disk.full = False
    now.press("Try now")
    assert not now.says(FULL)
    [found] = now.app.history.sessions()
    assert [rating.value for rating in found.ratings] == [4]


def test_an_answer_before_the_first_session_on_a_full_disk_is_not_lost(full: Trouble) -> None:
    now = full.now
    now.window.prepare("full-home")
    now.window.visit.before.page.pain_chosen.emit(6)
    now.window.visit.retry_saving()  # ten seconds later
    now.window.visit.before.page.back.emit()
    assert now.says(FULL)
    full.disk.full = False
    now.press("Try now")
    assert not now.says(FULL)
    [kept] = now.app.store.read(list_ratings)
    assert kept.value == 6


def test_what_was_written_meanwhile_needs_no_file(trouble: Trouble, tmp_path: Path) -> None:
    trouble.disk.full = False
    trouble.now.window.visit.retry_saving()
    trouble.unsaved.save(tmp_path / "kept.supple")
    assert not (tmp_path / "kept.supple").exists()
    assert not trouble.now.says(FULL)


def test_chest_pain_on_a_full_disk_leads_to_help_all_the_same(trouble: Trouble) -> None:
    page = hurt(trouble.now, 5)
    QTest.keyClick(page, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert trouble.now.says("Please get medical help now")


def test_a_sign_for_help_on_a_full_disk_leads_to_it_all_the_same(trouble: Trouble) -> None:
    page = hurt(trouble.now, 3)
    QTest.keyClick(page, Qt.Key.Key_A)
    QApplication.processEvents()
    assert trouble.now.says("Please get medical help now")
