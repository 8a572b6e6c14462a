"""Other lengths of holds and rests, chosen in a pause, for the rest of a session."""

import msgspec

from supple.core.session.compile import Session
from supple.core.session.steps import Kind, Side, Step

_Key = tuple[int, Kind, str, Side, int]


def relengthed(session: Session, other: Session, index: int) -> Session:
    """The session with all that comes after the step at `index` as long as in `other`.

    `other` is the same routine with other lengths. What it has not, such as a stretch that was
    made softer, stays as it is.
    """
    found: dict[_Key, Step] = {_key(step): step for step in other.steps}
    done = index + 1
    ahead = (found.get(_key(step), step) for step in session.steps[done:])
    return msgspec.structs.replace(session, steps=(*session.steps[:done], *ahead))


def _key(step: Step) -> _Key:
    return step.group, step.kind, step.exercise, step.side, step.set
