"""Owns one session of a list: picture, name, when and how much, how it felt, pain."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import CARD, SMALL, SMALL_MEDIUM, TypeStyle
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.listed_session import SessionRow
from supple.ui.widgets.mirror import mirrored, mirrored_place

_PICTURE: Final = QSize(64, 50)
_PAD: Final = 14
_CHIP: Final = 28
_STACK_BELOW: Final = 430
_PICTURE_FROM: Final = 220
_LEAST: Final = 160
_NUMBERS: Final = TypeStyle(15, 22, 600, lexend=True)
_WRAP: Final = Qt.TextFlag.TextWordWrap


class SessionButton(QPushButton):
    """Opens its session. Narrow, what it felt like stands below the name, and no picture last."""

    def __init__(
        self, look: Look, row: SessionRow, picture: Picture, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.row = row
        self._picture = picture
        self.radius = 12
        self.setAccessibleName(row.told)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self)
        self._known: dict[int, tuple[int, int]] = {}
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a usual width and its height."""
        width = max(self.width(), self._look.u(_STACK_BELOW))
        return QSize(self._look.u(_STACK_BELOW), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a width that any page has."""
        least = self._look.u(_LEAST)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the words, or of the picture."""
        u = self._look.u
        name, line = self._heights(width)
        words = name + line + u(4)
        if self._stacked(width) and self._answers_width():
            words += u(_CHIP + 6)
        picture = u(_PICTURE.height()) if self._pictured(width) else 0
        return max(words, picture) + u(2 * _PAD - 4)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, picture, words and answers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, u = self._look.tokens, self._look.u
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary_soft if self.isChecked() else tokens.sunken))
            painter.drawRoundedRect(QRectF(self.rect()), u(self.radius), u(self.radius))
        if self._pictured(self.width()):
            self._paint_picture(painter)
        name, line = self._heights(self.width())
        left, room = self._words_left(self.width()), self._words_room(self.width())
        answers = u(_CHIP + 6) if self._stacked(self.width()) and self._answers_width() else 0
        top = (self.height() - name - line - u(4) - answers) // 2
        painter.setPen(QColor(tokens.ink))
        painter.setFont(self._look.font(CARD))
        place = mirrored_place(self, QRect(left, top, room, name + 2))
        draw_lines(painter, place, self.row.name)
        painter.setPen(QColor(tokens.ink2))
        painter.setFont(self._look.font(SMALL))
        place = mirrored_place(self, QRect(left, top + name + u(4), room, line + 2))
        draw_lines(painter, place, self.row.line)
        self._paint_answers(painter, top + name + line + u(10))

    def _paint_picture(self, painter: QPainter) -> None:
        u, tokens = self._look.u, self._look.tokens
        size = QSize(u(_PICTURE.width()), u(_PICTURE.height()))
        box = QRect(u(_PAD), (self.height() - size.height()) // 2, size.width(), size.height())
        place = mirrored_place(self, box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface if self.isChecked() else tokens.sunken))
        painter.drawRoundedRect(QRectF(place), u(10), u(10))
        if not self.row.exercise:
            mark = QRectF(place).adjusted(u(12), u(12), -u(12), -u(12))
            self._look.icons.paint(painter, mark, self.row.icon, Weight.REGULAR, tokens.ink2)
            return
        picture = self._picture(self.row.exercise, size, self.devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(place.topLeft(), picture)

    def _paint_answers(self, painter: QPainter, below: int) -> None:
        """Note mark, chip and pain: at the end, or below the words where it is narrow."""
        u, tokens = self._look.u, self._look.tokens
        stacked = self._stacked(self.width())
        x = (
            self._words_left(self.width())
            if stacked
            else self.width() - u(_PAD) - self._answers_width()
        )
        top = below if stacked else (self.height() - u(_CHIP)) // 2
        if self.row.has_note:
            box = mirrored(self, QRectF(x, top + u(4), u(20), u(20)))
            self._look.icons.paint(painter, box, "note", Weight.REGULAR, tokens.ink2)
            x += u(30)
        if self.row.chip:
            width = self._chip_width()
            painter.setPen(Qt.PenStyle.NoPen)
            fill, ink = tokens.primary_soft, tokens.primary_ink
            if self.row.warm:
                fill, ink = tokens.clay_soft, tokens.clay_ink
            painter.setBrush(QColor(tokens.surface if self.isChecked() else fill))
            area = mirrored(self, QRectF(x, top, width, u(_CHIP)))
            painter.drawRoundedRect(area, u(14), u(14))
            painter.setPen(QColor(ink))
            painter.setFont(self._look.font(SMALL_MEDIUM))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.row.chip)
            x += width + u(12)
        if self.row.pain:
            painter.setPen(QColor(tokens.ink))
            painter.setFont(self._look.font(_NUMBERS))
            area = mirrored(self, QRectF(x, top, self._pain_width(), u(_CHIP)))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.row.pain)

    def _words_left(self, width: int) -> int:
        return self._look.u(_PAD + (_PICTURE.width() + _PAD if self._pictured(width) else 0))

    def _words_room(self, width: int) -> int:
        room = width - self._words_left(width) - self._look.u(_PAD)
        if not self._stacked(width) and self._answers_width():
            room -= self._answers_width() + self._look.u(_PAD)
        return max(1, room)

    def _heights(self, width: int) -> tuple[int, int]:
        if width not in self._known:  # a layout asks many times
            area = QRect(0, 0, self._words_room(width), 10_000)
            name = QFontMetrics(self._look.font(CARD)).boundingRect(area, _WRAP, self.row.name)
            line = QFontMetrics(self._look.font(SMALL)).boundingRect(area, _WRAP, self.row.line)
            self._known[width] = name.height(), line.height()
        return self._known[width]

    def _dress(self) -> None:
        self._known.clear()
        self.updateGeometry()

    def _answers_width(self) -> int:
        u = self._look.u
        note = u(30) if self.row.has_note else 0
        chip = self._chip_width() + u(12) if self.row.chip else 0
        return note + chip + (self._pain_width() if self.row.pain else 0)

    def _chip_width(self) -> int:
        metrics = QFontMetrics(self._look.font(SMALL_MEDIUM))
        return metrics.horizontalAdvance(self.row.chip) + self._look.u(24)

    def _pain_width(self) -> int:
        metrics = QFontMetrics(self._look.font(_NUMBERS))
        return max(metrics.horizontalAdvance(self.row.pain) + 4, self._look.u(56))

    def _pictured(self, width: int) -> bool:
        return width >= self._look.u(_PICTURE_FROM)

    def _stacked(self, width: int) -> bool:
        return width < self._look.u(_STACK_BELOW)
