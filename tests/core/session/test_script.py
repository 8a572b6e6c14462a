import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.session.script import Script, speaking_s
from supple.core.session.steps import Cue, Tone

LINE = "Breathe out and let it soften."
GAP_S = 0.4


def test_no_text_takes_no_time() -> None:
    assert speaking_s("") == 0.0


def test_a_line_takes_as_long_as_the_voice_was_measured_to_take() -> None:
    # espeak-ng at 175 words a minute; the fit is good to half a second.
    assert speaking_s("Three.") == pytest.approx(0.6, abs=0.2)
    assert speaking_s("Sit on the front edge of a sturdy chair.") == pytest.approx(2.3, abs=0.5)


def test_half_the_speed_takes_twice_as_long() -> None:
    assert speaking_s(LINE, 80) == pytest.approx(2 * speaking_s(LINE, 160))
    assert Script(80).length_s(LINE) == speaking_s(LINE, 80)


def test_the_first_line_comes_at_its_moment() -> None:
    script = Script(175)
    assert script.say(LINE, 3.0, 20.0)
    assert script.cues() == (Cue(3.0, text=LINE),)


def test_a_second_line_waits_until_the_first_is_over() -> None:
    script = Script(175)
    script.say(LINE, 3.0, 20.0)
    script.say("Good.", 3.5, 20.0)
    assert 0 <= script.cues()[1].at_s - (3.0 + speaking_s(LINE) + GAP_S) < 0.11


def test_between_two_lines_the_voice_takes_a_breath() -> None:
    script = Script(175)
    script.say(LINE, 3.0, 20.0)
    script.say("Good.", 3.0 + speaking_s(LINE) + 0.1, 20.0)
    assert script.cues()[1].at_s >= 3.0 + speaking_s(LINE) + GAP_S


def test_a_line_waits_for_the_voice_that_is_still_busy() -> None:
    script = Script(175, busy_s=2.0)
    script.say(LINE, 0.0, 20.0)
    assert [cue.at_s for cue in script.cues()] == [2.4]


def test_a_line_goes_before_another_where_there_is_room() -> None:
    script = Script(175)
    script.say("Good.", 6.0, 20.0)
    script.say("Easy.", 2.0, 20.0)
    assert [cue.at_s for cue in script.cues()] == [2.0, 6.0]


def test_a_line_that_does_not_fit_is_left_out() -> None:
    script = Script(175)
    assert not script.say(LINE, 0.0, 1.0)
    assert not script.say("", 0.0, 10.0)
    assert script.cues() == ()


def test_what_is_insisted_on_is_said_whatever_else_is() -> None:
    script = Script(175)
    script.say(LINE, 0.0, 20.0)
    script.insist("Three.", 1.0)
    script.insist("", 2.0)
    assert [(cue.at_s, cue.text) for cue in script.cues()] == [(0.0, LINE), (1.0, "Three.")]


def test_a_tone_sounds_before_the_words_of_the_same_moment() -> None:
    script = Script(175)
    script.say(LINE, 0.0, 20.0)
    script.tone(Tone.START, 0.0)
    assert [(cue.tone, cue.text) for cue in script.cues()] == [(Tone.START, ""), (None, LINE)]
    assert script.cues()[0].patience_s < script.cues()[1].patience_s


lines_wanted = st.lists(
    st.tuples(st.sampled_from(["One.", LINE, LINE * 2]), st.floats(0, 60), st.floats(0, 60)),
    max_size=12,
)


@given(lines_wanted, st.floats(0, 5))
def test_no_two_lines_are_ever_said_at_once_or_beyond_their_time(
    wanted: list[tuple[str, float, float]], busy_s: float
) -> None:
    script = Script(175, busy_s)
    latest: dict[str, float] = {}
    for number, (line, at_s, until_s) in enumerate(wanted):
        text = f"{number} {line}"
        if script.say(text, at_s, until_s):
            latest[text] = until_s
    free = busy_s
    for cue in script.cues():
        end = cue.at_s + speaking_s(cue.text)
        assert cue.at_s >= free
        assert end <= latest[cue.text]
        free = end + GAP_S - 1e-9
