"""The look of the window from settings and system: theme, contrast, text size, motion."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from supple.devices.files import asset
from supple.devices.settings.settings import Settings
from supple.ui.theme.contrast_theme import contrast_theme
from supple.ui.theme.fonts import Fonts
from supple.ui.theme.icons import Icons
from supple.ui.theme.look import Look
from supple.ui.theme.style import apply
from supple.ui.theme.tokens import Tokens, tokens_for
from supple.ui.wishes import Wishes


def read_asset(name: str) -> bytes:
    """The bytes of a shipped file, by its path below the assets."""
    return asset(*name.split("/")).read_bytes()


class Dress(QObject):
    """Keeps `look` as settings and system want it, live.

    `fonts` and `wishes` stand in for the system's own.
    """

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        fonts: Fonts | None = None,
        wishes: Wishes | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self.wishes = wishes or Wishes(app.styleHints(), self)
        fonts = fonts or Fonts(read_asset)
        self.look = Look(self._tokens(), fonts, Icons(read_asset), parent=self)
        # A new style sheet puts the fonts of all widgets back, so that it comes before them.
        self.look.taken.connect(lambda: apply(self._app, self.look))
        self._follow()
        self.wishes.changed.connect(self._follow)

    def use(self, settings: Settings) -> None:
        """Take changed settings."""
        self._settings = settings
        self._follow()

    def _tokens(self) -> Tokens:
        chosen, wishes = self._settings.appearance, self.wishes
        if (theme := wishes.theme) is not None:
            return contrast_theme(theme)
        dark = wishes.dark if chosen.theme == "system" else chosen.theme == "dark"
        return tokens_for(dark=dark, strong=chosen.contrast or wishes.strong)

    def _follow(self) -> None:
        chosen = self._settings.appearance
        still = self.wishes.still if chosen.motion == "system" else chosen.motion == "reduced"
        fonts = self.look.fonts
        fonts.plain = not chosen.lexend
        character = "" if chosen.figure == "by-turns" else chosen.figure
        self.look.change(
            tokens=self._tokens(),
            scale=chosen.text_percent / 100 * fonts.base_factor(),
            still=still,
            character=character,
        )
