"""The engine, walked at random: every intent at any moment, late calls, sleep of any length."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from supple.core.session import events as ev
from supple.core.session.compile import Session
from supple.core.session.engine import HURT_ENDS_S, PAUSE_ENDS_S, Engine, Intent
from supple.core.session.steps import Cue, Kind, Part, Step
from supple.core.session.view import State
from tests.core.session.driver import Driver
from tests.core.session.factory import compiled, session, step
from tests.core.session.ledger import Ledger, near
from tests.core.shipped import ROUTINE_IDS

MEANS_SOMETHING = {
    State.RUNNING: set(Intent) - {Intent.RESUME, Intent.REST},
    State.PAUSED: set(Intent) - {Intent.PAUSE, Intent.READY, Intent.LONGER, Intent.REST},
    State.HURT: {Intent.RESUME, Intent.SKIP, Intent.AGAIN, Intent.REST, Intent.STOP},
    State.ENDED: set[Intent](),
}
GOING = sorted(set(Intent) - {Intent.STOP})
KINDS = sorted(set(Kind) - {Kind.SCREEN, Kind.PREPARE})
MOMENTS = st.floats(0, 1, allow_subnormal=False)


@st.composite
def steps(draw: st.DrawFn, group: int) -> Step:
    """A step of any kind and length, with cues anywhere in it."""
    kind = draw(st.sampled_from(KINDS))
    seconds = draw(st.floats(0.5, 40))
    places = sorted(draw(st.lists(MOMENTS, max_size=4)))
    cues = tuple(Cue(seconds * at, text=f"#{n}") for n, at in enumerate(places))
    part = {Kind.WARM_UP: Part.WARM_UP, Kind.COOL_DOWN: Part.COOL_DOWN}.get(kind, Part.MAIN)
    return step(kind, seconds, part=part, group=group, cues=cues)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session of one to six steps, perhaps with one that waits for its user first."""
    made = [draw(steps(group)) for group in range(draw(st.integers(1, 6)))]
    if draw(st.booleans()):
        made.insert(0, step(Kind.PREPARE, 0.0, timed=False))
    return session(*made)


class AnyWalk(RuleBasedStateMachine):
    """Two hosts with the same user: one calls at every deadline, the other only when it must."""

    @initialize(of=sessions())
    def begin(self, of: Session) -> None:
        self.punctual, self.late = Driver(of), Driver(of, punctual=False)
        self.ledger = Ledger(of)
        self.heard = 0

    @rule(seconds=st.floats(0, 50))
    def wait(self, seconds: float) -> None:
        self.punctual.wait(seconds)
        self.late.wait(seconds)

    @rule(seconds=st.floats(0, 2 * PAUSE_ENDS_S))
    def sleep(self, seconds: float) -> None:
        self.punctual.sleep(seconds)
        self.late.sleep(seconds)

    @rule(intent=st.sampled_from(GOING))
    def press(self, intent: Intent) -> None:
        before, state = self.punctual.view, self.punctual.state
        events = self.punctual.do(intent)
        self.late.do(intent)
        if intent not in MEANS_SOMETHING[state]:
            assert not events
            assert self.punctual.view == before

    @rule(run=st.floats(0.1, 10), ready=st.floats(0, 6), intent=st.sampled_from(GOING))
    def stumble(self, run: float, ready: float, intent: Intent) -> None:
        """A short pause, and while getting ready after it something else."""
        for host in (self.punctual, self.late):
            host.do(Intent.PAUSE, after=run)
            host.do(Intent.RESUME)
            host.do(intent, after=ready)

    @precondition(lambda self: self.punctual.state is State.HURT)
    @rule(hurt=st.sampled_from(ev.Hurt))
    def answer(self, hurt: ev.Hurt) -> None:
        self.punctual.answer(hurt)
        self.late.answer(hurt)

    @rule()
    def stop_perhaps(self) -> None:
        """Stop, but only what has been going on for a while: else no walk would be long."""
        if self.punctual.now > 100:
            self.punctual.do(Intent.STOP)
            self.late.do(Intent.STOP)

    @invariant()
    def the_books_are_right(self) -> None:
        for event in self.punctual.events[self.heard :]:
            self.ledger.hear(event)
        self.heard = len(self.punctual.events)

    @invariant()
    def the_picture_fits(self) -> None:
        view = self.punctual.view
        assert 0 <= view.remaining_s <= view.seconds + 1e-6
        assert view.left_s >= 0
        assert sum(group.done_s for group in view.groups) <= view.done_s + 1e-6
        assert all(0 <= group.done_s <= group.seconds + 1e-6 for group in view.groups)
        assert view.state is self.punctual.state

    def teardown(self) -> None:
        if not hasattr(self, "late"):
            return
        self.punctual.finish()
        self.late.finish()
        self.the_books_are_right()
        assert self.ledger.over
        assert self.late.events == self.punctual.events


TestAnyWalk = AnyWalk.TestCase
TestAnyWalk.settings = settings(stateful_step_count=30)


@given(sessions(), st.lists(st.tuples(st.floats(0, 30), st.floats(0, 1500)), max_size=8))
def test_held_time_is_planned_time_whatever_is_paused(
    of: Session, pauses: list[tuple[float, float]]
) -> None:
    driver = Driver(of)
    for run, stand in pauses:
        driver.do(Intent.PAUSE, after=run)
        driver.do(Intent.RESUME, after=stand)
    driver.finish()
    ends = [each for each in driver.of(ev.StepEnded) if not each.extra]
    assert [each.index for each in ends] == list(range(len(of.steps)))
    assert all(each.outcome is ev.Outcome.DONE for each in ends)
    for each in ends:
        assert near(each.actual_s, each.seconds) or each.kind is Kind.PREPARE


@given(sessions(), st.lists(st.floats(0.1, 5000), min_size=1, max_size=8))
def test_sleep_of_any_length_costs_no_second_of_a_hold(of: Session, naps: list[float]) -> None:
    driver = Driver(of)
    for nap in naps:
        driver.wait(7)
        driver.sleep(nap)
        driver.do(Intent.RESUME)
    driver.finish()
    for each in driver.of(ev.StepEnded):
        assert each.extra or near(each.actual_s, each.seconds) or each.kind is Kind.PREPARE


@given(sessions(), st.sampled_from([Intent.PAUSE, Intent.HURTS]), st.floats(0, 100))
def test_a_session_that_is_left_alone_ends_by_itself(
    of: Session, stop: Intent, after: float
) -> None:
    driver = Driver(of)
    driver.do(Intent.READY)
    driver.do(stop, after=after)
    driver.wait(max(PAUSE_ENDS_S, HURT_ENDS_S) + 1)  # sums of seconds are rounded
    assert driver.state is State.ENDED


@given(st.sampled_from(ROUTINE_IDS), st.integers(1, 8), st.integers(0, 2**31))
def test_a_shipped_routine_runs_to_its_end_to_the_second(ident: str, week: int, seed: int) -> None:
    of = compiled(ident, week=week, seed=seed)
    driver = Driver(of)
    driver.to(of.planned_s)
    assert driver.state is State.ENDED
    ends = driver.of(ev.StepEnded)
    assert [each.actual_s for each in ends] == [each.seconds for each in of.steps]
    over = driver.of(ev.SessionEnded)[0]
    assert over.t == over.active_s == of.planned_s
    assert over.holds_done == of.holds_planned


@given(st.sampled_from(ROUTINE_IDS), st.floats(0, 1e7))
def test_the_hosts_clock_leaves_no_trace_in_what_is_told(ident: str, start: float) -> None:
    def told(begin: float) -> list[ev.AnyEvent]:
        engine = Engine(of, "session-1")
        return [*engine.start(begin), *engine.advance(begin + of.planned_s + 1)]

    of = compiled(ident)
    assert told(start) == told(0.0)
