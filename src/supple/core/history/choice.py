"""What of the history goes into a file: which days, and whether pain and notes do."""

from datetime import date

import msgspec

from supple.core.history.versions import (
    Deletion,
    Live,
    RecordKind,
    SessionVersion,
    SetAsideVersion,
    TestVersion,
    Version,
    kind_of,
)

ABOUT_PAIN = frozenset({RecordKind.RATING, RecordKind.HURT, RecordKind.SET_ASIDE})
_FIRST = "00000000000000.0000."


class Choice(msgspec.Struct, frozen=True):
    """Days, both included, and whether what tells of pain and the user's notes are among it."""

    since: date = date.min
    until: date = date.max
    with_pain_and_notes: bool = True

    def taken(self, version: Version) -> Version | None:
        """The version as it goes out; None for one that stays.

        One that loses its note is told to be older than any other, so that it never takes the note
        away where it is known. Deletions go out with everything only.
        """
        if isinstance(version, Deletion):
            return version if self == Choice() else None
        if not self.since <= _day(version) <= self.until:
            return None
        if self.with_pain_and_notes:
            return version
        return None if kind_of(version) in ABOUT_PAIN else _silent(version)


def _silent(version: Live) -> Live:
    changed = f"{_FIRST}{version.device}"
    if isinstance(version, SessionVersion) and (version.note or version.hurt):
        return msgspec.structs.replace(version, note="", hurt=None, changed=changed)
    if isinstance(version, TestVersion) and version.note:
        return msgspec.structs.replace(version, note="", changed=changed)
    return version


def _day(record: Live) -> date:
    return record.from_day if isinstance(record, SetAsideVersion) else record.local_day
