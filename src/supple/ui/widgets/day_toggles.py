"""Owns the seven round switches of a week's days."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import TypeStyle
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing

_LETTER = TypeStyle(13, 18, 600)


class _Day(QCheckBox):
    """One day: filled when on."""

    def __init__(self, look: Look, letter: str, name: str) -> None:
        super().__init__()
        self._look = look
        self._letter = letter
        self.radius = 17
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the disc."""
        return QSize(self._look.u(34), self._look.u(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self.sizeHint()

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint disc and letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, on = self._look.tokens, self.isChecked()
        painter.setPen(QPen(QColor(t.primary if on else t.border_strong), t.line(1.2)))
        painter.setBrush(QColor(t.primary if on else t.surface))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(QColor(t.on_primary if on else t.ink))
        painter.setFont(self._look.font(_LETTER))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


class DayToggles(FlowRow):
    """`changed` carries which days are on, Monday first."""

    changed = Signal(object)

    def __init__(
        self, look: Look, days: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, gap=5, parent=parent)
        self._days = [_Day(look, letter, name) for letter, name in days]
        self.set_items(self._days)
        ring = FocusRing(look, self)
        ring.watch(*self._days)
        for day in self._days:
            day.clicked.connect(lambda *_: self.changed.emit(self.chosen()))

    def chosen(self) -> tuple[bool, ...]:
        """Which days are on."""
        return tuple(day.isChecked() for day in self._days)

    def show_days(self, on: Sequence[bool]) -> None:
        """Show which are on, without telling."""
        for day, is_on in zip(self._days, on, strict=True):
            day.setChecked(is_on)
