"""The words and values of the page before a session."""

from collections.abc import Callable
from datetime import date
from gettext import NullTranslations

import msgspec

from supple.app.catalogue import Catalogue
from supple.core.catalogue.exercise import Kit as KitCode
from supple.core.catalogue.exercise import Position
from supple.core.plan.checklist import Item
from supple.core.plan.reasons import Change, reason_words
from supple.core.plan.swaps import LIVELY
from supple.core.session.compile import Session
from supple.core.session.steps import Part
from supple.ui.pages.before import BeforeView, Kit

_ON_THE_MAT = frozenset({Position.LYING, Position.FLOOR})


class Around(msgspec.Struct, frozen=True):
    """What the session itself does not tell.

    `whole` is the session with everything at hand, `missing` what is not; `spot` the checklist,
    which is `folded` once it is known. `calmer` is wished for today; `walked` just now, which
    is a warm-up; `early` tells when the session is usually begun, where that is later. `day`
    writes a date as the reader is used to.
    """

    whole: Session
    missing: frozenset[KitCode]
    spot: tuple[Item, ...]
    folded: bool
    voice_on: bool
    asks_pain: bool = True
    calmer: bool = False
    walked: bool = False
    early: str = ""
    day: Callable[[date], str] = date.isoformat


def before_view(
    session: Session, catalogue: Catalogue, words: NullTranslations, around: Around
) -> BeforeView:
    """What to have at hand, how long it takes, what was changed and why."""
    tr = words.gettext
    exercises = dict.fromkeys(step.exercise for step in around.whole.steps)
    kit = dict.fromkeys(
        either for ident in exercises for either in catalogue.exercise(ident).equipment
    )
    seconds = dict.fromkeys(Part, 0.0)
    for step in session.steps:
        seconds[step.part] += step.seconds
    titles = {
        Part.WARM_UP: tr("Warm-up"),
        Part.MAIN: tr("Stretches"),
        Part.COOL_DOWN: words.pgettext("end of a session", "Settle"),
    }
    changed = len(session.changes)
    title = words.ngettext(
        "{n} step was changed for you", "{n} steps were changed for you", changed
    )
    return BeforeView(
        name=session.name,
        minutes=max(1, round(session.planned_s / 60)),
        kit=tuple(
            Kit(code, kit_words(code, words), ticked=not set(kits_of(code)) <= around.missing)
            for code in kit
        ),
        parts=tuple(
            (title, tr("{n} min").format(n=max(1, round(seconds[part] / 60))))
            for part, title in titles.items()
            if seconds[part]
        )
        + (((titles[Part.WARM_UP], tr("your walk")),) if around.walked else ()),
        asks_pain=around.asks_pain,
        voice_on=around.voice_on,
        voice_words=tr("A voice tells you every step."),
        has_warm_up=seconds[Part.WARM_UP] > 0,
        can_check=True,
        changed_title=title.format(n=changed),
        changed=tuple(change_words(each, catalogue, words, around.day) for each in session.changes),
        spot=tuple((item.text, item.why) for item in around.spot),
        folded=around.folded,
        early=around.early,
        can_calm=any(step.exercise in LIVELY for step in around.whole.steps),
        calmer=around.calmer,
    )


def telling(session: Session) -> str:
    """The exercise that stands for a session in a picture: the first stretch of its main part."""
    main = (step.exercise for step in session.steps if step.part is Part.MAIN)
    return next(main, session.steps[0].exercise)


def is_on_mat(session: Session, catalogue: Catalogue) -> bool:
    """Whether a session has a stretch on the floor."""
    main = {step.exercise for step in session.steps if step.part is Part.MAIN}
    return any(catalogue.exercise(ident).position in _ON_THE_MAT for ident in main)


def kits_of(code: str) -> tuple[KitCode, ...]:
    """The things that a piece of kit may be: `a|b` is either."""
    return tuple(KitCode(part) for part in code.split("|"))


def change_words(
    change: Change,
    catalogue: Catalogue,
    words: NullTranslations,
    day: Callable[[date], str] = date.isoformat,
) -> str:
    """What became of a step, and why, in one line."""
    tr = words.gettext
    was = catalogue.exercise(change.exercise).name
    why = reason_words(change.reason, words, day)
    if not change.now:
        return tr("{was}: left out. {why}").format(was=was, why=why)
    now = catalogue.exercise(change.now).name
    return tr("{now} instead of {was}. {why}").format(now=now, was=was, why=why)


def kit_words(code: str, words: NullTranslations) -> str:
    """A piece of kit for people; `a|b` means that either will do."""
    tr = words.gettext
    names = {
        KitCode.CHAIR: tr("a sturdy chair"),
        KitCode.OFFICE_CHAIR: tr("your office chair"),
        KitCode.MAT: tr("a mat"),
        KitCode.STRAP: tr("a strap, towel or belt"),
        KitCode.CUSHION: tr("a cushion"),
        KitCode.WALL: tr("a wall"),
        KitCode.WALL_CORNER: tr("a corner of two walls"),
        KitCode.DOORWAY: tr("a doorway"),
        KitCode.DESK: tr("a desk or worktop"),
        KitCode.PARTNER: tr("somebody to help"),
        KitCode.TAPE_MEASURE: tr("a tape measure"),
    }
    either = [names[KitCode(part)] for part in code.split("|")]
    joined = either[0]
    for other in either[1:]:
        joined = tr("{one} or {other}").format(one=joined, other=other)
    return joined[:1].upper() + joined[1:]
