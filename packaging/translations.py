"""Keeps the files of the translators up to date: one PO file a language in assets/locale.

    python packaging/translations.py [LANGUAGE ...]

Gathers what people read or hear, merges it into every language there is, begins those that are
named and new, and prints what is missing. Nobody needs this to translate: a PO file is enough.
"""

import io
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from supple.devices.po import FIELD, Entry

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "assets" / "locale"
TEMPLATE = ROOT / "build" / "supple.pot"
KEYWORDS = {
    "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
# Where words are and how Babel finds them there. What is spoken and what keeps people safe comes
# first, what is read at leisure last.
ORDER = (
    ("assets/cues.toml", "content_words:extract_lines"),
    ("assets/screening.toml", "content_words:extract"),
    ("assets/exercises/*.toml", "content_words:extract"),
    ("assets/*.toml", "content_words:extract"),
    ("assets/routines/*.toml", "content_words:extract"),
    ("src/**/*.py", "source_words:extract"),
    ("assets/learn/*.md", "content_words:extract_page"),
)
HEADER = """\
# Words of Supple. The text is under CC-BY-SA-4.0, like all content.
# Edit only this file, with any editor for PO files. What is empty or fuzzy stays English."""
VERSION = re.compile(r"(Project-Id-Version:).*?(?=\\n)")
# Header lines that differ every time, and those that nobody has filled in.
UNWANTED = ("-Date: ", '"Generated-By:', "EMAIL@ADDRESS", "LL@li.org")


def main(languages: list[str]) -> int:
    """Bring every language up to date."""
    template = gathered()
    write(template, TEMPLATE)
    print(f"{len(template)} messages in {TEMPLATE.relative_to(ROOT)}")
    return bring_up_to_date(template, languages, LOCALE)


def bring_up_to_date(template: Catalog, languages: list[str], folder: Path) -> int:
    """Merge the template into every language of a folder; 2 for a name that is no language."""
    places = {path.stem: path for path in sorted(folder.glob("*.po"))}
    for name in languages:
        if not is_language(name):
            print(f'"{name}" is not a language. Right would be: fr, nl, pt_BR.', file=sys.stderr)
            return 2
        places.setdefault(name, folder / f"{name}.po")
    for name, path in places.items():
        catalog = merged(template, path, name)
        write(catalog, path)
        print(*report(catalog, name), sep="\n")
    return 0


def gathered() -> Catalog:
    """Every message of program and content, in the order translators are to meet them."""
    catalog = Catalog(project="Supple", version="", header_comment=HEADER, fuzzy=False)
    seen: set[Path] = set()
    for pattern, method in ORDER:
        for path in sorted(set(ROOT.glob(pattern)) - seen):
            seen.add(path)
            place = path.relative_to(ROOT).as_posix()
            for line, text, comments, context in extract_from_file(method, path, KEYWORDS):
                catalog.add(text, None, [(place, line)], auto_comments=comments, context=context)
    return catalog


def is_language(name: str) -> bool:
    """Whether this is the code of a language, such as fr or pt_BR."""
    try:
        return str(Locale.parse(name)) == name
    except (ValueError, UnknownLocaleError):
        return False


def merged(template: Catalog, path: Path, language: str) -> Catalog:
    """The file as it is, with what is new in it; what has changed keeps its old words as fuzzy."""
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
        catalog.update(template)
    else:
        path.parent.mkdir(exist_ok=True)
        catalog = Catalog(locale=language, project="Supple", version="", fuzzy=False)
        catalog.header_comment = HEADER
        catalog.update(template)
    return catalog


def write(catalog: Catalog, path: Path) -> None:
    """The file, without line numbers and dates, so that it differs only where words do."""
    content = io.BytesIO()
    write_po(content, catalog, width=0, include_lineno=False, include_previous=True)
    lines = content.getvalue().decode("utf-8").splitlines(keepends=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    wanted = "".join(line for line in lines if not is_unwanted(line))
    steady = VERSION.sub(r"\1 Supple", wanted, count=1)
    path.write_bytes(steady.encode("utf-8"))


def is_unwanted(line: str) -> bool:
    """Whether a line of the header is better left out."""
    return line.startswith('"') and any(part in line for part in UNWANTED)


def report(catalog: Catalog, language: str) -> Iterator[str]:
    """How much there is of a language, and where the rest is found."""
    messages = [message for message in catalog if message.id]
    fuzzy = [message for message in messages if message.fuzzy]
    missing = [each for each in messages if not each.fuzzy and not is_translated(each)]
    done = len(messages) - len(missing) - len(fuzzy)
    told = f"{done} of {len(messages)} translated"
    yield f"{language}: {told}, {len(fuzzy)} to look at again, {len(missing)} missing"
    for place, count in folders([*fuzzy, *missing]).items():
        yield f"  {count:5} {place}"
    for message in messages:
        if fault := field_fault(message):
            yield f"  {fault}"


def is_translated(message: Message) -> bool:
    """Whether every form has words, to be looked at again or not."""
    return all(several(message.string))


def field_fault(message: Message) -> str:
    """What is wrong with the {fields} of a finished translation, or nothing.

    The number itself may be missing from one of several forms: "one week".
    """
    if message.fuzzy or not is_translated(message):
        return ""
    english, forms = several(message.id), several(message.string)
    if not Entry("", english, forms).fits:
        return f"unusable, as its {{fields}} are not those of: {english[0]}"
    needed = set(FIELD.findall(english[-1]))
    left_out = needed - set(FIELD.findall(forms[-1]))
    return f"without {', '.join(sorted(left_out))}: {english[0]}" if left_out else ""


def several(texts: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a message, also where there is only one or nothing yet."""
    return (texts or "",) if texts is None or isinstance(texts, str) else tuple(texts)


def folders(messages: Iterable[Message]) -> dict[str, int]:
    """How many of the messages stand in each folder first."""
    found = Counter(Path(each.locations[0][0]).parent.as_posix() for each in messages)
    return dict(found.most_common())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
