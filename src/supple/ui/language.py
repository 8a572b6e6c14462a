"""What Qt itself knows of the language: its own words, dates and numbers, the reading direction."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication


def locale_of(language: str) -> QLocale:
    """How dates and numbers are written: the system's way, where it has the same language."""
    system = QLocale.system()
    wanted = QLocale("en_GB" if language == "en" else language)
    return system if system.language() == wanted.language() and language != "en" else wanted


def minus() -> str:
    """The minus of the language: one that stays before its number in words from right to left."""
    return QLocale().negativeSign().replace("-", "\N{MINUS SIGN}")


class SpokenLanguage(QObject):
    """Lets Qt speak the language of the program; menus and dialogs of its own too."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._own = QTranslator(self)

    def use(self, language: str) -> None:
        """Change to `language`. Windows that are open turn round with it."""
        locale = locale_of(language)
        self._app.removeTranslator(self._own)
        if self._own.load(locale, "qtbase", "_", _folder()):
            self._app.installTranslator(self._own)
        QLocale.setDefault(locale)
        self._app.setLayoutDirection(locale.textDirection())


def _folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
