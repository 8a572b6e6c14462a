"""Pictures of the pages around sessions: set-up, screening, lock, plan, reach check, Learn."""

from datetime import timedelta
from typing import TYPE_CHECKING

from supple.core.plan.screening import Answers
from supple.core.session.steps import Kind
from supple.devices.speech.voice import NullVoice, VoiceInfo
from supple.ui.pages.first_run_begin import BeginPage
from supple.ui.pages.screening import QuestionsPage
from supple.ui.pages.screening_result import ResultPage
from supple.ui.pages.self_test import ChoosePage
from supple.ui.pages.self_test_enter import EnterPage
from supple.ui.screenshots.places import VOICES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from supple.ui.screenshots.studio import Studio
    from supple.ui.window import MainWindow

_INTO_TRY_S = 1.0


class ShownVoices(NullVoice):
    """Voices to look at, which say nothing."""

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Some voices of a usual computer."""
        return VOICES


def _set_up(page: str) -> "Callable[[Studio], QWidget]":
    """The set-up on this page, for somebody who answered that nothing fits."""

    def show(studio: "Studio") -> "QWidget":
        if page == "welcome":
            studio.app.change_setting("welcome.consented", value=False)
        studio.app.change_setting("welcome.page", page)
        studio.app.spoken_voice = ShownVoices()
        window = studio.window()
        window.open_first()
        window.first_run.settle()
        for begin in window.findChildren(BeginPage):
            begin.breaks.setChecked(True)
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


def _phase(studio: "Studio") -> "QWidget":
    window = studio.window()
    window.go("plan")
    window.places.plan.page.phase_opened.emit("build")
    return window


def _pause(studio: "Studio") -> "QWidget":
    window = studio.window()
    window.go("plan")
    window.places.plan.pausing.open()
    return window


def _adjust(studio: "Studio") -> "QWidget":
    studio.app.library.set_aside("floor-single-leg-stretch")
    window = studio.window()
    window.go("plan")
    window.places.plan.page.adjust_requested.emit()
    return window


def _choose(studio: "Studio") -> "MainWindow":
    today = studio.clock.wall()
    for days, value in ((84, -10.0), (56, -8.0), (28, -4.0)):
        studio.clock.set_wall(today - timedelta(days=days))
        studio.app.self_tests.save("test-sit-and-reach", [value])
    studio.clock.set_wall(today)
    window = studio.window()
    window.places.stills.at_once = True
    window.measure()
    return window


def _guided(studio: "Studio") -> "QWidget":
    """The second try of the reach check."""
    window = _choose(studio)
    for choose in window.findChildren(ChoosePage):
        choose.warm.emit()
    if (opened := window.visit.flow.opened) is not None:
        studio.play(opened, lambda view: view.step.kind is Kind.HOLD and view.step.set > 1)
        studio.clock.advance(_INTO_TRY_S)
        opened.runner.tick()
    return window


def _test(*steps: str) -> "Callable[[Studio], QWidget]":
    """The reach check: choosing, with "number" the page for it, with "save" what it means."""

    def show(studio: "Studio") -> "QWidget":
        window = _choose(studio)
        if "number" in steps:
            for choose in window.findChildren(ChoosePage):
                choose.number_only.emit()
        for enter in window.findChildren(EnterPage):
            enter.number.setValue(-3)
            if "save" in steps:
                enter.main.emit()
        return window

    return show


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
    "plan-phase": _phase,
    "plan-pause": _pause,
    "plan-adjust": _adjust,
    "selftest-1-choose": _test(),
    "selftest-2-guided": _guided,
    "selftest-3-enter": _test("number"),
    "selftest-4-result": _test("number", "save"),
    "learn": _learn("learn-how-much"),
    "learn-evidence": _learn("learn-evidence"),
}
