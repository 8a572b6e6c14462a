"""Looking back with a real program: totals, the verdict, and single sessions of the past."""

from datetime import date, timedelta

import pytest

from supple.app.invented import Wish, fill
from supple.app.looking_closer import Details
from supple.app.past_sessions import AFTER, BEFORE, FEEL, ByHand, Correction
from supple.core.errors import InputError
from supple.core.history.records import Source
from supple.core.history.totals import Bucket, Span
from supple.core.history.verdict import Judgement
from supple.core.session.engine import Intent
from supple.core.session.events import SessionOutcome
from tests.app.program import AFTERNOON, Program

TODAY = AFTERNOON.date()


@pytest.fixture
def lived(program: Program) -> Program:
    program.nothing_fits()
    fill(program.app.store, Wish(until=TODAY, sessions=40, steps=8, days=80))
    return program


def test_nothing_at_all_is_empty(program: Program) -> None:
    overview = program.app.looking_back.overview(Span.YEAR)
    assert overview.is_empty
    assert overview.latest.rows == ()
    assert program.app.looking_back.details(overview).verdict.judgement is Judgement.UNKNOWN


@pytest.mark.parametrize("span", Span)
def test_totals_of_a_span_are_those_of_its_sessions(lived: Program, span: Span) -> None:
    overview = lived.app.looking_back.overview(span)
    period = overview.period
    records = lived.app.history.records(period.since, period.until)
    assert sum(day.active_s for day in overview.days) == pytest.approx(
        sum(record.active_s for record in records)
    )
    assert sum(each.sessions for each in overview.totals) == len(records)
    desk = sum(r.active_s for r in records if r.routine.startswith("desk-break"))
    assert sum(day.desk_s for day in overview.days) == pytest.approx(desk)
    assert overview.first == TODAY - timedelta(days=79)


def test_who_began_later_than_eight_weeks_ago_has_no_rhythm_yet(program: Program) -> None:
    program.nothing_fits()
    fill(program.app.store, Wish(until=TODAY, sessions=10, steps=4, days=40))
    assert program.app.looking_back.overview(Span.YEAR).recent is None


def test_a_longer_history_has_a_rhythm(lived: Program) -> None:
    assert lived.app.looking_back.overview(Span.WEEKS_4).recent == 8


def test_details_follow_the_overview(lived: Program) -> None:
    overview = lived.app.looking_back.overview(Span.MONTHS_3)
    details = lived.app.looking_back.details(overview)
    assert isinstance(details, Details)
    assert details.pain.averaged or len(details.pain.points) == details.pain.whole
    assert details.holds[0].mean_s < details.holds[-1].mean_s
    assert details.holds[0].dose_s == 15
    assert {pair.exercise for pair in details.sides} == {
        "half-forward-fold",
        "chair-single-leg-fold",
    }
    assert details.verdict.judgement is Judgement.BETTER


def test_steps_are_told_of_a_year_at_most(program: Program) -> None:
    program.nothing_fits()
    fill(program.app.store, Wish(until=TODAY, sessions=30, steps=4, days=1200))
    back = program.app.looking_back
    overview = back.overview(Span.ALL)
    assert overview.period.bucket is Bucket.QUARTER
    details = back.details(overview)
    assert details.steps_since == TODAY - timedelta(weeks=52)
    assert details.holds[0].start >= TODAY - timedelta(weeks=53)


def test_pages_go_through_all_sessions_once_the_latest_first(lived: Program) -> None:
    back = lived.app.looking_back
    period = back.overview(Span.YEAR).period
    first = back.page(period)
    second = back.page(period, below=first.more)
    ids = [found.session.id for found in (*first.rows, *second.rows)]
    assert len(ids) == len(set(ids)) == 40
    assert second.more is None
    days = [found.session.local_day for found in (*first.rows, *second.rows)]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("kind", ["desk", "mat", "by-hand"])
def test_a_kind_of_session_can_be_listed_alone(lived: Program, kind: str) -> None:
    lived.app.past_sessions.write_down(ByHand("Yoga", TODAY, 45))
    back = lived.app.looking_back
    rows = back.page(back.overview(Span.YEAR).period, kind).rows
    assert rows
    at_desk = {found.session.routine.startswith("desk-break") for found in rows}
    by_hand = {found.session.source is Source.BY_HAND for found in rows}
    assert at_desk == {kind == "desk"}
    assert by_hand == {kind == "by-hand"}


def latest(program: Program) -> str:
    return program.app.looking_back.overview(Span.YEAR).latest.rows[0].session.id


def test_a_session_tells_what_was_done_on_each_side(lived: Program) -> None:
    whole = lived.app.past_sessions.whole(latest(lived))
    assert whole is not None
    assert [(done.exercise, done.side.value, done.sets) for done in whole.done] == [
        ("half-forward-fold", "left", 2),
        ("half-forward-fold", "right", 2),
        ("chair-single-leg-fold", "left", 2),
        ("chair-single-leg-fold", "right", 2),
    ]


def test_what_was_not_started_is_told_of_a_stopped_session(program: Program) -> None:
    program.nothing_fits()
    opened = program.open()
    opened.runner.start()
    program.run(opened, 50)
    opened.runner.do(Intent.STOP)
    whole = program.app.past_sessions.whole(latest(program))
    assert whole is not None
    assert any(done.started for done in whole.done)
    assert any(not done.started for done in whole.done)


def test_a_correction_is_kept_and_an_answer_taken_back_is_gone(lived: Program) -> None:
    past = lived.app.past_sessions
    ident = latest(lived)
    whole = past.whole(ident)
    assert whole is not None
    day = TODAY - timedelta(days=1)
    past.correct(whole, Correction(day, "Phone rang.", 7, None, "right"))
    changed = past.whole(ident)
    assert changed is not None
    assert changed.session.local_day == day
    assert changed.session.note == "Phone rang."
    assert (changed.value(BEFORE), changed.value(AFTER), changed.value(FEEL)) == (7, None, "right")
    assert changed.done == whole.done
    assert changed.session.changed > whole.session.changed
    assert {rating.local_day for rating in changed.answers.values()} == {day}


def test_a_day_to_come_is_refused_and_changes_nothing(lived: Program) -> None:
    past = lived.app.past_sessions
    whole = past.whole(latest(lived))
    assert whole is not None
    with pytest.raises(InputError, match="up to today"):
        past.correct(whole, Correction(TODAY + timedelta(days=1), "x", None, None, None))
    with pytest.raises(InputError, match="up to today"):
        past.write_down(ByHand("Yoga", date(1960, 1, 1), 10))
    assert past.whole(whole.session.id) == whole


def test_a_deleted_session_comes_back_as_it_was(lived: Program) -> None:
    past, ident = lived.app.past_sessions, latest(lived)
    before = past.whole(ident)
    days = lived.app.looking_back.overview(Span.YEAR).days
    deleted = past.delete(ident)
    assert deleted is not None
    assert past.whole(ident) is None
    assert lived.app.looking_back.overview(Span.YEAR).days != days
    past.bring_back(deleted)
    again = past.whole(ident)
    assert before is not None
    assert again is not None
    assert again.done == before.done
    assert {k: r.value for k, r in again.answers.items()} == {
        k: r.value for k, r in before.answers.items()
    }
    assert again.session.changed > before.session.changed
    assert lived.app.looking_back.overview(Span.YEAR).days == days


def test_a_stopped_session_comes_back_with_what_was_not_started(program: Program) -> None:
    program.nothing_fits()
    opened = program.open()
    opened.runner.start()
    program.run(opened, 50)
    opened.runner.do(Intent.STOP)
    past, ident = program.app.past_sessions, latest(program)
    before = past.whole(ident)
    deleted = past.delete(ident)
    assert deleted is not None
    past.bring_back(deleted)
    again = past.whole(ident)
    assert before is not None
    assert again is not None
    assert again.done == before.done


def test_a_session_that_goes_on_is_not_deleted(program: Program) -> None:
    program.nothing_fits()
    opened = program.open()
    opened.runner.start()
    program.run(opened, 60)
    ident = latest(program)
    assert program.app.past_sessions.delete(ident) is None
    assert program.app.past_sessions.whole(ident) is not None
    assert program.app.past_sessions.delete("no such session") is None


def test_a_session_done_elsewhere_counts_on_its_day(program: Program) -> None:
    program.nothing_fits()
    day = TODAY - timedelta(days=3)
    ident = program.app.past_sessions.write_down(ByHand("Yoga", day, 45, "Nice.", 4, 2))
    whole = program.app.past_sessions.whole(ident)
    assert whole is not None
    assert whole.session.outcome is SessionOutcome.COMPLETED
    assert (whole.value(BEFORE), whole.value(AFTER)) == (4, 2)
    assert not whole.session.counts_for_plan
    overview = program.app.looking_back.overview(Span.WEEKS_4)
    assert [(each.day, each.mat_s) for each in overview.days] == [(day, 45 * 60)]


def test_a_session_of_today_never_ends_in_the_future(program: Program) -> None:
    program.nothing_fits()
    ident = program.app.past_sessions.write_down(ByHand("", TODAY, 600))
    whole = program.app.past_sessions.whole(ident)
    assert whole is not None
    assert whole.session.ended == AFTERNOON
    assert whole.session.local_day == TODAY
    assert whole.session.routine_name == "Done elsewhere"


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_minutes_that_no_day_has_are_refused(program: Program, minutes: int) -> None:
    with pytest.raises(InputError, match="1 to 1440"):
        program.app.past_sessions.write_down(ByHand("Yoga", TODAY, minutes))


def test_the_report_holds_what_a_professional_asks_for(lived: Program) -> None:
    lived.app.safety.set_aside("half-forward-fold")
    report = lived.app.looking_back.report(Span.MONTHS_3)
    assert [aside.exercise for aside in report.set_asides] == ["half-forward-fold"]
    assert report.suggested >= 2
    assert report.hurts == ()


def test_names_and_pictures_of_what_is_gone_do_no_harm(program: Program) -> None:
    back = program.app.looking_back
    assert back.exercise_name("no-such-exercise") == "no-such-exercise"
    with pytest.raises(InputError):
        back.figure_of("no-such-routine")
    assert back.figure_of("desk-break-2")
