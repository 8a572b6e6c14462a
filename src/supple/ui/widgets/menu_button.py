"""Owns the button that shows what is chosen and opens the list of what could be."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY_STRONG
from supple.ui.widgets.breakable import breakable

_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class MenuButton(QPushButton):
    """`chosen` carries the id of the answer."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        answers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._answers = tuple(answers)
        self._chosen = ""
        self.radius = 10
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.fill(QSizePolicy.Policy.Maximum)
        self.clicked.connect(self._open)
        look.changed.connect(self.updateGeometry)

    def fill(self, across: QSizePolicy.Policy) -> None:
        """Take more or less of the width there is."""
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def choose(self, ident: str) -> None:
        """Show this answer as chosen, without telling."""
        self._chosen = ident
        self.setText(dict(self._answers).get(ident, ident))
        self.setAccessibleName(f"{self._name}: {self.text()}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of label and arrow."""
        label = self._metrics().horizontalAdvance(self.text())
        return QSize(label + self._look.u(50), self._look.u(40))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with each word on its own line: words are never cut."""
        words = map(self._metrics().horizontalAdvance, breakable(self.text()))
        return QSize(max(words, default=0) + self._look.u(50), self._look.u(40))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the wrapped label needs."""
        metrics = self._metrics()
        room = QRect(0, 0, max(1, width - self._look.u(44)), 10_000)
        label = metrics.boundingRect(room, _CENTRED, self.text())
        lines = max(1, round(label.height() / metrics.lineSpacing()))
        return self._look.u(40) + (lines - 1) * metrics.lineSpacing()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint plate, label and arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        painter.setPen(QPen(QColor(t.border_strong), t.outline))
        painter.setBrush(QColor(t.sunken if self.underMouse() else t.surface))
        inset = t.outline / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, u(self.radius), u(self.radius))
        painter.setPen(QColor(t.ink))
        painter.setFont(self._look.font(BODY_STRONG))
        room = QRectF(u(14), 0, self.width() - u(44), self.height())
        mark = QRectF(self.width() - u(28), (self.height() - u(14)) / 2, u(14), u(14))
        if self.isRightToLeft():
            room.moveLeft(u(30))
            mark.moveLeft(u(14))
        painter.drawText(room, _CENTRED, self.text())
        self._look.icons.paint(painter, mark, "caret-down", Weight.BOLD, t.ink)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(BODY_STRONG))

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for ident, words in self._answers:
            action = menu.addAction(literal(words))
            action.setCheckable(True)
            action.setChecked(ident == self._chosen)
            action.triggered.connect(lambda *_, ident=ident: self._choose(ident))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + self._look.u(4))))

    def _choose(self, ident: str) -> None:
        self.choose(ident)
        self.chosen.emit(ident)


def literal(words: str) -> str:
    """Words of a menu's line as they are: a "&" in them names no key."""
    return words.replace("&", "&&")
