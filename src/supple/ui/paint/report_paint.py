"""Paints the page to show a professional: the same on the screen, in a PDF file and on paper."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from supple.ui.pages.report_view import ReportView, Section
from supple.ui.paint.chart_output import chart_height, paint_chart, paper_look
from supple.ui.paint.paper import PAGE
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, FIGURE, SMALL, TITLE, TypeStyle
from supple.ui.widgets.mirror import mirrored_in

_MARGIN: Final = 54.0
_GAP: Final = 26.0
_SCALE: Final = 0.8
_WRAP: Final = Qt.TextFlag.TextWordWrap


def paint_report(painter: QPainter, look: Look, view: ReportView) -> None:
    """Paint the page in logical pixels, `PAGE` large. Its charts leave room for the words."""
    paper = paper_look(look)
    paper.change(scale=_SCALE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Painting(painter, paper, view).paint()


class _Painting:
    """Goes down the page from part to part."""

    def __init__(self, painter: QPainter, look: Look, view: ReportView) -> None:
        self._painter = painter
        self._look = look
        self._view = view
        self._y = _MARGIN
        self._left, self._right = _MARGIN, PAGE.width() - _MARGIN
        self._page = QRectF(0, 0, PAGE.width(), PAGE.height())

    def paint(self) -> None:
        """Paint everything."""
        self._head()
        self._facts()
        self._charts()
        self._sections()
        self._foot()

    def _head(self) -> None:
        view = self._view
        self._words(view.title, TITLE, self._left, 360)
        bottom = self._words(view.period, BODY, self._left, 360, top=self._y + 34, ink="ink2")
        self._words(f"{view.name}:", BODY, self._right - 280, 60, top=self._y + 12)
        self._painter.setPen(QPen(QColor(self._look.tokens.border_strong), 1.0))
        line = mirrored_in(self._page, QRectF(self._right - 220, self._y + 30, 220, 0))
        self._painter.drawLine(line.topLeft(), line.topRight())
        self._y = bottom + 18

    def _facts(self) -> None:
        width = (self._right - self._left) / max(1, len(self._view.facts))
        bottoms = []
        for index, fact in enumerate(self._view.facts):
            left = self._left + index * width
            low = self._words(fact.number, FIGURE, left, width - 12)
            bottoms.append(self._words(fact.words, SMALL, left, width - 12, top=low, ink="ink2"))
        self._y = max(bottoms, default=self._y) + 22

    def _charts(self) -> None:
        """Row by row; one alone takes the whole width."""
        whole = self._right - self._left
        for row in self._view.rows:
            width = (whole - _GAP * (len(row) - 1)) / len(row)
            heights = [chart_height(self._look, chart, width) for chart in row]
            for index, chart in enumerate(row):
                left = self._left + index * (width + _GAP)
                area = QRectF(left, self._y, width, heights[index])
                paint_chart(self._painter, self._look, chart, mirrored_in(self._page, area))
            self._y += max(heights) + 30

    def _sections(self) -> None:
        for section in self._view.sections:
            self._section(section)

    def _section(self, section: Section) -> None:
        whole = self._right - self._left
        self._y = self._words(section.title, CARD, self._left, whole) + 2
        for line in section.lines:
            self._y = self._words(line, BODY, self._left, whole, ink="ink2") + 1
        self._y += 12

    def _foot(self) -> None:
        whole = self._right - self._left
        words = f"{self._view.made} {self._view.foot}"
        metrics = QFontMetricsF(self._look.font(SMALL))
        tall = metrics.boundingRect(QRectF(0, 0, whole, 2_000), _WRAP, words).height()
        top = PAGE.height() - _MARGIN - tall
        self._painter.setPen(QPen(QColor(self._look.tokens.border), 1.0))
        self._painter.drawLine(QPointF(self._left, top - 8), QPointF(self._right, top - 8))
        self._words(words, SMALL, self._left, whole, top=top, ink="ink2")

    def _words(
        self,
        words: str,
        style: TypeStyle,
        left: float,
        width: float,
        *,
        top: float | None = None,
        ink: str = "ink",
    ) -> float:
        """Paint words, wrapped in `width`; where they end."""
        font = self._look.font(style)
        room = QRectF(left, self._y if top is None else top, width, 2_000)
        used = QFontMetricsF(font).boundingRect(room, _WRAP, words)
        self._painter.setFont(font)
        self._painter.setPen(QColor(getattr(self._look.tokens, ink)))
        self._painter.drawText(mirrored_in(self._page, room), _WRAP, words)
        return room.top() + used.height()
