"""Two pictures of a screen, one read from the left and one from the right: what is not turned."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from supple.ui.pages.session_room import RoomView

CELL = 8
SEEN = 4  # how much of a cell changes colour, of 255, before something stands in it
FAINT = 1
NEAR = 3  # cells between letters and their mirror images
TOLERANCE_PX = 1


class Picture(NamedTuple):
    """A screen: how much stands in each cell, and where each widget is, by its way down."""

    width: int
    rows: list[bytes]
    places: dict[str, QRect]
    names: dict[str, str]


def picture(window: QWidget, stays: Callable[[QWidget], bool]) -> Picture:
    """What stands where; what is painted in a widget that `stays` as it is does not count."""
    widgets = dict(_down(window, ""))
    places = {
        way: QRect(each.mapTo(window, QPoint()), each.size()) for way, each in widgets.items()
    }
    names = {
        way: each.accessibleName() or str(each.property("text") or "")
        for way, each in widgets.items()
    }
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    window.render(image)
    painter = QPainter(image)
    for way, each in widgets.items():
        if isinstance(each, RoomView):  # the digits
            painter.fillRect(_middle(places[way]), Qt.GlobalColor.black)
        elif stays(each):
            painter.fillRect(places[way], Qt.GlobalColor.black)
    painter.end()
    return Picture(window.width(), _ink(image), places, names)


def moved(left: Picture, right: Picture, apart_from: tuple[str, ...]) -> Iterator[str]:
    """Widgets that do not stand where those of the other picture are in a mirror."""
    for way, place in left.places.items():
        if left.names[way].startswith(apart_from):
            continue
        if way not in right.places:
            yield f"{way} {left.names[way]!r} is missing"
            continue
        wanted = QRect(left.width - place.right() - 1, place.y(), place.width(), place.height())
        found = right.places[way]
        apart = wanted.topLeft() - found.topLeft()
        wider = abs(wanted.width() - found.width())
        if max(abs(apart.x()), abs(apart.y()), wider) > TOLERANCE_PX:
            yield f"{way} {left.names[way]!r} is at {found}, not at {wanted}"


def painted(left: Picture, right: Picture) -> list[tuple[int, int]]:
    """Where something is painted in one picture and nothing at the mirrored place of the other."""
    mirrored = [bytes(reversed(row)) for row in right.rows]
    return [
        (x * CELL, y * CELL)
        for one, other in ((left.rows, mirrored), (mirrored, left.rows))
        for y, row in enumerate(one)
        for x, ink in enumerate(row)
        if ink > SEEN and not _near(other, x, y)
    ]


def _near(rows: list[bytes], x: int, y: int) -> bool:
    around = rows[max(0, y - 1) : y + 2]
    return any(max(row[max(0, x - NEAR) : x + NEAR + 1]) > FAINT for row in around)


def _middle(room: QRect) -> QRect:
    across, down = room.width() // 5, room.height() // 6
    return room.adjusted(across, down, -across, -down)


def _down(widget: QWidget, way: str) -> Iterator[tuple[str, QWidget]]:
    seen: dict[str, int] = {}
    for child in widget.children():
        if not isinstance(child, QWidget) or child.isWindow():
            continue
        kind = type(child).__name__
        seen[kind] = seen.get(kind, -1) + 1
        if not child.isHidden():
            here = f"{way}/{kind}{seen[kind]}"
            yield here, child
            yield from _down(child, here)


def _ink(image: QImage) -> list[bytes]:
    """How much the colour changes from left to right, in cells."""
    edges = QImage(image.size(), QImage.Format.Format_RGB32)
    painter = QPainter(edges)
    painter.drawImage(0, 0, image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(1, 0, image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.fillRect(0, 0, 1, edges.height(), Qt.GlobalColor.black)
    painter.end()
    size = edges.size() / CELL
    ignore, smooth = (
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    small = edges.scaled(size, ignore, smooth).convertToFormat(QImage.Format.Format_Grayscale8)
    bits, line = bytes(small.constBits()), small.bytesPerLine()
    return [bits[y * line : y * line + small.width()] for y in range(small.height())]
