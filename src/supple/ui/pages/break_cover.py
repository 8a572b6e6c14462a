"""Owns the cover of the other screens while a desk break has all of them."""

from gettext import NullTranslations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from supple.core.session.view import Phase
from supple.ui.pages.break_run import CREST, EDGE
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import LEAD
from supple.ui.widgets.scene import land_path


class BreakCover(QWidget):
    """A quiet scene over one screen. Esc and a double click want to be rid of it."""

    unwanted = Signal()

    def __init__(self, look: Look, translations: NullTranslations, screen: QScreen) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Window)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(translations.gettext("Desk break, this screen"))
        self._look = look
        self._words = translations.gettext("Desk break. Esc closes it.")
        self.setAccessibleName(self._words)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint sky and land, and how to be rid of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, area = self._look.ground(Phase.HOLD), QRectF(self.rect())
        painter.fillRect(self.rect(), QColor(ground.sky))
        land = land_path(area, EDGE * area.height(), CREST * area.height())
        painter.fillPath(land, QColor(ground.land))
        painter.setFont(self._look.font(LEAD))
        painter.setPen(QColor(ground.text))
        foot = area.adjusted(0, 0, 0, -self._look.u(60))
        across = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, across, self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes the break."""
        if event.key() == Qt.Key.Key_Escape:
            self.unwanted.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """So does a double click."""
        self.unwanted.emit()
