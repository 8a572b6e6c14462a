"""Owns the trial of the countdown: its number over the whole screen, to be looked at from afar."""

from gettext import NullTranslations
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from supple.core.session.view import Phase
from supple.ui.pages.session_room import number_px
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import LEAD
from supple.ui.widgets.digits import DIGIT_HEIGHT_EM, Digits

_SHOWN: Final = "20"
_MM_AN_INCH: Final = 25.4
_BELIEVED_DPI: Final = (60, 400)


class Sized(Protocol):
    """A screen, as far as its size goes."""

    def physicalDotsPerInch(self) -> float:  # noqa: N802 - as Qt has it
        """How many logical pixels an inch has."""
        ...

    def geometry(self) -> QRect:
        """Where it is, in logical pixels."""
        ...


def digits_mm(screen: Sized) -> int:
    """How tall the number is there; 0 where the screen does not tell its true size."""
    least, most = _BELIEVED_DPI
    dpi = screen.physicalDotsPerInch()
    if not least <= dpi <= most:
        return 0
    size = screen.geometry()
    tall_px = DIGIT_HEIGHT_EM * number_px(_SHOWN, size.width(), size.height())
    return round(tall_px / dpi * _MM_AN_INCH)


class CountdownTrial(QWidget):
    """Covers the screen until a key or a click."""

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__(None)
        self._look = look
        self._digits = Digits(look.fonts)
        self._hint = translations.gettext("Any key or a click closes it")
        self.setWindowTitle(translations.gettext("Countdown size"))
        self.setAccessibleName(f"{_SHOWN}. {self._hint}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, _event: QKeyEvent) -> None:  # noqa: N802
        """Close."""
        self.close()

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Close."""
        self.close()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the number as it stands in a hold, and the way out."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._look.tokens.session[Phase.HOLD]
        painter.fillRect(self.rect(), QColor(ground.sky))
        middle = QPointF(self.width() / 2, self.height() / 2)
        size = number_px(_SHOWN, self.width(), self.height())
        self._digits.paint(painter, _SHOWN, middle, size, ground.digits)
        painter.setPen(QColor(ground.text))
        painter.setFont(self._look.font(LEAD))
        foot = QRectF(0, self.height() * 0.9, self.width(), self.height() * 0.08)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self._hint)
