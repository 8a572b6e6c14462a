"""Reads a translator's PO file as it is, so that nothing has to be built from it.

What cannot be used falls back to English: an empty text, one marked "fuzzy", and one that could not
be filled in because its {fields} are not those of the original.
"""

import re
from collections.abc import Callable, Iterator
from gettext import NullTranslations, c2py
from typing import NamedTuple

_PART = re.compile(
    r'^(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])?[ \t]+((?:"[^\n]*"\n?)+)', re.MULTILINE
)
_FUZZY = re.compile(r"^#,.*\bfuzzy\b", re.MULTILINE)
_PLURAL = re.compile(r"\bplural\s*=\s*([^;]+)")
FIELD = re.compile(r"\{\w*\}|%\(\w+\)[a-z]")  # the second form is that of the command line
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_CONTEXT_END = "\4"  # what gettext puts between context and message


class Entry(NamedTuple):
    """One message with its translation, each in one form or in several by number."""

    key: str
    english: tuple[str, ...]
    forms: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether every form can be filled in wherever the English is."""
        whole = "".join(self.english)
        marks = {"%"} if "%(" in whole else {"{", "}"}
        if not any(mark in text for mark in marks for text in self.english + self.forms):
            return True
        known = set(FIELD.findall(whole))
        return all(
            set(FIELD.findall(form)) <= known and not marks & set(FIELD.sub("", form))
            for form in self.forms
        )


class PoTranslations(NullTranslations):
    """The words of one PO file, given as its text. Raises ValueError for unusable plural forms."""

    def __init__(self, text: str) -> None:
        super().__init__()
        found = {entry.key: entry for entry in entries(text)}
        header = found.pop("", None)
        lines = header.forms[0].splitlines() if header else []
        self._info = dict(line.split(": ", 1) for line in lines if ": " in line)
        plural = _PLURAL.search(self._info.get("Plural-Forms", ""))
        self._form = _counted(plural.group(1) if plural else "n != 1")
        self._forms = {key: entry.forms for key, entry in found.items() if entry.fits}

    def info(self) -> dict[str, str]:
        """The header of the file."""
        return self._info

    def gettext(self, message: str) -> str:
        """The translation, or the message itself."""
        forms = self._forms.get(message)
        return forms[0] if forms else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form that goes with the number `n`."""
        return self._numbered(msgid1, msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        """The translation of a word that means several things in English."""
        forms = self._forms.get(context + _CONTEXT_END + message)
        return forms[0] if forms else message

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Both at once."""
        return self._numbered(context + _CONTEXT_END + msgid1, msgid1, msgid2, n)

    def _numbered(self, key: str, one: str, many: str, n: int) -> str:
        forms = self._forms.get(key)
        if forms is None:
            return one if n == 1 else many
        return forms[max(0, min(self._form(n), len(forms) - 1))]


def _counted(rule: str) -> Callable[[int], int]:
    """Which form goes with a number. Raises ValueError for a rule that cannot be counted with."""
    try:
        form = c2py(rule)
    except SyntaxError as error:  # c2py lets some rules through that Python then cannot read
        raise ValueError(rule) from error

    def counted(n: int) -> int:
        try:
            return form(n)
        except ZeroDivisionError:  # only when that very number comes by
            return 0

    return counted


def entries(text: str) -> Iterator[Entry]:
    """Every finished entry of a PO file; the first, with an empty key, is its header."""
    for block in text.split("\n\n"):
        if "fuzzy" in block and _FUZZY.search(block):
            continue
        context = ""
        english: list[str] = []
        forms: list[str] = []
        for name, quoted in _PART.findall(block):
            value = _unquoted(quoted)
            if name == "msgctxt":
                context = value + _CONTEXT_END
            elif name == "msgstr":
                forms.append(value)
            else:
                english.append(value)
        if english and forms and all(forms):
            yield Entry(context + english[0], tuple(english), tuple(forms))


def _unquoted(quoted: str) -> str:
    text = quoted.strip()[1:-1].replace('"\n"', "")
    return _ESCAPE.sub(_meaning, text) if "\\" in text else text


def _meaning(escape: re.Match[str]) -> str:
    return _ESCAPED.get(escape.group(1), escape.group(1))
