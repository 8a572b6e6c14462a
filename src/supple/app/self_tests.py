"""Reach checks in use: which are offered, saving a result, reading it, when to measure again."""

from datetime import date
from functools import cached_property, partial
from gettext import NullTranslations

import msgspec

from supple.app.catalogue import Catalogue
from supple.app.safety import Safety
from supple.core.catalogue.reading import parse_toml
from supple.core.catalogue.texts import translated
from supple.core.errors import InputError
from supple.core.history.records import RatingKind
from supple.core.numbers import written
from supple.core.plan import self_tests as rules
from supple.core.plan.limits import limits_of
from supple.core.plan.records import Profile, TestRecord
from supple.core.plan.screening import Condition
from supple.core.plan.self_tests import Choice, Difference, Protocol, SelfTestFile
from supple.core.session.steps import Side
from supple.devices.clock import Clock
from supple.devices.files import asset
from supple.devices.store.ids import new_id
from supple.devices.store.profile import read_profile, save_profile
from supple.devices.store.ratings import list_ratings
from supple.devices.store.store import Store
from supple.devices.store.tests import list_tests, save_test


class Result(msgspec.Struct, frozen=True):
    """A number in words: itself, against published values, against last time and the first time.

    Empty or None where there is nothing to say. `band_cm`: the measuring error to draw.
    """

    record: TestRecord
    reading: str
    aside: str
    norm: str
    norm_source: str
    since_last: Difference | None
    change_words: str
    tighter: Side | None
    tighter_words: str
    band_cm: float
    note: str


class SelfTests:
    """Offers tests, keeps their results and tells what they mean."""

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        store: Store,
        safety: Safety,
        clock: Clock,
        words: NullTranslations,
    ) -> None:
        self._catalogue = catalogue
        self._store = store
        self._safety = safety
        self._clock = clock
        self._words = words

    @cached_property
    def protocols(self) -> tuple[Protocol, ...]:
        """The three tests as they are measured and read."""
        data, _ = parse_toml(asset("self-tests.toml").read_text(encoding="utf-8"))
        return translated(msgspec.convert(data, SelfTestFile), self._words).test

    def protocol(self, ident: str) -> Protocol:
        """One test. Raises InputError for an id there is not."""
        found = next((each for each in self.protocols if each.id == ident), None)
        if found is None:
            known = ", ".join(each.id for each in self.protocols)
            tr = self._words.gettext
            what = tr('There is no test "{id}".').format(id=ident)
            raise InputError(what, allowed=tr("Allowed: {names}.").format(names=known))
        return found

    def offered(self) -> Choice:
        """The tests for this person today, or why there are none."""
        standing = self._safety.standing()
        exercises = [self._catalogue.exercise(each.id) for each in self.protocols]
        return rules.offered(
            exercises,
            standing,
            limits_of(standing),
            self.profile,
            self._today,
            pain=self._pain_today(),
        )

    def refusal(self, choice: Choice) -> str:
        """Why there is no test, in words; empty where there is one."""
        return rules.refusal_words(choice.refusal, self._words) if choice.refusal else ""

    def too_soon(self, ident: str) -> str:
        """What to say when the same test was done less than a week ago; empty otherwise."""
        last = self._last_before(ident, None, None)
        soon = rules.too_soon(last.local_day if last else None, self._today)
        return rules.too_soon_words(self._words) if soon else ""

    def save(
        self, ident: str, tries_cm: list[float], *, side: Side = Side.BOTH, note: str = ""
    ) -> Result:
        """Keep the best of the tries and read it.

        Raises InputError for a test there is not, no try, or a number out of range, and
        ClosedError while sessions are closed.
        """
        self._safety.require_open()
        protocol = self.protocol(ident)
        for value in tries_cm or [float("nan")]:
            if not protocol.least <= value <= protocol.most:
                tr = self._words.gettext
                bounds = {"least": protocol.least, "most": protocol.most}
                allowed = tr("Allowed: {least} to {most} cm.").format(**bounds)
                what = tr("found {value}.").format(value=written(value, self._words))
                raise InputError(what, where=ident, allowed=allowed)
        now = self._clock.wall()
        record = TestRecord(
            id=new_id(),
            measured=now,
            local_day=now.date(),
            test=ident,
            side=side,
            value_cm=round(protocol.best(tries_cm), 1),
            better=protocol.better,
            note=note,
        )
        self._store.write(partial(save_test, test=record)).result()
        return self.read(record)

    def read(self, record: TestRecord) -> Result:
        """What a kept result means now."""
        protocol = self.protocol(record.test)
        last = self._last_before(record.test, record.side, record)
        change = rules.difference(protocol, record.value_cm, last.value_cm) if last else None
        shows = Condition.UNDER_16 not in self._safety.standing().conditions
        norm = rules.norm(protocol, record.value_cm, self.profile, self._today) if shows else ""
        published = protocol.target or protocol.range
        tighter = rules.tighter_side(self.results()) if record.test == rules.CHAIR else None
        tr = self._words.gettext
        return Result(
            record=record,
            reading=rules.reading(protocol, record.value_cm),
            aside=rules.aside(protocol, record.value_cm),
            norm=norm,
            norm_source=published.source if norm and published else "",
            since_last=change,
            change_words=rules.difference_words(change, self._words) if change else "",
            tighter=tighter,
            tighter_words=tr("One side is tighter. Start with that side.") if tighter else "",
            band_cm=protocol.minimal_change_cm,
            note=rules.under_the_chart(self._words),
        )

    def results(self, ident: str | None = None) -> tuple[TestRecord, ...]:
        """All results, or those of one test, oldest first."""
        found = self._store.read(list_tests)
        return tuple(each for each in found if ident in (None, each.test))

    @property
    def profile(self) -> Profile:
        """Year of birth and sex, if given."""
        return self._store.read(read_profile)

    def set_profile(self, profile: Profile) -> None:
        """Keep year of birth and sex, or forget them with an empty profile."""
        self._store.write(partial(save_profile, profile=profile)).result()

    @property
    def _today(self) -> date:
        return self._clock.wall().date()

    def _pain_today(self) -> int | None:
        ratings = self._store.read(partial(list_ratings, since=self._today, until=self._today))
        values = [
            each.value
            for each in ratings
            if each.kind is RatingKind.BACK and isinstance(each.value, int)
        ]
        return max(values, default=None)

    def _last_before(
        self, ident: str, side: Side | None, record: TestRecord | None
    ) -> TestRecord | None:
        earlier = [
            each
            for each in self.results(ident)
            if side in (None, each.side) and (record is None or each.measured < record.measured)
        ]
        return earlier[-1] if earlier else None
