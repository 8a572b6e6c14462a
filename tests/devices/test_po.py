"""A translator's file as it is: what can be used is, everything else stays English."""

from pathlib import Path

import pytest

from supple.core.errors import InputError
from supple.devices.po import PoTranslations, entries
from supple.devices.words import Languages

HEAD = 'msgid ""\nmsgstr ""\n"Language: pl\\n"\n'
POLISH = (
    '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ?'
    ' 1 : 2);\\n"\n'
)
BODY = r"""
# a translator's note
#: src/supple/ui/shell.py
msgid "Rest"
msgstr "Odpoczynek"

msgctxt "the side"
msgid "left"
msgstr "lewa"

msgid "{n} hold"
msgid_plural "{n} holds"
msgstr[0] "jeden chwyt"
msgstr[1] "{n} chwyty"
msgstr[2] "{n} chwytów"

msgid ""
"Breathe out.\n"
"Say \"ah\"."
msgstr ""
"Wydech.\n"
"Powiedz „a”."

#, fuzzy
#| msgid "Pull"
msgid "A mild pull"
msgstr "Pull"

msgid "Not yet"
msgstr ""

msgid "{n} min"
msgstr "{minutes} min"

msgid "{done} of {all}"
msgstr "{done} z {all"

msgid "unknown: %(value)r"
msgstr "nieznany: %(wartość)r"

msgid "wrong: %(value)r"
msgstr "zły: %(value)r"

#~ msgid "Gone"
#~ msgstr "Nie ma"
"""


@pytest.fixture
def polish() -> PoTranslations:
    return PoTranslations(HEAD + POLISH + BODY)


def test_finished_messages_are_translated(polish: PoTranslations) -> None:
    assert polish.gettext("Rest") == "Odpoczynek"
    assert polish.gettext("wrong: %(value)r") == "zły: %(value)r"
    assert polish.gettext('Breathe out.\nSay "ah".') == "Wydech.\nPowiedz „a”."


@pytest.mark.parametrize(
    "message",
    [
        "A mild pull",
        "Not yet",
        "Gone",
        "Never heard of",
        "{n} min",
        "{done} of {all}",
        "unknown: %(value)r",
        "",
    ],
)
def test_what_cannot_be_used_stays_english(polish: PoTranslations, message: str) -> None:
    assert polish.gettext(message) == message


def test_a_word_with_several_meanings_is_told_apart(polish: PoTranslations) -> None:
    assert polish.pgettext("the side", "left") == "lewa"
    assert polish.pgettext("what remains", "left") == polish.gettext("left") == "left"


@pytest.mark.parametrize(
    ("n", "told"), [(1, "jeden chwyt"), (3, "3 chwyty"), (5, "5 chwytów"), (12, "12 chwytów")]
)
def test_every_number_gets_its_form(polish: PoTranslations, n: int, told: str) -> None:
    assert polish.ngettext("{n} hold", "{n} holds", n).format(n=n) == told


def test_unknown_plurals_are_those_of_english(polish: PoTranslations) -> None:
    assert [polish.ngettext("a leg", "legs", n) for n in (0, 1, 2)] == ["legs", "a leg", "legs"]
    assert polish.npgettext("of a table", "leg", "legs", 2) == "legs"


def test_a_file_without_a_header_counts_as_english_does() -> None:
    words = PoTranslations('msgid "a leg"\nmsgid_plural "legs"\nmsgstr[0] "x"\nmsgstr[1] "y"\n')
    assert [words.ngettext("a leg", "legs", n) for n in (1, 2)] == ["x", "y"]


@pytest.mark.parametrize("rule", ["n != !1", "n + !n", "exit(n)", "n !"])
def test_a_rule_of_plurals_that_cannot_be_read_is_no_language(rule: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PoTranslations(f'msgid ""\nmsgstr "Plural-Forms: plural={rule};\\n"\n')


@pytest.mark.parametrize(("rule", "told"), [("n % (n - 3)", "x"), ("n - 9", "x"), ("n + 9", "y")])
def test_a_rule_of_plurals_beyond_all_forms_gives_one_that_is_there(rule: str, told: str) -> None:
    head = f'msgid ""\nmsgstr "Plural-Forms: plural={rule};\\n"\n'
    body = 'msgid "a leg"\nmsgid_plural "legs"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
    assert PoTranslations(f"{head}\n{body}").ngettext("a leg", "legs", 3) == told


def test_entries_name_what_they_translate() -> None:
    found = [entry for entry in entries(HEAD + POLISH + BODY) if entry.key]
    assert [entry.english[0] for entry in found if not entry.fits] == [
        "{n} min",
        "{done} of {all}",
        "unknown: %(value)r",
    ]


def test_a_file_of_the_user_is_a_language_and_comes_first(tmp_path: Path) -> None:
    (tmp_path / "pl.po").write_bytes(("\ufeff" + HEAD + BODY).replace("\n", "\r\n").encode())
    languages = Languages(tmp_path)
    assert "pl" in languages.codes
    assert languages.words("pl").gettext("Rest") == "Odpoczynek"


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=exit(n);\\n"\n']
)
def test_a_file_that_is_none_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pl.po").write_bytes(content)
    with pytest.raises(InputError, match="can't be read"):
        Languages(tmp_path).words("pl")


def test_a_folder_of_languages_that_is_none_is_as_good_as_empty(tmp_path: Path) -> None:
    (tmp_path / "locale").touch()
    for folder in (tmp_path / "locale", tmp_path / "nowhere"):
        assert Languages(folder).codes == Languages(tmp_path).codes


def test_a_language_nobody_wrote_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Languages: en"):
        Languages(tmp_path).words("tlh")


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "pl_PL.UTF-8"}, "pl"),
        ({"LANG": "pt_BR.UTF-8@euro"}, "pt_BR"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "tlh:pl:en"}, "pl"),
        ({"LC_ALL": "", "LC_MESSAGES": "pl_PL", "LANG": "en"}, "pl"),
    ],
)
def test_the_system_is_obeyed_as_far_as_it_goes(
    tmp_path: Path, environ: dict[str, str], language: str
) -> None:
    for name in ("pl", "pt_BR"):
        (tmp_path / f"{name}.po").write_text(HEAD, "utf-8")
    assert Languages(tmp_path).asked_by(environ) == language
