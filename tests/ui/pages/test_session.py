"""The session page: what keys and buttons mean in each state."""

from collections.abc import Callable
from gettext import NullTranslations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.session.events import Hurt
from supple.core.session.steps import Kind
from supple.core.session.view import Phase, SessionView, State
from supple.devices.speech.voice import Health, VoiceState
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_keys import Press
from supple.ui.pages.session_run import RunView
from supple.ui.pages.session_words import ExerciseWords
from supple.ui.theme.look import Look
from supple.ui.widgets.advice import Advice
from supple.ui.widgets.caption import Caption
from supple.ui.widgets.notice import NoticeView
from supple.ui.widgets.plate_button import PlateButton

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
MakeLook = Callable[..., Look]
MakeView = Callable[..., SessionView]
INTENTS = [
    name
    for name, value in vars(SessionPage).items()
    if isinstance(value, Signal) and name != "hurt_answer"
]


@pytest.fixture
def page(
    qtbot: QtBot,
    look: Look,
    translations: NullTranslations,
    lookup: Callable[[str], ExerciseWords],
) -> SessionPage:
    made = SessionPage(look, translations, lookup)
    qtbot.addWidget(made)
    made.resize(1200, 764)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def told(page: SessionPage) -> list[str]:
    names: list[str] = []
    for name in INTENTS:
        signal: SignalInstance = getattr(page, name)
        signal.connect(lambda *_, name=name: names.append(name))
    page.hurt_answer.connect(lambda answer: names.append(f"answer {answer}"))
    return names


def run_of(page: SessionPage) -> RunView:
    """The scene of a session in the main window."""
    assert isinstance(page.run, RunView)
    return page.run


def press(page: SessionPage, key: Qt.Key) -> None:
    focused: QWidget | None = page.focusWidget()
    target = page if focused is None else focused
    # QTest knows no media keys, so the event is made here.
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, NO_MODIFIER))


def let_guard_pass(page: SessionPage) -> None:
    page.hurt._since_press.invalidate()


@pytest.mark.parametrize(
    ("key", "intent"),
    [
        (Qt.Key.Key_Space, "pause"),
        (Qt.Key.Key_Period, "pause"),
        (Qt.Key.Key_F5, "pause"),
        (Qt.Key.Key_MediaTogglePlayPause, "pause"),
        (Qt.Key.Key_Right, "skip"),
        (Qt.Key.Key_N, "skip"),
        (Qt.Key.Key_PageDown, "skip"),
        (Qt.Key.Key_MediaNext, "skip"),
        (Qt.Key.Key_Left, "back"),
        (Qt.Key.Key_B, "back"),
        (Qt.Key.Key_PageUp, "back"),
        (Qt.Key.Key_MediaPrevious, "back"),
        (Qt.Key.Key_H, "hurts"),
        (Qt.Key.Key_MediaStop, "hurts"),
        (Qt.Key.Key_R, "again"),
        (Qt.Key.Key_E, "longer"),
        (Qt.Key.Key_V, "voice_toggled"),
        (Qt.Key.Key_C, "captions_toggled"),
        (Qt.Key.Key_F, "room_toggled"),
        (Qt.Key.Key_F11, "room_toggled"),
        (Qt.Key.Key_Plus, "louder"),
        (Qt.Key.Key_Minus, "quieter"),
        (Qt.Key.Key_F1, "keys_wanted"),
    ],
)
def test_each_key_has_its_meaning_while_the_session_runs(
    page: SessionPage, told: list[str], make_view: MakeView, key: Qt.Key, intent: str
) -> None:
    page.show_view(make_view())
    press(page, key)
    assert told == [intent]


def test_space_pauses_whatever_has_the_focus(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    page.show_view(make_view())
    buttons = [each for each in page.run.findChildren(PlateButton) if each.isVisible()]
    assert len(buttons) >= 8
    for button in buttons:
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert told == ["pause"] * len(buttons)


def test_space_goes_on_after_a_pause(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    page.show_view(make_view(state=State.PAUSED))
    press(page, Qt.Key.Key_Space)
    assert told == ["resume"]


def test_enter_presses_the_focused_button(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    page.show_view(make_view())
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Return)
    assert told == ["skip"]


@pytest.mark.parametrize("kind", [Kind.GET_READY, Kind.REST, Kind.SWITCH])
def test_between_holds_skip_means_start_now(
    page: SessionPage, told: list[str], make_view: MakeView, kind: Kind
) -> None:
    page.show_view(make_view(kind))
    press(page, Qt.Key.Key_Right)
    assert told == ["ready"]


def test_a_held_key_counts_once(page: SessionPage, told: list[str], make_view: MakeView) -> None:
    page.show_view(make_view())
    QTest.keyPress(page, Qt.Key.Key_N)
    assert told == ["skip"]


def test_keys_with_ctrl_belong_to_the_window(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    page.show_view(make_view())
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert told == []


def test_the_focus_goes_in_the_order_of_the_design(page: SessionPage, make_view: MakeView) -> None:
    page.show_view(make_view())
    names = []
    for _ in range(8):
        focused = page.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName().split(",")[0].split(".")[0])
        press(page, Qt.Key.Key_Tab)
    assert names == [
        "Pause",
        "Skip",
        "It hurts",
        "Back",
        "End",
        "Voice off",
        "Captions off",
        "Across the room",
    ]


def test_ending_pauses_asks_and_goes_on(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    page.show_view(make_view())
    press(page, Qt.Key.Key_Escape)
    assert (page.asking(), told) == (True, ["pause"])
    page.show_view(make_view(state=State.PAUSED))
    press(page, Qt.Key.Key_Return)
    assert (page.asking(), told) == (False, ["pause", "keep_going", "resume"])


def test_the_end_question_keeps_keys_to_itself(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    page.show_view(make_view(state=State.PAUSED))
    press(page, Qt.Key.Key_Q)
    press(page, Qt.Key.Key_N)
    assert told == []
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Return)
    assert told == ["stop"]


def test_a_session_that_hardly_began_ends_without_a_question(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    page.show_view(make_view(done_s=12, holds_done=0))
    press(page, Qt.Key.Key_Q)
    assert (page.asking(), told) == (False, ["stop"])


def test_escape_leaves_the_room_view_first(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    page.show_view(make_view())
    page.set_room(on=True)
    press(page, Qt.Key.Key_Escape)
    assert (page.asking(), told) == (False, ["room_toggled"])


def test_a_notice_in_large_text_leaves_the_clock_most_of_an_upright_window(
    qtbot: QtBot,
    make_look: MakeLook,
    translations: NullTranslations,
    lookup: Callable[[str], ExerciseWords],
    make_view: MakeView,
) -> None:
    page = SessionPage(make_look(scale=2.0), translations, lookup)
    qtbot.addWidget(page)
    page.resize(480, 800)
    page.show()
    page.show_view(make_view())
    words = "The clock stopped with it: 12 seconds were left. Ready to go on?"
    actions = (("on", "Go on"), ("again", "Start this hold again"))
    page.note.show_notice(
        NoticeView("slept", "clock-countdown", "The computer slept during a hold", words, actions)
    )
    QApplication.processEvents()
    assert 0 < page.note.height() < 0.4 * page.height()


def test_the_warnings_of_a_narrow_window_are_as_large_as_the_rest(
    page: SessionPage, make_view: MakeView
) -> None:
    page.resize(480, 800)
    page.show_view(make_view())
    page.show_view(make_view(state=State.HURT))
    page.hurt.take(Hurt.SHARP)
    QApplication.processEvents()
    plain, urgent = (panel for panel in page.hurt.findChildren(Advice) if panel.isVisible())
    size = next(
        step / 100 for step in range(100, 40, -1)
        if plain.height_needed(plain.width(), step / 100) <= plain.height()
    )  # fmt: skip
    assert urgent.height_needed(urgent.width(), size - 0.08) <= urgent.height()


def test_the_room_view_fills_an_upright_screen(page: SessionPage, make_view: MakeView) -> None:
    page.resize(480, 800)
    page.show_view(make_view(remaining_s=12.0))
    page.set_room(on=True)
    QApplication.processEvents()
    room = page.room
    picture = room.grab().toImage()
    sky, land = picture.pixelColor(4, 500), picture.pixelColor(4, 640)
    assert sky.name().upper() == room._ground.sky
    assert land.name().upper() == room._ground.land


def test_the_room_view_shows_its_controls_on_tab(page: SessionPage, make_view: MakeView) -> None:
    page.show_view(make_view())
    page.set_room(on=True)
    assert not page.room.controls_shown()
    press(page, Qt.Key.Key_Tab)
    assert page.room.controls_shown()


def test_the_stop_opens_without_any_answer_focused(page: SessionPage, make_view: MakeView) -> None:
    page.show_view(make_view())
    page.show_view(make_view(state=State.HURT))
    assert not isinstance(page.focusWidget(), QPushButton)


def test_for_a_moment_after_the_stop_no_key_answers(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    page.show_view(make_view(state=State.HURT))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_H):
        press(page, key)
    assert told == []
    let_guard_pass(page)
    press(page, Qt.Key.Key_1)
    assert told == ["answer hurt-strong"]


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_1, Hurt.STRONG),
        (Qt.Key.Key_6, Hurt.CRAMP),
        (Qt.Key.Key_7, Hurt.OTHER),
        (Qt.Key.Key_8, Hurt.OTHER),
    ],
)
def test_what_can_go_on_is_answered_at_once(
    page: SessionPage, told: list[str], make_view: MakeView, key: Qt.Key, answer: Hurt
) -> None:
    page.show_view(make_view(state=State.HURT))
    let_guard_pass(page)
    press(page, key)
    assert told == [f"answer {answer}"]


def test_a_remote_walks_through_the_answers_and_chooses_one(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    page.show_view(make_view(state=State.HURT))
    press(page, Qt.Key.Key_PageDown)
    press(page, Qt.Key.Key_Period)
    assert told == [], "a hand that hits twice does not answer"
    let_guard_pass(page)
    press(page, Qt.Key.Key_Period)
    assert told == [], "nothing is chosen before it is reached"
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5):
        press(page, key)
    assert told == [f"answer {Hurt.STRONG}"]


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_2, Hurt.SHARP),
        (Qt.Key.Key_3, Hurt.NERVE),
        (Qt.Key.Key_4, Hurt.DIZZY),
        (Qt.Key.Key_5, Hurt.CHEST),
    ],
)
def test_what_ends_the_session_can_be_taken_back_and_ends_it_by_finish(
    page: SessionPage, told: list[str], make_view: MakeView, key: Qt.Key, answer: Hurt
) -> None:
    page.show_view(make_view(state=State.HURT))
    let_guard_pass(page)
    press(page, key)
    press(page, Qt.Key.Key_Backspace)
    assert told == [f"answer {answer}", "answer None"]
    press(page, key)
    press(page, Qt.Key.Key_N)
    press(page, Qt.Key.Key_Return)
    assert told[2:] == [f"answer {answer}", "hurt_note", "stop"]


def test_after_too_strong_a_pull_the_ways_on_have_numbers(
    page: SessionPage, told: list[str], make_view: MakeView
) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        page.show_view(make_view())
        page.show_view(make_view(state=State.HURT))
        let_guard_pass(page)
        press(page, Qt.Key.Key_1)
        press(page, key)
    chosen = [name for name in told if not name.startswith("answer")]
    assert chosen == ["softer", "skip", "rest_first", "stop"]


class PaintWatch(QObject):
    """Notes which part of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


def test_only_the_ring_is_repainted_between_phase_changes(
    page: SessionPage, qtbot: QtBot, make_view: MakeView, look: Look
) -> None:
    look.change(still=False)
    page.show_view(make_view(remaining_s=12.0))
    qtbot.waitExposed(page)
    QApplication.processEvents()
    watch = PaintWatch()
    page.run.installEventFilter(watch)
    page.show_view(make_view(remaining_s=11.9))
    QApplication.processEvents()
    assert watch.rects == [page.run.ring.geometry()]


def test_a_new_phase_blends_in_and_at_once_with_less_motion(
    page: SessionPage, qtbot: QtBot, make_view: MakeView, look: Look
) -> None:
    page.show_view(make_view())
    page.show_view(make_view(Kind.REST))
    assert not run_of(page).blending()
    look.change(still=False)
    page.show_view(make_view())
    assert run_of(page).blending()
    qtbot.waitUntil(lambda: not run_of(page).blending(), timeout=3000)
    assert run_of(page)._behind == look.ground(Phase.HOLD)


def test_voice_and_captions_are_named_by_what_pressing_does(
    page: SessionPage, make_view: MakeView
) -> None:
    page.show_view(make_view())
    page.set_voice(on=False)
    page.set_captions(on=False)
    names = {each.accessibleName() for each in page.run.findChildren(PlateButton)}
    assert {"Voice on", "Captions on"} <= names
    assert not run_of(page)._caption.isVisible()


def test_pressing_a_control_emits_its_press(page: SessionPage, make_view: MakeView) -> None:
    pressed: list[Press] = []
    page.run.pressed.connect(pressed.append)
    page.show_view(make_view())
    QTest.mousePress(run_of(page)._hurt, Qt.MouseButton.LeftButton)
    assert pressed == [Press.HURTS]


@pytest.mark.parametrize(
    ("on", "health", "heard"),
    [(True, Health.ON, True), (True, Health.BROKEN, False), (False, Health.OFF, False)],
)
def test_the_speaker_beside_the_captions_is_struck_through_where_nothing_is_heard(
    page: SessionPage, on: bool, health: Health, heard: bool
) -> None:
    page.set_voice(on=on)
    page.hear_voice(VoiceState(health))
    assert {each._voice for each in page.findChildren(Caption)} == {heard}
