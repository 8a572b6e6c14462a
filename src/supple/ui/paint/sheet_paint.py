"""Paints an illustrated sheet: a picture of start and stretch beside each exercise's words."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from supple.core.figure.motion import Moment
from supple.core.figure.scene import Stage, Style
from supple.ui.pages.sheet_view import SheetRow, SheetView
from supple.ui.paint.chart_output import paper_look
from supple.ui.paint.figure_paint import paint_scene
from supple.ui.paint.figures import Figures
from supple.ui.paint.paper import PAGE, NewPage
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, SMALL, TITLE, TypeStyle
from supple.ui.widgets.mirror import mirrored_in
from supple.ui.widgets.own_picture import fitted, image_of

_MARGIN: Final = 54.0
_SCALE: Final = 0.8
_PICTURE: Final = 148, 111
_SMALL: Final = 80, 60  # in a list of many
_LARGE: Final = 343, 257  # of an exercise by itself
_GAP: Final = 18.0
_WRAP: Final = Qt.TextFlag.TextWordWrap
_BEFORE_AND_AFTER: Final = (0.0, 1.0)


class SheetPainter:
    """Goes down the pages row by row; a row is never torn apart unless it fills a page."""

    def __init__(self, look: Look, figures: Figures, view: SheetView) -> None:
        self._look = paper_look(look)
        self._look.change(scale=_SCALE)
        self._figures = figures
        self._view = view
        self._left, self._right = _MARGIN, PAGE.width() - _MARGIN
        self._page = QRectF(0, 0, PAGE.width(), PAGE.height())
        self._y = _MARGIN
        self._alone = len(view.rows) == 1
        self._picture = _LARGE if self._alone else _SMALL if view.dense else _PICTURE

    def __call__(self, painter: QPainter, new_page: NewPage) -> None:
        """Paint all pages."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole, view = self._right - self._left, self._view
        self._y = _MARGIN
        self._foot(painter)
        self._y = self._words(painter, view.title, TITLE, self._left, whole)
        self._y = self._words(painter, view.line, BODY, self._left, whole, ink="ink2") + _GAP
        for row in view.rows:
            if self._y > _MARGIN and self._y + self._height(row) > self._bottom:
                new_page()
                self._y = _MARGIN
                self._foot(painter)
            self._row(painter, row)

    @property
    def _bottom(self) -> float:
        return PAGE.height() - _MARGIN - 2 * self._look.u(SMALL.line) - _GAP

    @property
    def _beside(self) -> tuple[float, float]:
        """Left edge and width of the words beside the two pictures, or below large ones."""
        left = self._left if self._alone else self._left + 2 * self._picture[0] + _GAP
        return left, self._right - left

    def _height(self, row: SheetRow) -> float:
        if not row.exercise:
            return self._look.u(CARD.line) + _GAP
        left, width = self._beside
        heights = [
            QFontMetricsF(self._look.font(style))
            .boundingRect(QRectF(left, 0, width, 5_000), _WRAP, words)
            .height()
            for words, style in self._lines(row)
        ]
        return max(float(self._picture[1]), sum(heights)) + _GAP

    def _lines(self, row: SheetRow) -> list[tuple[str, TypeStyle]]:
        lines = [(row.name, CARD), (row.dose, SMALL)]
        lines += [(f"{place}. {step}", BODY) for place, step in enumerate(row.steps, 1)]
        lines += [(note, SMALL) for note in row.notes]
        return [(words, style) for words, style in lines if words]

    def _row(self, painter: QPainter, row: SheetRow) -> None:
        top = self._y
        if not row.exercise:
            words = f"{row.name}, {row.dose}"
            whole = self._right - self._left
            self._y = self._words(painter, words, BODY, self._left, whole, ink="ink2") + _GAP
            return
        self._pictures(painter, row, top)
        if self._alone:
            self._y += self._picture[1] + _GAP
        left, width = self._beside
        for words, style in self._lines(row):
            ink = "ink2" if style is SMALL else "ink"
            self._y = self._words(painter, words, style, left, width, ink=ink)
        self._y = max(self._y, top + self._picture[1]) + _GAP
        line = self._y - _GAP / 2
        painter.setPen(QPen(QColor(self._look.tokens.border), 1.0))
        painter.drawLine(QPointF(self._left, line), QPointF(self._right, line))

    def _pictures(self, painter: QPainter, row: SheetRow, top: float) -> None:
        own = image_of(row.picture)
        if not own.isNull():
            room = QRectF(self._left, top, 2 * self._picture[0], self._picture[1])
            painter.drawImage(fitted(own.size(), mirrored_in(self._page, room).toRect()), own)
            return
        figure = self._figures.figure(row.exercise)
        if figure is None:
            return
        # A small stage would show the stretch alone, and cut whoever sits tall before it.
        stage = Stage(figure, Style(ground="room"), *_LARGE)
        scale = self._picture[0] / _LARGE[0]
        for place, phase in enumerate(_BEFORE_AND_AFTER):
            painter.save()
            box = QRectF(self._left + place * self._picture[0], top, *self._picture)
            painter.translate(mirrored_in(self._page, box).topLeft())
            painter.setClipRect(QRectF(0, 0, *self._picture))
            painter.scale(scale, scale)
            paint_scene(painter, stage.scene(Moment(phase)))
            painter.restore()

    def _foot(self, painter: QPainter) -> None:
        whole = self._right - self._left
        top = PAGE.height() - _MARGIN - 2 * self._look.u(SMALL.line)
        before, self._y = self._y, top
        self._words(painter, self._view.foot, SMALL, self._left, whole, ink="ink2")
        self._y = before

    def _words(
        self,
        painter: QPainter,
        words: str,
        style: TypeStyle,
        left: float,
        width: float,
        *,
        ink: str = "ink",
    ) -> float:
        """Paint words, wrapped in `width`; where they end."""
        font = self._look.font(style)
        room = QRectF(left, self._y, width, 5_000)
        used = QFontMetricsF(font).boundingRect(room, _WRAP, words)
        painter.setFont(font)
        painter.setPen(QColor(getattr(self._look.tokens, ink)))
        painter.drawText(mirrored_in(self._page, room), _WRAP, words)
        return self._y + used.height()
