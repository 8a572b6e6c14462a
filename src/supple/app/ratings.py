"""What the user answers around a session: pain before and after, how it felt, a note."""

from supple.core.history.records import Moment, RatingKind, RatingRecord
from supple.devices.clock import Clock
from supple.devices.store.edits import forget_rating
from supple.devices.store.ids import new_id
from supple.devices.store.ratings import save_rating
from supple.devices.store.store import Store


class Ratings:
    """Keeps the answers around one session; each is saved as it is given, and may be changed."""

    def __init__(self, store: Store, clock: Clock, session_id: str | None = None) -> None:
        self._store = store
        self._clock = clock
        self._session_id = session_id
        self._ids: dict[tuple[Moment, RatingKind], str] = {}
        self.given: dict[tuple[Moment, RatingKind], int | str] = {}

    def give(self, moment: Moment, kind: RatingKind, value: int | str) -> None:
        """Save an answer, or a changed one."""
        now = self._clock.wall()
        key = (moment, kind)
        self.given[key] = value
        record = RatingRecord(
            id=self._ids.setdefault(key, new_id()),
            given=now,
            local_day=now.date(),
            moment=moment,
            kind=kind,
            value=value,
            session_id=self._session_id,
        )
        self._store.write(lambda connection: save_rating(connection, record))

    def take_back(self, moment: Moment, kind: RatingKind) -> None:
        """Forget an answer: what was skipped is missing, never 0."""
        key = (moment, kind)
        if self.given.pop(key, None) is not None:
            ident = self._ids.pop(key)
            self._store.write(lambda connection: forget_rating(connection, ident))
