"""Looking back: what the store remembers, read when asked for."""

from datetime import date

from supple.core.history.records import RecordedSession
from supple.devices.store.sessions import list_sessions
from supple.devices.store.store import Store


class History:
    """Reads the history."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sessions(
        self, since: date | None = None, until: date | None = None
    ) -> list[RecordedSession]:
        """The sessions of these days, both included, oldest first."""
        return self._store.read(lambda connection: list_sessions(connection, since, until))
