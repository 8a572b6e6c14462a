import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.catalogue.exercise import Exercise
from supple.core.catalogue.routine import Routine, RoutineStep
from tests.core.catalogue.files import (
    EXERCISE,
    ROUTINE,
    exercise_faults,
    routine_faults,
    routine_of,
    step_of,
)

HUGE = "0x" + "f" * 9000
FIELDS = sorted({*Routine.__struct_encode_fields__, *Exercise.__struct_encode_fields__})
HOSTILE = {
    "a number of thousands of digits": "9" * 5000,
    "a number that cannot be written out": HUGE,
    "endless": "inf",
    "not a number": "nan",
    "beyond floats": "1e999999",
    "below nothing": "-1",
    "a day": "2026-05-13T14:08:00Z",
    "a list in a list": "[" * 300 + "]" * 300,
    "brackets without end": "[" * 20_000,
    "tables in tables": "{a = " * 300 + "1" + "}" * 300,
    "escape sequences": r'"\u001b]0;owned\u0007"',
    "a null character": r'"\u0000"',
    "two lines": r'"a\nb"',
    "a very long text": '"' + "x" * 10_000 + '"',
    "a very long list": "[" + "1," * 1000 + "]",
    "half a character": r'"\ud800"',
    "true": "true",
    "nothing": '""',
}


TURNING = ["a\\u202egnp.exe", "a\\u202ab", "\\u2066a", "a\\u2069"]


def printable(text: str) -> bool:
    return all(character.isprintable() for character in text)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_no_value_in_any_place_breaks_the_reader(value: str) -> None:
    for field in FIELDS:
        for problem in (
            *routine_faults(f"{field} = {value}"),
            *exercise_faults(f"{field} = {value}"),
        ):
            assert printable(str(problem))
            assert len(str(problem)) < 1000


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_no_value_in_a_row_breaks_the_reader(value: str) -> None:
    for field in RoutineStep.__struct_encode_fields__:
        row = step_of("bridge", f"{field} = {value}")
        assert all(printable(str(problem)) for problem in routine_faults(routine_of(row)))


@pytest.mark.parametrize("depth", [50, 900, 5000])
def test_tables_as_deep_as_they_like_are_no_trouble(depth: int) -> None:
    below = ".a" * depth
    assert routine_faults(f"[name{below}]\nb = 1")
    assert exercise_faults(f"{EXERCISE}\n[cues.more{below}]\nb = 1")
    faults = exercise_faults(f"{EXERCISE}\n[figure{below}]\nb = 1")
    assert [fault.what for fault in faults] in ([], ["is nested too deeply."])


@pytest.mark.parametrize("key", [r'"\u001b[2J"', "'a b'", '""', '"' + "k" * 10_000 + '"'])
def test_strange_keys_are_told_harmlessly(key: str) -> None:
    problems = routine_faults(f"{key} = 1\n{ROUTINE}")
    assert len(problems) == 1
    assert printable(str(problems[0]))
    assert len(problems[0].where) < 60


@pytest.mark.parametrize("name", ["a\\tb", "a\\u0007", "a\\u009b31m", "a\\nb", "", *TURNING])
def test_a_name_is_one_plain_line(name: str) -> None:
    text = ROUTINE.replace('name = "Mine"', f'name = "{name}"')
    assert [problem.where for problem in routine_faults(text)] == ["name"]


def test_a_note_may_have_several_lines_but_no_control_characters() -> None:
    assert not routine_faults(f'note = "one\\ntwo"\n{ROUTINE}')
    for sign in ("\\u001b", *TURNING):
        assert routine_faults(f'note = "one{sign}two"\n{ROUTINE}')


@pytest.mark.parametrize("ident", ["mine\\n", "Mine", "mi ne", "../mine", "-mine", "mine-", ""])
def test_an_id_is_nothing_but_small_letters_digits_and_hyphens(ident: str) -> None:
    text = ROUTINE.replace('id = "mine"', f'id = "{ident}"')
    assert [problem.where for problem in routine_faults(text, ident)] == ["id"]


def test_a_list_of_thousands_of_faults_is_cut_short() -> None:
    assert len(routine_faults("steps = [" + "1," * 20_000 + "]")) < 200


@given(st.text(max_size=200))
def test_any_text_is_either_read_or_told_wrong(text: str) -> None:
    assert routine_faults(text)
    assert exercise_faults(text)


@given(st.data())
def test_a_spoilt_file_is_never_a_crash(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([EXERCISE, ROUTINE]))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    junk = data.draw(st.text("{}[]=\"'\n,.-0123456789abc\\ue \t#", max_size=20))
    spoilt = text[:start] + junk + text[end:]
    for problem in (*routine_faults(spoilt), *exercise_faults(spoilt)):
        assert printable(str(problem))


ENDLESS = {
    "keys": "".join(f"k{number}=1\n" for number in range(900_000)),
    "tables": "".join(f"[t{number}]\n" for number in range(700_000)),
    "dotted keys": "".join(f"a{number}.{'b.' * 40}c=1\n" for number in range(85_000)),
    "tables ever deeper": "".join(f"[{'a.' * depth}b]\n" for depth in range(2_800)),
    "rows": "[[steps]]\n" * 800_000,
    "rows on one line": f"steps=[{'{},' * 2_600_000}]",
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_megabytes_of_tables_are_refused_before_they_are_made(text: str) -> None:
    (fault,) = routine_faults(text)
    assert str(fault) == "file: is too long. At most 50000."
    assert len(text) > 6_000_000


def test_the_largest_pictures_and_texts_are_no_structure() -> None:
    picture = f'picture = "{"A" * 399_998}=="'
    text = routine_of(*[step_of("bridge", picture)] * 20)
    assert all("too long" not in str(fault) for fault in routine_faults(text))
