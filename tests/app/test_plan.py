from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from icalendar import Calendar

from supple.app.container import Container
from supple.core.catalogue.exercise import Kit
from supple.core.errors import InputError
from supple.core.history.records import Moment, RatingKind, RatingRecord, SessionRecord, Source
from supple.core.plan.offer import OfferWhy
from supple.core.plan.progress import Mode, Notice
from supple.core.plan.reasons import Why
from supple.core.plan.records import Adjust, Decision, Detail, Profile
from supple.core.plan.screening import Access, Answers
from supple.core.plan.self_tests import CHAIR, FLOOR, Difference, Refusal
from supple.core.session.events import Hurt, SessionOutcome
from supple.core.session.steps import Part, Side
from supple.devices.clock import ManualClock
from supple.devices.store.ids import new_id
from supple.devices.store.ratings import save_rating
from supple.devices.store.sessions import end_session, record_step
from tests.devices.store.samples import compiled, step

MONDAY = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
DISC = Answers(frozenset({"has-severe-disc-herniation"}))
BALANCE = Answers(frozenset({"has-balance-problem"}))


class Life:
    """A program with a home of its own, and time that passes as told."""

    def __init__(self, home: Path) -> None:
        self.clock = ManualClock(wall=MONDAY)
        self.app = Container({"SUPPLE_HOME": str(home)}, clock=self.clock)

    def days_later(self, days: int) -> None:
        self.clock.advance(timedelta(days=days).total_seconds())

    def did(
        self,
        routine: str = "first-session",
        *,
        exercise: str = "bridge",
        hurt: Hurt | None = None,
    ) -> SessionRecord:
        now = self.clock.wall()
        record = SessionRecord(
            id=new_id(),
            routine=routine,
            routine_name=routine,
            source=Source.WINDOW,
            started=now,
            local_day=now.date(),
            planned_s=600.0,
            holds_planned=2,
            holds_done=2,
            seed=1,
            counts_for_plan=True,
            outcome=SessionOutcome.HURT if hurt else SessionOutcome.COMPLETED,
            hurt=hurt,
            ended=now,
        )
        done = step(1, id=new_id(), session_id=record.id, exercise=exercise, ended=now)
        save = partial(record_step, session=record, step=done, compiled=compiled())
        self.app.store.write(save).result()
        self.app.store.write(partial(end_session, session=record)).result()
        return record

    def rated(self, value: int, moment: Moment, of: SessionRecord | None = None) -> None:
        now = self.clock.wall()
        rating = RatingRecord(
            id=new_id(),
            given=now,
            local_day=now.date(),
            moment=moment,
            kind=RatingKind.BACK,
            value=value,
            session_id=of.id if of else None,
        )
        self.app.store.write(partial(save_rating, rating=rating)).result()


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    somebody = Life(tmp_path)
    with somebody.app:
        yield somebody


def test_the_first_session_starts_the_plan(life: Life) -> None:
    planning = life.app.planning
    assert planning.state().mode is Mode.NONE
    assert planning.told().summary.startswith("No plan yet.")
    first = planning.offer()
    assert first
    assert (first.routine, first.why) == ("first-session", (OfferWhy.FIRST,))
    life.did()
    state = planning.state()
    assert (state.mode, state.week, len(state.done)) == (Mode.ON, 1, 1)
    told = planning.told()
    assert told.summary == "Week 1 of your plan: 15 seconds, 2 times this week. 1 of 2 done."
    assert told.offer == "One you have not tried yet."


def test_more_pain_after_a_session_offers_a_softer_one(life: Life) -> None:
    life.app.planning.decide(Decision.STAGE, Detail(stage="build"))
    done = life.did("full-home")
    life.rated(2, Moment.BEFORE, done)
    life.rated(5, Moment.AFTER, done)
    state = life.app.planning.state()
    assert (state.eased, state.dose.hold_s) == (True, 15)
    softer = life.app.planning.offer()
    assert softer
    assert OfferWhy.EASED in softer.why
    life.app.planning.decide(Decision.AS_BEFORE)
    assert not life.app.planning.state().eased


def test_a_decision_can_be_taken_back(life: Life) -> None:
    event = life.app.planning.decide(Decision.ADJUST, Detail(adjust=Adjust(hold_s=20)))
    assert life.app.planning.changes().hold_s == 20
    life.app.planning.undo(event)
    assert life.app.planning.changes().hold_s is None


def test_while_sessions_are_closed_nothing_is_offered(life: Life) -> None:
    life.app.safety.answer(Answers(frozenset({"red-saddle"})))
    assert life.app.planning.offer() is None


def test_a_professionals_word_reopens_at_the_first_stage(life: Life) -> None:
    life.did()
    life.app.planning.decide(Decision.STAGE, Detail(stage="steady"))
    assert life.app.safety.answer(DISC).access is Access.ASK_FIRST
    assert life.app.planning.offer() is None
    assert life.app.planning.clear("severe-disc-herniation").access is Access.CLEAR
    assert life.app.planning.state().stage.id == "start"
    assert life.app.planning.offer()


def test_the_word_about_a_see_first_answer_leaves_the_stage(life: Life) -> None:
    life.app.planning.decide(Decision.STAGE, Detail(stage="steady"))
    life.app.safety.answer(Answers(frozenset({"urgent-fever"})))
    life.app.planning.clear("see-first")
    assert life.app.planning.state().stage.id == "steady"


def test_unsure_balance_warms_up_sitting(life: Life) -> None:
    life.app.safety.answer(BALANCE)
    fit = life.app.planning.fit("full-home")
    warm_up = {s.exercise for s in fit.outline.steps if s.part is Part.WARM_UP}
    assert warm_up == {"seated-march", "arm-circles", "posture-sit-tall"}
    desk = life.app.planning.fit("desk-break-3").routine
    assert desk == life.app.catalogue.routine("desk-break-3")


def test_too_little_left_names_what_fits_instead(life: Life) -> None:
    life.app.safety.answer(Answers(frozenset({"has-sciatica"})))
    fit = life.app.planning.fit("full-home")
    assert (fit.outline.is_enough, fit.instead) == (False, "core-posture")
    assert fit.outline.changes[-1].reason.why is Why.SCREENING


def test_what_hurt_starts_softer_next_time_and_what_was_sharp_rests(life: Life) -> None:
    life.app.safety.told(Hurt.STRONG, "strap-supine-stretch", Side.LEFT, "none")
    life.app.safety.told(Hurt.SHARP, "half-forward-fold", Side.LEFT, "none")
    changes = life.app.planning.changes()
    assert changes.softer == {"strap-supine-stretch", "half-forward-fold"}
    assert changes.aside["half-forward-fold"].until == MONDAY.date() + timedelta(7)
    life.days_later(1)
    life.did(exercise="strap-supine-stretch-bent")
    assert life.app.planning.changes().softer == {"half-forward-fold"}


def test_two_sharp_pains_in_a_week_pause_the_plan_until_confirmed(life: Life) -> None:
    life.did()
    life.app.safety.told(Hurt.SHARP, "bridge", Side.LEFT, "none")
    life.days_later(2)
    life.app.safety.told(Hurt.SHARP, "bird-dog", Side.LEFT, "none")
    assert life.app.planning.state().mode is Mode.WAITING
    assert life.app.planning.offer() is None
    life.app.planning.decide(Decision.CONFIRM)
    assert life.app.planning.state().mode is Mode.ON


def test_kit_that_is_missing_changes_the_session(life: Life) -> None:
    changes = life.app.planning.changes(missing=[Kit.STRAP], cold=True)
    fit = life.app.planning.fit("supine-mat", changes)
    assert {change.reason.why for change in fit.outline.changes} == {Why.KIT}


def test_a_card_says_what_the_answers_mean_for_it(life: Life) -> None:
    life.app.safety.answer(Answers(frozenset({"has-pregnancy"})))
    life.app.safety.set_aside("bridge")
    life.app.safety.set_aside("half-forward-fold")
    strap = life.app.planning.for_you("strap-supine-stretch")
    assert strap.reason_words == "Because you ticked: pregnancy."
    fold = life.app.planning.for_you("half-forward-fold")
    assert (fold.reason_words, fold.set_aside is not None) == ("Set aside for now.", True)
    chair = life.app.planning.for_you("chair-single-leg-fold")
    assert chair.cautions == ("Wide feet, easy range, no deep stretch.",)
    assert chair.left_out is None


def test_the_checklist_fits_the_session(life: Life) -> None:
    desk = life.app.catalogue.routine("desk-break-2")
    assert len(life.app.planning.checklist(desk, shown_today=False)) == 2
    assert life.app.planning.checklist(desk, shown_today=True) == ()


def test_after_a_sharp_pain_it_is_asked_how_it_is_now(life: Life) -> None:
    planning = life.app.planning
    assert planning.last_stop() is None
    life.did(hurt=Hurt.STRONG)
    assert planning.last_stop() is None
    life.days_later(1)
    life.did(hurt=Hurt.SHARP)
    assert planning.last_stop() is Hurt.SHARP
    planning.decide(Decision.CONFIRM)
    assert planning.last_stop() is None


def test_planned_days_are_in_the_calendar_and_can_be_taken_elsewhere(life: Life) -> None:
    assert not any(day.is_planned for day in life.app.planning.calendar())
    life.did()
    days = life.app.planning.calendar(weeks=2)
    assert len(days) == 14
    assert [each.day.day for each in days if each.is_done] == [4]
    planned = [each.day for each in days if each.is_planned]
    assert [day.day for day in planned] == [7, 11, 14]
    calendar = Calendar.from_ical(life.app.planning.as_ics(time(18, 30), weeks=2))
    starts = [event.decoded("dtstart") for event in calendar.walk("VEVENT")]
    assert [start.date() for start in starts] == planned
    assert {start.time() for start in starts} == {time(18, 30)}


def test_at_week_6_nothing_measured_says_nothing_and_no_change_is_told_kindly(life: Life) -> None:
    tests, planning = life.app.self_tests, life.app.planning
    life.did()
    assert planning.no_change(tests.protocols) == ""
    tests.save(FLOOR, [-12.0])
    for _week in range(12):
        life.days_later(3)
        life.did()
    assert planning.no_change(tests.protocols) == ""
    tests.save(FLOOR, [-11.0])
    assert planning.no_change(tests.protocols).startswith("No clear change yet.")
    life.days_later(7)
    tests.save(FLOOR, [-4.0])
    assert planning.no_change(tests.protocols) == ""


def test_a_test_is_kept_and_read(life: Life) -> None:
    tests = life.app.self_tests
    assert tests.offered().tests == (FLOOR, "test-standing-toe-touch")
    first = tests.save(FLOOR, [-12.0, -9.0, -10.0])
    assert (first.record.value_cm, first.reading) == (-9.0, "A little short of your feet")
    assert (first.norm, first.since_last, first.change_words) == ("", None, "")
    assert tests.too_soon(FLOOR) == "Muscles change slowly. See you next week."
    life.days_later(14)
    tests.set_profile(Profile(birth_year=1985, sex="woman"))
    second = tests.save(FLOOR, [-4.0])
    assert second.since_last is Difference.LOOSER
    assert (second.norm, second.norm_source[:4]) == ("Room to grow", "Mayo")
    assert [each.value_cm for each in tests.results(FLOOR)] == [-9.0, -4.0]
    assert tests.too_soon(CHAIR) == ""
    life.app.safety.answer(Answers(frozenset({"age-under-16"})))
    assert tests.read(second.record).norm == ""


def test_the_chair_test_names_the_tighter_side_which_then_goes_first(life: Life) -> None:
    life.app.self_tests.save(CHAIR, [2.0], side=Side.LEFT)
    result = life.app.self_tests.save(CHAIR, [-3.0, -4.0], side=Side.RIGHT)
    assert result.tighter is Side.RIGHT
    assert result.tighter_words == "One side is tighter. Start with that side."
    assert life.app.planning.changes().tighter is Side.RIGHT


def test_no_test_where_it_does_not_belong(life: Life) -> None:
    tests = life.app.self_tests
    assert tests.refusal(tests.offered()) == ""
    life.rated(7, Moment.DAY)
    assert tests.offered().refusal is Refusal.PAIN
    assert "much pain" in tests.refusal(tests.offered())
    for values in ([], [400.0]):
        with pytest.raises(InputError, match="-40 to 40 cm"):
            tests.save(FLOOR, values)
    with pytest.raises(InputError, match="test-leap"):
        tests.save("test-leap", [1.0])


def test_a_due_test_is_named_and_over_when_done(life: Life) -> None:
    life.did()
    assert life.app.planning.state().due == ("self-tests",)
    life.app.self_tests.save(FLOOR, [-5.0])
    assert life.app.planning.state().due == ()
    assert Notice.EXPECT in life.app.planning.state().notices


def test_pages_are_found_by_shelf_and_word(life: Life) -> None:
    learn = life.app.learn
    assert learn.pages[0].id == "learn-five-things"
    assert len(learn.questions()) == 12
    shelves = [page for topic in {page.topic for page in learn.pages} for page in learn.on(topic)]
    assert len(shelves) == len(learn.pages)
    assert all(learn.topic_words(page.topic) for page in learn.pages)
    assert "learn-faq" in [page.id for page in learn.search("one extra hold")]
    with pytest.raises(InputError, match="learn-to-fly"):
        learn.page("learn-to-fly")
