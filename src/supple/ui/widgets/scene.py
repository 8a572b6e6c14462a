"""Owns the picture that carries the program: curved land, a sun, and the place for a figure."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.faces import give_face
from supple.ui.widgets.mirror import mirror

if TYPE_CHECKING:
    from supple.core.session.view import Phase


def land_path(area: QRectF, edge_y: float, crest_y: float) -> QPainterPath:
    """Return the ground from side to side of `area`: a curve over flat land."""
    path = QPainterPath(QPointF(area.left(), edge_y))
    # A quadratic curve passes half-way between its ends and its control point.
    path.quadTo(area.center().x(), 2 * crest_y - edge_y, area.right() + 1, edge_y)
    path.lineTo(area.right() + 1, area.bottom() + 1)
    path.lineTo(area.left(), area.bottom() + 1)
    path.closeSubpath()
    return path


def rising_land_path(area: QRectF) -> QPainterPath:
    """Return land that rises from the bottom edge to the right, as on Today's wide hero."""
    width, height = area.width(), area.height()

    def at(across: float, down: float) -> QPointF:
        return QPointF(area.left() + across * width, area.top() + down * height)

    path = QPainterPath(at(0.36, 1.0))
    path.quadTo(at(0.66, 0.555), at(1.0, 0.80))
    path.lineTo(at(1.0, 1.0))
    path.closeSubpath()
    return path


class FigureSlot(QWidget):
    """The place of a figure. Empty, it shows the ground behind it.

    Where the figure only `adorns`, a screen reader passes it over.
    """

    def __init__(self, parent: QWidget | None = None, *, adorns: bool = False) -> None:
        super().__init__(parent)
        self.adorns = adorns
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._figure: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_figure(self, widget: QWidget | None) -> None:
        """Show this figure in place of the one before, which is given back unowned."""
        before = self._figure
        if before is not None and before.parentWidget() is not self:
            before = None  # another place has taken it
        if widget is before:
            return
        if before is not None:
            self._layout.removeWidget(before)
            before.setParent(None)
        self._figure = widget
        if widget is not None:
            self._layout.addWidget(widget)
            widget.show()


class _SlotFace(QAccessibleWidget):
    """Holds the figure out to a screen reader, unless it only adorns."""

    def __init__(self, slot: QWidget) -> None:
        super().__init__(slot, QAccessible.Role.Client)

    def childCount(self) -> int:  # noqa: N802
        """Return how many figures there are to be told of."""
        slot = self.widget()
        return 0 if isinstance(slot, FigureSlot) and slot.adorns else super().childCount()


class SceneBackdrop(QWidget):
    """Sky, land and sun behind other widgets, with rounded corners if `radius` is given.

    `sun` is where the sun stands: centre across, centre down (both 0 to 1), radius in u. With a
    `phase` sky and land are those of a session in it, and there is no sun.
    With `rising` the land rises to the right, else it is a hill `edge` and `crest` of the way
    down.
    """

    def __init__(self, look: Look, *, radius: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._radius = radius
        self.sun = (0.87, 0.34, 57.0)
        self.phase: Phase | None = None
        self.rising = False
        self.edge = 0.8
        self.crest = 0.7
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint one clip, two fills, one disc."""
        painter = QPainter(self)
        mirror(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area, scene = QRectF(self.rect()), self._look.tokens.scene
        ground = self._look.ground(self.phase) if self.phase is not None else scene
        clip = QPainterPath()
        clip.addRoundedRect(area, self._look.u(self._radius), self._look.u(self._radius))
        painter.fillPath(clip, QColor(ground.sky))
        if self.phase is None:
            across, down, radius = self.sun
            painter.setBrush(QColor(scene.sun))
            middle = QPointF(across * area.width(), down * area.height())
            painter.drawEllipse(middle, self._look.u(radius), self._look.u(radius))
        painter.fillPath(self._land(area).intersected(clip), QColor(ground.land))

    def _land(self, area: QRectF) -> QPainterPath:
        if self.rising:
            return rising_land_path(area)
        return land_path(area, self.edge * area.height(), self.crest * area.height())


give_face(FigureSlot, _SlotFace)
