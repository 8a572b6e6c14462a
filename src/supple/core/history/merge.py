"""Merging: which version of a record counts, wherever and in whatever order versions arrive.

The later `changed` wins, edits and deletions alike; every computer that has seen the same versions
holds the same history. Steps are only ever added to a session that is there: they never change and
never go alone. This is a last-writer-wins register for each record (Shapiro et al., "A
comprehensive study of convergent and commutative replicated data types", 2011, 3.2.1).
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import msgspec

from supple.core.history.records import StepRecord
from supple.core.history.versions import Deletion, RecordKind, SessionVersion, Version, kind_of

Key: TypeAlias = tuple[RecordKind, str]


def key_of(version: Version) -> Key:
    """What names the record on every computer."""
    return kind_of(version), version.id


def supersedes(there: Version, here: Version) -> bool:
    """Whether `there` is the later of two versions of one record.

    No honest computer gives two versions the same stamp; for those of others any order serves that
    is the same everywhere.
    """
    return _order(there) > _order(here)


def merged(here: Version | None, there: Version) -> Version:
    """The version to keep of a record, of what is here (None: nothing) and what arrives."""
    if here is None:
        return there
    later = there if supersedes(there, here) else here
    if isinstance(here, SessionVersion) and isinstance(there, SessionVersion):
        return msgspec.structs.replace(later, steps=_all_steps(here, there))
    return later


def merge(history: Mapping[Key, Version], arriving: Iterable[Version]) -> dict[Key, Version]:
    """The history with what arrives. Commutative, associative and idempotent."""
    found = dict(history)
    for version in arriving:
        key = key_of(version)
        found[key] = merged(found.get(key), version)
    return found


def _all_steps(here: SessionVersion, there: SessionVersion) -> tuple[StepRecord, ...]:
    by_id = {step.id: step for step in (*there.steps, *here.steps)}
    return tuple(sorted(by_id.values(), key=_place))


def _place(step: StepRecord) -> tuple[int, int, str]:
    return step.index, step.attempt, step.id


def _order(version: Version) -> tuple[str, bool, bytes]:
    if isinstance(version, SessionVersion):
        version = msgspec.structs.replace(version, steps=())
    # A tuple names all its fields; a record leaves out what equals a default, if it is the same
    # object, which a number that was read is not.
    fields = msgspec.structs.astuple(version)
    return version.changed, isinstance(version, Deletion), msgspec.json.encode(fields)
