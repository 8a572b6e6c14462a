"""A chart outside the window: as a picture in a file, or on paper, always in the light theme."""

from gettext import NullTranslations
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPageLayout, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.tokens import tokens_for
from supple.ui.theme.type_scale import CARD, SMALL
from supple.ui.way_out import not_written
from supple.ui.widgets.charts.picture import ChartView

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_WIDTH: Final = 760.0
_MARGIN: Final = 24.0
_SCALE: Final = 2.0
_PAGE_MARGIN_MM: Final = 18.0
_LOGICAL_DPI: Final = 96.0


def paper_look(look: Look) -> Look:
    """The look of print and pictures: light, at normal text size."""
    return Look(tokens_for(dark=False), look.fonts, look.icons, still=True)


def chart_height(look: Look, view: ChartView, width: float) -> float:
    """How tall a chart is with its title and words."""
    words = look.u(CARD.line + 10) + (look.u(SMALL.line + 6) if view.aside else 0)
    return words + view.picture.height(look, width) + _caption_height(look, view, width)


def _caption_height(look: Look, view: ChartView, width: float) -> float:
    if not view.caption:
        return 0.0
    metrics = QFontMetricsF(look.font(SMALL))
    room = QRectF(0, 0, width, 1_000)
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, view.caption).height() + 8


def paint_chart(painter: QPainter, look: Look, view: ChartView, area: QRectF) -> None:
    """Paint a chart with its title and words at the top of `area`."""
    top = area.top()
    for words, style, colour in (
        (view.title, CARD, look.tokens.ink),
        (view.aside, SMALL, look.tokens.ink2),
    ):
        if words:
            painter.setPen(QColor(colour))
            painter.setFont(look.font(style))
            painter.drawText(QRectF(area.left(), top, area.width(), look.u(style.line)), 0, words)
            top += look.u(style.line + (10 if style is CARD else 6))
    height = view.picture.height(look, area.width())
    view.picture.paint(painter, look, QRectF(area.left(), top, area.width(), height))
    if view.caption:
        painter.setPen(QColor(look.tokens.ink2))
        painter.setFont(look.font(SMALL))
        below = _caption_height(look, view, area.width())
        room = QRectF(area.left(), top + height + 6, area.width(), below)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, view.caption)


def as_picture(look: Look, view: ChartView) -> QImage:
    """The chart on white, twice as sharp as on the screen."""
    paper = paper_look(look)
    height = chart_height(paper, view, _WIDTH - 2 * _MARGIN) + 2 * _MARGIN
    size = QSize(round(_WIDTH * _SCALE), round(height * _SCALE))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(QColor(paper.tokens.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = QRectF(_MARGIN, _MARGIN, _WIDTH - 2 * _MARGIN, height - 2 * _MARGIN)
    paint_chart(painter, paper, view, inner)
    painter.end()
    return image


class ChartOutput(QObject):
    """Asks where to, then writes. `failed` carries a FacilityError."""

    failed = Signal(object)

    def __init__(self, page: QWidget, look: Look, words: NullTranslations) -> None:
        super().__init__(page)
        self._page = page
        self._look = look
        self._words = words
        self._tr = words.gettext

    def ask_and_save(self, view: ChartView) -> None:
        """Let the user choose a file, and write the chart there as PNG."""
        title = self._tr("Save as picture")
        dialog = QFileDialog(self._page, title, f"{view.title}.png", "PNG (*.png)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.fileSelected.connect(lambda path: self.save(view, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, view: ChartView, path: str) -> None:
        """Write the chart to `path`."""
        if not as_picture(self._look, view).save(path):
            self.failed.emit(not_written(path, self._words, lambda: self.ask_and_save(view)))

    def ask_and_print(self, view: ChartView) -> None:
        """Let the user choose a printer, and print the chart."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        margins = QMarginsF(*(4 * (_PAGE_MARGIN_MM,)))
        printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        dialog = QPrintDialog(printer, self._page)
        dialog.accepted.connect(lambda: self._print(printer, view))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _print(self, printer: "QPrinter", view: ChartView) -> None:
        painter = QPainter(printer)
        scale = printer.resolution() / _LOGICAL_DPI
        painter.scale(scale, scale)
        page = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        area = QRectF(0, 0, page.width() / scale, page.height() / scale)
        paint_chart(painter, paper_look(self._look), view, area)
        painter.end()
