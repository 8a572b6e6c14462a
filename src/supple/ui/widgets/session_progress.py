"""Owns the bar on top of a session: one segment a group, as wide as its planned time."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from supple.core.session.view import GroupProgress
from supple.ui.theme.grounds import Ground
from supple.ui.widgets.mirror import mirror


class SessionProgress(QProgressBar):
    """How far the session is. A progress bar for screen readers: value in whole minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[GroupProgress, ...] = ()
        self._drawn: tuple[int, ...] = ()
        self._colours = ("", "")  # until it is dressed
        self._outline = ""
        self._unit = 1.0
        self.setTextVisible(False)

    def dress(self, ground: Ground, unit: float, *, strong: bool) -> None:
        """Take the colours of a phase and the pixels of one u; `strong`: what is ahead outlined."""
        self._colours, self._unit = (ground.arc, ground.sky if strong else ground.track), unit
        self._outline = ground.digits if strong else ""
        self.update()

    def show_groups(self, groups: tuple[GroupProgress, ...]) -> None:
        """Show how much of each group is done. Repaints only when a pixel would change."""
        self._groups = groups
        drawn = tuple(round(filled.width()) for _, filled in self._segments())
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self.setRange(0, max(1, round(sum(group.seconds for group in groups) / 60)))
        self.setValue(round(sum(group.done_s for group in groups) / 60))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirror(painter, self)
        painter.setPen(Qt.PenStyle.NoPen)
        bright, quiet = (QColor(value) for value in self._colours)
        radius = self._height() / 2
        for whole, filled in self._segments():
            painter.setBrush(quiet)
            if self._outline:
                painter.setPen(QColor(self._outline))
                painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
                painter.setPen(Qt.PenStyle.NoPen)
            else:
                painter.drawRoundedRect(whole, radius, radius)
            if filled.width() > 0:
                painter.setBrush(bright)
                end = min(radius, filled.width() / 2)
                painter.drawRoundedRect(filled, end, radius)

    def _height(self) -> float:
        return 8 * self._unit

    def _segments(self) -> list[tuple[QRectF, QRectF]]:
        total = sum(group.seconds for group in self._groups)
        if not total:
            return []
        gap = 5 * self._unit
        # Many groups on a narrow bar: the gaps may take a third of it at most.
        gap = min(gap, self.width() / 3 / len(self._groups))
        room = self.width() - gap * (len(self._groups) - 1)
        top = (self.height() - self._height()) / 2
        made, left = [], 0.0
        for group in self._groups:
            width = room * group.seconds / total
            share = min(1.0, group.done_s / group.seconds) if group.seconds else 1.0
            made.append(
                (
                    QRectF(left, top, width, self._height()),
                    QRectF(left, top, width * share, self._height()),
                )
            )
            left += width + gap
        return made
