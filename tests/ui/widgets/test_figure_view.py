"""The figure's widget plays only while somebody can see it, and paints what the SVG says."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.figure.motion import Moment
from supple.core.figure.reading import parse_figure
from supple.core.figure.record import Figure
from supple.core.figure.scene import Style, compose
from supple.core.figure.svg import to_svg
from supple.core.figure.timing import BACK_S, INTO_S, Play
from supple.ui.paint.figure_paint import png, render
from supple.ui.widgets.figure_view import BREATHING_MS, MOVING_MS, FigureView

EXERCISES = Path(__file__).parents[3] / "assets" / "exercises"
IDS = sorted(path.stem for path in EXERCISES.glob("*.toml"))


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def figure(ident: str) -> Figure:
    data = tomllib.loads((EXERCISES / f"{ident}.toml").read_text(encoding="utf-8"))
    found, problems = parse_figure(data["figure"], "figure")
    assert found is not None, problems
    return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def view(qtbot: QtBot, clock: Clock) -> Iterator[FigureView]:
    shown = FigureView(clock=clock)
    qtbot.addWidget(shown)
    shown.resize(320, 240)
    shown.set_figure(figure("chair-forward-fold"))
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.hide()


def playing(view: FigureView) -> bool:
    return view.is_playing


def interval_ms(view: FigureView) -> int:
    return view._timer.interval()


def pixels(image: QImage | None) -> bytes:
    assert image is not None
    return bytes(image.constBits())


def alike(one: bytes, other: bytes) -> bool:
    """Whether two pictures differ by nothing but the rounding of what shines through."""
    differences = [abs(a - b) for a, b in zip(one, other, strict=True)]
    return max(differences) <= 8 and sum(differences) / len(differences) < 0.1


def test_a_loop_plays_while_the_widget_is_seen(view: FigureView, qtbot: QtBot) -> None:
    view.play(Play.LOOP)
    assert playing(view)
    view.hide()
    assert not playing(view)
    view.show()
    qtbot.waitExposed(view)
    assert playing(view)


def test_nothing_plays_before_the_widget_is_shown(qtbot: QtBot) -> None:
    shown = FigureView()
    qtbot.addWidget(shown)
    shown.set_figure(figure("bridge"))
    shown.play(Play.LOOP)
    assert not shown.is_playing


def test_stills_never_play(view: FigureView) -> None:
    for play in (Play.START, Play.STRETCH):
        view.play(play)
        assert not playing(view)
    assert view.moment == Moment(1.0)


def test_reduced_motion_shows_the_stretch_and_does_not_move(view: FigureView) -> None:
    view.set_still(True)
    view.play(Play.HOLD)
    assert not playing(view)
    assert view.moment == Moment(1.0)
    view.set_still(False)
    assert playing(view)


def test_a_pause_freezes_the_moment_and_loses_none(view: FigureView, clock: Clock) -> None:
    view.play(Play.HOLD)
    clock.now_s += INTO_S / 2
    view._tick()
    frozen = view.moment
    view.set_paused(True)
    assert not playing(view)
    clock.now_s += 60
    view.set_paused(False)
    view._tick()
    assert playing(view)
    assert view.moment.phase == pytest.approx(frozen.phase)


def test_a_hold_slows_down_to_the_pace_of_breathing(view: FigureView, clock: Clock) -> None:
    view.play(Play.HOLD)
    assert interval_ms(view) == MOVING_MS
    clock.now_s += INTO_S + 1
    view._tick()
    assert interval_ms(view) == BREATHING_MS
    view.play(Play.LOOP)
    assert interval_ms(view) == MOVING_MS


def test_the_timer_stops_when_the_figure_has_come_back(view: FigureView, clock: Clock) -> None:
    view.play(Play.LEAVE)
    clock.now_s += BACK_S + 0.1
    view._tick()
    assert view.moment.phase == 0
    assert not playing(view)


def test_a_slider_hears_of_the_phase_and_can_set_it(view: FigureView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.phase_changed) as heard:
        view.show_moment(Moment(0.4))
    assert heard.args == [0.4]
    assert view.moment == Moment(0.4)
    assert not playing(view)


def test_the_picture_is_as_sharp_as_the_screen(view: FigureView) -> None:
    image = view.picture()
    assert image is not None
    assert image.width() == round(320 * view.devicePixelRatioF())
    assert image.devicePixelRatio() == view.devicePixelRatioF()


def test_room_and_props_are_painted_once_for_all_frames(view: FigureView) -> None:
    view.show_moment(Moment(0.2))
    view.picture()
    ground = view._ground
    view.show_moment(Moment(0.7))
    view.picture()
    assert view._ground is ground
    view.resize(400, 300)
    QApplication.processEvents()
    view.picture()
    assert view._ground is not ground


def test_the_start_is_behind_a_still_stretch_and_not_behind_a_movement(view: FigureView) -> None:
    view.play(Play.STRETCH)
    alone = pixels(view.picture())
    view.set_style(Style(ghost=True))
    assert pixels(view.picture()) != alone
    view.play(Play.LOOP)
    view._show(Moment(1.0))
    assert alike(pixels(view.picture()), alone)


def test_a_repeated_movement_is_made_once_and_painted_the_same(view: FigureView) -> None:
    view.set_figure(figure("march-in-place"))
    view.play(Play.REPS)
    fresh = pixels(view.picture())
    kept = len(view._frames)
    assert kept == 1
    assert pixels(view.picture()) == fresh
    assert len(view._frames) == kept


def test_no_more_frames_are_kept_than_there_is_room_for(view: FigureView, clock: Clock) -> None:
    view.resize(1600, 1200)
    QApplication.processEvents()
    view.set_figure(figure("bird-dog"))
    view.play(Play.REPS)
    for _ in range(60):
        clock.now_s += 0.04
        view._tick()
        view.picture()
    assert 0 < len(view._frames) < 60
    assert sum(image.sizeInBytes() for _, image in view._frames.values()) < 28e6
    view.hide()
    assert not view._frames


def test_a_kept_frame_looks_like_one_that_is_painted_at_once(view: FigureView) -> None:
    view.set_figure(figure("march-in-place"))
    view.play(Play.REPS)
    view._show(Moment(0.6))
    kept = pixels(view.picture())
    view.show_moment(Moment(0.6))
    assert alike(kept, pixels(view.picture()))


def test_another_style_shows_at_once(view: FigureView) -> None:
    light = pixels(view.picture())
    view.set_style(Style(theme="dark"))
    assert pixels(view.picture()) != light
    view.set_style(Style())
    assert pixels(view.picture()) == light


def test_the_pose_is_told_in_words(view: FigureView) -> None:
    assert "tipped forward" in view.accessibleName()
    view.play(Play.START)
    assert view.accessibleName().startswith("Sitting tall")
    view.play(Play.LOOP)
    assert "tipped forward" in view.accessibleName()
    view.set_figure(figure("bridge"), "Hips lifted.")
    assert view.accessibleName() == "Hips lifted."


def test_without_a_figure_the_ground_shows_through(qtbot: QtBot) -> None:
    shown = FigureView()
    qtbot.addWidget(shown)
    shown.resize(200, 150)
    assert shown.picture() is None
    shown.show()
    qtbot.waitExposed(shown)
    shown.set_figure(None)
    assert shown.picture() is None
    shown.hide()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ident", IDS)
def test_the_svg_looks_like_the_painted_picture(ident: str) -> None:
    scene = compose(figure(ident), Moment(1.0), Style(ghost=True), 240, 180)
    painted = render(scene)
    drawn = QImage(painted.size(), painted.format())
    drawn.fill(0)
    with QPainter(drawn) as painter:
        QSvgRenderer(QByteArray(to_svg(scene).encode())).render(painter)
    differences = [abs(a - b) for a, b in zip(pixels(painted), pixels(drawn), strict=True)]
    assert sum(differences) / len(differences) < 1.0
    assert sum(difference > 48 for difference in differences) / len(differences) < 0.01


@pytest.mark.usefixtures("qapp")
def test_a_picture_twice_as_sharp_shows_the_same() -> None:
    scene = compose(figure("bridge"), Moment(1.0), Style(), 240, 180)
    sharp = render(scene, 2.0)
    assert (sharp.width(), sharp.height()) == (480, 360)
    assert png(scene).startswith(b"\x89PNG")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ident", IDS)
def test_every_figure_is_painted_in_both_themes_and_sizes(ident: str) -> None:
    shown = figure(ident)
    for theme in ("light", "dark"):
        for size in ((160, 120), (480, 360)):
            for phase in (0.0, 1.0):
                scene = compose(shown, Moment(phase), Style(theme=theme), *size)
                image = render(scene)
                tones = set(memoryview(image.constBits()).cast("I")[::5])
                assert len(tones) > 40
