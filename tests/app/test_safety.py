from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.app.safety import ClosedError, Safety
from supple.core.history.records import SessionRecord, Source
from supple.core.plan.screening import Access, Answers, Condition, Due, Lock, Standing
from supple.core.session.events import Hurt, Outcome, SessionOutcome
from supple.core.session.steps import Side
from supple.devices.clock import ManualClock
from supple.devices.store.device import Device
from supple.devices.store.sessions import end_session, record_step
from supple.devices.store.store import DiskStore
from tests.devices.store.samples import compiled, session, step

WORDS = NullTranslations()
NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
FEVER = Answers(frozenset({"urgent-fever"}))
SADDLE = Answers(frozenset({"red-saddle"}))
NOTHING = Answers()


class Person:
    """Somebody with a history on disk and a clock to move."""

    def __init__(self, folder: Path) -> None:
        self.clock = ManualClock(wall=NOON)
        self.folder = folder
        self.store = self._open()
        self.keeps = True
        self.safety = self._safety()

    def _open(self) -> DiskStore:
        (self.folder / "backups").mkdir(parents=True, exist_ok=True)
        device = Device(id="0b6e1f36-93a5-4be8-8a37-2f6a0f8a7b11", name="desk")
        return DiskStore(
            self.folder / "supple.db", self.folder / "backups", device, self.clock, WORDS
        )

    def _safety(self) -> Safety:
        return Safety(self.store, self.clock, WORDS, lambda: self.keeps)

    def restart(self) -> None:
        self.store.close()
        self.store = self._open()
        self.safety = self._safety()

    def did(self, number: int, hurt: Hurt | None = None) -> SessionRecord:
        started = self.clock.wall()
        ended = SessionOutcome.HURT if hurt else SessionOutcome.COMPLETED
        record = session(
            number, source=Source.WINDOW, started=started, local_day=started.date(), hurt=hurt
        )
        closed = session(
            number,
            started=started,
            local_day=started.date(),
            hurt=hurt,
            outcome=ended,
            ended=started,
        )
        done = step(1, of=number, outcome=Outcome.DONE, ended=started)
        self.store.write(
            partial(record_step, session=record, step=done, compiled=compiled())
        ).result()
        self.store.write(partial(end_session, session=closed)).result()
        return record

    def days_later(self, days: int) -> None:
        self.clock.advance(timedelta(days=days).total_seconds())


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    somebody = Person(tmp_path)
    with closing(somebody.store):
        yield somebody
        somebody.store.close()


def access(person: Person) -> Access:
    return person.safety.standing().access


def test_nothing_is_closed_before_the_first_answer_but_the_questions_are_due(
    person: Person,
) -> None:
    person.safety.require_open()
    assert access(person) is Access.UNANSWERED
    assert person.safety.due() is Due.FIRST
    assert person.safety.given_answers() is None
    assert person.safety.messages() == (person.safety.questionnaire.words("intro"),)


@pytest.mark.parametrize("answers", [FEVER, SADDLE])
def test_a_lock_survives_a_restart_and_a_clock_set_back(person: Person, answers: Answers) -> None:
    locked = person.safety.answer(answers)
    person.restart()
    assert person.safety.standing() == locked
    person.clock.set_wall(NOON - timedelta(days=4000))
    person.restart()
    with pytest.raises(ClosedError) as closed:
        person.safety.require_open()
    assert closed.value.exit_code == 1
    assert closed.value.access is locked.access
    assert closed.value.what in person.safety.messages()


def test_new_answers_do_not_open_what_is_closed(person: Person) -> None:
    person.safety.answer(SADDLE)
    assert person.safety.answer(NOTHING).access is Access.EMERGENCY
    assert person.safety.answer(Answers(doctor_checked=True)).access is Access.CLEAR
    person.safety.answer(FEVER)
    assert person.safety.answer(NOTHING).access is Access.SEE_FIRST
    assert person.safety.clear("see-first").access is Access.CLEAR


def test_an_answer_after_the_clock_was_set_back_counts(person: Person) -> None:
    person.safety.answer(NOTHING)
    person.clock.set_wall(NOON - timedelta(days=30))
    assert person.safety.answer(SADDLE).access is Access.EMERGENCY


def test_a_professionals_word_is_asked_again_with_new_answers(person: Person) -> None:
    surgery = Answers(frozenset({"has-recent-surgery"}))
    assert person.safety.answer(surgery).access is Access.ASK_FIRST
    assert person.safety.clear("recent-surgery").access is Access.CLEAR
    assert person.safety.answer(surgery).access is Access.ASK_FIRST


@pytest.mark.parametrize("subject", ["emergency", "pregnancy", "nonsense", "see-first"])
def test_no_word_clears_what_it_cannot(person: Person, subject: str) -> None:
    with pytest.raises(ValueError, match="clears"):
        person.safety.clear(subject)
    person.safety.answer(Answers(frozenset({"red-chest", "has-pregnancy"})))
    with pytest.raises(ValueError, match="clears"):
        person.safety.clear(subject)


def test_a_terminal_can_close_but_never_open(person: Person) -> None:
    assert person.safety.close(Lock.SEE_FIRST).access is Access.SEE_FIRST
    assert person.safety.close(Lock.EMERGENCY).access is Access.EMERGENCY
    assert person.safety.close(Lock.SEE_FIRST).access is Access.EMERGENCY


def test_with_a_lock_tag_a_session_is_judged_by_what_is_left(person: Person) -> None:
    person.safety.answer(Answers(frozenset({"has-other-back"})))
    person.safety.require_open()
    person.safety.require_enough(is_enough=True)
    with pytest.raises(ClosedError, match="ask a professional"):
        person.safety.require_enough(is_enough=False, instead="walk-10")


def test_too_little_of_a_session_names_another_one(person: Person) -> None:
    with pytest.raises(ClosedError, match='"core-posture"'):
        person.safety.require_enough(is_enough=False, instead="core-posture")
    with pytest.raises(ClosedError, match="short walk"):
        person.safety.require_enough(is_enough=False)


def test_single_answers_are_kept_only_if_wanted(person: Person) -> None:
    yes = Answers(frozenset({"has-pregnancy"}))
    person.safety.answer(yes)
    kept = person.safety.given_answers()
    assert kept
    assert [ident for ident, value in kept.items() if value] == ["has-pregnancy"]
    person.safety.forget_single_answers()
    assert person.safety.given_answers() is None
    person.keeps = False
    assert person.safety.answer(yes).conditions == {Condition.PREGNANCY}
    assert person.safety.given_answers() is None


def test_after_a_restore_the_closed_side_wins(person: Person) -> None:
    person.safety.answer(FEVER)
    before = person.safety.standing()
    person.safety.clear("see-first")
    restored = person.safety.standing()
    assert restored.access is Access.CLEAR
    assert person.safety.keep_stricter(before).access is Access.SEE_FIRST
    assert person.safety.keep_stricter(Standing()).access is Access.SEE_FIRST


def test_what_both_sides_cleared_stays_cleared_after_a_restore(person: Person) -> None:
    person.safety.answer(Answers(frozenset({"has-sciatica"})))
    person.safety.clear("sciatica-symptoms")
    before = Standing(
        conditions=frozenset({Condition.SCIATICA_SYMPTOMS, Condition.PREGNANCY}),
        cleared=frozenset({"sciatica-symptoms"}),
        answered=NOON.date(),
    )
    after = person.safety.keep_stricter(before)
    assert after.conditions == before.conditions
    assert after.cleared == {"sciatica-symptoms"}


def test_the_questions_come_again_after_eight_weeks_or_four_without_a_session(
    person: Person,
) -> None:
    person.safety.answer(NOTHING)
    person.did(1)
    person.days_later(27)
    assert person.safety.due() is None
    person.days_later(1)
    assert person.safety.due() is Due.AFTER_BREAK
    person.did(2)
    assert person.safety.due() is None
    person.days_later(27)
    assert person.safety.due() is None
    person.days_later(1)
    assert person.safety.due() is Due.AFTER_BREAK


def told(person: Person, answer: Hurt, number: int = 1, exercise: str = "bridge") -> None:
    record = person.did(number, answer)
    person.safety.told(answer, exercise, Side.LEFT, record.id)


def test_chest_pain_closes_everything_as_an_emergency(person: Person) -> None:
    told(person, Hurt.CHEST)
    assert access(person) is Access.EMERGENCY
    assert person.safety.due() is Due.LOCKED


def test_a_nerve_type_sign_waits_for_new_answers(person: Person) -> None:
    person.safety.answer(Answers(frozenset({"has-pregnancy"})))
    told(person, Hurt.NERVE)
    assert access(person) is Access.CHECK_AGAIN
    assert person.safety.standing().conditions == {Condition.PREGNANCY}
    assert person.safety.due() is Due.STOP_SIGN
    with pytest.raises(ClosedError, match="answer the questions again"):
        person.safety.require_open()
    assert person.safety.answer(Answers(frozenset({"has-sciatica"}))).access is Access.CLEAR


def test_sharp_pain_rests_the_exercise_and_a_second_time_until_taken_back(person: Person) -> None:
    told(person, Hurt.SHARP)
    (rest,) = person.safety.set_asides()
    assert (rest.exercise, rest.until_day) == ("bridge", NOON.date() + timedelta(7))
    person.days_later(3)
    person.did(2)
    told(person, Hurt.SHARP, 3, "bird-dog")
    assert [each.until_day for each in person.safety.set_asides()][1] is None
    person.days_later(10)
    assert [each.exercise for each in person.safety.set_asides()] == ["bird-dog"]
    person.safety.bring_back("bird-dog")
    assert person.safety.set_asides() == ()


def test_two_sessions_in_a_row_stopped_by_sharp_pain_ask_again(person: Person) -> None:
    person.safety.answer(NOTHING)
    told(person, Hurt.SHARP, 1)
    person.days_later(20)
    told(person, Hurt.SHARP, 2, "bird-dog")
    assert access(person) is Access.CHECK_AGAIN


@pytest.mark.parametrize("answer", [Hurt.STRONG, Hurt.CRAMP, Hurt.OTHER, Hurt.DIZZY])
def test_the_other_answers_close_nothing(person: Person, answer: Hurt) -> None:
    person.safety.answer(NOTHING)
    told(person, answer)
    assert access(person) is Access.CLEAR
    assert person.safety.set_asides() == ()


def test_an_exercise_can_be_left_out_by_choice(person: Person) -> None:
    person.safety.set_aside("bridge")
    (aside,) = person.safety.set_asides()
    assert (aside.reason, aside.until_day) == ("own-choice", None)
