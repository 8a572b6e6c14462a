"""Looking back: what the store remembers, read when asked for."""

from contextlib import AbstractContextManager
from datetime import date

from supple.core.history.records import RatingRecord, RecordedSession, SessionRecord
from supple.core.plan.records import TestRecord
from supple.devices.store.overview import Overview, list_records
from supple.devices.store.ratings import list_ratings
from supple.devices.store.sessions import list_sessions
from supple.devices.store.store import Store
from supple.devices.store.tests import list_tests


class History:
    """Reads the history."""

    def __init__(self, store: Store, overview: Overview) -> None:
        self._store = store
        self._overview = overview

    def moment(self) -> AbstractContextManager[None]:
        """Let all that is read within the block be of one moment."""
        return self._store.moment()

    def sessions(
        self, since: date | None = None, until: date | None = None
    ) -> list[RecordedSession]:
        """The sessions of these days, both included, oldest first."""
        return self._store.read(lambda connection: list_sessions(connection, since, until))

    def records(self, since: date | None = None, until: date | None = None) -> list[SessionRecord]:
        """The same without steps and ratings: quick however long the history is."""
        return self._store.read(lambda connection: list_records(connection, since, until))

    def all_records(self) -> tuple[SessionRecord, ...]:
        """All of them, kept from one time to the next."""
        return self._store.read(self._overview.records)

    def has_rating_since(self, day: date) -> bool:
        """Whether the back was rated with a session on `day` or later."""
        return any(each.ratings for each in self.sessions(day))

    def tests(self, since: date | None = None, until: date | None = None) -> list[TestRecord]:
        """The reach checks of these days, both included, oldest first."""
        first, last = since or date.min, until or date.max
        return [each for each in self._store.read(list_tests) if first <= each.local_day <= last]

    def ratings(self, since: date | None = None, until: date | None = None) -> list[RatingRecord]:
        """The ratings of these days that belong to no session, oldest first."""
        found = self._store.read(lambda connection: list_ratings(connection, since, until))
        return [each for each in found if each.session_id is None]
