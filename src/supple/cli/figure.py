"""`supple figure`: one picture of an exercise as PNG or SVG.

The SVG is written without Qt; a PNG needs it, but no display.
"""

import os
from argparse import Namespace
from pathlib import Path

from supple.app.container import Container
from supple.core.errors import FacilityError, InputError
from supple.core.figure.motion import Moment
from supple.core.figure.reading import parse_figure
from supple.core.figure.record import Figure
from supple.core.figure.scene import Scene, Style, compose
from supple.core.figure.svg import to_svg
from supple.devices.files import asset

_SUFFIXES = (".png", ".svg")


def figure(args: Namespace, app: Container) -> int:  # noqa: ARG001 - as every command
    """Write one illustration."""
    render(
        args.exercise,
        phase=args.phase,
        side=args.side,
        theme=args.theme,
        size=args.size,
        ground="room",
        character="",
        out=Path(args.out),
    )
    return 0


def render(
    exercise_id: str,
    *,
    phase: float,
    side: str,
    theme: str,
    size: tuple[int, int],
    ground: str,
    character: str,
    out: Path,
) -> None:
    """Write the picture of an exercise to `out`, as its suffix says.

    `phase` goes from 0 (start pose) to 1 (stretch); `side` is "left" or "right", the leg at work;
    `theme` "light" or "dark", `ground` "room" or "plain"; `size` in pixels; `character` empty for
    the file's own choice. Raises InputError for an unknown exercise or suffix and FacilityError
    when the file cannot be written.
    """
    if out.suffix.lower() not in _SUFFIXES:
        raise InputError(
            f"{out.name} is neither a PNG nor an SVG.",
            allowed="The name ends in .png or .svg.",
        )
    drawn = shipped_figure(exercise_id)
    style = Style(
        theme=theme,
        ground=ground,
        character=character,
        mirrored=drawn.is_mirrored(side),
        arrows=phase < 1,
    )
    scene = compose(drawn, Moment(phase), style, *size)
    try:
        if out.suffix.lower() == ".svg":
            out.write_text(to_svg(scene, drawn.text.end), encoding="utf-8")
        else:
            out.write_bytes(_png(scene))
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise FacilityError(f"The picture cannot be written: {reason}.", where=str(out)) from error


def shipped_figure(exercise_id: str) -> Figure:
    """The figure of a shipped exercise. Raises InputError where there is none."""
    path = asset("exercises") / f"{Path(exercise_id).name}.toml"
    if not path.is_file():
        raise InputError(
            f"There is no exercise called {exercise_id}.", fix="`supple list exercises` names them."
        )
    import tomli

    data = tomli.loads(path.read_text(encoding="utf-8")).get("figure", {})
    drawn, problems = parse_figure(data, "figure")
    if drawn is None:
        raise InputError("Its picture cannot be drawn.", where=f"{path.name}: {problems[0]}")
    return drawn


def _png(scene: Scene) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt is loaded here alone: an SVG does without it.
    from PySide6.QtGui import QGuiApplication

    from supple.ui.figure_paint import png

    application = QGuiApplication.instance() or QGuiApplication([])
    picture = png(scene)
    del application
    return picture
