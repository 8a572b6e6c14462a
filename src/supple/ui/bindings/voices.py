"""Voices in the order in which they are offered, and languages in their own words."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from supple.devices.speech.voice import VoiceInfo

_OF_NO_COUNTRY = {"en": "English", "es": "Español", "zh": "中文"}
"""Where the name that Qt knows is that of one country."""


def voices_in_order(voices: Sequence[VoiceInfo], language: str) -> tuple[VoiceInfo, ...]:
    """Those of the language first, then by language; last those whose language has no name."""

    def place(voice: VoiceInfo) -> tuple[bool, bool, str]:
        spoken = voice.language
        return (not spoken.startswith(language), not family_name(spoken), spoken)

    return tuple(sorted(voices, key=place))


def family_name(code: str) -> str:
    """A language in its own words, whatever country it is spoken in; empty for an unknown one."""
    base = code.partition("-")[0].partition("_")[0]
    name = language_name(base)
    return "" if name == base else _OF_NO_COUNTRY.get(base, name)


def language_name(code: str) -> str:
    """A language in its own words; its code where it is not known."""
    locale = QLocale(code)
    name = locale.nativeLanguageName()
    if not name or locale.language() is QLocale.Language.C:
        return code
    country = locale.nativeTerritoryName() if "-" in code or "_" in code else ""
    capital = f"{name[:1].upper()}{name[1:]}"
    return f"{capital}, {country}" if country else capital
