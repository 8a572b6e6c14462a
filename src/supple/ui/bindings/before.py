"""The words and values of the page before a session."""

from gettext import NullTranslations

from supple.app.catalogue import Catalogue
from supple.core.catalogue.exercise import Kit as KitCode
from supple.core.session.compile import Session
from supple.core.session.steps import Part
from supple.ui.pages.before import BeforeView, Kit


def before_view(
    session: Session, catalogue: Catalogue, words: NullTranslations, *, voice_on: bool
) -> BeforeView:
    """What to have at hand, how long it takes, and whether the voice is on."""
    tr = words.gettext
    exercises = dict.fromkeys(step.exercise for step in session.steps)
    kit = dict.fromkeys(
        either for ident in exercises for either in catalogue.exercise(ident).equipment
    )
    seconds = dict.fromkeys(Part, 0.0)
    for step in session.steps:
        seconds[step.part] += step.seconds
    titles = {
        Part.WARM_UP: tr("Warm-up"),
        Part.MAIN: tr("Stretches"),
        Part.COOL_DOWN: tr("Settle"),
    }
    return BeforeView(
        name=session.name,
        minutes=max(1, round(session.planned_s / 60)),
        kit=tuple(Kit(code, kit_words(code, words)) for code in kit),
        parts=tuple(
            (title, tr("{n} min").format(n=max(1, round(seconds[part] / 60))))
            for part, title in titles.items()
            if seconds[part]
        ),
        voice_on=voice_on,
        voice_words=tr("A voice tells you every step."),
        has_warm_up=seconds[Part.WARM_UP] > 0,
    )


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
