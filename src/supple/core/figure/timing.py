"""Where in its movement a figure is, seconds after it began: in cards, holds and repetitions."""

from enum import StrEnum
from math import cos, pi
from typing import Final

import msgspec

from supple.core.figure.motion import Moment
from supple.core.figure.record import Figure

FRAME_S: Final = 1 / 30
INTO_S: Final = 1.8
BACK_S: Final = 1.4
INHALE_S: Final = 4.0
EXHALE_S: Final = 6.0

# A card shows the whole movement in a loop of a few seconds.
_CARD_INTO_S: Final = 1.5
_CARD_STAY_S: Final = 0.8
_CARD_BACK_S: Final = 1.2
_CARD_REST_S: Final = 0.4
_CARD_LONGEST_S: Final = 4.0
_USUAL_TEMPO_S: Final = 2.0

_DIGITS: Final = 5
_BLINK_S: Final = 0.13
_BLINKS_S: Final = (4.3, 9.7)
_BLINK_CYCLE_S: Final = 10.0

_RAISE_S: Final = 1.2
_TURN_S: Final = 2.0
_TURNS: Final = 3


class Play(StrEnum):
    """What a figure does. `start` and `stretch` are stills."""

    START = "start"
    STRETCH = "stretch"
    LOOP = "loop"
    HOLD = "hold"
    LEAVE = "leave"
    REPS = "reps"

    @property
    def moves(self) -> bool:
        """Whether anything changes with time."""
        return self not in (Play.START, Play.STRETCH)

    @property
    def repeats(self) -> bool:
        """Whether the same movement comes again and again."""
        return self in (Play.LOOP, Play.REPS)


def frame_at(play: Play, figure: Figure, t_s: float) -> Moment:
    """The moment of the frame nearest to `t_s`: a movement repeated meets the same frames again."""
    exact = moment_at(play, figure, round(t_s / FRAME_S) * FRAME_S)
    return msgspec.structs.replace(
        exact,
        phase=round(exact.phase, _DIGITS),
        breath=round(exact.breath, _DIGITS),
        turn=round(exact.turn, _DIGITS),
    )


def moment_at(play: Play, figure: Figure, t_s: float) -> Moment:
    """The moment `t_s` seconds (0 or more) after this began."""
    match play:
        case Play.START:
            return Moment(0.0)
        case Play.STRETCH:
            return Moment(1.0)
        case Play.HOLD:
            return _hold(t_s)
        case Play.LEAVE:
            return Moment(max(0.0, 1 - t_s / BACK_S))
        case Play.LOOP:
            return _loop(figure, t_s)
        case _:
            return _reps(figure, t_s, figure.tempo_s or _USUAL_TEMPO_S)


def _hold(t_s: float) -> Moment:
    """Into the stretch once, then breathing."""
    if t_s < INTO_S:
        return Moment(t_s / INTO_S)
    return Moment(1.0, breath(t_s - INTO_S), blink=_blinks(t_s))


def _blinks(t_s: float) -> bool:
    """Whether the eyes are shut: for a moment, now after a shorter and now after a longer time."""
    rest = t_s % _BLINK_CYCLE_S
    return any(0 <= rest - begin < _BLINK_S for begin in _BLINKS_S)


def breath(t_s: float) -> float:
    """From -1 (out) to 1 (in); begins half-way in, so that it takes over without a jerk."""
    t = (t_s + INHALE_S / 2) % (INHALE_S + EXHALE_S)
    if t < INHALE_S:
        return -cos(pi * t / INHALE_S)
    return cos(pi * (t - INHALE_S) / EXHALE_S)


def _loop(figure: Figure, t_s: float) -> Moment:
    if figure.motion != "hold":
        return _reps(figure, t_s, min(_CARD_LONGEST_S, figure.tempo_s or _USUAL_TEMPO_S))
    t = t_s % (_CARD_INTO_S + _CARD_STAY_S + _CARD_BACK_S + _CARD_REST_S)
    if t < _CARD_INTO_S:
        return Moment(t / _CARD_INTO_S)
    t -= _CARD_INTO_S + _CARD_STAY_S
    return Moment(max(0.0, 1 - max(0.0, t) / _CARD_BACK_S))


def _reps(figure: Figure, t_s: float, tempo_s: float) -> Moment:
    if figure.motion == "orbit":
        return _orbit(t_s)
    if figure.motion == "hold":
        # Nothing to repeat, as in a rest: go there once and breathe.
        return _hold(t_s)
    count, rest = divmod(t_s, tempo_s)
    part = rest / tempo_s * 2
    phase = part if part <= 1 else 2 - part
    return Moment(phase, other=figure.motion == "alternate" and int(count) % 2 == 1)


def _orbit(t_s: float) -> Moment:
    """Arms up, some turns, arms down."""
    turning = _TURN_S * _TURNS
    t = t_s % (2 * _RAISE_S + turning)
    if t < _RAISE_S:
        return Moment(t / _RAISE_S)
    if t < _RAISE_S + turning:
        return Moment(1.0, turn=(t - _RAISE_S) / _TURN_S % 1.0)
    return Moment(max(0.0, 1 - (t - _RAISE_S - turning) / _RAISE_S))
