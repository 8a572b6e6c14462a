from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from supple.core.breaks.answer import Break, Show, Wait, Warn, Why
from supple.core.breaks.facts import Quiet
from supple.core.breaks.intents import ask_anyway, finish, later, pause, pause_for, resume, skip
from supple.core.breaks.state import Outcome, begin, seen_before
from tests.core.breaks.desk import MONDAY, Desk

SECONDS = st.floats(0, 7200)


class AnyLife(RuleBasedStateMachine):
    """Whatever happens, in any order: what may never be so."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(wall=MONDAY.replace(hour=10))

    @rule(seconds=SECONDS, idle_s=st.floats(0, 119))
    def work(self, seconds: float, idle_s: float) -> None:
        self.desk.work(seconds, idle_s=min(idle_s, seconds))

    @rule(seconds=SECONDS)
    def leave(self, seconds: float) -> None:
        self.desk.leave(seconds)

    @rule(seconds=SECONDS)
    def sleep(self, seconds: float) -> None:
        self.desk.sleep(seconds)

    @rule()
    def come_back(self) -> None:
        self.desk.come_back()

    @rule(locked=st.booleans())
    def lock(self, locked: bool) -> None:
        self.desk.set(is_locked=locked)

    @rule(quiet=st.frozensets(st.sampled_from(Quiet), max_size=2))
    def quiet(self, quiet: frozenset[Quiet]) -> None:
        self.desk.set(quiet=quiet)

    @rule(hours=st.floats(-30, 30))
    def change_the_clock(self, hours: float) -> None:
        self.desk.set_wall(self.desk.now.wall + timedelta(hours=hours))

    @rule(seconds=SECONDS, is_end=st.booleans())
    def start_the_program_anew(self, seconds: float, is_end: bool) -> None:
        desk = self.desk
        before = seen_before(desk.state, is_end=is_end)
        desk._pass(seconds, seconds)
        desk.state = begin(desk.now, desk.state.pause, before)
        desk.set(idle_s=0.0)

    @rule(seconds=st.one_of(st.none(), st.floats(1, 90_000)))
    def pause(self, seconds: float | None) -> None:
        desk = self.desk
        desk.state = pause(desk.state, None) if seconds is None else pause_for(desk.state, seconds)

    @rule()
    def resume(self) -> None:
        self.desk.state = resume(self.desk.state)

    @rule(done_s=st.floats(0, 130))
    def stretch(self, done_s: float) -> None:
        desk = self.desk
        desk.set(is_stretching=True)
        desk.work(done_s)
        desk.facts = desk.facts.__class__(idle_s=0.0)
        sat_s, count = desk.state.sat_s, len(desk.entries)
        desk.take(finish(desk.state, desk.options, done_s=done_s, planned_s=120))
        desk.look()
        taken = [entry for entry in desk.entries[count:] if entry.outcome is Outcome.TAKEN]
        assert bool(taken) == (done_s >= 120)
        assert done_s > 0 or desk.state.sat_s >= min(sat_s, 0)

    @precondition(lambda self: isinstance(self.desk.answer, Break))
    @rule(wish=st.sampled_from(["show", "later", "skip", "anyway"]))
    def answer(self, wish: str) -> None:
        desk = self.desk
        if wish == "show" and desk.answer == Break(show=Show.ASK, nudge=1):
            desk.show()
        elif wish == "later":
            desk.take(later(desk.state, 600))
        elif wish == "skip":
            desk.take(skip(desk.state, desk.options))
        else:
            desk.state = ask_anyway(desk.state, desk.options)

    @invariant()
    def no_countdown_leads_into_the_past(self) -> None:
        answer = self.desk.answer
        if isinstance(answer, Wait | Warn) and answer.in_s is not None:
            assert answer.in_s > 0
        assert 0.1 <= self.desk.next_look_s() <= 600
        assert 0.1 <= self.desk.next_look_s(signalled=False) <= 600

    @invariant()
    def every_answer_has_a_reason(self) -> None:
        answer = self.desk.answer
        assert answer.why in Why
        if isinstance(answer, Wait) and answer.why is Why.QUIET:
            assert answer.quiet

    @invariant()
    def nobody_is_asked_in_a_forbidden_moment(self) -> None:
        desk = self.desk
        answer = desk.answer
        if not isinstance(answer, Break) or answer.show is not Show.ASK:
            return
        ask = desk.state.ask
        assert ask is not None
        assert answer.nudge in (1, 2)
        assert not desk.facts.is_locked
        assert not desk.facts.is_stretching
        assert desk.state.pause is None
        assert desk.now.real_s - desk.state.back_s >= 120
        assert ask.anyway or not desk.facts.quiet & desk.options.quiet_while

    @invariant()
    def sitting_is_never_longer_than_the_time_that_passed(self) -> None:
        desk = self.desk
        passed_s = desk.now.real_s - 1000.0 + 1e-6
        assert 0 <= desk.state.sitting_s <= passed_s
        assert desk.state.sat_s <= passed_s


AnyLife.TestCase.settings = settings(stateful_step_count=40)
TestAnyLife = AnyLife.TestCase
