"""Is it helping? What changed by more than its smallest meaningful change, and what cannot be told.

Sources: the smallest changes of each reach check (its protocol), and for pain Ostelo et al. 2008
(2 points or 30 percent). Nothing here says that stretching was the cause.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from enum import StrEnum
from gettext import NullTranslations

import msgspec

from supple.core.history.reach import ReachSeries
from supple.core.numbers import written
from supple.core.plan.pain import Trend, Week, trend
from supple.core.session.steps import Side

_LEAST_APART = timedelta(days=14)
_SIX_WEEKS = timedelta(weeks=6)


class Judgement(StrEnum):
    """What a comparison comes to."""

    UNKNOWN = "unknown"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    MIXED = "mixed"


class ReachFinding(msgspec.Struct, frozen=True):
    """A test's last value against its first. `gain_cm` counts towards better, 0 if unknown."""

    test: str
    side: Side
    judgement: Judgement
    gain_cm: float
    needed_cm: float


class PainFinding(msgspec.Struct, frozen=True):
    """Weekly averages of back pain, the last against the first; None where there are too few."""

    judgement: Judgement
    start: float | None = None
    now: float | None = None


class Verdict(msgspec.Struct, frozen=True):
    """All that can be said. `ask`: a professional should look at it."""

    judgement: Judgement
    reach: tuple[ReachFinding, ...]
    pain: PainFinding
    ask: bool


def verdict(series: Iterable[ReachSeries], weeks: Sequence[Week]) -> Verdict:
    """Read the reach checks and the weekly averages of pain of one period."""
    known = tuple(series)
    reach = tuple(map(_reach, known))
    pain = _pain(weeks)
    judgement = _together([*(each.judgement for each in reach), pain.judgement])
    stuck = judgement is Judgement.SAME and any(map(_is_long, known))
    return Verdict(judgement, reach, pain, pain.judgement is Judgement.WORSE or stuck)


def _reach(series: ReachSeries) -> ReachFinding:
    found = (series.test, series.side)
    apart = series.points[-1].day - series.points[0].day
    if apart < _LEAST_APART:
        return ReachFinding(*found, Judgement.UNKNOWN, 0.0, series.band_cm)
    gain = series.gain_cm
    judgement = Judgement.SAME
    if abs(gain) >= series.band_cm:
        judgement = Judgement.BETTER if gain > 0 else Judgement.WORSE
    return ReachFinding(*found, judgement, gain, series.band_cm)


def _pain(weeks: Sequence[Week]) -> PainFinding:
    found = {
        Trend.UNKNOWN: Judgement.UNKNOWN,
        Trend.LESS: Judgement.BETTER,
        Trend.SAME: Judgement.SAME,
        Trend.MORE: Judgement.WORSE,
    }[trend(tuple(weeks))]
    if found is Judgement.UNKNOWN:
        return PainFinding(found)
    return PainFinding(found, weeks[0].average, weeks[-1].average)


def _together(all_of: Sequence[Judgement]) -> Judgement:
    told = {each for each in all_of if each is not Judgement.UNKNOWN}
    if not told:
        return Judgement.UNKNOWN
    if {Judgement.BETTER, Judgement.WORSE} <= told:
        return Judgement.MIXED
    for clear in (Judgement.BETTER, Judgement.WORSE):
        if clear in told:
            return clear
    return Judgement.SAME


def _is_long(series: ReachSeries) -> bool:
    return series.points[-1].day - series.points[0].day >= _SIX_WEEKS


def headline(judgement: Judgement, words: NullTranslations) -> str:
    """The answer in one short sentence."""
    tr = words.gettext
    return {
        Judgement.UNKNOWN: tr("Not enough data yet"),
        Judgement.BETTER: tr("Something has changed for the better"),
        Judgement.SAME: tr("About the same so far"),
        Judgement.WORSE: tr("Something has become harder"),
        Judgement.MIXED: tr("One thing is better, another is not"),
    }[judgement]


def reach_words(finding: ReachFinding, name: str, words: NullTranslations) -> str:
    """One test in a sentence; `name` is the test, with its side where it has one."""
    tr = words.gettext
    values = {
        "name": name,
        "n": written(abs(finding.gain_cm), words),
        "needed": written(finding.needed_cm, words),
    }
    if finding.judgement is Judgement.UNKNOWN:
        line = tr("{name}: not enough data yet. Two checks, two weeks or more apart, can tell.")
    elif finding.judgement is Judgement.SAME:
        line = tr("{name}: about the same. Less than {needed} cm is within measuring error.")
    elif finding.judgement is Judgement.BETTER:
        line = tr("{name}: {n} cm further. From {needed} cm on it is more than measuring error.")
    else:
        line = tr("{name}: {n} cm less. From {needed} cm on it is more than measuring error.")
    return line.format(**values)


def pain_words(finding: PainFinding, words: NullTranslations) -> str:
    """Back pain in a sentence."""
    tr = words.gettext
    if finding.start is None or finding.now is None:
        return tr(
            "Back pain: not enough data yet. Two ratings a week, over four weeks or more, can tell."
        )
    line = {
        Judgement.BETTER: tr("Clearly less pain than at the start: {now} instead of {start}."),
        Judgement.WORSE: tr("More pain than at the start: {now} instead of {start}."),
    }.get(finding.judgement, tr("Back pain: about the same, {start} at the start and {now} now."))
    return line.format(start=written(finding.start, words, 1), now=written(finding.now, words, 1))


def ask_words(verdict: Verdict, words: NullTranslations) -> str:
    """When to ask a professional; empty where there is no reason."""
    tr = words.gettext
    if verdict.pain.judgement is Judgement.WORSE:
        return tr("Please talk to a doctor or physiotherapist about it.")
    return tr("After six weeks without a change, a physiotherapist can look.") * verdict.ask


def no_cause_words(words: NullTranslations) -> str:
    """What no comparison says."""
    return words.gettext(
        "This is what changed while you stretched. It can't say that stretching was the cause."
    )
