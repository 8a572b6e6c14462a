"""The languages Supple speaks: one PO file each, and the words of the one that is spoken now.

Those of the user, in the folder `locale` of the user's data, come before the shipped ones: so a
translator sees a file at work in any installed Supple.
"""

from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

from supple.core.errors import InputError
from supple.devices.files import asset, read_bounded

SOURCE_LANGUAGE = "en"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_LIMIT_BYTES = 5_000_000


class Words(NullTranslations):
    """The words of the language that is spoken now; whoever holds them need not be told of another.

    `info()` is empty for English, which needs no translation.
    """

    def __init__(self) -> None:
        super().__init__()
        self._spoken = NullTranslations()

    def speak(self, spoken: NullTranslations) -> None:
        """Take the words of another language from now on."""
        self._spoken = spoken

    def info(self) -> dict[str, str]:
        """The header of the language's file."""
        return self._spoken.info()

    def gettext(self, message: str) -> str:
        """See `gettext`."""
        return self._spoken.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """See `gettext`."""
        return self._spoken.ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        """See `gettext`."""
        return self._spoken.pgettext(context, message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """See `gettext`."""
        return self._spoken.npgettext(context, msgid1, msgid2, n)


class Languages:
    """What there is to choose from; `own` is the user's folder, which need not be there."""

    def __init__(self, own: Path) -> None:
        self._places = (asset("locale"), own)

    @property
    def codes(self) -> tuple[str, ...]:
        """Every language there are words for, English first."""
        return (SOURCE_LANGUAGE, *sorted(self._files().keys() - {SOURCE_LANGUAGE}))

    def asked_by(self, environ: Mapping[str, str]) -> str:
        """The language the system asks for, as far as Supple speaks it; else English."""
        asked = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
        for wish in asked.split(":"):
            whole = wish.partition(".")[0].partition("@")[0]
            for code in (whole, whole.partition("_")[0]):
                if code in self.codes:
                    return code
        return SOURCE_LANGUAGE

    def words(self, language: str) -> NullTranslations:
        """The words of `language`, itself told in English.

        Raises InputError for a language Supple does not speak, or a file that cannot be read.
        """
        english = NullTranslations()
        if language == SOURCE_LANGUAGE:
            return english
        path = self._files().get(language)
        if path is None:
            raise InputError(
                f'Supple does not speak "{language}" yet.',
                where="language",
                allowed=f"Languages: {', '.join(self.codes)}.",
            )
        from supple.devices.po import PoTranslations  # English does without

        content = read_bounded(path, _LIMIT_BYTES, english)
        try:
            return PoTranslations(content.decode("utf-8-sig").replace("\r\n", "\n"))
        except ValueError as error:
            raise InputError(
                "This translation can't be read.",
                where=str(path),
                allowed="A PO file in UTF-8 with usable Plural-Forms.",
            ) from error

    def _files(self) -> dict[str, Path]:
        paths = (path for place in self._places for path in _listed(place))
        return {path.stem: path for path in paths if path.suffix == ".po"}


def _listed(folder: Path) -> list[Path]:
    """What lies there, in order; nothing where there is no such folder, or none to look into."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
