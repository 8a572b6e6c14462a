"""Owns plain surfaces: the card, the note and the chip."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SMALL_MEDIUM
from supple.ui.widgets.faces import give_face, picture
from supple.ui.widgets.mirror import mirrored, mirrored_margins, reading_icon
from supple.ui.widgets.text import Text

_BESIDE_FROM: Final = 260
_CHIP_ICON: Final = 14
_SHARE: Final = 2.5  # the words have more room than what stands beside them
_PAD_SHARE: Final = 24


class Card(QWidget):
    """A rounded surface with a hairline. Put things into `body`."""

    def __init__(
        self,
        look: Look,
        *,
        fill: str = "surface",
        line: str = "border",
        radius: int = 16,
        padding: tuple[int, int] = (20, 18),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._fill = fill
        self._line = line
        self._padding = padding
        self.radius = radius
        self.body = QVBoxLayout(self)
        self._inside = (-1, -1)
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the surface."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, width = self._look.tokens, self._look.tokens.outline
        line = self._line or ("border" if tokens.strong else "")
        inset = width / 2 if line else 0.0
        painter.setPen(QPen(QColor(getattr(tokens, line)), width) if line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens, self._fill)))
        radius = self._look.u(self.radius)
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, radius, radius)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the room of a narrow card to large words."""
        super().resizeEvent(event)
        self._pad()

    def _pad(self) -> None:
        wide, tall = self._padding
        down = self._look.u(tall)
        across = min(self._look.u(wide), max(wide, self.width() // _PAD_SHARE))
        if self._inside != (across, down):
            self._inside = (across, down)
            self.body.setContentsMargins(across, down, across, down)

    def _dress(self) -> None:
        self._pad()
        self.body.setSpacing(self._look.u(8))
        self.update()


class IconLabel(QLabel):
    """A picture of one icon, in a token's colour. It says nothing to a screen reader."""

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        weight: Weight = Weight.REGULAR,
        colour: str = "ink",
        size: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._weight = weight
        self._colour = colour
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        side = self._look.u(self._size)
        ink = getattr(self._look.tokens, self._colour)
        ratio = self.devicePixelRatioF()
        self.setFixedSize(side, side)
        name = reading_icon(self, self._name)
        self.setPixmap(self._look.icons.pixmap(name, self._weight, ink, side, ratio))


class Note(Card):
    """A soft card that tells something: an icon, words, and whatever is added to `body`."""

    def __init__(
        self,
        look: Look,
        icon: str,
        text: Text,
        *,
        fill: str = "apricot_soft",
        ink: str = "apricot_ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, fill=fill, line="", radius=14, padding=(18, 16), parent=parent)
        row = QHBoxLayout()
        row.setSpacing(look.u(12))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(look, icon, colour=ink, size=24), 0, top)
        self.column = QVBoxLayout()
        self.column.setSpacing(look.u(8))
        self.column.addWidget(text)
        row.addLayout(self.column, 1)
        self._row = row
        self._beside: QWidget | None = None
        self._is_beside: bool | None = None
        self.body.addLayout(row)

    def add_beside(self, widget: QWidget) -> None:
        """Put something at the end of the words, such as the one thing to do."""
        self._beside = widget
        self._place_beside()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put it below the words on a narrow card."""
        super().resizeEvent(event)
        self._place_beside()

    def _place_beside(self) -> None:
        if self._beside is None:
            return
        least = max(self._look.u(_BESIDE_FROM), round(_SHARE * self._beside.sizeHint().width()))
        fits = self.width() >= least
        if fits is self._is_beside:
            return
        self._is_beside = fits
        if fits:
            self._row.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self.column.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignLeft)


class Chip(QLabel):
    """A word or two on a soft ground, with an `icon` before them. Not to be clicked."""

    def __init__(
        self,
        look: Look,
        words: str,
        *,
        fill: str = "sunken",
        ink: str = "ink2",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look = look
        self._fill = fill
        self._ink = ink
        self._icon = icon
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._look.tokens, self._fill)))
        half = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), half, half)
        if self._icon:
            side, ink = self._look.u(_CHIP_ICON), getattr(self._look.tokens, self._ink)
            box = QRectF(self._look.u(11), half - side / 2, side, side)
            self._look.icons.paint(painter, mirrored(self, box), self._icon, Weight.BOLD, ink)
        painter.end()
        super().paintEvent(event)

    def _dress(self) -> None:
        self.setFont(self._look.font(SMALL_MEDIUM))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), QColor(getattr(self._look.tokens, self._ink)))
        self.setPalette(palette)
        across, down = self._look.u(11), self._look.u(5)
        before = self._look.u(_CHIP_ICON + 5) if self._icon else 0
        self.setContentsMargins(mirrored_margins(self, across + before, down, across, down))


give_face(IconLabel, picture)
