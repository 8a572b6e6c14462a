"""Owns a row of answers of which one is chosen, such as too easy, about right, too strong."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY_STRONG
from supple.ui.widgets.answer_plate import paint_plate
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.mirror import mirrored_place
from supple.ui.widgets.one_stop import OneStop


class _Answer(QRadioButton):
    """One answer of the row."""

    def __init__(self, look: Look, words: str, side: int, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._look = look
        self._side = side
        self.radius = 12
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words and their room."""
        metrics = QFontMetrics(self._look.font(BODY_STRONG))
        wide = metrics.horizontalAdvance(self.text()) + self._look.u(2 * self._side)
        return QSize(wide, self._look.u(48))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: words are never cut."""
        return self.sizeHint()

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on it."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Enter to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the words on their plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_plate(painter, self._look, self, self.radius)
        painter.setFont(self._look.font(BODY_STRONG))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class ChoiceRow(QWidget):
    """Answers side by side, or below each other where the row is too narrow.

    `chosen` carries the id of the answer. Nothing is chosen at first. `side` u are beside words.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        answers: tuple[tuple[str, str], ...],
        parent: QWidget | None = None,
        *,
        side: int = 16,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._ids = [answer for answer, _ in answers]
        self.setAccessibleName(name)
        group = self._group = QButtonGroup(self)
        self._answers = [_Answer(look, words, side, self) for _, words in answers]
        for index, answer in enumerate(self._answers):
            answer.setAccessibleDescription(name)
            group.addButton(answer, index)
        group.idToggled.connect(self._tell)
        OneStop(self, self._answers)
        follow_width(self)
        FocusRing(look, self).watch(*self._answers)
        look.changed.connect(self.updateGeometry)

    @property
    def value(self) -> str:
        """The id of the chosen answer; empty for none."""
        chosen = (
            ident for ident, each in zip(self._ids, self._answers, strict=True) if each.isChecked()
        )
        return next(chosen, "")

    def choose(self, answer: str) -> None:
        """Choose an answer by its id; none for an empty one."""
        if not answer:
            self._group.setExclusive(False)
            for each in self._answers:
                each.setChecked(False)
            self._group.setExclusive(True)
            return
        self._answers[self._ids.index(answer)].setChecked(True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with all answers side by side."""
        count = len(self._answers)
        wide = self._widest() * count + self._gap() * (count - 1)
        return QSize(wide, self._tall())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the widest answer; the row may stack."""
        return QSize(self._widest(), self.heightForWidth(max(self._widest(), self.width())))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of one row, or of all below each other."""
        if self._in_a_row(width):
            return self._tall()
        count = len(self._answers)
        return self._tall() * count + self._gap() * (count - 1)

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """Stack where the row is too narrow."""
        gap, tall = self._gap(), self._tall()
        beside = self._in_a_row(self.width())
        count = len(self._answers) if beside else 1
        each = (self.width() - gap * (count - 1)) / count
        for index, answer in enumerate(self._answers):
            column, row = (index, 0) if beside else (0, index)
            left, right = round(column * (each + gap)), round(column * (each + gap) + each)
            place = QRect(left, row * (tall + gap), right - left, tall)
            answer.setGeometry(mirrored_place(self, place))

    def _in_a_row(self, width: int) -> bool:
        count = len(self._answers)
        return self._widest() * count + self._gap() * (count - 1) <= width

    def _widest(self) -> int:
        return max(answer.sizeHint().width() for answer in self._answers)

    def _tall(self) -> int:
        return self._answers[0].sizeHint().height()

    def _gap(self) -> int:
        return self._look.u(10)

    def _tell(self, index: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._ids[index])


give_face(ChoiceRow, group)
