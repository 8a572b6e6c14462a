from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.history.records import SessionRecord, Source
from supple.core.plan.course import Done, Facts, counts, first_monday, latest, monday, walk
from supple.core.plan.days import planned_days
from supple.core.plan.dose import dose_of, left_first, stage_of
from supple.core.plan.notices import (
    no_change_words,
    notice_words,
    stage_words,
    summary,
    week_words,
)
from supple.core.plan.progress import (
    Mode,
    Notice,
    Progress,
    above_stage,
    progress,
    stop_signs,
)
from supple.core.plan.records import Adjust, Decision, Detail, HurtRecord, PlanEvent
from supple.core.session.events import Hurt, SessionOutcome
from tests.core.plan.content import ASSETS, plan
from tests.core.plan.people import DAYS, PEOPLE, START, WORDS, day, event, hurt, live, moment

COURSES = ASSETS.parent / "tests" / "data" / "courses"


def did(*numbers: int, worse: tuple[int, ...] = (), feel: str = "") -> tuple[Done, ...]:
    """Sessions on the days with these numbers; day 1 is a Monday."""
    return tuple(Done(day(n), "full-home", worse=n in worse, feel=feel) for n in numbers)


def on(
    number: int,
    done: tuple[Done, ...] = (),
    *events: PlanEvent,
    hurts: tuple[HurtRecord, ...] = (),
    last_test: date | None = None,
) -> Progress:
    """Where the plan stands on the day with that number."""
    before = tuple(each for each in done if each.day <= day(number))
    return progress(plan(), Facts(events, before, hurts), day(number), last_test=last_test)


FOUR_WEEKS = did(1, 4, 8, 11, 15, 17, 19, 22, 24, 26)


@pytest.mark.parametrize("name", PEOPLE)
def test_ten_weeks_are_as_they_were_approved(name: str) -> None:
    told = [morning.line() for morning in live(PEOPLE[name])]
    assert len(told) == DAYS
    assert told == (COURSES / f"{name}.txt").read_text("utf-8").splitlines()


def test_a_regular_person_goes_through_all_stages_in_four_weeks() -> None:
    weeks = [morning.state.dose for morning in live(PEOPLE["regular"])][::7]
    assert [dose.hold_s for dose in weeks] == [15, 15, 20, 20, 30, 30, 30, 30, 30, 30]
    assert [dose.week for dose in weeks] == list(range(1, 11))


def test_no_one_is_ever_reproached() -> None:
    said = " ".join(morning.line() for person in PEOPLE.values() for morning in live(person))
    for word in ("missed", "behind", "failed", "late", "should have", "only "):
        assert word not in said.lower().replace("only one", "")


def test_a_closed_day_offers_nothing_and_the_place_is_kept() -> None:
    mornings = list(live(PEOPLE["pain-in-week-2"]))
    closed = [morning.day for morning in mornings if morning.given is None]
    assert closed == [day(12), day(13), day(14)]
    assert all(morning.state.dose.hold_s == 15 for morning in mornings[:21])


def test_week_1_of_a_weekend_start_begins_on_monday_and_counts_the_weekend() -> None:
    friday = did(5)
    assert first_monday(day(5)) == day(8)
    assert first_monday(day(4)) == day(1)
    state = on(6, friday)
    assert (state.week, state.week_start, state.done) == (1, day(8), (day(5),))
    assert all(each >= day(8) for each in state.planned)
    monday_after = on(8, friday)
    assert (monday_after.week, monday_after.done) == (1, (day(5),))
    assert on(15, friday + did(8, 11)).week == 2


def test_three_of_four_sessions_lead_on_and_two_do_not() -> None:
    assert on(15, did(1, 4, 8)).stage.id == "build"
    held = on(15, did(1, 8))
    assert (held.stage.id, held.week, held.once_more) == ("start", 2, True)
    assert Notice.STAY in held.notices
    assert on(22, (*did(1, 8), *did(16))).stage.id == "build"


def test_five_of_six_lead_to_the_last_stage_which_never_ends() -> None:
    five = did(1, 4, 8, 11, 15, 17, 19, 22, 24)
    assert on(29, five).stage.id == "steady"
    assert on(29, five[:-1]).stage.id == "build"
    later = on(29 + 7 * 4, (*FOUR_WEEKS, *did(*range(29, 58, 2))))
    assert (later.stage.id, later.week) == ("steady", 9)
    assert Notice.CHANGE_ONE_THING in later.notices


def test_more_pain_in_one_of_the_last_two_sessions_waits_a_week() -> None:
    assert on(15, did(1, 4, 8, 11, worse=(8,))).stage.id == "start"
    assert on(15, did(1, 4, 8, 11, worse=(4,))).stage.id == "build"


def test_a_nerve_type_sign_waits_two_weeks() -> None:
    done, sign = did(1, 4, 8, 11, 15, 18, 22), (hurt(day(10), Hurt.NERVE),)
    assert on(15, done, hurts=sign).stage.id == "start"
    assert on(22, done, hurts=sign).stage.id == "start"
    assert on(29, done, hurts=sign).stage.id == "build"


def test_more_pain_after_a_session_makes_the_next_one_softer() -> None:
    once = on(23, did(1, 4, 8, 11, 15, 17, 22, worse=(22,)))
    assert (once.stage.id, once.eased, once.dose.hold_s) == ("build", True, 15)
    assert Notice.GO_EASIER in once.notices
    assert Notice.SEE_PROFESSIONAL not in once.notices
    twice = on(23, did(1, 4, 8, 11, 15, 17, 22, worse=(17, 22)))
    assert Notice.SEE_PROFESSIONAL in twice.notices


def test_in_the_first_stage_a_softer_session_has_a_set_less() -> None:
    state = on(2, did(1, worse=(1,)))
    assert (state.eased, state.lighter, state.dose.hold_s) == (True, True, 15)


def test_as_before_takes_the_easing_back_until_the_next_session() -> None:
    kept = event(day(22), Decision.AS_BEFORE)
    assert not on(23, did(1, 4, 8, 11, 15, 22, worse=(22,)), kept).eased
    assert on(25, did(1, 4, 8, 11, 15, 22, 24, worse=(22, 24)), kept).eased


def test_a_tender_day_follows_what_was_too_much_what_hurt_and_longer_holds() -> None:
    assert not on(12, did(1, 4, 8, 11)).tender
    assert on(12, did(1, 4, 8, 11, worse=(8,))).tender
    assert on(15, did(1, 4, 8, 11)).tender  # the first week of longer holds
    sharp = (hurt(day(4), Hurt.SHARP),)
    assert on(18, did(1, 8), hurts=sharp).tender
    assert not on(19, did(1, 8), hurts=sharp).tender


def test_twice_too_strong_shortens_and_twice_too_easy_offers() -> None:
    strong = on(5, did(1, 4, feel="too-strong"))
    assert strong.too_strong
    assert Notice.LESS in strong.notices
    easy = on(5, did(1, 4, feel="too-easy"))
    assert Notice.NEXT_STEP in easy.notices
    assert not on(5, (*did(1, feel="right"), *did(4, feel="too-strong"))).too_strong


def test_two_weeks_away_go_back_one_stage_and_four_to_the_start() -> None:
    assert on(39, FOUR_WEEKS).stage.id == "steady"
    back = on(40, FOUR_WEEKS)
    assert (back.stage.id, back.week, back.once_more) == ("build", 3, False)
    assert Notice.STEP_BACK in back.notices
    assert on(53, FOUR_WEEKS).stage.id == "build"
    over = on(54, FOUR_WEEKS)
    assert (over.stage.id, over.run_weeks) == ("start", 0)
    assert Notice.START_OVER in over.notices
    again = on(64, (*FOUR_WEEKS, *did(64)))
    assert (again.week, again.run_weeks, again.notices) == (1, 1, (Notice.EXPECT,))


def test_any_stage_can_be_chosen_in_both_directions() -> None:
    up = event(day(4), Decision.STAGE, Detail(stage="steady"))
    state = on(4, did(1), up)
    assert (state.stage.id, state.week, state.dose.hold_s) == ("steady", 5, 30)
    assert Notice.LONGER_IF_EASY in state.notices
    down = event(day(5), Decision.STAGE, Detail(stage="start"))
    assert on(5, did(1), up, down).week == 1
    assert on(5, (), event(day(1), Decision.STAGE, Detail(stage="build"))).stage.id == "build"
    unknown = event(day(5), Decision.STAGE, Detail(stage="heroic"))
    assert on(5, did(1), unknown).stage.id == "start"


def test_a_paused_plan_keeps_its_place() -> None:
    pause = event(day(9), Decision.PAUSE)
    resume = event(day(17), Decision.RESUME)
    paused = on(16, did(1, 4, 8), pause)
    assert (paused.mode, paused.paused_since, paused.planned) == (Mode.PAUSED, day(9), ())
    assert on(18, did(1, 4, 8), pause, resume).week == 2
    assert on(22, did(1, 4, 8, 18), pause, resume).stage.id == "build"


def test_a_pause_can_end_by_itself() -> None:
    pause = event(day(9), Decision.PAUSE, Detail(until=day(12)))
    assert on(11, did(1, 8), pause).paused_until == day(12)
    assert on(12, did(1, 8), pause).mode is Mode.ON


def test_a_week_can_be_repeated_and_that_undone() -> None:
    again = event(day(15), Decision.REPEAT)
    state = on(16, did(1, 4, 8, 11), again)
    assert (state.stage.id, state.week, state.once_more) == ("start", 2, True)
    assert on(22, did(1, 4, 8, 11), again).stage.id == "build"
    undo = event(day(16), Decision.UNDO, Detail(undone=again.id))
    assert on(16, did(1, 4, 8, 11), again, undo).stage.id == "build"
    twice = (again, event(day(16), Decision.REPEAT))
    assert on(16, did(1, 4, 8, 11), *twice).week == 2
    assert on(2, did(1), event(day(2), Decision.REPEAT)).week == 1


def test_a_lighter_week_is_over_on_monday() -> None:
    light = event(day(9), Decision.LIGHTER)
    assert on(14, did(1, 4, 8, 11), light).lighter
    assert not on(15, did(1, 4, 8, 11), light).lighter


def test_beginning_again_starts_at_the_first_week() -> None:
    state = on(30, FOUR_WEEKS, event(day(29), Decision.START))
    assert (state.stage.id, state.week, state.begun, state.mode) == ("start", 1, False, Mode.ON)


def test_a_stopped_plan_stays_stopped_whatever_is_done() -> None:
    stop = event(day(3), Decision.STOP)
    assert on(5, did(1, 4), stop).mode is Mode.NONE
    assert on(8, did(1, 4), stop, event(day(8), Decision.START)).mode is Mode.ON


def test_the_first_session_starts_the_plan_if_nobody_else_did() -> None:
    assert on(1).mode is Mode.NONE
    assert on(2, did(1)).mode is Mode.ON
    assert not on(1).begun


def test_the_plan_set_by_hand() -> None:
    chosen = Adjust(sessions=4, days=("tue", "sat"), hold_s=25, more_sets=True, minutes=15)
    state = on(2, did(1), event(day(2), Decision.ADJUST, Detail(adjust=chosen)))
    assert (state.adjust, state.wanted, state.wanted_max) == (chosen, 4, 4)
    assert state.dose.hold_s == 25
    assert Notice.MORE_THAN_SUGGESTED in state.notices
    assert {day(2), day(6)} <= {*state.planned}
    eased = on(2, did(1, worse=(1,)), event(day(1), Decision.ADJUST, Detail(adjust=chosen)))
    assert eased.dose.hold_s == 15


def test_a_little_every_day_is_open_from_week_5() -> None:
    daily = event(day(30), Decision.DAILY)
    state = on(31, (*FOUR_WEEKS, *did(30)), daily)
    assert (state.daily, state.wanted, len(state.planned)) == (True, 7, 5)
    off = event(day(31), Decision.DAILY, Detail(on=False))
    assert not on(31, (*FOUR_WEEKS, *did(30)), daily, off).daily
    assert not on(4, did(1), event(day(2), Decision.DAILY)).daily


def test_milestones_fall_due_and_are_over_when_done() -> None:
    assert on(1).due == ("self-tests",)
    assert on(1, last_test=day(-3)).due == ()
    assert on(8, did(1, 4), last_test=day(1)).due == ("self-tests",)
    assert on(8, did(1, 4), last_test=day(2)).due == ()
    review = on(22, FOUR_WEEKS, last_test=day(22))
    assert review.due == ("review",)
    assert review.next_test_day == day(36)
    done = event(day(23), Decision.REVIEWED)
    assert on(24, FOUR_WEEKS, done, last_test=day(22)).due == ()


def test_after_week_10_tests_come_every_four_weeks() -> None:
    weekly = did(*range(1, 120, 3))
    assert on(64 + 27, weekly, last_test=day(64)).due == ()
    assert on(64 + 28, weekly, last_test=day(64)).due == ("self-tests",)
    assert on(64, weekly).next_test_day == day(92)


def test_a_reminder_that_was_asked_for_chooses_the_day_of_the_next_test() -> None:
    asked = event(day(22), Decision.TEST_AGAIN, Detail(until=day(50)))
    week_6 = on(36, FOUR_WEEKS, asked, last_test=day(22))
    assert (week_6.due, week_6.next_test_day, week_6.test_asked) == (("review",), day(50), day(50))
    assert "self-tests" in on(50, FOUR_WEEKS, asked, last_test=day(22)).due
    after = on(51, FOUR_WEEKS, asked, last_test=day(50))
    assert "self-tests" not in after.due
    assert after.test_asked is None
    taken_back = event(day(23), Decision.UNDO, Detail(undone=asked.id))
    assert on(36, FOUR_WEEKS, asked, taken_back, last_test=day(22)).test_asked is None


def test_stop_signs_wait_until_somebody_was_asked() -> None:
    sharp = (hurt(day(2), Hurt.SHARP), hurt(day(9), Hurt.SHARP))
    assert stop_signs(sharp, ())
    assert not stop_signs((sharp[0], hurt(day(10), Hurt.SHARP)), ())
    assert not stop_signs((hurt(day(2), Hurt.CRAMP),) * 3, ())
    nerve = (hurt(day(2), Hurt.NERVE), hurt(day(200), Hurt.NERVE))
    assert not stop_signs(nerve[:1], ())
    assert stop_signs(nerve, (event(day(3), Decision.CONFIRM),))
    assert not stop_signs(nerve, (event(day(201), Decision.CONFIRM),))
    state = on(10, did(1, 9), hurts=sharp)
    assert (state.mode, state.planned) == (Mode.WAITING, ())
    assert Notice.STOP_SIGNS in state.notices


def test_who_got_dizzy_is_asked_about_it_until_answered() -> None:
    dizzy = (hurt(day(1), Hurt.DIZZY),)
    assert Notice.ASK_DIZZY in on(2, did(1), hurts=dizzy).notices
    said = event(day(2), Decision.CONFIRM)
    assert Notice.ASK_DIZZY not in on(2, did(1), said, hurts=dizzy).notices


def test_two_sessions_on_a_day_count_once() -> None:
    assert on(1, (*did(1), *did(1))).stage_done == 1
    assert len(latest((*did(1), *did(1), *did(4)), 2)) == 2


def test_the_plan_in_words() -> None:
    state = on(17, did(1, 4, 8, 11, 15))
    line = "Week 3 of your plan: 20 seconds, 3 times this week. 1 of 3 done."
    assert summary(state, WORDS) == line
    assert week_words(state, WORDS) == "1 done, 2 to go. Any days you like."
    assert stage_words(state, WORDS) == "1 of 5 sessions. 4 more to the next step."
    assert week_words(on(15, did(1, 4, 8)), WORDS) == "3 sessions this week, any days you like."
    assert week_words(on(5, did(1, 4)), WORDS) == "2 done. That's the week."
    assert stage_words(on(29, FOUR_WEEKS), WORDS) == ""
    assert "once more" in summary(on(15, did(1, 8)), WORDS)
    assert summary(on(1), WORDS).startswith("No plan yet.")
    assert "since 2026-05-12" in summary(on(16, did(1), event(day(9), Decision.PAUSE)), WORDS)
    sharp = (hurt(day(2), Hurt.SHARP), hurt(day(3), Hurt.SHARP))
    assert "doctor" in summary(on(4, did(1), hurts=sharp), WORDS)
    assert all(notice_words(notice, WORDS) for notice in Notice)
    assert no_change_words(WORDS).startswith("No clear change yet.")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"outcome": SessionOutcome.COMPLETED}, True),
        ({"outcome": SessionOutcome.STOPPED, "holds_done": 6}, True),
        ({"outcome": SessionOutcome.HURT, "holds_done": 5}, False),
        ({"outcome": SessionOutcome.STOPPED, "holds_planned": 0}, False),
        ({"outcome": SessionOutcome.COMPLETED, "counts_for_plan": False}, False),
        ({"outcome": SessionOutcome.COMPLETED, "speed": 20.0}, False),
        ({"holds_done": 10}, False),
    ],
)
def test_what_counts_for_the_plan(fields: dict[str, object], expected: bool) -> None:
    known: dict[str, object] = {"counts_for_plan": True, "holds_planned": 10} | fields
    record = SessionRecord(
        id="1",
        routine="full-home",
        routine_name="Full",
        source=Source.WINDOW,
        started=moment(START),
        local_day=START,
        planned_s=1.0,
        seed=1,
        **known,  # type: ignore[arg-type]
    )
    assert counts(record) is expected


def test_planned_days_keep_a_day_between_in_the_first_stages() -> None:
    assert planned_days(day(1), day(1), 2, ("mon", "thu"), [], spaced=True) == (day(1), day(4))
    assert planned_days(day(1), day(2), 1, ("mon", "thu"), [day(1)], spaced=True) == (day(4),)
    assert planned_days(day(1), day(6), 2, (), [day(5)], spaced=True) == (day(7),)
    assert planned_days(day(1), day(6), 2, (), [], spaced=False) == (day(6), day(7))
    assert planned_days(day(1), day(1), 0, (), [], spaced=True) == ()


@pytest.mark.parametrize(
    ("adjust", "above"),
    [
        (Adjust(), set()),
        (Adjust(sessions=2, hold_s=15), set()),
        (Adjust(sessions=3), {"sessions"}),
        (Adjust(hold_s=20), {"hold_s"}),
        (Adjust(more_sets=True, minutes=10, days=("sun",)), {"more_sets"}),
        (Adjust(sessions=4, hold_s=30, more_sets=True), {"sessions", "hold_s", "more_sets"}),
    ],
)
def test_more_than_a_stage_suggests_is_said_of_each_number(adjust: Adjust, above: set[str]) -> None:
    first, *_others, last = plan().stage
    assert above_stage(adjust, first) == above
    assert above_stage(adjust, last) == set()
    state = on(2, (), event(day(1), Decision.ADJUST, Detail(adjust=adjust)))
    assert (Notice.MORE_THAN_SUGGESTED in state.notices) == bool(above)


def test_what_is_decided_for_a_week_can_be_taken_back_while_it_holds() -> None:
    lighter, again = event(day(15), Decision.LIGHTER), event(day(16), Decision.REPEAT)
    done = did(1, 4, 8, 11)
    assert on(15, done).for_this_week is None
    assert on(16, done, lighter).for_this_week == lighter
    assert on(17, done, lighter, again).for_this_week == again
    stage = event(day(17), Decision.STAGE, Detail(stage="build"))
    assert on(18, done, lighter, again, stage).for_this_week == lighter
    assert on(22, done, lighter, again).for_this_week is None
    # With no week behind there is none to repeat, and so nothing to take back.
    assert on(2, (), event(day(1), Decision.REPEAT)).for_this_week is None


def test_the_dose_of_a_week_and_the_side_of_a_day() -> None:
    assert [stage_of(plan(), week).id for week in (1, 2, 3, 4, 5, 40)] == [
        "start", "start", "build", "build", "steady", "steady",
    ]  # fmt: skip
    assert dose_of(plan(), 3).hold_s == 20
    assert left_first(date(2026, 5, 13))
    assert not left_first(date(2026, 5, 14))


def test_facts_from_a_clock_that_ran_ahead_do_no_harm() -> None:
    assert progress(plan(), Facts((), did(30)), day(1)).stage_done == 0


@given(
    st.lists(st.integers(1, 150), max_size=60),
    st.lists(st.tuples(st.integers(1, 150), st.sampled_from(Decision)), max_size=8),
    st.integers(1, 160),
)
def test_whatever_happens_the_plan_has_a_sensible_place(
    sessions: list[int], decisions: list[tuple[int, Decision]], number: int
) -> None:
    events = tuple(
        event(day(n), kind, Detail(stage="build", until=day(n + 5)))
        for n, kind in sorted(decisions)
    )
    state = on(number, did(*sorted(sessions)), *events)
    last = state.stage.week_to or 10_000
    assert state.stage.week_from <= state.week <= last
    assert state.dose.hold_s in (15, 20, 30)
    assert all(monday(day(number)) <= each for each in state.planned)
    assert len(state.planned) <= max(0, state.wanted)
    course = walk(plan(), Facts(events, did(*sorted(sessions))), day(number))
    assert course.run_weeks >= 0
