"""What the page after a session says that is not of the session itself."""

from supple.app.container import Container
from supple.core.catalogue.exercise import Place
from supple.ui.bindings.dates import Dates


def has_partner(app: Container, routine: str) -> bool:
    """Whether a session of this routine is one for two."""
    return Place.PARTNER in app.catalogue.routine(routine).places


def next_day(app: Container, dates: Dates) -> str:
    """The next planned day in words, without obliging anybody."""
    today = app.clock.wall().date()
    for each in app.planning.calendar(2):
        if each.is_planned and each.day > today:
            name = dates.locale.standaloneDayName(each.day.isoweekday())
            return app.words.gettext("Next: {day}, or any day").format(day=name)
    return ""
