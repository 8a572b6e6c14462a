"""Owns the stepper: a number between minus and plus; it can be typed too."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY_STRONG
from supple.ui.widgets.button import Kind
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.wheel import WheelWithFocus


class Stepper(QWidget):
    """`bounds`: the least, the most and the step; `form` such as "{n} min"; `names` of - and +.

    `changed` carries the number whenever the user changes it.
    """

    changed = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        bounds: tuple[int, int, int],
        form: str,
        names: tuple[str, str],
    ) -> None:
        super().__init__()
        self._look = look
        least, most, step = bounds
        before, _, after = form.partition("{n}")
        self.number = QSpinBox(self)
        self.number.setRange(least, most)
        self.number.setSingleStep(step)
        self.number.setPrefix(before)
        self.number.setSuffix(after)
        self.number.setAccessibleName(name)
        self.number.setAccessibleDescription(f"{form.format(n=least)} - {form.format(n=most)}")
        self.number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFrame(False)
        self.number.setKeyboardTracking(False)
        WheelWithFocus(self.number)
        fewer, more = names
        kind, weight = Kind.PLAIN, Weight.BOLD
        self.less = IconButton(look, "minus", fewer, kind=kind, weight=weight, side=34)
        self.more = IconButton(look, "plus", more, kind=kind, weight=weight, side=34)
        for button in (self.less, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
        self.less.setAccessibleName(f"{name}: {fewer}")
        self.more.setAccessibleName(f"{name}: {more}")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.less)
        self._row.addWidget(self.number, 1)
        self._row.addWidget(self.more)
        self.setFocusProxy(self.number)
        self.radius = 10
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.less.clicked.connect(self.number.stepDown)
        self.more.clicked.connect(self.number.stepUp)
        self.number.valueChanged.connect(self._tell)
        FocusRing(look, self).watch(self.number, around=self)
        look.changed.connect(self._dress)
        self._dress()

    def set_value(self, value: int) -> None:
        """Show a number, without telling."""
        self.number.blockSignals(True)
        self.number.setValue(value)
        self.number.blockSignals(False)
        self._limit()

    def value(self) -> int:
        """The number."""
        return self.number.value()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self._look.tokens
        painter.setPen(QPen(QColor(t.border_strong), t.outline))
        painter.setBrush(QColor(t.surface))
        inset = t.outline / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, self._look.u(10), self._look.u(10))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the longest number and both buttons."""
        u, number = self._look.u, self.number
        metrics = QFontMetrics(self._look.font(BODY_STRONG))
        longest = max(
            metrics.horizontalAdvance(f"{number.prefix()}{n}{number.suffix()}")
            for n in (number.minimum(), number.maximum())
        )
        return QSize(longest + u(2 * 34 + 26), u(40))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self.sizeHint()

    def _dress(self) -> None:
        u, t = self._look.u, self._look.tokens
        self._row.setContentsMargins(u(3), u(3), u(3), u(3))
        self._row.setSpacing(0)
        self.number.setFont(self._look.font(BODY_STRONG))
        # The program's own style of text fields would hide a number in so small a field.
        self.number.lineEdit().setStyleSheet(
            f"background: transparent; border: none; padding: 0; color: {t.ink};"
        )
        palette = self.number.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(t.surface))
        self.number.setPalette(palette)
        self.updateGeometry()
        self.update()

    def _tell(self, value: int) -> None:
        self._limit()
        self.changed.emit(value)

    def _limit(self) -> None:
        value = self.number.value()
        self.less.setEnabled(value > self.number.minimum())
        self.more.setEnabled(value < self.number.maximum())


give_face(Stepper, group)
