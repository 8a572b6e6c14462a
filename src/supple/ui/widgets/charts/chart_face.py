"""Owns what a chart is to a screen reader."""

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from supple.ui.widgets.charts.chart import Chart
from supple.ui.widgets.charts.picture import Mark


def face_of(chart: QWidget) -> QAccessibleInterface:
    """What a screen reader asks about a chart."""
    return _ChartFace(chart)


class _PointFace(QAccessibleInterface):
    """A point of a chart, to a screen reader: an item with words and a place."""

    def __init__(self, chart: Chart, index: int) -> None:
        super().__init__()
        self._chart = chart
        self.index = index

    def _mark(self) -> Mark | None:
        marks = self._chart.marks()
        return marks[self.index] if self.index < len(marks) else None

    def isValid(self) -> bool:  # noqa: N802
        return self._mark() is not None

    def object(self) -> None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._chart)

    def child(self, index: int) -> None:  # type: ignore[override]  # noqa: ARG002
        return None

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]  # noqa: ARG002, N802
        return None

    def childCount(self) -> int:  # noqa: N802
        return 0

    def indexOfChild(self, face: QAccessibleInterface) -> int:  # noqa: ARG002, N802
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        mark = self._mark()
        return mark.words if mark is not None and kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:  # noqa: N802
        """Change nothing: a point is read only."""

    def rect(self) -> QRect:
        mark = self._mark()
        if mark is None:
            return QRect()
        box = mark.box.toRect()
        return QRect(self._chart.mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        state.focusable = True
        state.focused = self._chart.hasFocus() and self._chart.at == self.index
        return state


class _ChartFace(QAccessibleWidget):
    """A chart, to a screen reader: a graphic named by its gist, its points as children."""

    def __init__(self, chart: QWidget) -> None:
        super().__init__(chart, QAccessible.Role.Graphic, chart.accessibleName())
        if not isinstance(chart, Chart):
            raise TypeError(chart)
        self._chart = chart
        self._points: list[_PointFace] = []

    def childCount(self) -> int:  # noqa: N802
        return len(self._chart.marks())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        while len(self._points) <= index:
            self._points.append(_PointFace(self._chart, len(self._points)))
        return self._points[index]

    def indexOfChild(self, face: QAccessibleInterface) -> int:  # noqa: N802
        return face.index if isinstance(face, _PointFace) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        at = QPointF(self._chart.mapFromGlobal(QPoint(x, y)))
        marks = self._chart.marks()
        found = next((i for i, mark in enumerate(marks) if mark.box.contains(at)), None)
        return None if found is None else self.child(found)
