"""Draws the contact sheets of all exercises into docs/figures: both themes, both sides."""

import os
import tomllib
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from supple.core.figure.motion import Moment
from supple.core.figure.reading import parse_figure
from supple.core.figure.record import Figure
from supple.core.figure.scene import Style, compose
from supple.ui.figure_paint import render

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "figures"
WIDTH, HEIGHT, LABEL, GAP = 240, 180, 26, 8
EXERCISES_A_ROW = 3
PAPER = {"light": ("#F3EBDF", "#3B332C"), "dark": ("#12151A", "#EDE6DC")}
SHARP = 1.5

Entry = tuple[str, Figure, bool]  # name, figure, whether it shows a mistake


def main() -> None:
    """All sheets."""
    application = QGuiApplication([])
    OUT.mkdir(parents=True, exist_ok=True)
    figures = shipped()
    for theme in PAPER:
        for side in ("right", "left"):
            sheet(figures, theme, side).save(str(OUT / f"{theme}-{side}.png"))
    del application


def shipped() -> list[Entry]:
    """Name and figure of every exercise, then the mistakes."""
    found: list[Entry] = []
    for path in sorted((ROOT / "assets" / "exercises").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        figure, problems = parse_figure(data["figure"], "figure")
        if figure is None:
            raise SystemExit(f"{path.name}: {problems[0]}")
        found.append((data["name"], figure, False))
    wrong = [
        (f"Not like this: {name}", figure.mistaken(), True)
        for name, figure, _ in found
        if figure.has_mistake
    ]
    return [*found, *wrong]


def sheet(figures: list[Entry], theme: str, side: str) -> QImage:
    """All figures in one theme: start pose and stretch beside each other, with their names."""
    rows = -(-len(figures) // EXERCISES_A_ROW)
    step_x, step_y = 2 * WIDTH + 2 * GAP, HEIGHT + LABEL + GAP
    size = (EXERCISES_A_ROW * step_x + GAP, rows * step_y + GAP)
    image = QImage(round(size[0] * SHARP), round(size[1] * SHARP), QImage.Format.Format_RGB32)
    paper, ink = PAPER[theme]
    image.fill(QColor(paper))
    font = QFont("Inter")
    font.setPixelSize(13)
    with QPainter(image) as painter:
        painter.scale(SHARP, SHARP)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        for index, (name, figure, crossed) in enumerate(figures):
            row, column = divmod(index, EXERCISES_A_ROW)
            x, y = GAP + column * step_x, GAP + row * step_y
            mirrored = figure.is_mirrored(side)
            pair(painter, figure, Style(theme, mirrored=mirrored, crossed=crossed), (x, y))
            label = QRectF(x + 4, y + HEIGHT, 2 * WIDTH, LABEL)
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, name)
    return image


def pair(painter: QPainter, figure: Figure, style: Style, at: tuple[int, int]) -> None:
    """Start pose and stretch; a mistake alone, crossed out."""
    moments = (Moment(1.0),) if style.crossed else (Moment(0.0), Moment(1.0))
    for index, moment in enumerate(moments):
        scene = compose(figure, moment, style, WIDTH, HEIGHT)
        painter.drawImage(at[0] + index * (WIDTH + GAP // 2), at[1], render(scene, SHARP))


if __name__ == "__main__":
    main()
