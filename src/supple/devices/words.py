"""The languages Supple speaks: message catalogues beside the assets, chosen once at the start."""

import gettext
from collections.abc import Mapping
from gettext import NullTranslations

from supple.core.errors import InputError
from supple.devices.files import asset

SOURCE_LANGUAGE = "en"
_DOMAIN = "supple"


def languages() -> tuple[str, ...]:
    """Every language there is a catalogue for, English first."""
    folder = asset("locale")
    found = sorted(place.parent.parent.name for place in folder.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo"))
    return (SOURCE_LANGUAGE, *found)


def system_language(environ: Mapping[str, str]) -> str:
    """The language the system asks for, as far as Supple speaks it; else English."""
    asked = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    for wish in asked.split(":"):
        code = wish.partition(".")[0].partition("_")[0]
        if code in languages():
            return code
    return SOURCE_LANGUAGE


_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def words_in(language: str) -> NullTranslations:
    """The translations of `language`. Raises InputError for one that Supple does not speak."""
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    if language not in languages():
        known = ", ".join(languages())
        raise InputError(
            f'Supple does not speak "{language}" yet.',
            where="language",
            allowed=f"Languages: {known}.",
        )
    return gettext.translation(_DOMAIN, asset("locale"), [language])
