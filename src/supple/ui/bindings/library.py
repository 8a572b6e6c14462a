"""The words and values of the Library page."""

from collections.abc import Mapping, Sequence
from datetime import date
from gettext import NullTranslations
from typing import TypeVar

from supple.app.facets import FacetWords, HelpFacet, KitFacet, PlaceFacet, Query
from supple.app.library import Entry, Standing
from supple.core.catalogue.exercise import Place, Position
from supple.ui.bindings.days import day_words
from supple.ui.pages.library import LibraryView
from supple.ui.widgets.exercise_tile import TileView
from supple.ui.widgets.filter_button import Filter

GROUNDS = {
    Position.LYING: "primary_soft",
    Position.SEATED: "dusk_soft",
    Position.STANDING: "apricot_soft",
    Position.FLOOR: "clay_soft",
    Position.MOVING: "moving_soft",
    Position.ANY: "primary_soft",
}
"""The token of the ground on which an exercise is shown, by its position."""

_Ident = TypeVar("_Ident", bound=str)


class LibraryWords:
    """Builds views of the Library from what was found."""

    def __init__(self, words: NullTranslations, language: str, facets: FacetWords) -> None:
        self._words = words
        self._language = language
        self._facets = facets

    def filters(self) -> tuple[Filter, ...]:
        """All filters with their choices."""
        tr, facets = self._words.gettext, self._facets
        return (
            Filter("position", tr("Position"), _choices(facets.filter_positions())),
            Filter("kit", tr("Kit"), _choices(facets.kits)),
            Filter("place", tr("Place"), _choices(facets.places)),
            Filter("helps", tr("Helps with"), _choices(facets.helps)),
        )

    def view(self, query: Query, found: Sequence[Entry], total: int, today: date) -> LibraryView:
        """What matches `query`, of `total` exercises."""
        tr = self._words
        count = tr.ngettext(
            "{n} stretch, with picture", "{n} stretches, all with pictures", total
        ).format(n=total)
        if query.words.strip() or query.is_filtered:
            count = tr.gettext("{found} of {n} match").format(found=len(found), n=total)
        return LibraryView(
            tiles=tuple(self.tile(entry, today) for entry in found),
            count=count,
            why_none="" if found else self._why_none(query),
        )

    def tile(self, entry: Entry, today: date) -> TileView:
        """One exercise."""
        tr, exercise = self._words.gettext, entry.exercise
        line = self._facets.line(exercise)
        done = tr("Not tried yet.")
        if entry.last_done is not None:
            day = day_words(entry.last_done, today, self._language, self._words)
            done = tr("Last done {day}.").format(day=day)
        chip, icon = self._chip(entry)
        name = f"{exercise.name}, {line}. {done}"
        free = entry.standing is Standing.FREE
        return TileView(
            id=exercise.id,
            name=exercise.name,
            line=line,
            ground=GROUNDS[exercise.position],
            spoken=name if free else f"{name} {chip}.",
            chip=chip,
            chip_icon=icon,
            faded=entry.standing is Standing.LEFT_OUT,
            may_try=free,
            is_aside=entry.standing is Standing.SET_ASIDE,
        )

    def _chip(self, entry: Entry) -> tuple[str, str]:
        tr = self._words.gettext
        if entry.standing is Standing.LEFT_OUT:
            return tr("not for you now"), ""
        if entry.standing is Standing.SET_ASIDE:
            return tr("set aside"), ""
        if Place.DESK in entry.exercise.places and "office-chair" in entry.exercise.equipment:
            return tr("desk"), "desktop"
        return "", ""

    def _why_none(self, query: Query) -> str:
        """Why nothing matches, in one sentence."""
        tr, facets = self._words.gettext, self._facets
        words = query.words.strip()
        chosen = [facets.positions[each] for each in Position if each in query.positions]
        chosen += [facets.kits[each] for each in KitFacet if each in query.kits]
        chosen += [facets.places[each] for each in PlaceFacet if each in query.places]
        chosen += [facets.helps[each] for each in HelpFacet if each in query.helps]
        listed = ", ".join(chosen)
        if words and listed:
            line = tr("No stretch with these filters is called “{words}”: {filters}.")
        elif words:
            line = tr("No stretch is called “{words}”, and none has it in its description.")
        else:
            line = tr("No stretch fits all of these: {filters}.")
        return line.format(words=words, filters=listed)


def query_of(words: str, chosen: Mapping[str, frozenset[str]]) -> Query:
    """What the page looks for, as a query."""
    none: frozenset[str] = frozenset()
    return Query(
        words=words,
        positions=frozenset(map(Position, chosen.get("position", none))),
        kits=frozenset(map(KitFacet, chosen.get("kit", none))),
        places=frozenset(map(PlaceFacet, chosen.get("place", none))),
        helps=frozenset(map(HelpFacet, chosen.get("helps", none))),
    )


def _choices(words: Mapping[_Ident, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(ident), name) for ident, name in words.items())
