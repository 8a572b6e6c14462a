"""The pure decisions about utterances, walked by random reports at random times."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.session.steps import Tone
from supple.devices.speech import lines
from supple.devices.speech.queue import (
    HUSH,
    Limits,
    Pace,
    Track,
    Watch,
    expected_s,
    is_late,
    tracks,
)
from supple.devices.speech.voice import Reason, Utterance

TIMES = st.floats(0, 1000)
DONE, CUT, LATE = lines.Ending.DONE, lines.Ending.CUT, lines.Ending.LATE


@given(st.text(max_size=5), st.sampled_from([None, *Tone]), TIMES, TIMES)
def test_what_is_late_sounds_on_no_track_and_what_is_not_on_its_own(
    text: str, tone: Tone | None, not_after_s: float, now_s: float
) -> None:
    given_now = Utterance(1, text, tone, not_after_s)
    taken = tracks(given_now, now_s)
    assert is_late(given_now, now_s) is (now_s > not_after_s)
    if now_s > not_after_s:
        assert taken == ()
    else:
        assert (Track.TONE in taken) is (tone is not None)
        assert (Track.WORDS in taken) is (text != "")


@given(st.text(max_size=600), st.integers(80, 400))
def test_longer_texts_and_slower_speech_are_expected_to_take_longer(text: str, rate: int) -> None:
    assert expected_s(text + "x", rate) > expected_s(text, rate) > 0
    assert expected_s(text, rate) >= expected_s(text, rate + 1)


@given(st.integers(0, 1_000_000))
def test_the_back_off_grows_to_its_bound(failures: int) -> None:
    limits = Limits()
    assert limits.backoff(failures) <= limits.backoff(failures + 1) <= limits.backoff_max_s
    assert (limits.backoff(failures) == 0) is (failures < limits.failures)


REPORTS = st.one_of(
    st.builds(lines.Ready),
    st.builds(lines.NoEngine, st.just("")),
    st.builds(lines.Started, st.integers(0, 5), st.floats(0, 30)),
    st.builds(lines.Ended, st.integers(0, 5), st.sampled_from(lines.Ending), st.booleans()),
    st.builds(lines.Failed, st.integers(0, 5), st.sampled_from(Reason)),
    st.builds(lines.Hushed),
    st.builds(lines.Voices, st.just(())),
)


@st.composite
def walks(draw: st.DrawFn) -> list[Watch]:
    """All records of a random life, time running on."""
    now_s, watch = 0.0, Watch()
    seen = [watch]
    for _ in range(draw(st.integers(0, 40))):
        now_s += draw(st.floats(0, 10))
        match draw(st.integers(0, 5)):
            case 0:
                watch = watch.starting(now_s)
            case 1:
                watch = watch.given(draw(st.integers(0, 5)), draw(st.floats(0, 30)), now_s)
            case 2:
                watch = watch.hushing(now_s)
            case 3:
                watch = watch.lost(now_s)
            case 4:
                watch = watch.retry(now_s)
            case _:
                watch = watch.heard(draw(REPORTS), now_s)
        seen.append(watch)
    return seen


@given(walks(), TIMES)
def test_a_voice_is_broken_exactly_after_enough_failures_and_always_says_why(
    seen: list[Watch], now_s: float
) -> None:
    for watch in seen:
        assert (watch.broken is not None) is (watch.failures >= watch.limits.failures)
        assert (watch.reason is None) is (watch.failures == 0)
        if watch.broken is None:
            assert watch.may_speak(now_s)
            assert watch.may_start(now_s)
        if watch.may_speak(now_s):
            assert watch.may_start(now_s)


@given(walks(), TIMES)
def test_asking_to_try_again_always_helps(seen: list[Watch], now_s: float) -> None:
    asked = seen[-1].retry(now_s)
    assert asked.may_start(now_s)
    assert asked.may_speak(now_s)


@given(walks(), TIMES, st.floats(0, 30))
def test_every_answer_is_waited_for_and_none_after_it_came(
    seen: list[Watch], now_s: float, length_s: float
) -> None:
    waiting = seen[-1].given(7, length_s, now_s)
    assert waiting.due[7] == pytest.approx(now_s + 2 * length_s + 3)
    deadline_s = waiting.deadline_s
    assert deadline_s is not None
    assert deadline_s <= waiting.due[7]
    started = waiting.heard(lines.Started(7, 4.0), now_s + 1)
    assert started.due[7] == pytest.approx(now_s + 1 + 2 * 4.0 + 3)
    answers: list[lines.AnyReport] = [lines.Ended(7, how, words=True) for how in lines.Ending]
    answers += [lines.Failed(7, reason) for reason in Reason]
    for answer in answers:
        assert 7 not in started.heard(answer, now_s + 2).due
    assert started.lost(now_s).deadline_s is None


def test_a_report_on_something_nobody_waits_for_starts_no_wait() -> None:
    assert Watch().heard(lines.Started(3, 1.0), 0.0).deadline_s is None


def test_a_new_cue_does_not_lengthen_the_patience_with_the_one_before() -> None:
    watch = Watch()
    for number in range(10):
        watch = watch.given(number, 1.0, number * 2.0)
    assert watch.deadline_s == 5.0


def test_the_order_to_be_silent_keeps_its_first_deadline_until_it_is_answered() -> None:
    watch = Watch().hushing(1.0).hushing(2.4)
    assert watch.due == {HUSH: 2.5}
    assert watch.heard(lines.Hushed(), 2.45).deadline_s is None


def failing(reason: Reason, times: int = 3) -> Watch:
    watch = Watch()
    for number in range(times):
        watch = watch.heard(lines.Failed(number, reason), 10.0 + number)
    return watch


def test_words_that_were_heard_mend_what_three_failures_broke() -> None:
    for reason in (Reason.NO_SOUND, Reason.STOPPED):
        broken = failing(reason)
        assert broken.broken is reason
        assert broken.heard(lines.Ended(9, CUT, words=True), 20.0).broken is reason
        assert broken.heard(lines.Ended(9, LATE, words=True), 20.0).broken is reason
        assert broken.heard(lines.Ended(9, DONE, words=True), 20.0).failures == 0


def test_a_tone_proves_sound_but_not_that_the_engine_answers() -> None:
    tone = lines.Ended(9, DONE, words=False)
    assert failing(Reason.NO_SOUND).heard(tone, 20.0).broken is None
    assert failing(Reason.STOPPED).heard(tone, 20.0).broken is Reason.STOPPED
    assert failing(Reason.STOPPED, 2).heard(tone, 20.0).failures == 2


def test_a_missing_engine_breaks_at_once_and_is_mended_by_an_engine_only() -> None:
    missing = Watch().starting(0.0).heard(lines.NoEngine(""), 0.1)
    assert missing.broken is Reason.NO_ENGINE
    assert not missing.may_speak(math.nextafter(math.inf, 0))
    assert missing.heard(lines.Ended(1, DONE, words=False), 1.0).broken is Reason.NO_ENGINE
    assert missing.lost(1.0).broken is Reason.NO_ENGINE
    assert missing.heard(lines.Ready(), 1.0).broken is None


def test_after_the_breaking_failure_there_is_one_more_child_for_the_tones() -> None:
    watch = Watch()
    for number in range(3):
        watch = watch.lost(float(number))
    assert watch.may_start(2.0)
    assert not watch.may_speak(2.0)
    assert watch.may_speak(2.0 + 5.0)
    worse = watch.lost(3.0)
    assert not worse.may_start(3.0)
    assert worse.may_start(3.0 + 10.0)


@given(st.lists(st.floats(0, 0.1), min_size=1, max_size=700))
def test_a_flood_is_more_lines_in_a_second_than_any_child_has_to_send(steps: list[float]) -> None:
    now_s, pace, times = 0.0, Pace(), list[float]()
    for step in steps:
        now_s += step
        times.append(now_s)
        pace = pace.heard(now_s)
        if pace.too_fast:
            recent = [at for at in times if now_s - at < 1]
            assert len(recent) > Pace.LINES_PER_S


def test_five_hundred_and_one_lines_at_once_are_a_flood() -> None:
    pace = Pace()
    for _ in range(Pace.LINES_PER_S):
        pace = pace.heard(5.0)
    assert not pace.too_fast
    assert pace.heard(5.0).too_fast
