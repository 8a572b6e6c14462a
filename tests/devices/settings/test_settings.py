import re
from typing import Literal, get_args, get_origin

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.devices.settings.settings import Option, Settings, changed, option, options

ALL = tuple(options())


def good_values(each: Option) -> st.SearchStrategy[object]:
    base, *metas = get_args(each.kind)
    if get_origin(base) is Literal:
        return st.sampled_from(get_args(base))
    if base is bool:
        return st.booleans()
    pattern = next((meta.pattern for meta in metas if meta.pattern is not None), None)
    if pattern is not None:
        return st.from_regex(pattern).filter(lambda text: len(text) <= 200)
    if base is str:
        return st.text(st.characters(codec="utf-8"), max_size=20)
    low, high = next((meta.ge, meta.le) for meta in metas if meta.ge is not None)
    return st.integers(low, high) if base is int else st.floats(low, high)


def value_of(settings: Settings, key: str) -> object:
    section, name = key.split(".")
    return getattr(getattr(settings, section), name)


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.key)
def test_every_option_has_all_that_the_file_the_page_and_the_documents_need(each: Option) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", each.key)
    assert each.words
    assert each.words[0].isupper()
    assert re.fullmatch(r"\d+\.\d+\.\d+", each.since)
    assert each.allowed
    assert value_of(Settings(), each.key) == each.default
    assert msgspec.convert(each.default, each.kind) == each.default


def test_keys_and_words_are_each_used_once() -> None:
    assert len({each.key for each in ALL}) == len(ALL)
    assert len({each.words for each in ALL}) == len(ALL)


def test_the_table_holds_every_field_of_the_settings() -> None:
    sections = msgspec.structs.fields(Settings)
    fields = {f"{s.name}.{f.name}" for s in sections for f in msgspec.structs.fields(s.type)}
    assert {each.key for each in ALL} == fields


@given(st.data())
def test_changing_one_option_changes_no_other(data: st.DataObject) -> None:
    each = data.draw(st.sampled_from(ALL))
    value = data.draw(good_values(each))
    settings = changed(Settings(), each.key, value)
    assert value_of(settings, each.key) == value
    others = [other.key for other in ALL if other.key != each.key]
    assert all(value_of(settings, key) == value_of(Settings(), key) for key in others)


WRONG: list[tuple[str, object]] = [
    ("voice.on", 1),
    ("voice.on", "true"),
    ("voice.rate", 79),
    ("voice.rate", 401),
    ("voice.rate", 180.5),
    ("voice.rate", True),
    ("voice.volume", float("nan")),
    ("voice.id", "x" * 201),
    ("voice.amount", "all"),
    ("session.extra_ready_s", 7),
    ("appearance.text_percent", 10**30),
    ("appearance.theme", None),
    ("breaks.interval_min", [50]),
]


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_a_value_that_is_not_allowed_is_refused(key: str, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        changed(Settings(), key, value)


@pytest.mark.parametrize("key", ["voice.pitch", "voice", "colour.sky", "", "a.b.c"])
def test_a_key_there_is_not_is_a_bug(key: str) -> None:
    with pytest.raises(KeyError):
        changed(Settings(), key, 1)


@pytest.mark.parametrize(
    ("key", "allowed"),
    [
        ("voice.on", "true, false"),
        ("voice.rate", "80 to 400"),
        ("voice.volume", "0 to 1"),
        ("voice.id", "text"),
        ("appearance.theme", "system, light, dark"),
        ("session.extra_rest_s", "0, 5, 10"),
    ],
)
def test_what_is_allowed_is_said_in_words(key: str, allowed: str) -> None:
    assert option(key).allowed == allowed
