"""`supple figure`: one picture of an exercise as PNG or SVG.

The SVG is written without Qt; a PNG needs it, but no display.
"""

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from supple.app.container import Container
from supple.core.errors import FacilityError, InputError
from supple.core.figure.motion import Moment
from supple.core.figure.scene import Scene, Style, compose
from supple.core.figure.svg import to_svg

_SUFFIXES = (".png", ".svg")


def figure(args: Namespace, app: Container) -> int:
    """Write one illustration.

    `phase` goes from 0 (start pose) to 1 (stretch); `side` is "left" or "right", the leg at work.
    """
    tr = app.words.gettext
    drawn = app.catalogue.figure(args.exercise)
    if drawn is None:
        raise InputError(tr("Its picture can't be drawn."), where=args.exercise)
    style = Style(
        theme=args.theme,
        ground="room",
        mirrored=drawn.is_mirrored(args.side),
        arrows=args.phase < 1,
    )
    write(compose(drawn, Moment(args.phase), style, *args.size), drawn.text.end, Path(args.out), tr)
    return 0


def write(scene: Scene, title: str, out: Path, tr: Callable[[str], str]) -> None:
    """Write the scene to `out`, as its suffix says; `title` tells what it shows.

    Raises InputError for another suffix and FacilityError when the file cannot be written.
    """
    if out.suffix.lower() not in _SUFFIXES:
        raise InputError(
            tr("{file} is neither a PNG nor an SVG.").format(file=out.name),
            allowed=tr("The name ends in .png or .svg."),
        )
    try:
        if out.suffix.lower() == ".svg":
            out.write_text(to_svg(scene, title), encoding="utf-8")
        else:
            out.write_bytes(_png(scene))
    except OSError as error:
        raise FacilityError(
            tr("This couldn't be written. Nothing was lost."),
            where=str(out),
            fix=tr("Please choose another place, or make this one writable."),
        ) from error


def _png(scene: Scene) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt is loaded here alone: an SVG does without it.
    from PySide6.QtGui import QGuiApplication

    from supple.ui.paint.figure_paint import png

    application = QGuiApplication.instance() or QGuiApplication([])
    picture = png(scene)
    del application
    return picture
