"""The look of the window from settings and system: theme, contrast, text size, motion."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessibilityHints
from PySide6.QtWidgets import QApplication

from supple.devices.files import asset
from supple.devices.settings.settings import Settings
from supple.ui.theme.fonts import Fonts
from supple.ui.theme.icons import Icons
from supple.ui.theme.look import Look
from supple.ui.theme.style import apply
from supple.ui.theme.tokens import Tokens, tokens_for


def read_asset(name: str) -> bytes:
    """The bytes of a shipped file, by its path below the assets."""
    return asset(*name.split("/")).read_bytes()


class Dress(QObject):
    """Keeps `look` as settings and system want it, live. `pinned` names a fixed font family."""

    def __init__(self, app: QApplication, settings: Settings, *, pinned: str = "") -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        fonts = Fonts(read_asset, pinned=pinned, plain=not settings.appearance.lexend)
        self.look = Look(self._tokens(), fonts, Icons(read_asset), parent=self)
        # A new style sheet puts the fonts of all widgets back, so that it comes before them.
        self.look.taken.connect(lambda: apply(self._app, self.look))
        self._follow()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def use(self, settings: Settings) -> None:
        """Take changed settings."""
        self._settings = settings
        self._follow()

    def _tokens(self) -> Tokens:
        chosen = self._settings.appearance
        hints = self._app.styleHints()
        dark = chosen.theme == "dark"
        if chosen.theme == "system":
            dark = hints.colorScheme() is Qt.ColorScheme.Dark
        strong = chosen.contrast or _high_contrast(hints.accessibility())
        return tokens_for(dark=dark, strong=strong)

    def _follow(self) -> None:
        chosen = self._settings.appearance
        still = chosen.motion == "reduced"
        character = "" if chosen.figure == "by-turns" else chosen.figure
        self.look.change(
            tokens=self._tokens(),
            scale=chosen.text_percent / 100,
            still=still,
            character=character,
        )


def _high_contrast(hints: QAccessibilityHints) -> bool:
    return hints.contrastPreference() is Qt.ContrastPreference.HighContrast
