"""What the tests of the window share: a look, and sessions at chosen moments."""

from collections.abc import Callable, Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supple.core.session.steps import Kind, Part, Side, Step
from supple.core.session.view import GroupProgress, SessionView, State
from supple.ui.pages.session_words import ExerciseWords
from supple.ui.pages.today_view import (
    DeskBreak,
    Hero,
    HeroKind,
    Reach,
    RoutineTile,
    TodayView,
)
from supple.ui.pages.today_words import greeting, safety_note, week_line
from supple.ui.theme import style
from supple.ui.theme.fonts import Fonts
from supple.ui.theme.icons import Icons
from supple.ui.theme.look import Look
from supple.ui.theme.tokens import tokens_for
from supple.ui.widgets.day_strip import Day, DayState
from tests.app.program import Program
from tests.ui.desk import Desk

ASSETS = Path(__file__).parents[2] / "assets"

MakeLook = Callable[..., Look]
MakeView = Callable[..., SessionView]

EXERCISES = {
    "strap": ExerciseWords(
        "Strap hamstring stretch",
        way_out="Let the strap go, bend your knee, put the foot down. No hurry.",
        softer="Knee bent, hands behind the thigh",
    ),
    "march": ExerciseWords("March on the spot", hint="Knees as high as is comfortable"),
    "support": ExerciseWords("Supported standing stretch"),
    "rest": ExerciseWords("Breathing rest", hint="Knees bent, breathe"),
}
NEXT = {
    "right": Step(
        part=Part.MAIN,
        kind=Kind.HOLD,
        exercise="strap",
        group=1,
        seconds=20,
        side=Side.RIGHT,
        set=2,
        sets=3,
    ),
    "march": Step(part=Part.WARM_UP, kind=Kind.WARM_UP, exercise="march", group=2, seconds=120),
}
GROUPS = tuple(
    GroupProgress(seconds, done)
    for seconds, done in ((300, 300), (170, 105), (170, 0), (170, 0), (170, 0), (50, 0))
)


# What the offscreen platform has not: smallest sizes, an order of windows, a tray.
NOT_OFFSCREEN = (
    "propagateSizeHints",
    "does not support raise",
    "does not support grabbing",
    "systemTrayWindowChanged",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*NOT_OFFSCREEN, extend=True))


@pytest.fixture
def translations() -> NullTranslations:
    return NullTranslations()


@pytest.fixture
def lookup() -> Callable[[str], ExerciseWords]:
    return EXERCISES.__getitem__


@pytest.fixture
def read_asset() -> Callable[[str], bytes]:
    return lambda name: (ASSETS / name).read_bytes()


@pytest.fixture
def make_look(qapp: QApplication, read_asset: Callable[[str], bytes]) -> MakeLook:
    def make(
        *, dark: bool = False, strong: bool = False, scale: float = 1.0, still: bool = True
    ) -> Look:
        look = Look(
            tokens_for(dark=dark, strong=strong),
            Fonts(read_asset, pinned="Inter"),
            Icons(read_asset),
            scale=scale,
            still=still,
        )
        style.apply(qapp, look)
        return look

    return make


@pytest.fixture
def look(make_look: MakeLook) -> Look:
    return make_look()


@pytest.fixture
def make_view() -> MakeView:
    def make(
        kind: Kind = Kind.HOLD,
        *,
        part: Part = Part.MAIN,
        exercise: str = "strap",
        side: Side = Side.LEFT,
        set_: int = 2,
        sets: int = 3,
        seconds: float = 20.0,
        remaining_s: float = 12.0,
        rep: int | None = None,
        reps: int | None = None,
        state: State = State.RUNNING,
        extra: bool = False,
        next_: str = "right",
        caption: str = "Breathe out slowly. Let the leg get heavy.",
        done_s: float = 405.0,
        holds_done: int = 5,
        left_s: float = 600.0,
    ) -> SessionView:
        step = Step(
            part=part,
            kind=kind,
            exercise=exercise,
            group=1,
            seconds=seconds,
            side=side,
            set=set_,
            sets=sets,
            reps=reps,
        )
        return SessionView(
            state=state,
            step=step,
            index=9,
            attempt=1,
            seconds=seconds,
            remaining_s=remaining_s,
            rep=rep,
            extra=extra,
            left_s=left_s,
            done_s=done_s,
            groups=GROUPS,
            next=NEXT.get(next_),
            sets_done=set_ - 1,
            holds_done=holds_done,
            caption=caption,
        )

    return make


@pytest.fixture
def session_views(make_view: MakeView) -> dict[str, SessionView]:
    """A session in each of its phases."""
    warm = {"part": Part.WARM_UP, "exercise": "march", "side": Side.NONE, "sets": 1}
    end = {"part": Part.COOL_DOWN, "exercise": "rest", "side": Side.NONE, "sets": 1}
    return {
        "hold": make_view(),
        "both": make_view(exercise="support", side=Side.BOTH),
        "get-ready": make_view(Kind.GET_READY, exercise="support", seconds=10, remaining_s=7),
        "switch": make_view(Kind.SWITCH, seconds=10, remaining_s=8),
        "rest": make_view(Kind.REST, seconds=15, remaining_s=8),
        "reps": make_view(Kind.REPS, side=Side.RIGHT, sets=1, rep=6, reps=12),
        "warm-up": make_view(Kind.WARM_UP, **warm, seconds=120, remaining_s=83.5, next_="march"),
        "settle": make_view(Kind.COOL_DOWN, **end, seconds=60, remaining_s=42, next_=""),
        "paused": make_view(state=State.PAUSED),
        "paused-rest": make_view(Kind.REST, state=State.PAUSED, seconds=15, remaining_s=8),
    }


@pytest.fixture
def make_today(translations: NullTranslations) -> Callable[[HeroKind], TodayView]:
    states = [DayState.DONE, DayState.BREAK, DayState.EMPTY, DayState.EMPTY, DayState.PLANNED]
    states += [DayState.EMPTY, DayState.EMPTY]
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    below = {DayState.DONE: "17 min", DayState.BREAK: "break", DayState.PLANNED: "planned"}
    days = tuple(
        Day(
            f"2026-05-{11 + index}",
            11 + index,
            name,
            name[0],
            state,
            below.get(state, ""),
            f"{name} {11 + index} May",
            index == 2,
        )
        for index, (name, state) in enumerate(zip(names, states, strict=True))
    )

    def make(kind: HeroKind) -> TodayView:
        return TodayView(
            greeting(14, translations),
            "Wednesday 13 May, week 4 of your plan",
            Hero(
                kind,
                "supine-mat",
                "Supine on the mat",
                17,
                4,
                20,
                2,
                3,
                "2 May",
                "sharp pain",
                look_inside=True,
            ),
            days,
            week_line(1, 3, translations),
            DeskBreak("2 minutes in your chair. No kit needed."),
            (True, True, False, True, True, True, True, True),
            Reach("Last time: 4 cm short of your toes, on 15 April.", 4, due=True),
            "",
            safety_note(0, translations, more=True),
            (
                RoutineTile("first-session", "First session", 10, "mat, chair, strap"),
                RoutineTile("gentle-supported", "Gentle and balance-supported", 13, "chair"),
                RoutineTile("walk-10", "Ten-minute walk", 10),
            ),
        )

    return make


@pytest.fixture
def desk(supple_home: Path, qapp: QApplication) -> Iterator[Desk]:
    program = Program(supple_home)
    program.nothing_fits()
    program.app.change_setting("breaks.on", value=True)
    program.app.change_setting("breaks.hours", "mon-sun 0:00-24:00")
    program.app.change_setting("appearance.motion", "reduced")
    desk = Desk(program, qapp)
    yield desk
    desk.running.close()
    program.app.close()
