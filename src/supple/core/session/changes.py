"""What turns a routine as written into the session of one person on one day.

The order is fixed and each change carries its reason: plan dose, the user's own adjustment, less
after two sessions that felt too strong, lighter week, softer after "it hurts", swaps (screening,
set aside, kit), caps, and last which side goes first.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from supple.core.catalogue.exercise import Exercise, Kit, Measure, Position, Sides, Tag
from supple.core.plan.dose import left_first
from supple.core.plan.limits import Limits
from supple.core.plan.reasons import Change, Reason, Why
from supple.core.plan.swaps import Out, changes_of, is_enough, outs, swap
from supple.core.session.doses import Dosed, RestBetween
from supple.core.session.posture import change_s, end_position
from supple.core.session.steps import Part, Side

SHORT_S = 15
_STEP_S = 5
_MORE = 2  # sets that "three times" makes three of

Row = Dosed | RestBetween


class Changes(msgspec.Struct, frozen=True):
    """All that is known about the person and the day; nothing of it changes nothing.

    `hold_s` (seconds) and `more_sets`: the user's own adjustment of the plan. `too_strong`: the
    last two sessions were. `softer`: exercises that start softer this time. `aside`: exercises at
    rest, with why. `missing`: things not at hand. `cold`: begun without a warm-up. `tighter`: the
    side that goes first, and with `extra_set` holds once more; with no such side `first` goes
    first. `cautions`: the line to say for a tag, in the user's language.
    """

    hold_s: int | None = None
    more_sets: bool = False
    too_strong: bool = False
    lighter: bool = False
    softer: frozenset[str] = frozenset()
    aside: Mapping[str, Reason] = {}
    limits: Limits = Limits()
    missing: frozenset[Kit] = frozenset()
    cold: bool = False
    tighter: Side | None = None
    first: Side | None = None
    extra_set: bool = False
    cautions: Mapping[Tag, str] = {}

    @property
    def may_swap(self) -> bool:
        """Whether any exercise could give way to another one."""
        return bool(self.softer or self.aside or self.missing) or self.limits != Limits()


class Changed(msgspec.Struct, frozen=True):
    """The rows in their final form, and the steps that became others or were dropped.

    `is_enough` tells whether what is left is still a sensible session.
    """

    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    is_enough: bool


def changed(rows: Sequence[Row], changes: Changes, exercises: Mapping[str, Exercise]) -> Changed:
    """Carry out all changes, in order. `exercises` holds whatever `swap` and `easier` name."""
    out = outs(changes.limits, changes.aside, changes.missing)
    work = [row for row in rows if isinstance(row, Dosed)]
    doses = [_amounts(row, changes) for row in work]
    doses = [_softer(row, changes.softer, out, exercises) for row in doses]
    before = [row.exercise for row in doses]
    after = swap(before, out, exercises)
    swapped = [
        _swapped(row, exercise, out) if exercise else None
        for row, exercise in zip(doses, after, strict=True)
    ]
    final = [_capped(row, changes) if row else None for row in swapped]
    if changes.cold:
        final = _short_first_hold(final)
    swaps = changes_of(before, after, out)
    rested = _with_rests(rows, final)
    return Changed(
        rows=_staying(rested) if swaps else rested,
        changes=swaps,
        is_enough=is_enough([row.exercise for row in work], after),
    )


def first_side(changes: Changes, day: date) -> Side:
    """The side that starts: the tighter one, the one asked for, else by the day of the month."""
    return changes.tighter or changes.first or (Side.LEFT if left_first(day) else Side.RIGHT)


def _amounts(row: Dosed, changes: Changes) -> Dosed:
    """Seconds and sets, before anything is swapped."""
    if row.part is not Part.MAIN:
        return row
    if row.planned and _is_hold(row) and changes.hold_s is not None:
        row = _with_hold(row, _in_range(row.exercise, changes.hold_s), Why.ADJUSTED)
    if changes.more_sets and row.sets == _MORE < row.exercise.sets.max:
        row = _with_sets(row, row.sets + 1, Why.MORE_SETS)
    if changes.too_strong:
        row = _a_little_less(row)
    if changes.lighter and row.sets > 1:
        row = _with_sets(row, row.sets - 1, Why.LIGHTER)
    return row


def _a_little_less(row: Dosed) -> Dosed:
    if _is_hold(row) and row.hold_s - _STEP_S >= row.exercise.measure.min:
        return _with_hold(row, row.hold_s - _STEP_S, Why.TOO_STRONG)
    return _with_sets(row, row.sets - 1, Why.TOO_STRONG) if row.sets > 1 else row


def _softer(
    row: Dosed, softer: frozenset[str], out: Out, exercises: Mapping[str, Exercise]
) -> Dosed:
    """The easier version where there is one for this person, else the shortest form."""
    if row.exercise.id not in softer:
        return row
    easier = exercises[row.exercise.easier] if row.exercise.easier else None
    if easier and not out(easier):
        return _as_exercise(row, easier, Reason(Why.SOFTER))
    if row.reps is not None:
        reps = min(row.reps, row.exercise.measure.min)
        return _because(msgspec.structs.replace(row, reps=reps), Reason(Why.SOFTER))
    return _with_hold(row, min(row.hold_s, SHORT_S), Why.SOFTER)


def _swapped(row: Dosed, exercise: Exercise, out: Out) -> Dosed:
    reason = out(row.exercise)
    return row if reason is None else _as_exercise(row, exercise, reason)


def _as_exercise(row: Dosed, exercise: Exercise, reason: Reason) -> Dosed:
    """The row with another exercise in it: same sets, same seconds within that one's range.

    One of another kind comes with its own usual dose. Note and picture belonged to the old one.
    """
    old, measure, timing = row.exercise.measure, exercise.measure, exercise.timing
    alike = measure.kind is old.kind
    hold_s = row.hold_s if alike else float(measure.default)
    reps = row.reps if alike and row.reps is not None else measure.default
    if measure.kind is Measure.TEST:
        hold_s = float(measure.tempo_s or 0)
    else:
        hold_s = _in_range(exercise, hold_s)
    counted = measure.kind is Measure.REPS
    turned = msgspec.structs.replace(
        row,
        exercise=exercise,
        sets=measure.attempts or min(row.sets, exercise.sets.max),
        get_ready_s=max(row.get_ready_s, float(timing.get_ready_s)),
        switch_s=float(timing.switch_s),
        rest_s=0.0 if measure.kind is Measure.TEST else float(timing.rest_s),
        hold_s=0.0 if counted else hold_s,
        reps=int(_in_range(exercise, reps)) if counted else None,
        side=row.side if exercise.sides is Sides.LEFT_RIGHT else None,
        alternates=row.alternates if alike else None,
        say="",
        note="",
        picture="",
        position=None,
    )
    return _because(turned, reason)


def _capped(row: Dosed, changes: Changes) -> Dosed:
    cap = changes.limits.longest(row.exercise)
    if cap and _is_hold(row) and row.hold_s > cap.now:
        row = _because(msgspec.structs.replace(row, hold_s=float(cap.now)), cap)
    if changes.extra_set and changes.tighter and _takes_extra(row):
        extra = msgspec.structs.replace(row, extra=changes.tighter)
        row = _because(extra, Reason(Why.EXTRA_SET))
    lines = [changes.cautions.get(tag, "") for tag in changes.limits.cautions(row.exercise)]
    caution = next(filter(None, lines), "")
    return msgspec.structs.replace(row, caution=caution)


def _takes_extra(row: Dosed) -> bool:
    both = row.exercise.sides is Sides.LEFT_RIGHT and row.side is None
    main = row.part is Part.MAIN and _is_hold(row)
    return both and main and row.sets < row.exercise.sets.max


def _short_first_hold(rows: Sequence[Dosed | None]) -> list[Dosed | None]:
    """The first hold at 15 s, for muscles that are cold."""
    result = list(rows)
    for place, row in enumerate(result):
        if row and row.part is Part.MAIN and _is_hold(row):
            result[place] = _with_hold(row, min(row.hold_s, SHORT_S), Why.COLD)
            break
    return result


def _with_rests(rows: Sequence[Row], final: Sequence[Dosed | None]) -> tuple[Row, ...]:
    """The final rows with the user's own rests between them; none at an end or in a row."""
    left = iter(final)
    kept: list[Row] = []
    for row in rows:
        now = row if isinstance(row, RestBetween) else next(left)
        if isinstance(now, RestBetween) and not (kept and isinstance(kept[-1], Dosed)):
            continue
        if now:
            kept.append(now)
    if kept and isinstance(kept[-1], RestBetween):
        kept.pop()
    return tuple(kept)


def _staying(rows: Sequence[Row]) -> tuple[Row, ...]:
    """What may be done anywhere stays where swaps have left the body: no lying down to rest."""
    here = Position.ANY
    kept: list[Row] = []
    for row in rows:
        now = row
        if isinstance(now, Dosed):
            moves = now.position and now.exercise.position is Position.ANY
            if moves and change_s(here, now.position or Position.ANY):
                now = msgspec.structs.replace(now, position=None)
            here = now.position or end_position(now.exercise, here)
        kept.append(now)
    return tuple(kept)


def _is_hold(row: Dosed) -> bool:
    return row.exercise.measure.kind is Measure.HOLD


def _in_range(exercise: Exercise, amount: float) -> float:
    return float(min(max(amount, exercise.measure.min), exercise.measure.max))


def _with_hold(row: Dosed, hold_s: float, why: Why) -> Dosed:
    if hold_s == row.hold_s:
        return row
    reason = Reason(why, was=round(row.hold_s), now=round(hold_s))
    return _because(msgspec.structs.replace(row, hold_s=float(hold_s)), reason)


def _with_sets(row: Dosed, sets: int, why: Why) -> Dosed:
    reason = Reason(why, was=row.sets, now=sets)
    return _because(msgspec.structs.replace(row, sets=sets), reason)


def _because(row: Dosed, reason: Reason) -> Dosed:
    return msgspec.structs.replace(row, reasons=(*row.reasons, reason))
