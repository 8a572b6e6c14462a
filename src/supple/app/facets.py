"""What exercises are found by: position, kit, place, what they help with; and its words."""

import unicodedata
from enum import StrEnum
from gettext import NullTranslations

import msgspec

from supple.core.catalogue.exercise import Exercise, Kit, Place, Position

_POSITIONS = (
    Position.LYING,
    Position.SEATED,
    Position.FLOOR,
    Position.STANDING,
    Position.MOVING,
)


class KitFacet(StrEnum):
    """Kit as people sort it."""

    NONE = "none"
    MAT = "mat"
    STRAP = "strap"
    CHAIR = "chair"
    WALL = "wall"
    PARTNER = "partner"


class PlaceFacet(StrEnum):
    """Where somebody is."""

    DESK = "desk"
    MAT = "mat"
    ANYWHERE = "anywhere"


class HelpFacet(StrEnum):
    """What it is good for."""

    HAMSTRINGS = "hamstrings"
    LOWER_BACK = "lower-back"
    CALF = "calf"
    WARM_UP = "warm-up"
    CORE = "core"


_KITS = {
    KitFacet.MAT: {Kit.MAT, Kit.CUSHION},
    KitFacet.STRAP: {Kit.STRAP},
    KitFacet.CHAIR: {Kit.CHAIR, Kit.OFFICE_CHAIR},
    KitFacet.WALL: {Kit.WALL, Kit.WALL_CORNER, Kit.DOORWAY},
    KitFacet.PARTNER: {Kit.PARTNER},
}


class Query(msgspec.Struct, frozen=True):
    """What is looked for. Values of one facet widen, facets narrow; an empty one does not count."""

    words: str = ""
    positions: frozenset[Position] = frozenset()
    kits: frozenset[KitFacet] = frozenset()
    places: frozenset[PlaceFacet] = frozenset()
    helps: frozenset[HelpFacet] = frozenset()

    @property
    def is_filtered(self) -> bool:
        """Whether a facet is chosen."""
        return bool(self.positions or self.kits or self.places or self.helps)


def kits_of(exercise: Exercise) -> frozenset[KitFacet]:
    """The kit by which the exercise is found; `a|b` by either."""
    named = {Kit(part) for either in exercise.equipment for part in either.split("|")}
    if not named:
        return frozenset({KitFacet.NONE})
    return frozenset(facet for facet, kits in _KITS.items() if kits & named)


def places_of(exercise: Exercise) -> frozenset[PlaceFacet]:
    """Where it can be done."""
    found = {
        PlaceFacet.DESK: Place.DESK in exercise.places or Place.CHAIR in exercise.places,
        PlaceFacet.MAT: Place.MAT in exercise.places,
        PlaceFacet.ANYWHERE: not exercise.equipment,
    }
    return frozenset(facet for facet, holds in found.items() if holds)


def matches(exercise: Exercise, text: str, query: Query) -> bool:
    """Whether the exercise, described by `text` (see `plain`), is what is looked for."""
    helps = {HelpFacet(each) for each in exercise.helps}
    return (
        all(word in text for word in plain(query.words).split())
        and (not query.positions or exercise.position in query.positions)
        and (not query.kits or bool(query.kits & kits_of(exercise)))
        and (not query.places or bool(query.places & places_of(exercise)))
        and (not query.helps or bool(query.helps & helps))
    )


def plain(words: str) -> str:
    """Words without case and accents, for searching."""
    bare = unicodedata.normalize("NFKD", words)
    return "".join(char for char in bare if not unicodedata.combining(char)).casefold()


class FacetWords:
    """The words of all facets, in the user's language."""

    def __init__(self, words: NullTranslations) -> None:
        tr = words.gettext
        self.positions = {
            Position.LYING: tr("Lying"),
            Position.SEATED: tr("Seated"),
            Position.FLOOR: tr("On the floor"),
            Position.STANDING: tr("Standing"),
            Position.MOVING: tr("Moving"),
            Position.ANY: tr("Any position"),
        }
        self.kits = {
            KitFacet.NONE: tr("No kit"),
            KitFacet.MAT: tr("Mat"),
            KitFacet.STRAP: tr("Strap or towel"),
            KitFacet.CHAIR: tr("Chair"),
            KitFacet.WALL: tr("Wall"),
            KitFacet.PARTNER: tr("Partner"),
        }
        self.places = {
            PlaceFacet.DESK: tr("At your desk"),
            PlaceFacet.MAT: tr("On a mat"),
            PlaceFacet.ANYWHERE: tr("Anywhere"),
        }
        self.helps = {
            HelpFacet.HAMSTRINGS: tr("Back of thigh"),
            HelpFacet.LOWER_BACK: tr("Lower back"),
            HelpFacet.CALF: tr("Calf"),
            HelpFacet.WARM_UP: tr("Warm-up"),
            HelpFacet.CORE: tr("Core"),
        }
        self.benefits = {
            HelpFacet.HAMSTRINGS: tr("back of thigh"),
            HelpFacet.LOWER_BACK: tr("lower back"),
            HelpFacet.CALF: tr("calf"),
            HelpFacet.WARM_UP: tr("warm-up"),
            HelpFacet.CORE: tr("core"),
        }
        self._things = {
            Kit.CHAIR: tr("chair"),
            Kit.OFFICE_CHAIR: tr("office chair"),
            Kit.MAT: tr("mat"),
            Kit.STRAP: tr("strap or towel"),
            Kit.CUSHION: tr("cushion"),
            Kit.WALL: tr("wall"),
            Kit.WALL_CORNER: tr("wall corner"),
            Kit.DOORWAY: tr("doorway"),
            Kit.DESK: tr("desk"),
            Kit.PARTNER: tr("partner"),
            Kit.TAPE_MEASURE: tr("tape measure"),
        }
        self._or = tr("{one} or {other}")
        self.no_kit = tr("no kit")

    def filter_positions(self) -> dict[Position, str]:
        """The positions that can be chosen."""
        return {position: self.positions[position] for position in _POSITIONS}

    def thing(self, either: str) -> str:
        """One piece of kit as an exercise names it; `a|b` means that either will do."""
        first, *others = (self._things[Kit(part)] for part in either.split("|"))
        for other in others:
            first = self._or.format(one=first, other=other)
        return first

    def things(self, exercise: Exercise) -> tuple[str, ...]:
        """All kit of an exercise."""
        return tuple(self.thing(either) for either in exercise.equipment)

    def line(self, exercise: Exercise) -> str:
        """The second line of a tile, such as "Lying, strap or towel"."""
        kit = [thing for thing in self.things(exercise) if thing != self._things[Kit.MAT]]
        plain_kit = kit or list(self.things(exercise)) or [self.no_kit]
        return ", ".join((self.positions[exercise.position], *plain_kit))

    def text(self, exercise: Exercise) -> str:
        """All that the exercise can be found by, plain."""
        parts = [exercise.name, exercise.id.replace("-", " "), exercise.card, exercise.feel]
        parts += [self.positions[exercise.position], *self.things(exercise)]
        parts += [self.kits[each] for each in kits_of(exercise)]
        parts += [self.helps[HelpFacet(each)] for each in exercise.helps]
        return plain(" ".join(parts))
