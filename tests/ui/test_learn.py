"""The Learn page: everything there is can be found, read and followed with mouse and keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.learn import Learn
from supple.core.learn.page import Topic
from supple.ui.bindings.learn import LearnWords, addresses
from supple.ui.pages.before import BeforePage
from supple.ui.pages.learn import LearnPage
from supple.ui.pages.screening import QuestionsPage
from tests.ui.windows import Program, program, settled


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def learn(now: Program) -> LearnPage:
    now.window.go("learn")
    return now.window.places.learn.page


def read_now(page: LearnPage) -> str:
    return page.article.toPlainText()


def test_every_shelf_and_question_opens(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = learn(now)
        assert len(page.rows) == len(now.app.learn.questions())
        for ident, row in list(page.rows.items()):
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
            assert page.rows[ident].isChecked()
            assert page.article.accessibleName() == row.text()
        for tile in page.tiles:
            QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
            for row in list(page.rows.values()):
                QTest.mouseClick(row, Qt.MouseButton.LeftButton)
                assert len(read_now(page)) > 80
                assert "**" not in read_now(page)


def test_typing_finds_questions_and_pages_by_any_word(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = learn(now)
        QTest.keyClicks(page.search, "mistakes")
        qtbot.waitUntil(lambda: "Common mistakes and how to fix them" in _titles(page))
        assert "Which mistakes should I avoid?" in _titles(page)
        assert "How often?" not in _titles(page)
        page.search.clear()
        QTest.keyClicks(page.search, "xyzzy")
        qtbot.waitUntil(lambda: not page.rows)
        assert now.says("Nothing matches that")


def _titles(page: LearnPage) -> set[str]:
    return {row.text() for row in page.rows.values()}


def test_links_lead_to_pages_routines_and_questions(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = learn(now)
        page.followed.emit("learn:learn-technique")
        assert page.article.accessibleName() == "How to stretch well"
        page.followed.emit("screening:")
        assert isinstance(now.page(), QuestionsPage)
        now.press("Back")
        learn(now).followed.emit("routine:flow-gentle")
        assert isinstance(now.page(), BeforePage)


def test_the_table_of_doses_marks_where_the_reader_is(home: Path) -> None:
    del home
    from gettext import NullTranslations

    words = LearnWords(Learn(NullTranslations()), NullTranslations())
    assert "| **weeks 3 and 4 (you)** |" in words.article("learn-how-much", stage=1).markdown
    assert "(you)" not in words.article("learn-how-much").markdown


def test_addresses_are_made_of_the_identifiers_in_the_text() -> None:
    text = "One. PubMed 39086556, doi 10.1177/20503121241252251. Two. PubMed 9327823."
    assert addresses(text).splitlines() == [
        "https://pubmed.ncbi.nlm.nih.gov/39086556/",
        "https://pubmed.ncbi.nlm.nih.gov/9327823/",
        "https://doi.org/10.1177/20503121241252251",
    ]


def test_sources_are_copied_and_never_opened(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = learn(now)
        now.window.places.read("learn-references")
        now.press("Copy the addresses")
        assert "pubmed.ncbi.nlm.nih.gov/39086556" in QApplication.clipboard().text()
        assert page.article.openLinks() is False


def test_a_narrow_window_shows_the_list_or_the_page(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.resize(500, 700)
        page = learn(now)
        QApplication.processEvents()
        first = next(iter(page.rows.values()))
        assert first.isVisible()
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
        assert not first.isVisible()
        assert page.article.isVisible()
        QTest.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
        assert first.isVisible()


def test_the_page_stays_open_while_sessions_are_closed(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    from supple.core.plan.screening import Lock

    with program(qtbot, qapp, home, set_up=lambda app: app.safety.close(Lock.EMERGENCY)) as now:
        now.app.change_setting("welcome.page", "done")
        assert learn(now).isEnabled()
        assert now.app.learn.on(Topic.WHEN_NOT)
        learn(now).followed.emit("routine:flow-gentle")
        assert not isinstance(now.page(), BeforePage)
