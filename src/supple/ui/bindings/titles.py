"""What past sessions are called in the language of today."""

from collections.abc import Callable

from supple.app.catalogue import Catalogue
from supple.core.history.records import SessionRecord

TitleOf = Callable[[SessionRecord], str]


def as_recorded(session: SessionRecord) -> str:
    """The name of the routine as it was then."""
    return session.routine_name


def titles_in(catalogue: Catalogue) -> TitleOf:
    """The name of the routine as it is now, or as it was recorded."""
    return lambda session: catalogue.title_of(session.routine, session.routine_name)
