"""Versions: how a record travels, in the portable file and between two computers.

Every kind of record that leaves a computer has one form here, a JSON object on one line. A record
is named by its id for ever; each change gives it a later version, told by `changed`. A deletion is
a version too. A session travels whole, with its steps.
"""

from enum import StrEnum
from typing import TypeAlias

import msgspec

from supple.core.breaks.records import BreakRecord
from supple.core.history.records import RatingRecord, SessionRecord, StepRecord
from supple.core.plan.records import HurtRecord, PlanEvent, SetAside, TestRecord


class RecordKind(StrEnum):
    """The kinds of records that travel."""

    SESSION = "session"
    RATING = "rating"
    HURT = "hurt"
    SET_ASIDE = "set-aside"
    TEST = "test"
    PLAN_EVENT = "plan-event"
    BREAK = "break"


class Base(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="record"
):
    """What the forms share: they name their kind, and leave out what says nothing."""


class SessionVersion(SessionRecord, Base, frozen=True, kw_only=True, tag=RecordKind.SESSION.value):
    """A session that is over, with its ended work steps."""

    steps: tuple[StepRecord, ...] = ()


class RatingVersion(RatingRecord, Base, frozen=True, kw_only=True, tag=RecordKind.RATING.value):
    """An answer of the user."""


class HurtVersion(HurtRecord, Base, frozen=True, kw_only=True, tag=RecordKind.HURT.value):
    """A stop sign."""


class SetAsideVersion(SetAside, Base, frozen=True, kw_only=True, tag=RecordKind.SET_ASIDE.value):
    """An exercise left out."""


class TestVersion(TestRecord, Base, frozen=True, kw_only=True, tag=RecordKind.TEST.value):
    """A reach check."""

    __test__ = False  # not for pytest


class PlanEventVersion(PlanEvent, Base, frozen=True, kw_only=True, tag=RecordKind.PLAN_EVENT.value):
    """A decision about the plan."""


class BreakVersion(BreakRecord, Base, frozen=True, kw_only=True, tag=RecordKind.BREAK.value):
    """A desk break."""


class Deletion(Base, frozen=True, kw_only=True, tag="deleted"):
    """That a record was deleted. It is kept for ever, so that no older version comes back."""

    id: str
    of: RecordKind
    device: str
    changed: str


Live: TypeAlias = (
    SessionVersion
    | RatingVersion
    | HurtVersion
    | SetAsideVersion
    | TestVersion
    | PlanEventVersion
    | BreakVersion
)
Version: TypeAlias = Live | Deletion


def kind_of(version: Version) -> RecordKind:
    """The kind of the record that this is a version of."""
    if isinstance(version, Deletion):
        return version.of
    return RecordKind(str(type(version).__struct_config__.tag))
