"""Numbers as a language writes them, where Qt does not."""

from gettext import NullTranslations


def written(value: float, words: NullTranslations, digits: int | None = None) -> str:
    """The number with its decimal mark: as short as it is, or with so many `digits` behind it."""
    plain = f"{value:g}" if digits is None else f"{value:.{digits}f}"
    # Translators: what stands between 2 and 5 in "2.5".
    return plain.replace(".", words.pgettext("decimal mark", "."))
