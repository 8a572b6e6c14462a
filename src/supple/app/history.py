"""Looking back: what the store remembers, read when asked for."""

from datetime import date

from supple.core.history.records import RecordedSession, SessionRecord
from supple.devices.store.overview import list_records, set_note
from supple.devices.store.sessions import list_sessions
from supple.devices.store.store import Store

_NOTE_LIMIT = 2_000


class History:
    """Reads the history."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sessions(
        self, since: date | None = None, until: date | None = None
    ) -> list[RecordedSession]:
        """The sessions of these days, both included, oldest first."""
        return self._store.read(lambda connection: list_sessions(connection, since, until))

    def records(self, since: date | None = None, until: date | None = None) -> list[SessionRecord]:
        """The same without steps and ratings: quick however long the history is."""
        return self._store.read(lambda connection: list_records(connection, since, until))

    def has_rating_since(self, day: date) -> bool:
        """Whether the back was rated with a session on `day` or later."""
        return any(each.ratings for each in self.sessions(day))

    def set_note(self, session_id: str, note: str) -> None:
        """Keep the user's note to a session; what is longer than 2,000 signs is cut."""
        self._store.write(lambda connection: set_note(connection, session_id, note[:_NOTE_LIMIT]))
