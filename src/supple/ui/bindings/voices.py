"""Voices in the order in which they are offered, and languages in their own words."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from supple.devices.speech.voice import VoiceInfo


def voices_in_order(voices: Sequence[VoiceInfo], language: str) -> tuple[VoiceInfo, ...]:
    """Those of the language first, then by language."""
    return tuple(
        sorted(voices, key=lambda each: (not each.language.startswith(language), each.language))
    )


def language_name(code: str) -> str:
    """A language in its own words; its code where it is not known."""
    locale = QLocale(code)
    name = locale.nativeLanguageName()
    if not name or locale.language() is QLocale.Language.C:
        return code
    country = locale.nativeTerritoryName() if "-" in code or "_" in code else ""
    capital = f"{name[:1].upper()}{name[1:]}"
    return f"{capital}, {country}" if country else capital
