"""Pictures of the pages around sessions: set-up, screening, lock, plan, reach check, Learn."""

from typing import TYPE_CHECKING

from supple.core.plan.screening import Answers
from supple.ui.pages.screening import QuestionsPage
from supple.ui.pages.screening_result import ResultPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from supple.ui.screenshot import Studio
    from supple.ui.window import MainWindow


def _set_up(page: str) -> "Callable[[Studio], QWidget]":
    """The set-up on this page, for somebody who answered that nothing fits."""

    def show(studio: "Studio") -> "QWidget":
        if page == "welcome":
            studio.app.change_setting("welcome.consented", value=False)
        studio.app.change_setting("welcome.page", page)
        window = studio.window()
        window.open_first()
        return window

    return show


def _ticked(*number_and_ids: tuple[int, str]) -> "Callable[[Studio], QWidget]":
    """The screening after these ticks: the number of the page, and the id of the question."""

    def show(studio: "Studio") -> "QWidget":
        window = studio.window()
        window.first_run.check()
        for number in range(3):
            page = window.currentWidget()
            if not isinstance(page, QuestionsPage):
                break
            for at, ident in number_and_ids:
                if at == number:
                    page.rows[ident].setChecked(True)
            if any(at >= number for at, _ in number_and_ids):
                page.main.emit()
        return window

    return show


def _questions(number: int) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        window = studio.window()
        window.first_run.check()
        for _ in range(number):
            page = window.currentWidget()
            if isinstance(page, QuestionsPage):
                page.main.emit()
        return window

    return show


def _locked(ident: str) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "MainWindow":
        studio.app.safety.answer(Answers(yes=frozenset({ident})))
        return studio.window()

    return show


def _cleared(studio: "Studio") -> "QWidget":
    window = _ticked((2, "has-severe-disc-herniation"), (2, "has-sciatica"))(studio)
    for page in window.findChildren(ResultPage):
        page.clearance.setChecked(True)
    return window


def _learn(page: str) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        window = studio.window()
        window.go("learn")
        window.places.read(page)
        return window

    return show


def _plan(studio: "Studio") -> "QWidget":
    window = studio.window()
    window.go("plan")
    return window


def _adjust(studio: "Studio") -> "QWidget":
    window = studio.window()
    window.go("plan")
    window.places.plan.page.adjust_requested.emit()
    return window


SCREENS: "Mapping[str, Callable[[Studio], QWidget]]" = {
    "firstrun-1-welcome": _set_up("welcome"),
    "firstrun-2-screening": _set_up("questions"),
    "firstrun-2-screening-see-first": _questions(1),
    "firstrun-2-screening-conditions": _questions(2),
    "firstrun-2a-ask-first": _ticked((2, "has-severe-disc-herniation")),
    "firstrun-2a-asked": _cleared,
    "firstrun-2a-fits": _ticked((2, "has-osteoporosis"), (2, "has-balance-problem")),
    "firstrun-2b-get-help": _ticked((0, "red-saddle")),
    "firstrun-3-your-spot": _set_up("spot"),
    "firstrun-4-voice": _set_up("voice"),
    "firstrun-5-begin": _set_up("begin"),
    "today-closed": _locked("red-saddle"),
    "plan": _plan,
    "plan-adjust": _adjust,
    "learn": _learn("learn-how-much"),
    "learn-evidence": _learn("learn-evidence"),
}
