"""What the user answers around a session: pain before and after, how it felt, a note."""

from collections.abc import Callable
from datetime import date, timedelta

from supple.app.history import History
from supple.core.history.records import Moment, RatingKind, RatingRecord
from supple.core.plain import plain
from supple.devices.clock import Clock
from supple.devices.settings.settings import Settings
from supple.devices.store.edits import forget_rating
from supple.devices.store.ids import new_id
from supple.devices.store.overview import set_note
from supple.devices.store.ratings import list_ratings, save_rating
from supple.devices.store.store import Job, Store

_NOTE_LIMIT = 2_000
_SOMETIMES = timedelta(days=7)


def asks_pain(settings: Settings, history: History, today: date) -> bool:
    """Whether to ask how the back is: always, never, or once a week."""
    wish = settings.session.pain
    if wish != "sometimes":
        return wish == "always"
    return not history.has_rating_since(today - _SOMETIMES)


class DayRating:
    """The back in one number a day, whatever sessions there are."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def today(self) -> int | None:
        """Today's number, if there is one. Raises StoreError."""
        found = self._found()
        return found.value if found and isinstance(found.value, int) else None

    def give(self, value: int) -> None:
        """Keep today's number, or change it."""
        now, found = self._clock.wall(), self._found()
        record = RatingRecord(
            id=found.id if found else new_id(),
            given=now,
            local_day=now.date(),
            moment=Moment.DAY,
            kind=RatingKind.BACK,
            value=value,
        )
        self._store.write(lambda connection: save_rating(connection, record)).result()

    def _found(self) -> RatingRecord | None:
        today = self._clock.wall().date()
        given = self._store.read(lambda connection: list_ratings(connection, today, today))
        return next((each for each in given if each.moment is Moment.DAY), None)


class Ratings:
    """Keeps the answers around one session; each is saved as it is given, and may be changed.

    `write` sees to it that what the disk does not take is tried again.
    """

    def __init__(
        self, write: Callable[[Job[object]], object], clock: Clock, session_id: str | None
    ) -> None:
        self._write = write
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
        self._write(lambda connection: save_rating(connection, record))

    def back(self, moment: Moment, value: int | None) -> None:
        """How the back is, 0 to 10; None takes the answer back."""
        self._rate(moment, RatingKind.BACK, value)

    def leg(self, moment: Moment, value: int | None) -> None:
        """How the leg is, 0 to 10; None takes the answer back."""
        self._rate(moment, RatingKind.LEG, value)

    def feel(self, value: str) -> None:
        """How the session felt."""
        self.give(Moment.AFTER, RatingKind.FEEL, value)

    def before(self, kind: RatingKind) -> int | None:
        """The number given before the session."""
        value = self.given.get((Moment.BEFORE, kind))
        return value if isinstance(value, int) else None

    def _rate(self, moment: Moment, kind: RatingKind, value: int | None) -> None:
        if value is None:
            self.take_back(moment, kind)
        else:
            self.give(moment, kind, value)

    def take_back(self, moment: Moment, kind: RatingKind) -> None:
        """Forget an answer: what was skipped is missing, never 0."""
        key = (moment, kind)
        if self.given.pop(key, None) is not None:
            ident = self._ids.pop(key)
            self._write(lambda connection: forget_rating(connection, ident))

    def note(self, text: str) -> None:
        """Keep the user's note; what is longer than 2,000 signs is cut."""
        kept, session_id = plain(text, _NOTE_LIMIT), self._session_id
        if session_id is not None:
            self._write(lambda connection: set_note(connection, session_id, kept))
