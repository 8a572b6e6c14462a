"""Time a body needs from one posture to the next."""

from supple.core.catalogue.exercise import Exercise, Position

_STAND = frozenset({Position.STANDING, Position.MOVING})
_STAND_SIT_S = 10
_FLOOR_S = 15
_SIT_LYING_S = 20


def end_position(exercise: Exercise, before: Position) -> Position:
    """Where the exercise leaves the body, having been in `before`."""
    last = exercise.end_position or exercise.position
    return before if last is Position.ANY else last


def change_s(before: Position, after: Position) -> int:
    """Seconds to get from one posture into another; 0 where nothing changes."""
    if Position.ANY in (before, after) or _height(before) == _height(after):
        return 0
    heights = {_height(before), _height(after)}
    if heights == {"stand", "sit"}:
        return _STAND_SIT_S
    return _SIT_LYING_S if heights == {"sit", "lie"} else _FLOOR_S


def _height(position: Position) -> str:
    if position in _STAND:
        return "stand"
    return {Position.SEATED: "sit", Position.FLOOR: "floor"}.get(position, "lie")
