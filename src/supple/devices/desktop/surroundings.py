"""What asks for quiet: do not disturb, full screen, a call, a presentation, the battery.

Several sources, each for what one system can tell; looked at only while a break is near.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from gettext import NullTranslations
from typing import Protocol, TypeVar

from supple.core.breaks.facts import Quiet
from supple.core.errors import FacilityError
from supple.devices.finding import Finding, Level

_Answer = TypeVar("_Answer")


class Source(Protocol):
    """Tells some of the reasons for quiet."""

    @property
    def tells(self) -> frozenset[Quiet]:
        """The reasons it can tell about."""
        ...

    def look(self) -> frozenset[Quiet]:
        """Those of them that are so now. Raises FacilityError where nobody tells at present."""
        ...


class Surroundings:
    """All sources together; with none it is the Null form.

    `slow` are those that may keep us waiting: they are asked at the same time.
    """

    def __init__(self, sources: Sequence[Source] = (), slow: Sequence[Source] = ()) -> None:
        self._sources = tuple(sources)
        self._slow = tuple(slow)
        self._untold: frozenset[Quiet] = frozenset()

    @property
    def tells(self) -> frozenset[Quiet]:
        """What can be told here at all."""
        return _all_that(self._sources + self._slow)

    @property
    def untold(self) -> frozenset[Quiet]:
        """What nobody could tell at the last look."""
        return self._untold

    def look(self, wanted: frozenset[Quiet] = frozenset(Quiet)) -> frozenset[Quiet]:
        """The reasons among `wanted` that are so now."""
        slow = [each for each in self._slow if each.tells & wanted]
        quick = [each for each in self._sources if each.tells & wanted]
        found = [*at_the_same_time([partial(_look, each) for each in slow]), *map(_look, quick)]
        told = {each: so for each, so in zip(slow + quick, found, strict=True) if so is not None}
        self._untold = _all_that(slow + quick) - _all_that(told)
        return frozenset().union(*told.values()) & wanted

    def check(self, words: NullTranslations) -> tuple[Finding, ...]:
        """One line for each reason: whether it can be told here."""
        return tuple(self._check(quiet, words) for quiet in Quiet)

    def _check(self, quiet: Quiet, words: NullTranslations) -> Finding:
        tr = words.gettext
        subject = _subjects(words)[quiet]
        if quiet in self.tells:
            return Finding(subject, Level.OK, tr("can be told"))
        line = tr("This desktop doesn't tell. Pause breaks from the tray instead.")
        return Finding(subject, Level.LIMITED, line)


def _all_that(sources: Iterable[Source]) -> frozenset[Quiet]:
    return frozenset().union(*(source.tells for source in sources))


def _look(source: Source) -> frozenset[Quiet] | None:
    """What it tells; None where it cannot."""
    try:
        return source.look()
    except FacilityError:
        return None


def at_the_same_time(questions: Sequence[Callable[[], _Answer]]) -> list[_Answer]:
    """The answers, after as long as the slowest takes."""
    if not questions:
        return []
    with ThreadPoolExecutor(len(questions)) as threads:
        return list(threads.map(lambda ask: ask(), questions))


def _subjects(words: NullTranslations) -> dict[Quiet, str]:
    tr = words.gettext
    return {
        Quiet.DO_NOT_DISTURB: tr("Do not disturb"),
        Quiet.SCREEN_SHARED: tr("Screen shared"),
        Quiet.CAMERA: tr("Camera in use"),
        Quiet.MICROPHONE: tr("Microphone in use"),
        Quiet.PRESENTING: tr("Video or slides"),
        Quiet.FULL_SCREEN: tr("Full screen"),
        Quiet.ON_BATTERY: tr("On battery"),
    }
