"""Every translation there is: sound, and as Babel reads it."""

import io
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import source_words
import translations
from supple.devices.po import PoTranslations

FILES = sorted(translations.LOCALE.glob("*.po"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_translation_has_fields_that_its_english_does_not(path: Path) -> None:
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem)
    assert not [fault for each in catalog if each.id and (fault := translations.field_fault(each))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_translation_reads_as_babel_reads_it(path: Path) -> None:
    words = PoTranslations(path.read_text("utf-8"))
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem)
    form_of = c2py(catalog.plural_expr)
    for message in catalog:
        english, forms = map(translations.several, (message.id, message.string))
        if english == ("",) or message.fuzzy or not all(forms):
            continue
        if len(english) > 1:
            found = [words.ngettext(english[0], english[1], n) for n in range(3)]
            assert found == [forms[form_of(n)] for n in range(3)]
        elif message.context:
            assert words.pgettext(message.context, english[0]) == forms[0]
        else:
            assert words.gettext(english[0]) == forms[0]


def test_words_of_program_content_and_pages_are_all_gathered(template: Catalog) -> None:
    gathered = {place for message in template for place, _ in message.locations}
    for part in ("src/supple/ui/pages/", "src/supple/cli/", "assets/learn/", "assets/exercises/"):
        assert any(place.startswith(part) for place in gathered), part
    assert "A mild pull is enough." in template


def test_a_language_is_begun_once_and_merging_again_changes_nothing(
    template: Catalog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translations.bring_up_to_date(template, ["pl"], tmp_path) == 0
    first = (tmp_path / "pl.po").read_bytes()
    assert b"nplurals=" in first
    assert translations.bring_up_to_date(template, [], tmp_path) == 0
    assert (tmp_path / "pl.po").read_bytes() == first
    assert "pl: 0 of " in capsys.readouterr().out


def test_what_is_no_language_is_refused(template: Catalog, tmp_path: Path) -> None:
    assert translations.bring_up_to_date(template, ["tlhh"], tmp_path) == 2
    assert translations.bring_up_to_date(template, ["DE-de"], tmp_path) == 2
    assert not list(tmp_path.iterdir())


def test_what_is_missing_and_what_is_wrong_is_told(template: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "pl.po"
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Half way."\nmsgstr "Polowa."\n\nmsgid "{n} min"\nmsgstr "{m} min"\n',
        "utf-8",
    )
    told = list(translations.report(translations.merged(template, path, "pl"), "pl"))
    assert told[0].startswith(f"pl: 2 of {len(template)} translated, ")
    assert any("assets/exercises" in line for line in told)
    assert told[-1].endswith("not those of: {n} min")


SOURCE = """
tr, many = words.gettext, words.ngettext
self.say = words.pgettext
told = f"{tr('Latest: {when}').format(when=when)}, {many('{n} leg', '{n} legs', n)}"
# Translators: not the direction.
side = self.say("the side", "left")
split = tr("Long "
    "enough")
nothing = tr(name) + other("Not words") + many(one, "more", 2)
"""


def test_words_are_found_by_any_name_and_inside_of_f_strings() -> None:
    found = list(source_words.extract(io.BytesIO(SOURCE.encode()), {}, (), options={}))
    assert [(kind, message) for _line, kind, message, _ in found] == [
        ("gettext", "Latest: {when}"),
        ("ngettext", ("{n} leg", "{n} legs")),
        ("pgettext", ("the side", "left")),
        ("gettext", "Long enough"),
    ]
    assert found[2][3] == ["Translators: not the direction."]
