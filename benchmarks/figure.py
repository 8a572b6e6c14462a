"""Rows `figure`, `scene` and `playing`: a frame, a whole scene, and a session that always moves.

A frame of 600x400 with its props stands beside a plain figure of 20 limbs, a session of the window
beside the same session in reduced motion.
"""

import os
import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, display, home
from supple.core.figure.motion import Moment
from supple.core.figure.reading import parse_figure
from supple.core.figure.scene import Stage, Style
from supple.ui.paint.figure_paint import blank, paint_shapes

SIZE = (600, 400)
FRAMES = 60
SHOWN = ("chair-forward-fold", "strap-supine-stretch", "standing-forward-fold", "bird-dog")
BUDGET_MS = 6.0
BUDGET_SHARE = 10.0
SCENE_MS = 8.0
ROUTINE = "full-home"


@contextmanager
def qt() -> Iterator[None]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    yield
    del application


def frame_ms(paint: Callable[[int], None]) -> Sample:
    """The median of one run of frames, in time of the processor: a busy machine does not count."""
    times = []
    for index in range(FRAMES):
        began = time.process_time()
        paint(index)
        times.append(time.process_time() - began)
    return {"frame": statistics.median(times) * 1e3}


def plain_figure(index: int) -> None:
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#FBF5EE"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for limb in range(20):
            colour = QColor(40 + 5 * limb, 80, 120)
            painter.setPen(QPen(colour, 26, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            path = QPainterPath(QPointF(60 + 20 * limb, 60))
            path.lineTo(140 + 15 * limb, 150 + 5 * limb + index % 7)
            path.lineTo(100 + 20 * limb, 240)
            painter.drawPath(path)


@cache
def stages() -> list[tuple[Stage, QImage]]:
    """Some exercises with their rooms, painted once as the widget does."""
    found: list[tuple[Stage, QImage]] = []
    for ident in SHOWN:
        text = (ROOT / "assets" / "exercises" / f"{ident}.toml").read_text("utf-8")
        figure, problems = parse_figure(tomllib.loads(text)["figure"], "figure")
        if figure is None:
            raise SystemExit(str(problems[0]))
        stage = Stage(figure, Style(), *SIZE)
        ground = blank(stage.scene(Moment(0.0)), 1.0)
        with QPainter(ground) as painter:
            paint_shapes(painter, stage.still, stage.frame.at)
        found.append((stage, ground))
    return found


def our_figure(index: int) -> None:
    stage, ground = stages()[index % len(SHOWN)]
    image = ground.copy()
    moment = Moment((index % 11) / 10, 0.3)
    with QPainter(image) as painter:
        paint_shapes(painter, stage.moving(moment), stage.frame.at)


def core_share(motion: str) -> Sample:
    """Percent of a core that a session takes, marching on the spot in a window of 1280x800."""
    command = [sys.executable, "-m", "benchmarks.programs.session_playing", ROUTINE, motion]
    with home():
        answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return {"share": float(answer.stdout.split()[0])}


def repaint_ms(what: str) -> Sample:
    """The median of whole repaints at 1920x1080, in time of the processor."""
    command = [sys.executable, "-m", "benchmarks.programs.session_scene", what]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with home() as folder:
        environ["SUPPLE_HOME"] = str(folder)
        answer = subprocess.run(
            command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True, check=True
        )
    return {"repaint": float(answer.stdout.split()[-1])}


COMPARISONS = (
    Comparison(
        "figure",
        "a plain figure of 20 limbs",
        lambda: frame_ms(plain_figure),
        lambda: frame_ms(our_figure),
        (Goal("frame", "a frame of the figure, 600x400", "ms", times=0.0, plus=BUDGET_MS),),
        around=qt,
    ),
    Comparison(
        "scene",
        "one colour over the same area",
        lambda: repaint_ms("plain"),
        lambda: repaint_ms("session"),
        (Goal("repaint", "a whole session scene, 1920x1080", "ms", times=0.0, plus=SCENE_MS),),
    ),
    Comparison(
        "playing",
        "the same in reduced motion",
        lambda: core_share("reduced"),
        lambda: core_share("full"),
        (Goal("share", "a playing session, of a core", "%", times=0.0, plus=BUDGET_SHARE),),
        around=display,
    ),
)
