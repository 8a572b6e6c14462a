"""Pictures of the Library, of one exercise, of the user's routines and of the settings."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from supple.ui.screenshot import Studio
    from supple.ui.window import MainWindow


def _place(studio: "Studio", place: str) -> "MainWindow":
    window = studio.window()
    window.places.stills.at_once = True
    window.go(place)
    return window


def _library(studio: "Studio") -> "QWidget":
    return _place(studio, "library")


def _no_match(studio: "Studio") -> "QWidget":
    window = _place(studio, "library")
    page = window.places.library.page
    page.search.setText("crab")
    page.filters.changed.emit("position", frozenset({"seated"}))
    page.filters.changed.emit("kit", frozenset({"none"}))
    return window


def _card(studio: "Studio") -> "QWidget":
    window = _place(studio, "library")
    window.places.open_exercise("strap-supine-stretch")
    return window


SCREENS: "Mapping[str, Callable[[Studio], QWidget]]" = {
    "library": _library,
    "library-no-match": _no_match,
    "library-card": _card,
}
