"""Owns today's line of desk breaks: working time, breaks, time away, and what is to come."""

from typing import Final

import msgspec
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from supple.core.breaks.day import DayMark, Mark
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import AXIS, TypeStyle
from supple.ui.widgets.charts.chart import Chart
from supple.ui.widgets.charts.picture import Mark as Point
from supple.ui.widgets.charts.picture import Table

_TOP: Final = 22.0
_TRACK: Final = 26.0
_FOOT: Final = 22.0
_HOUR: Final = 60
_DAY: Final = 24 * _HOUR
_USUAL: Final = (9 * _HOUR, 17 * _HOUR)
_AROUND: Final = 40
_SHORT: Final = 6 * _HOUR
_NEXT: Final = TypeStyle(12, 16, 600)
_RADIUS: Final = {Mark.DONE: 7.0, Mark.SKIPPED: 6.5, Mark.NEXT: 9.0, Mark.TO_COME: 5.0}


def clock_words(minute: int) -> str:
    """A minute of the day as the clock shows it."""
    return f"{minute // _HOUR}:{minute % _HOUR:02}"


class DayPicture(msgspec.Struct, frozen=True):
    """A day as a line. `words` has some for each moment; `turned`: it runs from right to left.

    `next_words` stands over the next break, `away_words` in time away that is long enough.
    """

    gist: str
    table: Table
    spans: tuple[tuple[int, int], ...]
    moments: tuple[DayMark, ...]
    words: tuple[str, ...]
    next_words: str
    away_words: str
    turned: bool = False

    def height(self, look: Look, width: float) -> float:  # noqa: ARG002
        """The same at every width."""
        return float(look.u(_TOP + _TRACK + _FOOT))

    def marks(self, look: Look, area: QRectF) -> list[Point]:
        """Each moment, the earliest first."""
        return [Point(*each) for each in zip(self._places(look, area), self.words, strict=True)]

    def _places(self, look: Look, area: QRectF) -> list[QRectF]:
        top, tall = area.top() + look.u(_TOP), look.u(_TRACK)
        places = []
        for mark in self.moments:
            start, end = self._x(area, mark.at_min), self._x(area, mark.end_min or mark.at_min)
            radius = look.u(_RADIUS.get(mark.mark, 3.0))
            left, right = min(start, end), max(start, end)
            if mark.mark is not Mark.AWAY:
                left, right = left - radius, right + radius
            wide = max(right - left, look.u(4))
            places.append(QRectF((left + right - wide) / 2, top, wide, tall))
        return places

    def range(self) -> tuple[int, int]:
        """The part of the day in sight, whole hours in minutes after midnight."""
        ends = [minute for span in self.spans for minute in span]
        ends += [max(mark.at_min, mark.end_min) for mark in self.moments]
        starts = [span[0] for span in self.spans] + [mark.at_min for mark in self.moments]
        first = (min(starts, default=_USUAL[0]) - _AROUND) // _HOUR * _HOUR
        last = -(-(max(ends, default=_USUAL[1]) + _AROUND) // _HOUR) * _HOUR
        return max(0, first), min(_DAY, last)

    def paint(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paint track, working time, marks and hours."""
        tokens, top, tall = look.tokens, area.top() + look.u(_TOP), look.u(_TRACK)
        track = QRectF(area.left(), top, area.width(), tall)
        painter.setPen(QPen(QColor(tokens.border_strong)) if tokens.strong else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(track, tall / 2, tall / 2)
        painter.setBrush(QColor(tokens.primary_soft))
        for start, end in self.spans:
            edges = sorted((self._x(area, start), self._x(area, end)))
            painter.drawRoundedRect(QRectF(edges[0], top, edges[1] - edges[0], tall), 3, 3)
        for mark, box in zip(self.moments, self._places(look, area), strict=True):
            self._paint_mark(painter, look, mark, box)
        self._paint_next(painter, look, area)
        self._paint_hours(painter, look, area)

    def _paint_mark(self, painter: QPainter, look: Look, mark: DayMark, box: QRectF) -> None:
        tokens, u, middle = look.tokens, look.u, box.center()
        radius = u(_RADIUS.get(mark.mark, 0.0))
        painter.setPen(Qt.PenStyle.NoPen)
        match mark.mark:
            case Mark.AWAY:
                pill = box.adjusted(0, u(4), 0, -u(4))
                painter.setPen(QPen(QColor(tokens.border_strong), 1.0))
                painter.setBrush(QColor(tokens.surface))
                painter.drawRoundedRect(pill, min(pill.width(), pill.height()) / 2, u(9))
                painter.setFont(look.font(AXIS))
                painter.setPen(QColor(tokens.ink2))
                room = QFontMetricsF(painter.font()).horizontalAdvance(self.away_words) + u(10)
                if room <= pill.width():
                    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.away_words)
                return
            case Mark.SKIPPED:
                painter.setPen(QPen(QColor(tokens.border_strong), u(2)))
                painter.setBrush(QColor(tokens.surface))
            case Mark.NEXT:
                painter.setPen(QPen(QColor(tokens.primary), u(3)))
                painter.setBrush(QColor(tokens.surface))
            case Mark.TO_COME:
                painter.setBrush(QColor(tokens.heat3))
            case _:
                painter.setBrush(QColor(tokens.primary))
        painter.drawEllipse(middle, radius, radius)

    def _paint_next(self, painter: QPainter, look: Look, area: QRectF) -> None:
        ahead = next((mark for mark in self.moments if mark.mark is Mark.NEXT), None)
        if ahead is None:
            return
        painter.setFont(look.font(_NEXT))
        painter.setPen(QColor(look.tokens.ink))
        self._label(painter, area, self._x(area, ahead.at_min), area.top(), self.next_words)

    def _paint_hours(self, painter: QPainter, look: Look, area: QRectF) -> None:
        painter.setFont(look.font(AXIS))
        painter.setPen(QColor(look.tokens.ink2))
        first, last = self.range()
        wide = QFontMetricsF(painter.font()).horizontalAdvance("00:00") * 1.6
        hour = area.width() * _HOUR / (last - first)
        steps = (1, 2, 3, 4, 6) if last - first <= _SHORT else (2, 3, 4, 6)
        every = next((n for n in steps if n * hour >= wide), 12)
        top = area.top() + look.u(_TOP + _TRACK + 4)
        for at in range(first, last + 1, every * _HOUR):
            self._label(painter, area, self._x(area, at), top, clock_words(at))

    def _label(
        self, painter: QPainter, area: QRectF, across: float, top: float, words: str
    ) -> None:
        """Words in the middle of a place, moved so far that nothing of them is cut."""
        metrics = QFontMetricsF(painter.font())
        wide = metrics.horizontalAdvance(words) + 2
        left = min(max(across - wide / 2, area.left()), area.right() - wide)
        place = QRectF(left, top, wide, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _x(self, area: QRectF, minute: int) -> float:
        first, last = self.range()
        share = (minute - first) / (last - first)
        return area.left() + area.width() * (1 - share if self.turned else share)


class DayLine(Chart):
    """Today, as a picture: one tab stop, arrows read one mark after the other."""

    def __init__(self, look: Look, day: DayPicture, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._day = day
        self.show_day(day)

    def show_day(self, day: DayPicture) -> None:
        """Show another moment of the day, or another day."""
        self._day = day
        self.show_picture(msgspec.structs.replace(day, turned=self.isRightToLeft()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Turn round with the direction of the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.show_day(self._day)
