"""Owns the words of a session screen that depend on where the session is. Pure."""

from collections.abc import Callable
from gettext import NullTranslations
from typing import Final

import msgspec

from supple.core.plan.self_tests import ALL as REACH_CHECKS
from supple.core.session.events import Outcome
from supple.core.session.steps import Kind, Part, Side, Step
from supple.core.session.view import SessionView, State

_MINUTES_FROM_S: Final = 100


class ExerciseWords(msgspec.Struct, frozen=True):
    """What a session screen says of one exercise; all but the name may be empty.

    `hint` is one short line on how to do it, `way_out` how to come out of it, `softer` what its
    easier version is.
    """

    name: str
    hint: str = ""
    way_out: str = ""
    softer: str = ""


Lookup = Callable[[str], ExerciseWords]
"""Gives the words of an exercise by its id."""


class SessionWords(msgspec.Struct, frozen=True):
    """All words on the session screen at one moment.

    `arrow` is the side the arrow points to, if any. `dots` is (current set, sets), or (0, 0).
    `state` describes the ring for screen readers; `room_*` are for the across-the-room view.
    """

    line: str
    headline: str
    below: str
    arrow: Side
    dots: tuple[int, int]
    ring_line: str
    minutes_left: str
    caption: str
    next_up: str
    main: str
    back: str
    skip: str
    state: str
    done: str
    explain: str
    room_name: str
    room_next: str
    room_side: str
    room_set: str


def session_words(
    view: SessionView, lookup: Lookup, translations: NullTranslations, last: Outcome | None = None
) -> SessionWords:
    """Return the words for `view`. `last` is how the work before a rest ended."""
    return _Words(view, lookup, translations, last).all()


class _Words:
    """Works the words out; one object a view."""

    def __init__(
        self,
        view: SessionView,
        lookup: Lookup,
        translations: NullTranslations,
        last: Outcome | None,
    ) -> None:
        self.view = view
        self.step = view.step
        self.lookup = lookup
        self.tr = translations.gettext
        self.ntr = translations.ngettext
        self.ptr = translations.pgettext
        self.last = last
        self.exercise = lookup(view.step.exercise)

    def all(self) -> SessionWords:
        line, headline, below = self._heading()
        paused = self.view.state is State.PAUSED
        sets = self.step.sets if self._counts_sets() else 0
        return SessionWords(
            line=line,
            headline=headline,
            below=below,
            arrow=self._arrow(),
            dots=(self.step.set, sets) if sets else (0, 0),
            ring_line=self._ring_line(),
            minutes_left=self._minutes_left(),
            caption=self.tr("Paused. Take your time.") if paused else self._spoken(),
            next_up=self._next(),
            main=self._main(),
            back=self.ptr("a try of a test", "Try again")
            if self.step.measured
            else self.tr("Back"),
            skip=self._skip(),
            state=self._state(),
            done=self._done(),
            explain=self._explain(),
            room_name=self.exercise.name,
            room_next=self._room_next(),
            room_side=self._room_side(),
            room_set=self._count_words() or self._set_words(),
        )

    def _spoken(self) -> str:
        return self.view.lately or self.view.caption

    def _skip(self) -> str:
        if self._leads_to_work():
            return self.tr("Start now")
        running = self.view.state is State.RUNNING
        return self.tr("Got it, next") if self.step.measured and running else self.tr("Skip")

    def _heading(self) -> tuple[str, str, str]:
        """Return the small line above, the big words and the line below them."""
        step, name = self.step, self.exercise.name
        if self.view.state is State.PAUSED:
            return self._with_side(name), self.tr("Paused"), self._set_words()
        if self._gets_ready():
            return self.tr("Get ready"), self._named(step), self._set_words() or self.exercise.hint
        if step.kind is Kind.SWITCH:
            return self.tr("Change sides"), self._side_words(self._coming_side()), name
        if step.kind is Kind.REST:
            return self._after_work(), self.tr("Rest"), self.tr("Let go and breathe")
        if step.part is Part.WARM_UP:
            return self._warm_up(), name, self._side_or_hint()
        if step.part is Part.COOL_DOWN:
            return self.ptr("end of a session", "Settle"), name, self._side_or_hint()
        return name, self._doing(), self._count_words() or self._set_words()

    def _warm_up(self) -> str:
        """Return which of the exercises of the warm-up this is."""
        here = next((group for group in self.view.groups if group.row), None)
        if here is None or here.rows == 1:
            return self.tr("Warm-up")
        return self.tr("Warm-up, {n} of {of}").format(n=here.row, of=here.rows)

    def _doing(self) -> str:
        """Return what somebody on the floor must know first: the side, or what to do."""
        if self._sided(self.step):
            return self._side_words(self.step.side)
        return self._deed()

    def _deed(self) -> str:
        if self._is_test:
            return self.tr("Reach, and hold")
        return self.tr("Move") if self.step.kind is Kind.REPS else self.tr("Hold")

    @property
    def _is_test(self) -> bool:
        return self.step.exercise in REACH_CHECKS

    def _after_work(self) -> str:
        match self.last:
            case Outcome.DONE:
                return self.tr("Well held")
            case Outcome.SKIPPED:
                return self.tr("Skipped")
            case Outcome.STOPPED:
                return self.tr("Stopped early")
            case None:
                return self.exercise.name

    def _main(self) -> str:
        if self.view.waits:
            return self.tr("I'm ready")
        return self.tr("Go on") if self.view.state is State.PAUSED else self.tr("Pause")

    def _ring_line(self) -> str:
        step = self.step
        if self.view.waits:
            stands = self.view.stands
            return self.tr("whenever you're ready") if stands else self.tr("to get ready")
        if self.view.state is State.PAUSED:
            if self.view.rep is not None:  # the ring counts, it has no seconds
                return self._count_words()
            minutes = self._in_minutes()
            return self.ptr("time", "left") if minutes else self.tr("seconds left")
        if self._gets_ready():
            return self.tr("until we start")
        if step.kind in (Kind.SWITCH, Kind.REST):
            return self._until()
        if step.part is Part.WARM_UP:
            return self.tr("Easy pace")
        if step.part is Part.COOL_DOWN:
            return self.tr("to finish")
        if self.view.rep is not None:
            return self.tr("easy and even")
        return self.tr("note where you get to") if self._is_test else self.tr("Hold and breathe")

    def _until(self) -> str:
        match self._coming_side():
            case Side.LEFT:
                return self.tr("until the left leg")
            case Side.RIGHT:
                return self.tr("until the right leg")
            case _:
                return self.tr("until we go on")

    def _next(self) -> str:
        coming = self.view.next
        if coming is None:
            return self.tr("Then done")
        same = coming.exercise == self.step.exercise
        if self._gets_ready() and same:
            what = {
                Side.LEFT: self.tr("Hold left"),
                Side.RIGHT: self.tr("Hold right"),
            }.get(coming.side, self.tr("Hold"))
            if coming.kind is not Kind.HOLD:
                what = self._named(coming)
        elif same and self._sided(coming):
            what = self._side_words(coming.side)
        else:
            what = self._named(coming)
        return self.tr("{what}, {length}").format(what=what, length=self._length(coming))

    def _room_next(self) -> str:
        coming = self.view.next
        if coming is None:
            return self.tr("then done")
        if coming.exercise == self.step.exercise and self._sided(coming):
            right = coming.side is Side.RIGHT
            return self.tr("right leg") if right else self.tr("left leg")
        return self.lookup(coming.exercise).name

    def _room_side(self) -> str:
        if self.view.state is State.PAUSED:
            return self.tr("Paused")
        if self._gets_ready():
            return self.tr("Ready?") if self.view.stands else self.tr("Ready")
        if self.step.kind is Kind.REST:
            return self.tr("Rest")
        side = self._coming_side() if self.step.kind is Kind.SWITCH else self.step.side
        match side:
            case Side.LEFT:
                return self.tr("Left")
            case Side.RIGHT:
                return self.tr("Right")
            case _:
                return self._doing() if self.step.part is Part.MAIN else self.tr("Move")

    def _minutes_left(self) -> str:
        if self.view.next is None and self.step.kind.is_work:
            return self.tr("last one")
        if self.view.left_s < 60:  # noqa: PLR2004 - seconds of a minute
            return self.tr("almost there")
        minutes = round(self.view.left_s / 60)
        return self.ntr("{n} min left", "{n} min left", minutes).format(n=minutes)

    def _done(self) -> str:
        done = round(self.view.done_s / 60)
        whole = max(1, round(sum(group.seconds for group in self.view.groups) / 60))
        text = self.ntr("{done} of {n} minute done", "{done} of {n} minutes done", whole)
        return text.format(done=done, n=whole)

    def _state(self) -> str:
        """Return what the ring is about, for screen readers: "Hold, left leg, set 2 of 3"."""
        line, headline, below = self._heading()
        works = self.step.kind.is_work and self.view.state is not State.PAUSED
        doing = self._deed() if works else ""
        parts = dict.fromkeys((doing, headline, line, below))
        return ", ".join(part for part in parts if part)

    def _explain(self) -> str:
        if self.view.state is not State.PAUSED:
            return ""
        if self.step.kind.is_work:
            return self.tr("Ease out and rest. Going on starts with 5 seconds to get ready.")
        return self.tr("Take the time you need. Going on starts at once.")

    def _arrow(self) -> Side:
        if self.view.state is State.PAUSED or self.step.kind is Kind.REST:
            return Side.NONE
        side = self._coming_side() if self.step.kind is Kind.SWITCH else self.step.side
        return side if side in (Side.LEFT, Side.RIGHT) else Side.NONE

    def _coming_side(self) -> Side:
        coming = self.view.next
        if coming is not None and coming.exercise == self.step.exercise:
            return coming.side
        return self.step.side if self.step.kind is Kind.SWITCH else Side.NONE

    def _gets_ready(self) -> bool:
        return self.view.extra or self.step.kind in (Kind.GET_READY, Kind.PREPARE, Kind.SCREEN)

    def _leads_to_work(self) -> bool:
        return self.view.extra or self.step.kind.is_pause_between

    def _counts_sets(self) -> bool:
        quiet = self.step.kind in (Kind.REST, Kind.SWITCH)
        return self.step.sets > 1 and self.view.rep is None and not quiet

    def _set_words(self) -> str:
        if not self._counts_sets():
            return ""
        words = self.tr("Try {set} of {sets}") if self._is_test else self.tr("Set {set} of {sets}")
        return words.format(set=self.step.set, sets=self.step.sets)

    def _count_words(self) -> str:
        if self.view.rep is None or self.step.reps is None:
            return ""
        return self.tr("{count} of {whole}").format(count=self.view.rep, whole=self.step.reps)

    def _side_or_hint(self) -> str:
        count = self._count_words()
        if not self._sided(self.step):
            return count or self.exercise.hint  # there is room for one line
        side = self._side_words(self.step.side)
        return ", ".join(part for part in (side, count) if part)

    def _named(self, step: Step) -> str:
        """Return the exercise with its side, short: "Strap stretch, left"."""
        name = self.lookup(step.exercise).name
        match step.side:
            case Side.LEFT:
                return self.tr("{name}, left").format(name=name)
            case Side.RIGHT:
                return self.tr("{name}, right").format(name=name)
            case _:
                return name

    def _with_side(self, name: str) -> str:
        match self.step.side:
            case Side.LEFT:
                return self.tr("{name}, left leg").format(name=name)
            case Side.RIGHT:
                return self.tr("{name}, right leg").format(name=name)
            case _:
                return name

    def _side_words(self, side: Side) -> str:
        match side:
            case Side.LEFT:
                return self.tr("Left leg")
            case Side.RIGHT:
                return self.tr("Right leg")
            case _:
                return self.tr("Both legs")

    def _length(self, step: Step) -> str:
        if step.reps is not None:
            return self.ntr("{n} time", "{n} times", step.reps).format(n=step.reps)
        if step.seconds >= _MINUTES_FROM_S:
            return self.tr("{n} min").format(n=round(step.seconds / 60))
        return self.tr("{n} s").format(n=round(step.seconds))

    def _in_minutes(self) -> bool:
        return self.view.seconds >= _MINUTES_FROM_S

    @staticmethod
    def _sided(step: Step) -> bool:
        return step.side in (Side.LEFT, Side.RIGHT)
