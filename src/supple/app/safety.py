"""Whether this person may exercise now: questions, locks, clearances, and what stop signs do.

Nothing opens a session without passing `require_open`; nothing else reads or writes the answers.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from gettext import NullTranslations

import msgspec

from supple.core.catalogue.reading import parse_toml
from supple.core.catalogue.routine import Routine
from supple.core.catalogue.texts import translated
from supple.core.errors import SuppleError
from supple.core.plan import hurts, screening
from supple.core.plan.limits import Limits, limits_of
from supple.core.plan.records import ClearanceRecord, HurtRecord, ScreeningRecord, SetAside
from supple.core.plan.screening import (
    Access,
    Answers,
    Condition,
    Due,
    Lock,
    Questionnaire,
    Standing,
)
from supple.core.session.events import Hurt
from supple.core.session.steps import Side
from supple.devices.clock import Clock
from supple.devices.files import asset
from supple.devices.stop_sign import StopSignFile
from supple.devices.store.faults import StoreError
from supple.devices.store.hurts import list_hurts, save_hurt
from supple.devices.store.ids import new_id
from supple.devices.store.overview import last_day, last_record_but
from supple.devices.store.screening import (
    forget_answers,
    latest_screening,
    read_standing,
    save_clearance,
    save_screening,
)
from supple.devices.store.sessions import close_session
from supple.devices.store.set_asides import bring_back, list_set_asides, save_set_aside
from supple.devices.store.store import Store


class ClosedError(SuppleError):
    """Sessions are closed for this person now; the message says what would open them."""

    def __init__(self, access: Access, what: str, *, fix: str = "") -> None:
        super().__init__(what, fix=fix)
        self.access = access


class Safety:
    """Asks, remembers and guards. `keeps_answers`: whether single answers may be kept.

    `sign` keeps a stop sign while its session stands; what a program that was killed left there is
    carried out before anything is judged.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        words: NullTranslations,
        keeps_answers: Callable[[], bool] = lambda: True,
        sign: StopSignFile | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._words = words
        self._keeps_answers = keeps_answers
        self._sign = sign
        self._noted: HurtRecord | None = None  # may yet be taken back
        self._refused: HurtRecord | None = None  # the history did not take it
        self._owed = Lock.NONE  # nor this
        self._left_behind: Hurt | None = None

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """The questions and messages, in the user's language."""
        data, _ = parse_toml(asset("screening.toml").read_text(encoding="utf-8"))
        return translated(msgspec.convert(data, Questionnaire), self._words)

    def standing(self) -> Standing:
        """Where the person stands now. Raises StoreError."""
        with suppress(StoreError):
            self._close_owed()
        owed = screening.stricter_lock(self._owed, self._carry_out_left_behind())
        standing = self._store.read(read_standing)
        lock = screening.stricter_lock(owed, standing.lock)
        return msgspec.structs.replace(standing, lock=lock)

    def take_left_behind(self) -> Hurt | None:
        """The stop sign that was carried out in the place of a program that was killed; once."""
        self._carry_out_left_behind()
        left, self._left_behind = self._left_behind, None
        return left

    def limits(self) -> Limits:
        """What that does to exercises."""
        return limits_of(self.standing())

    def due(self) -> Due | None:
        """Whether and why the questions should be asked before the next session."""
        last = self._store.read(last_day)
        return screening.due(self.standing(), self._clock.wall().date(), last)

    def messages(self, standing: Standing | None = None) -> tuple[str, ...]:
        """What the person's answers mean, in sentences, the most serious first."""
        ids = screening.messages(standing or self.standing())
        return tuple(self.questionnaire.words(ident) for ident in ids)

    def given_answers(self) -> dict[str, bool] | None:
        """The single answers of last time, for the pages to begin with; None if not kept."""
        latest = self._store.read(latest_screening)
        return latest.answers if latest else None

    def judged(self, answers: Answers) -> Standing:
        """Where a filled-in questionnaire would leave the person; nothing is kept yet."""
        verdict = screening.screen(self.questionnaire, answers, self.standing())
        return Standing(verdict.lock, verdict.conditions, answered=self._clock.wall().date())

    def answer(self, answers: Answers) -> Standing:
        """Judge and keep a filled-in questionnaire; the standing that follows from it."""
        verdict = screening.screen(self.questionnaire, answers, self.standing())
        kept = {each.id: each.id in answers.yes for each in self.questionnaire.question}
        self._save(verdict.lock, verdict.conditions, kept)
        return self.standing()

    def add(self, condition: Condition) -> Standing:
        """Keep one condition more, as a yes to a single question asked outside the pages."""
        before = self.standing()
        given = self.given_answers()
        if given is not None:
            given |= {
                each.id: True for each in self.questionnaire.question if each.tag is condition
            }
        self._save(before.lock, before.conditions | {condition}, given)
        for subject in sorted(before.cleared & {*screening.asking_a_word(self.standing())}):
            self.clear(subject)
        return self.standing()

    def close(self, lock: Lock) -> Standing:
        """Close all sessions without the whole questionnaire.

        Message A after chest pain or a yes to "Any of these?"; either message where a terminal
        asks the emergency and see-first questions alone. Never opens anything. Raises StoreError;
        it holds all the same, and is tried again.
        """
        self._owed = screening.stricter_lock(lock, self._owed)
        self._close_owed()
        return self.standing()

    def clear(self, subject: str) -> Standing:
        """Keep a professional's word about a lock or condition of the present answers.

        Raises ValueError for a subject that no word can clear.
        """
        latest = self._store.read(latest_screening)
        if latest is None or subject not in screening.asking_a_word(self.standing()):
            raise ValueError(f"no professional's word clears {subject!r} here")
        now = self._clock.wall()
        record = ClearanceRecord(
            id=new_id(), screening_id=latest.id, given=now, local_day=now.date(), subject=subject
        )
        self._store.write(partial(save_clearance, record=record)).result()
        return self.standing()

    def forget_single_answers(self) -> None:
        """Keep no single answers; locks, tags and days stay."""
        self._store.write(forget_answers).result()

    def keep_stricter(self, before: Standing) -> Standing:
        """After a restore: what held before and what came back, the closed side winning."""
        now = self.standing()
        both = screening.stricter(before, now)
        if both != now:
            self._save(both.lock, both.conditions, None)
            for subject in sorted(both.cleared & {*screening.asking_a_word(self.standing())}):
                self.clear(subject)
        return self.standing()

    def require_open(self) -> None:
        """Raise ClosedError if no session may start. Nothing answered yet is not closed.

        Who waits for a professional's word may still rest: that is judged by what is left of the
        session (`require_enough`).
        """
        access = self.standing().access
        if not access.is_open and access is not Access.ASK_FIRST:
            raise self._closed(access)

    def require_level(self, routine: Routine) -> None:
        """Raise ClosedError for the strongest routine where it stays hidden, even when named."""
        if routine.from_week > 1 and self.limits().gentle:
            what = self._words.gettext("The strongest stretches stay closed for you.")
            raise ClosedError(self.standing().access, what)

    def require_enough(self, *, is_enough: bool, instead: str = "") -> None:
        """Raise ClosedError if too little of a session is left for this person.

        `instead` names a routine to suggest.
        """
        if is_enough:
            return
        access = self.standing().access
        if access is Access.ASK_FIRST:
            raise self._closed(access)
        tr = self._words.gettext
        what = tr("This session isn't for you now: too little of it is left.")
        fix = tr('Try "{routine}" instead.').format(routine=instead) if instead else ""
        raise ClosedError(access, what, fix=fix or tr("Resting and a short walk are fine."))

    def note(self, answer: Hurt | None, exercise: str, side: Side, session_id: str) -> None:
        """Keep an answer that may yet be changed, safe from the end of the program; None: none."""
        self._noted = None
        if answer is not None:
            self._noted = self._told_now(answer, exercise, side, session_id)
        if self._sign is not None and self._noted is None:
            self._sign.forget()
        elif self._sign is not None and self._noted is not None:
            self._sign.keep(self._noted)

    def told(self, answer: Hurt, exercise: str, side: Side, session_id: str) -> hurts.Later:
        """Keep a stop sign and carry out what follows: rests, and locks.

        Raises StoreError; a lock holds all the same, and the rest is tried again.
        """
        told, self._noted = self._noted, None
        if told is None or (told.answer, told.session_id) != (answer, session_id):
            told = self._told_now(answer, exercise, side, session_id)
        try:
            later = self._carry_out(told)
        except StoreError:
            self._refused = told
            raise
        if self._sign is not None:
            self._sign.forget()
        return later

    def _told_now(self, answer: Hurt, exercise: str, side: Side, session_id: str) -> HurtRecord:
        now = self._clock.wall()
        return HurtRecord(
            id=new_id(),
            told=now,
            local_day=now.date(),
            exercise=exercise,
            side=side,
            answer=answer,
            session_id=session_id,
        )

    def _carry_out(self, told: HurtRecord) -> hurts.Later:
        later = self._later(told)
        self._store.write(partial(save_hurt, hurt=told)).result()
        if later.aside:
            self.set_aside(told.exercise, told.answer.value, until=later)
        if later.lock is not Lock.NONE:
            self._close(later.lock)
        return later

    def _later(self, told: HurtRecord) -> hurts.Later:
        before = [each for each in self._store.read(list_hurts) if each.id != told.id]
        return hurts.later(told, before, self._last_end(told.session_id or ""))

    def _carry_out_left_behind(self) -> Lock:
        """Carry out what the history does not have yet. Returns the lock that follows from it.

        The history may not take it, or what is read next may be of the moment before.
        """
        left = self._sign.left_behind() if self._sign and self._refused is None else None
        told = self._refused or left
        if told is None:
            return Lock.NONE
        try:
            lock = self._carry_out(told).lock
            if left is not None and hurts.now(left.answer).ends:
                job = partial(close_session, session_id=left.session_id or "", hurt=left.answer)
                self._store.write(job).result()
        except StoreError:
            return self._later(told).lock
        self._refused = None
        if self._sign is not None:
            self._sign.forget()
        self._left_behind = left.answer if left is not None else None
        return lock

    def named(self, answer: Hurt, session_id: str) -> hurts.Later:
        """Carry out what follows from a pain that was first "something else"."""
        mine = [each for each in self._store.read(list_hurts) if each.session_id == session_id]
        if not mine:
            return hurts.Later()
        return self.told(answer, mine[-1].exercise, mine[-1].side, session_id)

    def set_aside(
        self, exercise: str, reason: str = "own-choice", until: hurts.Later | None = None
    ) -> None:
        """Leave an exercise out: for the rest that `until` names, else until brought back."""
        aside = SetAside(
            id=new_id(),
            exercise=exercise,
            reason=reason,
            from_day=self._clock.wall().date(),
            until_day=until.until if until else None,
        )
        self._store.write(partial(save_set_aside, aside=aside)).result()

    def bring_back(self, exercise: str) -> None:
        """The user takes an exercise back."""
        moment = self._clock.wall()
        self._store.write(partial(bring_back, exercise=exercise, moment=moment)).result()

    def set_asides(self) -> tuple[SetAside, ...]:
        """The exercises that are left out today, with since when and until when."""
        today = self._clock.wall().date()
        return tuple(each for each in self._store.read(list_set_asides) if each.holds_on(today))

    def _last_end(self, session_id: str) -> Hurt | None:
        """How the session before this one ended, if with pain."""
        last = self._store.read(partial(last_record_but, session_id=session_id))
        return None if last is None else last.hurt

    def _close_owed(self) -> None:
        if self._owed is not Lock.NONE:
            self._close(self._owed)
            self._owed = Lock.NONE

    def _close(self, lock: Lock) -> None:
        before = self._store.read(read_standing)
        stricter = screening.stricter_lock(lock, before.lock)
        self._save(stricter, before.conditions, None)

    def _save(
        self, lock: Lock, conditions: frozenset[screening.Condition], kept: dict[str, bool] | None
    ) -> None:
        now = self._clock.wall()
        record = ScreeningRecord(
            id=new_id(),
            answered=now,
            local_day=now.date(),
            lock=lock,
            tags=tuple(sorted(conditions)),
            answers=kept if self._keeps_answers() else None,
        )
        self._store.write(partial(save_screening, record=record)).result()

    def _closed(self, access: Access) -> ClosedError:
        tr = self._words.gettext
        fix = tr("Learn and the library stay open.")
        if access is not Access.EMERGENCY:
            fix = tr("The questions are in Supple's window. Learn and the library stay open.")
        return ClosedError(access, self.questionnaire.words(access.value), fix=fix)
