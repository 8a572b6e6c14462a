"""Owns the slider: a line, its done part, and a knob."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.wheel import WheelWithFocus

_KNOB = 10


class Slider(QSlider):
    """`bounds`: the least, the most and the step. A click takes the knob there."""

    def __init__(
        self, look: Look, name: str, bounds: tuple[int, int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.radius = 10
        least, most, step = bounds
        self._step = step
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setPageStep(step)
        self.setAccessibleName(name)
        WheelWithFocus(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a usual size."""
        return QSize(self._look.u(180), self._look.u(32))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least at which the knob can be led."""
        return QSize(self._look.u(80), self._look.u(32))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the knob to the pointer."""
        self.setSliderDown(True)
        self._lead(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Lead the knob."""
        self._lead(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let the knob go."""
        self._lead(event)
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint line, done part and knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        middle, knob = self.height() / 2, u(_KNOB)
        line = QRectF(knob, middle - u(3), self.width() - 2 * knob, u(6))
        painter.setPen(QPen(QColor(t.border_strong), 1) if t.strong else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.border))
        painter.drawRoundedRect(line, u(3), u(3))
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        across = line.left() + share * line.width()
        done = QRectF(line.left(), line.top(), across - line.left(), line.height())
        if self.isRightToLeft():
            across = line.right() - share * line.width()
            done = QRectF(across, line.top(), line.right() - across, line.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.primary))
        painter.drawRoundedRect(done, u(3), u(3))
        painter.setPen(QPen(QColor(t.primary), u(2)))
        painter.setBrush(QColor(t.surface))
        painter.drawEllipse(QPointF(across, middle), knob - u(1), knob - u(1))

    def _lead(self, event: QMouseEvent) -> None:
        knob = self._look.u(_KNOB)
        room = self.width() - 2 * knob
        value = QStyle.sliderValueFromPosition(
            self.minimum(),
            self.maximum(),
            round(event.position().x()) - knob,
            room,
            self.isRightToLeft(),
        )
        steps = round((value - self.minimum()) / self._step)
        self.setValue(self.minimum() + steps * self._step)
        event.accept()
