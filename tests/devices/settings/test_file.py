import re
import stat
import tomllib
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.errors import InputError
from supple.devices.settings.file import _value, load_settings, save_setting
from supple.devices.settings.settings import Settings, changed, options

WORDS = NullTranslations()
ALL = tuple(options())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def told(path: Path) -> list[str]:
    """What loading says, when it fell back to its usual values where it had to."""
    return [str(problem) for problem in load_settings(path, WORDS)[1]]


def save(path: Path, key: str, value: Any) -> Settings:
    save_setting(path, key, value, WORDS)
    settings, problems = load_settings(path, WORDS)
    assert not problems
    return settings


# Loading


def test_no_file_means_the_usual_values_and_makes_none(path: Path) -> None:
    assert load_settings(path, WORDS) == (Settings(), ())
    assert not path.exists()


def test_what_the_file_says_is_used(path: Path) -> None:
    path.write_bytes(
        b"\xef\xbb\xbf[voice]\r\nrate = 200\r\nvolume = 1\r\n[appearance]\r\ntheme='dark'"
    )
    settings, problems = load_settings(path, WORDS)
    assert not problems
    assert (settings.voice.rate, settings.voice.volume) == (200, 1.0)
    assert settings.appearance.theme == "dark"


def test_a_bad_value_costs_only_itself_and_is_told_with_line_key_and_what_is_allowed(
    path: Path,
) -> None:
    path.write_text('# mine\n[voice]\nrate = "fast"\non = false\n\n[session]\nextra_ready_s = 7\n')
    settings, _ = load_settings(path, WORDS)
    assert not settings.voice.on
    assert (settings.voice.rate, settings.session.extra_ready_s) == (175, 0)
    first, second = told(path)
    assert first == (
        "settings.toml, line 3, voice.rate: 'fast' can't be used. "
        "Allowed: 80 to 400. Supple uses 175."
    )
    assert second == (
        "settings.toml, line 7, session.extra_ready_s: 7 can't be used. "
        "Allowed: 0, 5, 10. Supple uses 0."
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (1, "voice.rate = 5"),
        (4, "[sound]\ntones = true\n[voice] # words\nrate=5"),
        (2, "[ voice ]\n  rate = 5"),
        (4, "[sound]\nrate = 1\n[voice]\nrate = 5\n[window]\nrate = 1"),
    ],
)
def test_the_line_is_found_in_every_usual_way_to_write_a_key(
    path: Path, line: int, text: str
) -> None:
    path.write_text(text)
    (words,) = told(path)
    assert words.startswith(f"settings.toml, line {line}, voice.rate: 5 can't be used.")


def test_a_key_on_an_unknown_line_is_told_without_it(path: Path) -> None:
    path.write_text("voice = { rate = 5 }")
    assert told(path)[0].startswith("settings.toml, voice.rate: 5 can't be used.")


def test_what_is_not_known_is_nobodys_business(path: Path) -> None:
    path.write_text("mine = 1\n[voice]\npitch = 3\n[next.version]\na = [1]\n")
    assert load_settings(path, WORDS) == (Settings(), ())


@pytest.mark.parametrize("text", ["voice = 3", "[[voice]]\nrate = 200"])
def test_a_section_that_is_none_is_told(path: Path, text: str) -> None:
    path.write_text(text)
    settings, _ = load_settings(path, WORDS)
    assert settings == Settings()
    (words,) = told(path)
    assert words.startswith("settings.toml, voice: ")
    assert words.endswith("Allowed: a table, [voice].")


BROKEN = [
    (b"[voice]\nrate = 180\non = \n", "settings.toml, line 3: This can't be read."),
    (b"[voice]\nrate = 1\nrate = 2\n", "settings.toml, line 3: This can't be read."),
    (b"[voice", "settings.toml: This can't be read."),
    (b"rate = " + b"9" * 5000, "settings.toml: This can't be read."),
    (b"a = " + b"[" * 5000, "settings.toml: This can't be read."),
    (b"\xff\xfe[\0v\0", "settings.toml: This is not a text file in UTF-8."),
    (b"#" * 300_000, "settings.toml: This file is too large."),
]


@pytest.mark.parametrize(("content", "words"), BROKEN)
def test_a_broken_file_means_the_usual_values_and_is_left_alone(
    path: Path, content: bytes, words: str
) -> None:
    path.write_bytes(content)
    settings, (problem,) = load_settings(path, WORDS)
    assert settings == Settings()
    assert str(problem) == f"{words} Supple uses its usual values. Your file is untouched."
    with pytest.raises(InputError):
        save_setting(path, "voice.rate", 200, WORDS)
    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir()
    assert told(path)[0].startswith("settings.toml: This is a folder")


@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)
def test_nothing_in_the_file_can_stop_the_program(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.toml"
    path.write_bytes(content)
    load_settings(path, WORDS)
    try:
        save_setting(path, "voice.rate", 200, WORDS)
    except InputError:
        assert path.read_bytes() == content


# Saving


def test_the_first_change_writes_a_file_that_explains_every_option(path: Path) -> None:
    settings = save(path, "voice.rate", 200)
    assert settings == changed(Settings(), "voice.rate", 200)
    text = path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert tomllib.loads(text)["voice"] == {"rate": 200}
    for each in ALL:
        assert f"# {each.words} ({each.allowed})\n" in text
    assert "# Speed in words a minute (80 to 400)\nrate = 200\n" in text
    assert '# theme = "system"\n' in text


def test_every_usual_value_may_be_taken_out_of_its_comment(path: Path) -> None:
    save(path, "voice.rate", 200)
    lines = path.read_text().splitlines()
    bare = [re.sub(r"^# (?=[a-z_]+ = )", "", line) for line in lines]
    path.write_text("\n".join(bare))
    assert load_settings(path, WORDS) == (changed(Settings(), "voice.rate", 200), ())


def test_a_change_touches_its_own_value_alone(path: Path) -> None:
    path.write_text("# mine\nx = 1 # keep\n\n[voice] # here\nrate=180  # quick\nodd = [ 1,2 ]\n")
    save(path, "voice.rate", 200)
    assert path.read_text() == (
        "# mine\nx = 1 # keep\n\n[voice] # here\nrate=200  # quick\nodd = [ 1,2 ]\n"
    )


def test_a_file_with_windows_line_ends_keeps_them(path: Path) -> None:
    path.write_bytes(b"[voice]\r\n# rate = 175\r\non = false\r\n")
    save(path, "voice.rate", 200)
    assert path.read_bytes() == b"[voice]\r\nrate = 200\r\non = false\r\n"


def test_a_section_that_is_missing_is_added(path: Path) -> None:
    path.write_text("mine = 1\n")
    save(path, "sound.tones", value=False)
    assert tomllib.loads(path.read_text()) == {"mine": 1, "sound": {"tones": False}}


@pytest.mark.parametrize(
    "text", ["voice.rate = 80", "voice = { rate = 80, x = 1 } # all", '"voice"."rate" = 80']
)
def test_any_way_to_write_a_key_can_be_changed(path: Path, text: str) -> None:
    path.write_text(text)
    assert save(path, "voice.rate", 200).voice.rate == 200
    assert path.read_text() == text.replace("80", "200")


@pytest.mark.parametrize(
    "text", ["voice = 3", "[[voice]]\nrate = 80\n", "a = " + "[" * 300 + "]" * 300]
)
def test_what_cannot_be_changed_without_losing_something_is_left_to_its_owner(
    path: Path, text: str
) -> None:
    path.write_text(text)
    with pytest.raises(InputError, match="Please change it by hand"):
        save_setting(path, "voice.rate", 200, WORDS)
    assert path.read_text() == text


def test_a_value_that_is_not_allowed_is_not_written(path: Path) -> None:
    with pytest.raises(InputError, match=r"voice\.rate: 20 can't be used\. Allowed: 80 to 400\."):
        save_setting(path, "voice.rate", 20, WORDS)
    assert not path.exists()


@given(st.sampled_from(["voice.id", "window.page"]), st.text(max_size=30))
def test_every_text_that_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: str
) -> None:
    path = tmp_path_factory.mktemp("text") / "settings.toml"
    path.write_text("[voice]\nid = 'before'\n")
    try:
        save_setting(path, key, value, WORDS)
    except InputError:
        assert load_settings(path, WORDS)[0].voice.id == "before"
    else:
        assert _value(load_settings(path, WORDS)[0], key) == value


def test_changes_add_up(path: Path) -> None:
    wanted = Settings()
    for each in (*ALL, *ALL):
        wanted = changed(wanted, each.key, each.default)
        assert save(path, each.key, each.default) == wanted
    text = path.read_text()
    for each in ALL:
        section, name = each.key.split(".")
        assert tomllib.loads(text)[section][name] == each.default
    assert "\n# Speed in words a minute (80 to 400)\nrate = 175\n" in text
