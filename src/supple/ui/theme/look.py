"""Owns what the window looks like now: theme, text size, motion; all widgets read it here."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont

from supple.core.session.view import Phase
from supple.ui.theme.fonts import Fonts
from supple.ui.theme.grounds import Ground
from supple.ui.theme.icons import Icons
from supple.ui.theme.tokens import Tokens
from supple.ui.theme.type_scale import TypeStyle

MIN_SCALE = 0.8
MAX_SCALE = 2.0


class Look(QObject):
    """The one changeable thing of the theme. `changed` comes after any part of it changed.

    `taken` comes before that, for what is the same in the whole program.

    `scale` is the text scale, 0.8 to 2.0; `still` is true where the user wants less motion.
    `character` is who shows the stretches, empty for a person by turns.
    """

    taken = Signal()
    changed = Signal()

    def __init__(
        self,
        tokens: Tokens,
        fonts: Fonts,
        icons: Icons,
        *,
        scale: float = 1.0,
        still: bool = False,
        character: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.character = character
        self.tokens = tokens
        self.fonts = fonts
        self.icons = icons
        self.scale = min(MAX_SCALE, max(MIN_SCALE, scale))
        self.still = still
        self._made: dict[TypeStyle, QFont] = {}

    def change(
        self,
        *,
        tokens: Tokens | None = None,
        scale: float | None = None,
        still: bool | None = None,
        character: str | None = None,
    ) -> None:
        """Take what is given and tell everybody."""
        self.character = self.character if character is None else character
        self.tokens = self.tokens if tokens is None else tokens
        self.scale = self.scale if scale is None else min(MAX_SCALE, max(MIN_SCALE, scale))
        self.still = self.still if still is None else still
        self._made.clear()
        self.taken.emit()
        self.changed.emit()

    def u(self, length: float) -> int:
        """Return a length of the design, in u, as logical pixels."""
        return round(length * self.scale)

    def font(self, style: TypeStyle) -> QFont:
        """Return the font of a kind of text at the present text size."""
        if style not in self._made:
            self._made[style] = self._make(style)
        return QFont(self._made[style])

    def _make(self, style: TypeStyle) -> QFont:
        make = self.fonts.title if style.lexend else self.fonts.words
        font = make(style.size * self.scale, style.weight)
        if style.tracking:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.tracking * self.scale)
        return font

    def ground(self, phase: Phase) -> Ground:
        """Return the session colours of a phase."""
        return self.tokens.session[phase]
