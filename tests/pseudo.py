"""Two made-up languages that show at a glance what no translator could reach.

In the accented one every letter has a mark and every text is 40 % longer. The mirrored one has the
letters of a right-to-left script. What still looks like plain English is in no PO file.
"""

import re
from pathlib import Path

from babel.messages.catalog import Catalog

import translations

ACCENTED, MIRRORED = "en_XA", "he_XB"
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_MARKED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשתאבגד" * 2
_ALPHABETS = {
    ACCENTED: str.maketrans(_PLAIN, _MARKED),
    MIRRORED: str.maketrans(_PLAIN, _HEBREW),
}
_LONGER = 0.4
# What is not words: fields, where links lead, marks at the start of a row, lines.
_KEPT = re.compile(
    r"(\{\w*\}|%\(\w+\)[a-z]|\]\([a-z]+:[\w-]*\)|^#+ |^[-*] |^\d+\. |\||\n)", re.MULTILINE
)
_DATE_FORM = re.compile(r"(?:[dMyHm :,.]|d{1,4}|M{2,4}|HH)+")
_PADDING = " ~~~~ ~~~ ~~~~~"


def pseudo(text: str, language: str) -> str:
    """The text in a made-up language. Forms of dates are no words."""
    if _DATE_FORM.fullmatch(text) and len(text) > 1:
        return text
    parts = _KEPT.split(text)
    said = [
        part if _KEPT.fullmatch(part) else part.translate(_ALPHABETS[language]) for part in parts
    ]
    letters = sum(len(part) for part in parts if not _KEPT.fullmatch(part))
    length = round(letters * _LONGER) if language == ACCENTED and "|" not in text else 0
    return "".join(said) + (_PADDING * (1 + length // len(_PADDING)))[:length].rstrip()


def write_pseudo(template: Catalog, language: str, folder: Path) -> None:
    """A PO file of the made-up language with every message of the template."""
    catalog = Catalog(locale=language.partition("_")[0], fuzzy=False)
    for message in template:
        if message.id:
            forms = [pseudo(form, language) for form in translations.several(message.id)]
            forms += forms[-1:] * (catalog.num_plurals - len(forms)) if len(forms) > 1 else []
            string = forms[0] if isinstance(message.id, str) else tuple(forms)
            catalog.add(message.id, string, context=message.context)
    folder.mkdir(parents=True, exist_ok=True)
    translations.write(catalog, folder / f"{language}.po")
