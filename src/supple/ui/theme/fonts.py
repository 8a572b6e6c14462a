"""Owns the two typefaces: the system's own for words, Lexend for titles and the countdown."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

ReadAsset = Callable[[str], bytes]
"""Gives the bytes of a file under `assets/`, by its path there."""

LEXEND: Final = "Lexend"
BASE_PX: Final = 15
_SCRIPTS: Final = (QLocale.Script.LatinScript, QLocale.Script.AnyScript)
"""What Lexend has letters for; in another script a title would be a mixture."""

_FILES: Final = ("fonts/Lexend-Medium.ttf", "fonts/Lexend-SemiBold.ttf")


def _general() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


class Fonts:
    """Makes fonts by pixel size. Lexend is loaded when the first title asks for it.

    `pinned` names a family used in place of the system's own, for pictures and tests.
    `plain` uses the system font for titles too, as does a language that Lexend has no letters
    for; digits of the countdown stay Lexend.
    """

    def __init__(
        self,
        read: ReadAsset,
        *,
        pinned: str = "",
        plain: bool = False,
        system: Callable[[], QFont] = _general,
    ) -> None:
        self._read = read
        self._general = system
        self._pinned = pinned
        self.plain = plain
        self._lexend_ready = False
        self._words: QFont | None = None

    def words(self, size_px: float, weight: int) -> QFont:
        """Return the system font, or Lexend where the system has none at all."""
        if self._words is None:
            self._words = self._system()
        return _sized(self._words, size_px, weight)

    def title(self, size_px: float, weight: int) -> QFont:
        """Return the font of titles."""
        foreign = QLocale().script() not in _SCRIPTS
        make = self.words if self.plain or foreign else self.digits
        return make(size_px, weight)

    def digits(self, size_px: float, weight: int = 600) -> QFont:
        """Return Lexend, whatever the user chose: its 1 and 7 are told apart from the floor."""
        self._load_lexend()
        return _sized(QFont(LEXEND), size_px, weight)

    def base_factor(self) -> float:
        """Return how much larger than 15 px the system's own text is; never below 1."""
        if self._pinned:
            return 1.0
        return max(1.0, QFontInfo(self._general()).pixelSize() / BASE_PX)

    def _system(self) -> QFont:
        if self._pinned:
            return QFont(self._pinned)
        if not QFontDatabase.families():
            self._load_lexend()
            return QFont(LEXEND)
        return self._general()

    def _load_lexend(self) -> None:
        if self._lexend_ready:
            return
        for path in _FILES:
            QFontDatabase.addApplicationFontFromData(self._read(path))
        self._lexend_ready = True


def _sized(font: QFont, size_px: float, weight: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(max(1, round(size_px)))
    sized.setWeight(QFont.Weight(weight))
    return sized
