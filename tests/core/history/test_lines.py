import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.history.lines import LONGEST_LINE, LineError, decode_line, encode_line
from supple.core.history.versions import Deletion, RecordKind, Version
from tests.core.history.versions import (
    ASIDE,
    DESK,
    EVENT,
    RATING,
    deletion,
    one_of_each,
    session,
    stamp,
    versions,
)

EACH = [*one_of_each(), deletion("session-9", RecordKind.SESSION, stamp(3))]
KINDS = [type(version).__name__ for version in EACH]


def fields(version: Version) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(encode_line(version))
    return found


def line(version: Version, **changes: object) -> bytes:
    return json.dumps(fields(version) | changes).encode()


@pytest.mark.parametrize("version", EACH, ids=KINDS)
def test_every_kind_comes_back_as_it_was(version: Version) -> None:
    assert b"\n" not in encode_line(version)
    assert decode_line(encode_line(version)) == version


@given(versions())
def test_any_version_comes_back_as_it_was(version: Version) -> None:
    assert decode_line(encode_line(version)) == version


@pytest.mark.parametrize("version", EACH, ids=KINDS)
def test_the_line_says_what_it_is(version: Version) -> None:
    assert fields(version)["record"] in {*RecordKind, "deleted"}


@given(st.binary(max_size=200))
def test_no_bytes_do_any_harm(content: bytes) -> None:
    with pytest.raises(LineError):
        decode_line(content)


@given(st.data())
def test_a_line_with_anything_changed_is_a_version_or_refused(data: st.DataObject) -> None:
    version = data.draw(st.sampled_from(EACH))
    name = data.draw(st.sampled_from(sorted(fields(version))))
    value = data.draw(JSON)
    found, fault = read(line(version, **{name: value}))
    if found is None:
        assert fault.isprintable()
        assert fault
    else:
        assert decode_line(encode_line(found)) == found


def read(content: bytes) -> tuple[Version | None, str]:
    try:
        return decode_line(content), ""
    except LineError as error:
        return None, str(error)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
HOSTILE = {
    "nothing": b"",
    "no JSON": b"hello",
    "a list": b"[]",
    "NaN": line(session()).replace(b"590.5", b"NaN"),
    "infinity": line(session()).replace(b"590.5", b"1e999"),
    "a huge number": line(session()).replace(b'"seed": 7', b'"seed": ' + b"9" * 4000),
    "very deep": b'{"record":"session","id":' + b"[" * 100_000,
    "very deep and unknown": b'{"record":"session","zz":' + b'{"a":' * 100_000,
    "too long": b'{"record":"session","note":"' + b"x" * LONGEST_LINE + b'"}',
    "not UTF-8": line(session()).replace(b"morning-10", b"\xff\xfe"),
    "half a sign": line(session()).replace(b"morning-10", b"\\ud800"),
    "a terminal's control sign": line(session(), routine_name="\x1b[31m"),
    "another control sign": line(session(), routine_name="\x9b31m".encode().decode()),
    "a raw control sign": line(session()).replace(b"10-minute", b"\xc2\x9b"),
    "a zero byte": line(session(), note="\0"),
    "an unknown kind": line(session(), record="profile"),
    "screening": line(session(), record="screening"),
    "an unknown field": line(session(), colour="red"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_line_is_refused(name: str) -> None:
    with pytest.raises(LineError):
        decode_line(HOSTILE[name])


WRONG = [
    {"id": ""},
    {"id": "../../etc/passwd"},
    {"id": "x" * 65},
    {"changed": ""},
    {"changed": "99999999999999.9999.x"},
    {"changed": "later"},
    {"device": "a/b"},
    {"routine_name": "x" * 201},
    {"note": "x" * 10_001},
    {"started": "0001-01-01T00:00:00Z"},
    {"started": "2026-05-13T14:08:00"},
    {"started": "9999-12-31T23:59:59Z"},
    {"local_day": "2026-02-30"},
    {"local_day": "0001-01-01"},
    {"planned_s": -1},
    {"active_s": 1e300},
    {"holds_done": -1},
    {"holds_done": 2**70},
    {"seed": 2**63},
    {"seed": -1},
    {"speed": 0},
    {"speed": -3},
    {"week": -1},
    {"outcome": None},
    {"ended": None},
    {"outcome": "open"},
    {"source": "elsewhere"},
    {"steps": [1]},
    {"steps": fields(session())["steps"] * 2},
]
WRONG_STEP = [
    {"session_id": "session-2"},
    {"kind": "rest"},
    {"attempt": 0},
    {"set": 0},
    {"sets": 0},
    {"index": -1},
    {"actual_s": -0.5},
    {"ended": "1066-10-14T09:00:00Z"},
]


@pytest.mark.parametrize("change", WRONG, ids=lambda change: f"{change}"[:40])
def test_what_the_store_would_refuse_is_refused_with_its_field(change: dict[str, object]) -> None:
    with pytest.raises(LineError) as error:
        decode_line(line(session(), **change))
    (name,) = change
    assert name in str(error.value) or "no end" in str(error.value)


@pytest.mark.parametrize("change", WRONG_STEP, ids=lambda change: f"{change}")
def test_a_wrong_set_is_refused_with_its_place(change: dict[str, object]) -> None:
    steps = fields(session())["steps"]
    steps[1] |= change
    with pytest.raises(LineError, match=re.escape("steps[1]")):
        decode_line(line(session(), steps=steps))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("back", 11),
        ("back", -1),
        ("leg", "much"),
        ("feel", 3),
        ("feel", "fine"),
        ("break", "right"),
    ],
)
def test_an_answer_fits_its_question(kind: str, value: object) -> None:
    with pytest.raises(LineError, match="value"):
        decode_line(line(RATING, kind=kind, value=value))


@pytest.mark.parametrize(("kind", "value"), [("feel", "right"), ("break", "same"), ("leg", 10)])
def test_every_kind_of_answer_is_taken(kind: str, value: object) -> None:
    assert read(line(RATING, kind=kind, value=value))[1] == ""


def test_details_of_a_decision_are_bounded_too() -> None:
    event = EVENT
    for detail in ({"stage": "x" * 201}, {"adjust": {"hold_s": 10**9}}, {"until": "0001-01-01"}):
        with pytest.raises(LineError):
            decode_line(line(event, detail=detail))
    assert read(line(event, detail={}))[1] == ""


def test_times_are_told_at_the_place_of_the_session() -> None:
    found = decode_line(line(session(), ended="2026-05-13T12:18:00.00025Z"))
    assert found == session()
    assert b"12:18" not in encode_line(found)


def test_a_set_aside_that_lasts_has_no_end() -> None:
    aside = fields(ASIDE)
    del aside["brought_back"]
    assert read(json.dumps(aside).encode())[1] == ""


def test_control_signs_in_what_is_here_already_do_not_get_out() -> None:
    wild = session(note="a\x1b[31m \x07 \x7f \x9b \b \\u001b \\ ok\n\té")
    found = decode_line(encode_line(wild))
    assert found.note == "a\ufffd[31m \ufffd \ufffd \ufffd \ufffd \\u001b \\ ok\n\té"  # type: ignore[union-attr]


def test_a_deletion_names_what_it_deletes() -> None:
    found = decode_line(encode_line(EACH[-1]))
    assert found == Deletion(id="session-9", of=RecordKind.SESSION, device=DESK, changed=stamp(3))


@pytest.mark.parametrize("sign", "\u202a\u202c\u202e\u2066\u2069", ids=ascii)
def test_what_turns_the_order_of_words_does_not_get_out_or_in(sign: str) -> None:
    wild = session(note=f"a{sign}b\u2065\u2030\u206a")
    found = decode_line(encode_line(wild))
    assert found.note == "a\ufffdb\u2065\u2030\u206a"  # type: ignore[union-attr]
    told = {**fields(session()), "note": f"a{sign}b"}
    for escaped in (False, True):
        line = json.dumps(told, ensure_ascii=escaped).encode()
        assert read(line)[1] == "a text holds control signs"
