"""Owns words on the screen: a label in a kind of the type scale and a colour of the tokens."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import TypeStyle
from supple.ui.widgets.breakable import breakable, kept
from supple.ui.widgets.mirror import mirrored_side

_LONG_WORD = 188
_SMALLEST = 0.7


class Text(QLabel):
    """Plain words. `colour` names a token; `wrap` breaks lines and keeps the style's line height.

    With `strong` the words before it in `set_words` are set in the style's heavier cut. Where lines
    wrap the last two words stay together, and all are set a little smaller where one word alone is
    wider than the room.
    """

    def __init__(
        self,
        look: Look,
        style: TypeStyle,
        words: str = "",
        *,
        colour: str = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._colour = colour
        self._strong = ""
        self._words = words
        self._parts: tuple[tuple[str, str], ...] = ()
        self._heights: dict[int, int] = {}
        self._widest: float | None = None
        self._share = 1.0
        self._keeps = False
        self._side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self._align()
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self._dress()

    def set_words(self, words: str, *, strong: str = "") -> None:
        """Show `words`; `strong` comes before them, heavier (only where lines wrap)."""
        if (words, strong) == (self._words, self._strong):
            return
        self._words, self._strong = words, strong
        self._write()

    def set_parts(self, parts: tuple[tuple[str, str], ...]) -> None:
        """Show lines of a heavier and a plain part (only where lines wrap)."""
        self._parts = parts
        self._write()

    def words(self) -> str:
        """Return what is shown, without any marks."""
        parts = self._parts or ((self._strong, self._words),)
        lines = [f"{strong} {plain}".strip() for strong, plain in parts]
        ended = [line if line.endswith(".") else f"{line}." for line in lines[:-1]]
        return " ".join((*ended, lines[-1]))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the lines; a layout forgets that the words may be narrower."""
        room = min(width, self.maximumWidth())
        if room not in self._heights:  # a layout asks many times, and rich text takes long to tell
            fits = not self._keeps or self._pair_fits(room)
            self._heights[room] = super().heightForWidth(room) if fits else self._loose_height(room)
        return self._heights[room]

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of the longest word, unless that asks for more than a narrow page."""
        least = super().minimumSizeHint()
        longest = self._longest() if self._is_rich() else 0
        if longest <= self._look.u(_LONG_WORD):
            if self._keeps:  # they part where there is no room for both
                least.setWidth(min(least.width(), math.ceil(longest) + 1))
            return least
        return QSize(max(self._look.u(_LONG_WORD), round(longest * _SMALLEST)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the longest word fit."""
        super().resizeEvent(event)
        longest = self._longest() if self._is_rich() else 0
        room = max(1, event.size().width() - 2)
        share = max(_SMALLEST, room / longest) if longest > room else 1.0
        if share != self._share and (longest > self._look.u(_LONG_WORD) or share == 1.0):
            self._share = share
            self._dress()
        keeps = self._is_rich() and self._pair_fits(event.size().width())
        if keeps is not self._keeps:
            self._keeps = keeps
            self._write()

    def balanced_width(self, room: int) -> int:
        """Return the least width at which the words take as few lines as in `room`."""
        metrics = QFontMetricsF(self.font())

        def lines(width: int) -> int:
            area = QRectF(0, 0, width, 100_000)
            used = metrics.boundingRect(area, Qt.TextFlag.TextWordWrap, self._words)
            return round(used.height() / metrics.lineSpacing())

        least, most, fewest = 1, max(1, room), lines(max(1, room))
        while least < most:
            middle = (least + most) // 2
            least, most = (least, middle) if lines(middle) <= fewest else (middle + 1, most)
        widest = max(
            (metrics.horizontalAdvance(word) for word in breakable(self._words)), default=0
        )
        return max(least, round(widest)) + 2

    def set_style(self, style: TypeStyle) -> None:
        """Set the same words in another kind of text."""
        if style != self._style:
            self._style = style
            self._dress()

    def set_colour(self, hex_value: str) -> None:
        """Paint in a colour that is not a token of its own, such as a session ground's."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(hex_value))
        self.setPalette(palette)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802
        """Where lines stand, as read from left to right; a window of another language is new."""
        self._side = alignment
        self._align()

    def _align(self) -> None:
        # Qt would go by the words: a number or a foreign name would stand at the other side.
        super().setAlignment(mirrored_side(self, self._side))

    def _dress(self) -> None:
        font = self._look.font(self._style)
        if self._share < 1:
            font.setPixelSize(round(font.pixelSize() * self._share))
        self.setFont(font)
        self.set_colour(getattr(self._look.tokens, self._colour))
        self._write()

    def _is_rich(self) -> bool:
        return self.textFormat() is Qt.TextFormat.RichText

    def _longest(self) -> float:
        """How wide the longest word is at its full size."""
        if self._widest is None:
            font = self._look.font(self._style)
            plain = QFontMetricsF(font).horizontalAdvance
            font.setWeight(font.Weight.DemiBold)
            heavy = QFontMetricsF(font).horizontalAdvance
            marked = [strong for strong, _ in self._lines()]
            words = map(plain, breakable(self.words()))
            strong = (heavy(word) for words in marked for word in breakable(words))
            self._widest = max((*words, *strong), default=0.0)
        return self._widest

    def _lines(self) -> tuple[tuple[str, str], ...]:
        return self._parts or ((self._strong, self._words),)

    def _pair_fits(self, room: int) -> bool:
        """Whether the last two words have room side by side."""
        measure = QFontMetricsF(self.font()).horizontalAdvance
        return any(kept(plain, room - 2, measure) != plain for _, plain in self._lines()[-1:])

    def _loose_height(self, room: int) -> int:
        """How tall the lines are where the last two words part."""
        loose = QTextDocument()
        loose.setDocumentMargin(0)
        loose.setDefaultFont(self.font())
        loose.setHtml(self._marks(keeps=False))
        loose.setTextWidth(room)
        return math.ceil(loose.size().height())

    def _write(self) -> None:
        self._heights.clear()
        self._widest = None
        self.setAccessibleName(self.words())
        if self.textFormat() is Qt.TextFormat.PlainText:
            self.setText(self._words)
            return
        self.setText(self._marks(keeps=self._keeps))

    def _marks(self, *, keeps: bool) -> str:
        """The lines as rich text; `keeps` the last two words together."""
        natural = QFontMetricsF(self.font()).height()
        percent = round(100 * self._style.line * self._look.scale * self._share / natural)
        *lines, (strong, plain) = self._lines()
        last = kept(plain, math.inf, len) if keeps else plain
        marked = "<br>".join(_marked(*line) for line in (*lines, (strong, last)))
        return f"<p style='margin:0; line-height:{percent}%'>{marked}</p>"


class YieldingText(Text):
    """Words on one line wherever there is room for it; they break only where there is not."""

    def __init__(
        self,
        look: Look,
        style: TypeStyle,
        words: str = "",
        *,
        colour: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, style, words, colour=colour, parent=parent)
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of one line."""
        wide = self.fontMetrics().horizontalAdvance(self.words()) + 1
        return QSize(wide, self.heightForWidth(wide))


def escaped(words: str) -> str:
    """The words as rich text. Python's own `html` would load the names of all its signs."""
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _marked(strong: str, plain: str) -> str:
    heavy = f"<b style='font-weight:600'>{escaped(strong)}</b> " if strong else ""
    return heavy + escaped(plain)
