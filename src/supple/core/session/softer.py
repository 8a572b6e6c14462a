"""A running session made softer from one place on: what follows "just too strong"."""

import msgspec

from supple.core.session.compile import Session
from supple.core.session.steps import Kind, Step


def softened(session: Session, softer: Session, index: int) -> Session:
    """The session with the rest of the exercise at `index` taken from `softer`.

    `softer` is the same routine with a softer form of that exercise. What was done stays, and so
    does all that comes after the exercise. Another exercise begins with its own time to get ready.
    """
    steps = session.steps
    here = steps[index]
    group = [step for step in softer.steps if step.group == here.group]
    after = tuple(step for step in steps[index:] if step.group != here.group)
    rest = tuple(group[_place(group, _next_work(steps, index)) :])
    if rest and group[0].kind is Kind.GET_READY and rest[0].exercise != here.exercise:
        rest = (group[0], *(rest[1:] if rest[0] is group[0] else rest))
    ways = session.phrases.way_out | softer.phrases.way_out
    return msgspec.structs.replace(
        session,
        steps=(*steps[:index], *(rest or steps[index : index + 1]), *after),
        phrases=msgspec.structs.replace(session.phrases, way_out=ways),
    )


def _next_work(steps: tuple[Step, ...], index: int) -> Step:
    """The work that the step leads to, or the step itself."""
    group = (step for step in steps[index:] if step.group == steps[index].group)
    return next((step for step in group if step.kind.is_work), steps[index])


def _place(group: list[Step], work: Step) -> int:
    """Where in the softer exercise the same side and set begin; its start where there is none."""
    same = (
        n
        for n, step in enumerate(group)
        if step.kind.is_work and (step.side, step.set) == (work.side, work.set)
    )
    return next(same, 0)
