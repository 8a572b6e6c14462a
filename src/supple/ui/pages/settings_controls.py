"""Owns the controls of settings: each kind of option as a widget that tells of a change."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from supple.ui.pages.settings_view import (
    Choice,
    Count,
    Line,
    Row,
    Scale,
    Several,
    Theme,
    Value,
    Year,
)
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, SMALL, TypeStyle
from supple.ui.widgets.filter_button import Filter, FilterButton
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.folding_row import FoldingRow
from supple.ui.widgets.menu_button import MenuButton
from supple.ui.widgets.one_stop import OneStop
from supple.ui.widgets.segments import Segments
from supple.ui.widgets.slider import Slider
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import Switch
from supple.ui.widgets.text import Text
from supple.ui.widgets.theme_tile import ThemeTile
from supple.ui.widgets.year_field import YearField

if TYPE_CHECKING:
    from supple.ui.pages.settings_view import Toggle

_LARGE: Final = TypeStyle(22, 28)
_LETTERS_FROM: Final = 260

Tell = Callable[[str, Value], None]
"""Told the key of an option and its new value."""


def toggle(look: Look, row: Row, kind: "Toggle", tell: Tell) -> QWidget:
    """A switch."""
    switch = Switch(look, row.title)
    switch.setChecked(bool(row.value) != kind.inverted)
    switch.clicked.connect(lambda on: tell(row.key, bool(on) != kind.inverted))
    return switch


def choice(look: Look, row: Row, kind: Choice, tell: Tell) -> QWidget:
    """One of a few, side by side or in a menu."""
    values = {str(value): value for value, _ in kind.answers}
    answers = [(str(value), words) for value, words in kind.answers]
    if kind.many:
        button = MenuButton(look, row.title, answers)
        button.choose(str(row.value))
        button.chosen.connect(lambda ident: tell(row.key, values[ident]))
        return button
    segments = Segments(look, row.title, answers)
    segments.choose(str(row.value))
    segments.chosen.connect(lambda ident: tell(row.key, values[ident]))
    return segments


def several(look: Look, row: Row, kind: Several, tell: Tell) -> QWidget:
    """Some of several, ticked in a menu."""
    button = FilterButton(look, Filter(row.key, kind.none, kind.answers), kind.clear)

    def choose(chosen: frozenset[str]) -> None:
        button.set_chosen(chosen)
        tell(row.key, " ".join(ident for ident, _ in kind.answers if ident in chosen))

    button.set_chosen(frozenset(str(row.value).split()))
    button.changed.connect(choose)
    return button


def count(look: Look, row: Row, kind: Count, names: tuple[str, str], tell: Tell) -> QWidget:
    """A number between minus and plus."""
    stepper = Stepper(look, row.title, (kind.least, kind.most, kind.step), kind.form, names)
    stepper.set_value(int(row.value))
    stepper.changed.connect(lambda value: tell(row.key, value))
    return stepper


class _Letter(QWidget):
    """A letter at the end of a slider, to be seen alone."""

    def __init__(self, look: Look, style: TypeStyle) -> None:
        super().__init__()
        self._look = look
        self._style = style
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the letter."""
        metrics = QFontMetrics(self._look.font(self._style))
        return QSize(metrics.horizontalAdvance("A") + 2, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        painter.setFont(self._look.font(self._style))
        painter.setPen(QColor(self._look.tokens.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "A")


class Sliding(QWidget):
    """A slider and its value in words. The value is told when the knob is let go."""

    def __init__(self, look: Look, row: Row, kind: Scale, tell: Tell) -> None:
        super().__init__()
        self._look = look
        self._kind = kind
        self.slider = Slider(look, row.title, (kind.least, kind.most, kind.step))
        self.slider.setValue(round(float(row.value) * kind.factor))
        self.slider.setTracking(True)
        self._words = Text(look, BODY, colour="ink2")
        self._words.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.u(16))
        self.letters = [_Letter(look, style) for style in (SMALL, _LARGE)] if kind.lettered else []
        for part in (*self.letters[:1], self.slider, *self.letters[1:], self._words):
            line.addWidget(part)
        line.setStretchFactor(self.slider, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.slider)
        FocusRing(look, self).watch(self.slider)

        def moved(position: int) -> None:
            self._show(position)
            if not self.slider.isSliderDown():
                told()

        def told() -> None:
            position = self.slider.value()
            tell(row.key, position / kind.factor if kind.factor != 1 else position)

        self.slider.valueChanged.connect(moved)
        self.slider.sliderReleased.connect(told)
        look.changed.connect(self._dress)
        self._dress()
        self._show(self.slider.value())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the letters out where there is hardly room to slide."""
        super().resizeEvent(event)
        for letter in self.letters:
            letter.setVisible(self.width() >= self._look.u(_LETTERS_FROM))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size without letters."""
        words = self._words.minimumWidth() + self._look.u(16)
        least = self.slider.minimumSizeHint()
        return QSize(least.width() + words, least.height())

    def _show(self, position: int) -> None:
        words = self._kind.told(position)
        self._words.setText(words)
        self._words.set_words(words)
        self.slider.setAccessibleDescription(words)

    def _dress(self) -> None:
        kind = self._kind
        metrics = QFontMetrics(self._look.font(BODY))
        told = (kind.told(n) for n in range(kind.least, kind.most + 1, kind.step))
        self._words.setMinimumWidth(max(metrics.horizontalAdvance(words) for words in told) + 2)


def typed(look: Look, row: Row, kind: Line | Year, tell: Tell) -> QWidget:
    """A field to type in."""
    return _year(look, row, kind, tell) if isinstance(kind, Year) else _line(look, row, kind, tell)


def _line(look: Look, row: Row, kind: Line, tell: Tell) -> QWidget:
    """Text to type; it is told when it is finished."""
    field = QLineEdit(str(row.value))
    field.setPlaceholderText(kind.hint)
    field.setAccessibleName(row.title)
    field.setMinimumWidth(look.u(240))

    def told() -> None:
        if field.isModified():
            field.setModified(False)
            tell(row.key, field.text().strip())

    field.editingFinished.connect(told)
    FocusRing(look, field).watch(field)
    return field


def _year(look: Look, row: Row, kind: Year, tell: Tell) -> QWidget:
    """A year, which may be left empty."""
    field = YearField(look, row.title, kind.none)
    field.set_year(int(row.value or 0))
    field.chosen.connect(lambda year: tell(row.key, year))
    return field


def theme(look: Look, row: Row, kind: Theme, tell: Tell) -> QWidget:
    """The themes as pictures."""
    box = FoldingRow(look, gap=16)
    group = QButtonGroup(box)
    ring = FocusRing(look, box)
    for ident, words in kind.answers:
        tile = ThemeTile(look, ident, words)
        tile.setAccessibleDescription(row.title)
        tile.setChecked(ident == row.value)
        tile.clicked.connect(lambda *_, ident=ident: tell(row.key, ident))
        group.addButton(tile)
        ring.watch(tile)
        box.add(tile, grows=True)
    OneStop(box, group.buttons())
    box.setMaximumWidth(look.u(660))
    return box
