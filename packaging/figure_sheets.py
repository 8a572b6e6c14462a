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
from supple.ui.paint.figure_paint import render

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "figures"
WIDTH, HEIGHT, LABEL, GAP = 200, 150, 26, 8
EXERCISES_A_ROW = 4
PAPER = {"light": ("#F3EBDF", "#3B332C"), "dark": ("#12151A", "#EDE6DC")}
SHARP = 1.5

Shown = tuple[Figure, float]  # a figure and how far it is on its way
Entry = tuple[str, Shown, Shown]  # a name and two pictures, the second of a mistake or a stretch


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
    """Start and stretch of every exercise, then the stretches beside their mistakes."""
    figures: list[tuple[str, Figure]] = []
    for path in sorted((ROOT / "assets" / "exercises").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        figure, problems = parse_figure(data["figure"], "figure")
        if figure is None:
            raise SystemExit(f"{path.name}: {problems[0]}")
        figures.append((data["name"], figure))
    right: list[Entry] = [(name, (figure, 0.0), (figure, 1.0)) for name, figure in figures]
    wrong: list[Entry] = [
        (f"{name}, and not like this", (figure, 1.0), (figure.mistaken(), 1.0))
        for name, figure in figures
        if figure.has_mistake
    ]
    return [*right, *wrong]


def sheet(figures: list[Entry], theme: str, side: str) -> QImage:
    """All figures in one theme: two pictures beside each other, with their name."""
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
        for index, (name, *pair) in enumerate(figures):
            row, column = divmod(index, EXERCISES_A_ROW)
            x, y = GAP + column * step_x, GAP + row * step_y
            for place, (figure, phase) in enumerate(pair):
                crossed = figure.text.end == figure.text.mistake
                style = Style(theme, mirrored=figure.is_mirrored(side), crossed=crossed)
                image_of = render(compose(figure, Moment(phase), style, WIDTH, HEIGHT), SHARP)
                painter.drawImage(x + place * (WIDTH + GAP // 2), y, image_of)
            label = QRectF(x + 4, y + HEIGHT, 2 * WIDTH, LABEL)
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, name)
    return image


if __name__ == "__main__":
    main()
