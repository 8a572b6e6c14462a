"""What the fields of a version may hold, so that nothing that arrives from outside does harm.

Types alone let through what the store's own checks refuse, what no clock of a person shows, and
what would steer a terminal. Numbers and lengths are far beyond all that Supple writes itself.
"""

import math
import re
from collections.abc import Callable, Container, Iterator
from datetime import date

import msgspec

from supple.core.history.records import RatingKind, StepRecord
from supple.core.history.versions import (
    PlanEventVersion,
    RatingVersion,
    SessionVersion,
    Version,
)
from supple.core.plan.records import Adjust

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_STAMP = re.compile(r"([0-9]{14})\.[0-9]{4}\.[A-Za-z0-9-]{1,64}")
_LATEST_MS = 7_258_118_400_000  # the year 2200: stamps after it must still be 14 digits long
_YEARS = range(1900, 2200)
_COUNT = 1_000_000
_SECONDS = 10_000_000.0
_SEED = 2**63
_SPEED = 1_000
_CM = 1_000
_TEXT = 200
_NOTE = 10_000
_ADJUST = 1_000
_STEPS = 5_000
_WORDS = {
    RatingKind.FEEL: ("too-easy", "right", "too-strong"),
    RatingKind.BREAK: ("better", "same", "worse"),
}
_SCALE = range(11)
_GIVEN_LATER = ("device", "changed")


def flaw(version: Version) -> str:
    """What is wrong with a version, such as "`speed` is out of range"; empty when nothing is."""
    return next(_flaws(version), "")


def flaw_of_new(record: msgspec.Struct) -> str:
    """The same of a record that the history does not have yet, without its device and stamp."""
    return next(_fields(record, but=_GIVEN_LATER), "")


def _flaws(version: Version) -> Iterator[str]:
    yield from _fields(version)
    if isinstance(version, PlanEventVersion):
        yield from _fields(version.detail)
        yield from _fields(version.detail.adjust or Adjust())
    if isinstance(version, SessionVersion):
        yield from _of_session(version)
    if isinstance(version, RatingVersion) and not _is_answer(version):
        yield "`value` does not fit `kind`"


def _of_session(version: SessionVersion) -> Iterator[str]:
    if version.outcome is None or version.ended is None:
        yield "the session has no end"
    if len(version.steps) > _STEPS or len({step.id for step in version.steps}) < len(version.steps):
        yield "`steps` holds a step twice, or too many"
    for number, step in enumerate(version.steps):
        for fault in _of_step(step, version.id):
            yield f"{fault} - at `steps[{number}]`"


def _of_step(step: StepRecord, session_id: str) -> Iterator[str]:
    yield from _fields(step)
    if step.session_id != session_id:
        yield "`session_id` is another session's"
    if not step.kind.is_work:
        yield "`kind` is no work"
    if min(step.attempt, step.set, step.sets) < 1:
        yield "`attempt`, `set` and `sets` begin with 1"


def _fields(record: msgspec.Struct, but: Container[str] = ()) -> Iterator[str]:
    for name in (each for each in record.__struct_fields__ if each not in but):
        rule, value = _RULES.get(name), getattr(record, name)
        if rule and value is not None and not rule(value):
            yield f"`{name}` is out of range"


def _is_answer(version: RatingVersion) -> bool:
    return version.value in _WORDS.get(version.kind, _SCALE)


def _is_name(value: str) -> bool:
    return _NAME.fullmatch(value) is not None


def _is_stamp(value: str) -> bool:
    found = _STAMP.fullmatch(value)
    return found is not None and int(found[1]) <= _LATEST_MS


def _is_year(value: date) -> bool:
    return value.year in _YEARS


def _up_to(most: float) -> Callable[[float], bool]:
    return lambda value: 0 <= value <= most


def _longest(length: int) -> Callable[[str], bool]:
    return lambda value: len(value) <= length


_RULES: dict[str, Callable[..., bool]] = {
    name: rule
    for names, rule in (
        ("id session_id device", _is_name),
        ("changed", _is_stamp),
        ("routine routine_name exercise reason test stage undone", _longest(_TEXT)),
        ("note", _longest(_NOTE)),
        ("started ended given told measured decided due brought_back", _is_year),
        ("local_day from_day until_day until planned moved_to", _is_year),
        ("planned_s active_s work_s actual_s sitting_s rest_s", _up_to(_SECONDS)),
        ("holds_planned holds_done week index attempt set sets reps", _up_to(_COUNT)),
        ("sessions hold_s minutes", _up_to(_ADJUST)),
        ("seed", _up_to(_SEED - 1)),
        ("speed", lambda value: 0 < value <= _SPEED),
        ("value_cm", lambda value: math.fabs(value) <= _CM),
    )
    for name in names.split()
}
