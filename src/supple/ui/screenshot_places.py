"""Pictures of the Library, of one exercise, of the user's routines and of the settings."""

from typing import TYPE_CHECKING

from supple.devices.speech.voice import VoiceInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from supple.ui.screenshot import Studio
    from supple.ui.window import MainWindow

VOICES = (
    VoiceInfo("gb", "English (Great Britain)", "en-gb"),
    VoiceInfo("us", "English (America)", "en-us"),
    VoiceInfo("ie", "English (Ireland)", "en-ie"),
    VoiceInfo("de", "German", "de"),
    VoiceInfo("fr", "French", "fr-fr"),
)


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


def _settings(section: str) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        window = _place(studio, "settings")
        window.places.settings.show_voices(VOICES)
        window.places.settings.widget.open_section(section)
        return window

    return show


SCREENS: "Mapping[str, Callable[[Studio], QWidget]]" = {
    "library": _library,
    "library-no-match": _no_match,
    "library-card": _card,
    "settings-deskbreaks": _settings("breaks"),
    "settings-voice": _settings("voice"),
    "settings-sessions": _settings("session"),
    "settings-appearance": _settings("look"),
    "settings-data": _settings("data"),
    "settings-keys": _settings("keys"),
    "settings-about": _settings("about"),
}
