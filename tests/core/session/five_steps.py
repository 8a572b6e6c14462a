"""A session of five steps, run to any moment: get ready, hold, rest, hold, cool-down."""

from supple.core.session import events as ev
from supple.core.session.steps import Cue, Kind, Part, Side, Tone
from tests.core.session.driver import Driver
from tests.core.session.factory import session, step

HOLD_CUES = (Cue(0.0, tone=Tone.START), Cue(0.0, text="Lean."), Cue(20.0, text="Come up."))
READY = step(Kind.GET_READY, 10.0, cues=(Cue(0.0, text="Fold."),))
HOLD = step(sets=2, cues=HOLD_CUES)
REST = step(Kind.REST, 8.0, number=2, sets=2)
AGAIN = step(number=2, sets=2, cues=HOLD_CUES)
LAST = step(Kind.COOL_DOWN, 30.0, part=Part.COOL_DOWN, ident="rest", group=1, side=Side.NONE)
FIVE = session(READY, HOLD, REST, AGAIN, LAST)
PREPARE = step(Kind.PREPARE, 0.0, timed=False)


def at(now: float) -> Driver:
    """The five steps, run to `now` without a hand laid on them."""
    driver = Driver(FIVE)
    driver.to(now)
    return driver


def ended(driver: Driver) -> list[tuple[int, int, float, ev.Outcome]]:
    """Every step that ended: index, attempt, actual seconds, outcome."""
    return [
        (each.index, each.attempt, each.actual_s, each.outcome)
        for each in driver.of(ev.StepEnded)
        if not each.extra
    ]


def extras(driver: Driver) -> list[tuple[float, float, ev.Outcome]]:
    """Every extra get-ready: begin, length, outcome."""
    return [
        (each.t - each.actual_s, each.actual_s, each.outcome)
        for each in driver.of(ev.StepEnded)
        if each.extra
    ]


DONE, SKIPPED, STOPPED = ev.Outcome.DONE, ev.Outcome.SKIPPED, ev.Outcome.STOPPED
