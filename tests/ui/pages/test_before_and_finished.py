"""The pages before and after a session."""

from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.session.events import SessionOutcome
from supple.ui.pages.before import BeforePage, BeforeView, Kit
from supple.ui.pages.session_finished import NOTE_LENGTH, FinishedPage, FinishedView
from supple.ui.theme.look import Look

KIT = (Kit("mat", "Mat or carpet that doesn't slip"), Kit("strap", "Strap", ticked=False))


@pytest.fixture
def before(qtbot: QtBot, look: Look, translations: NullTranslations) -> BeforePage:
    page = BeforePage(look, translations)
    qtbot.addWidget(page)
    page.resize(1200, 764)
    page.show_view(BeforeView("Supine on the mat", 17, KIT, (("Warm-up", "5 min"),)))
    page.show()
    return page


@pytest.fixture
def finished(qtbot: QtBot, look: Look, translations: NullTranslations) -> FinishedPage:
    page = FinishedPage(look, translations)
    qtbot.addWidget(page)
    page.resize(1200, 764)
    page.show()
    return page


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1024, 768), (900, 600), (480, 800)])
def test_long_words_are_a_little_smaller_across_the_room(
    finished: FinishedPage, size: tuple[int, int]
) -> None:
    finished.resize(*size)
    finished.show_view(FinishedView(SessionOutcome.COMPLETED, 17, 24, (2, 3), 3))
    finished.set_room(on=True)
    room = finished.room
    facts = [("240", "gehaltene Dehnungen"), ("17", "Minuten"), ("12 von 13", "diese Woche")]
    room.show_words("Wunderbar gemacht", "Bleib noch etwas liegen, wenn du magst. " * 3, facts)
    QApplication.processEvents()
    for part in (room._title, room._words, room._question, room.scale, room.feel, room._facts):
        assert part.height() >= part.heightForWidth(part.width()) - 1
    assert room.figure.geometry().top() >= room._words.geometry().bottom() - 2
    assert room.figure.geometry().bottom() <= room._facts.geometry().top() + 2
    assert room.figure.height() > 0.15 * min(size)


@pytest.mark.parametrize("size", [(480, 800), (1080, 1920)])
def test_an_upright_window_is_filled_across_the_room(
    finished: FinishedPage, size: tuple[int, int]
) -> None:
    finished.resize(*size)
    finished.show_view(FinishedView(SessionOutcome.COMPLETED, 17, 24, (2, 3), 3))
    finished.set_room(on=True)
    QApplication.processEvents()
    room = finished.room
    assert room._title.font().pixelSize() > size[0] / 11
    assert room.scale.width() > 0.85 * size[0]
    assert room.figure.geometry().top() >= room.feel.geometry().bottom()
    assert room.figure.height() > 0.11 * size[1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Return])
def test_keys_and_remote_start(before: BeforePage, key: Qt.Key) -> None:
    started: list[bool] = []
    before.start.connect(started.append)
    before.focus_first()
    QTest.keyClick(before, key)
    assert started == [False]


def test_who_is_warm_can_say_so(before: BeforePage) -> None:
    started: list[bool] = []
    before.start.connect(started.append)
    before._warm.click()
    assert started == [True]


def test_everything_can_be_left_unanswered(before: BeforePage) -> None:
    assert before.scale.value() is None


def test_typed_pain_kit_and_voice_are_told(before: BeforePage) -> None:
    told: list[object] = []
    before.pain_chosen.connect(told.append)
    before.kit_changed.connect(lambda thing, on: told.append((thing, on)))
    before.voice_changed.connect(told.append)
    QTest.keyClick(before, Qt.Key.Key_3)
    before._rows[1].click()
    before.switch.click()
    assert told == [3, ("strap", True), False]


def test_escape_goes_back(before: BeforePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(before.back, timeout=500):
        QTest.keyClick(before, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("outcome", "title"),
    [
        (SessionOutcome.COMPLETED, "Nicely done"),
        (SessionOutcome.STOPPED, "That counts"),
        (SessionOutcome.HURT, "Saved"),
    ],
)
def test_the_end_is_named_without_blame(
    finished: FinishedPage, outcome: SessionOutcome, title: str
) -> None:
    finished.show_view(FinishedView(outcome, 17, 24))
    assert finished._title.words() == title


@pytest.mark.parametrize(
    ("before_", "after", "said"),
    [
        (3, 2, ""),
        (3, 4, ""),
        (3, 5, "Go easier next time: the next session is a step softer."),
        (3, 7, "That is a lot."),
        (8, 8, "That is a lot."),
        (None, 7, ""),
    ],
)
def test_more_pain_than_before_is_answered(
    finished: FinishedPage, before_: int | None, after: int, said: str
) -> None:
    view = FinishedView(SessionOutcome.COMPLETED, 17, 24, pain_before=before_)
    finished.show_view(view)
    finished.scale.choose(after)
    assert finished._advice_words.words().startswith(said)
    assert finished._advice.isVisible() is bool(said)


def test_more_pain_twice_in_a_row_points_to_a_professional(finished: FinishedPage) -> None:
    view = FinishedView(SessionOutcome.COMPLETED, 17, 24, pain_before=3, worse_last=True)
    finished.show_view(view)
    finished.scale.choose(5)
    assert "Please talk to a doctor or physiotherapist." in finished._advice_words.words()


def test_the_leg_is_asked_about_only_when_wanted(finished: FinishedPage) -> None:
    told: list[object] = []
    finished.leg_chosen.connect(told.append)
    finished.show_view(FinishedView(SessionOutcome.COMPLETED, 17, 24))
    assert not finished.leg.scale.isVisible()
    finished.leg.unfold.click()
    QTest.keyClick(finished.leg.scale, Qt.Key.Key_3)
    assert told[-1] == 3
    assert finished.scale.value() is None
    finished.show_view(FinishedView(SessionOutcome.COMPLETED, 17, 24, leg_before=2))
    assert finished.leg.scale.isVisible()


def test_answers_are_told_as_they_are_given(finished: FinishedPage) -> None:
    told: list[object] = []
    finished.pain_chosen.connect(told.append)
    finished.feel_chosen.connect(told.append)
    finished.note_changed.connect(told.append)
    finished.done.connect(lambda: told.append("done"))
    finished.show_view(FinishedView(SessionOutcome.COMPLETED, 17, 24))
    finished.scale.choose(2)
    finished.feel.choose("right")
    finished.note.setPlainText("Tight.")
    finished.focus_first()
    QTest.keyClick(finished, Qt.Key.Key_Return)
    assert told == [2, "right", "Tight.", "done"]


def test_a_note_has_room_for_two_thousand_signs(finished: FinishedPage) -> None:
    finished.note.setPlainText("x" * (NOTE_LENGTH + 5))
    assert len(finished.note.toPlainText()) == NOTE_LENGTH
