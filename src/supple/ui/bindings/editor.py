"""The words and values of the routine editor."""

from collections.abc import Callable, Iterable
from datetime import date
from gettext import NullTranslations

from supple.app.editing import Editing
from supple.app.editor import DraftFacts, Mind, Note, RowFacts, usual_hold
from supple.app.facets import FacetWords
from supple.app.library import Entry
from supple.core.catalogue.exercise import Exercise, Measure
from supple.core.catalogue.routine import RoutineStep
from supple.core.plan.reasons import reason_words
from supple.core.session.steps import Part
from supple.ui.bindings.library import GROUNDS
from supple.ui.pages.editor_view import (
    EditorView,
    FoundView,
    NoteView,
    Number,
    PartView,
    RowView,
)

_COLOURS = {Part.WARM_UP: "apricot", Part.MAIN: "primary", Part.COOL_DOWN: "dusk"}
_HOLD = (5, 60, 5)
_COUNT = (4, 30, 1)
_TIMES = (1, 5, 1)
_TIME = (5, 1800, 5)
_GAP = (0, 60, 5)
_REST = (5, 600, 5)


class EditorWords:
    """Puts drafts into words. `day` writes a date as the reader is used to."""

    def __init__(
        self,
        words: NullTranslations,
        facets: FacetWords,
        day: Callable[[date], str] = date.isoformat,
    ) -> None:
        self._words = words
        self._day = day
        self._facets = facets

    def view(self, editing: Editing, facts: DraftFacts) -> EditorView:
        """A routine as it stands."""
        return EditorView(
            name=editing.routine.name,
            rows=tuple(self._row(row) for row in facts.rows),
            total=clock(facts.total_s),
            parts=tuple(self._parts(facts)),
            notes=tuple(self._note(note, facts) for note in _once(facts.notes)),
            can_undo=editing.can_undo,
            can_redo=editing.can_redo,
            saved=editing.is_saved,
        )

    def found(self, entries: Iterable[Entry]) -> tuple[FoundView, ...]:
        """Exercises that can be added."""
        return tuple(
            FoundView(
                entry.exercise.id,
                entry.exercise.name,
                self._facets.positions[entry.exercise.position],
                GROUNDS[entry.exercise.position],
            )
            for entry in entries
        )

    def _row(self, facts: RowFacts) -> RowView:
        tr = self._words.gettext
        time = clock(facts.seconds)
        step, exercise = facts.row, facts.exercise
        if exercise is None or not isinstance(step, RoutineStep):
            amount = Number(tr("Rest"), facts.amount, _REST, tr("{n} s"))
            dose = tr("{n} s").format(n=facts.amount)
            return RowView("", tr("Rest"), dose, time, "dusk_soft", amount=amount)
        sides = exercise.changes_sides
        gap_label = tr("To change sides") if sides and step.side is None else tr("Rest")
        has_gap = step.sets > 1 or (sides and step.side is None)
        is_test = exercise.measure.kind is Measure.TEST
        return RowView(
            exercise=exercise.id,
            name=exercise.name,
            dose=self._dose(facts, step, exercise),
            time=time,
            ground=GROUNDS[exercise.position],
            about=self._facets.line(exercise),
            amount=self._amount(facts, exercise),
            sets=None if is_test else Number(tr("Times"), step.sets, _TIMES, "{n}"),
            gap=Number(gap_label, facts.gap_s, _GAP, tr("{n} s")) if has_gap else None,
            side=facts.side or "",
            say=step.say,
            picture=step.picture,
        )

    def _amount(self, facts: RowFacts, exercise: Exercise) -> Number | None:
        tr, measure = self._words.gettext, exercise.measure
        match measure.kind:
            case Measure.HOLD:
                return Number(tr("Hold"), facts.amount, _HOLD, tr("{n} s"))
            case Measure.REPS:
                return Number(tr("Count"), facts.amount, _COUNT, "{n}")
            case Measure.TIME:
                return Number(tr("For"), facts.amount, _TIME, tr("{n} s"))
            case Measure.TEST:
                return None

    def _dose(self, facts: RowFacts, step: RoutineStep, exercise: Exercise) -> str:
        words = self._words
        tr, kind = words.gettext, exercise.measure.kind
        parts = [tr("Warm-up")] if step.part is Part.WARM_UP else []
        if kind is Measure.HOLD:
            parts.append(tr("{n} s").format(n=facts.amount))
        elif kind is Measure.REPS:
            a_leg = exercise.changes_sides or exercise.measure.legs_take_turns
            form = tr("{n} a leg") if a_leg else tr("{n} of them")
            parts.append(form.format(n=facts.amount))
        elif kind is Measure.TIME:
            parts.append(clock(facts.amount))
        if step.sets > 1:
            times = words.ngettext("{n} time", "{n} times", step.sets)
            parts.append(times.format(n=step.sets))
        if exercise.changes_sides:
            sides = {None: tr("both sides"), "left": tr("left only"), "right": tr("right only")}
            parts.append(sides[step.side])
        if facts.planned:
            parts.append(tr("from your plan"))
        return ", ".join(parts)

    def _parts(self, facts: DraftFacts) -> Iterable[PartView]:
        tr = self._words.gettext
        forms = {
            Part.WARM_UP: tr("warm {time}"),
            Part.MAIN: tr("stretch {time}"),
            Part.COOL_DOWN: tr("settle {time}"),
        }
        for part, form in forms.items():
            seconds = facts.parts[part]
            if seconds:
                yield PartView(form.format(time=clock(seconds)), seconds, _COLOURS[part])

    def _note(self, note: Note, facts: DraftFacts) -> NoteView:
        row = facts.rows[note.place] if note.place >= 0 else None
        told, fix = self._told_and_fix(note, row)
        name = row.exercise.name if row and row.exercise else ""
        return NoteView(note.mind.value, f"{name}. {told}" if name else told, fix, note.place)

    def _told_and_fix(self, note: Note, row: RowFacts | None) -> tuple[str, str]:
        tr = self._words.gettext
        exercise = row.exercise if row else None
        match note.mind:
            case Mind.NO_WARM_UP:
                return tr("A 5-minute warm-up is kinder to cold muscles."), tr("Make it 5")
            case Mind.LONG_HOLD:
                return tr("Longer than 30 seconds brings little more."), tr("Make it 30")
            case Mind.ODD_HOLD if row and exercise:
                usual = tr("Usually held {least} to {most} seconds.")
                told = usual.format(least=exercise.measure.min, most=exercise.measure.max)
                return told, tr("Make it {n}").format(n=usual_hold(exercise, row.amount))
            case Mind.MANY_TIMES if exercise:
                most = exercise.sets.max
                usual = self._words.ngettext(
                    "Usually {n} time at most.", "Usually {n} times at most.", most
                )
                return usual.format(n=most), tr("Make it {n}").format(n=most)
            case Mind.ONE_SIDE if note.words == "left":
                return tr("Left only."), tr("Add the right")
            case Mind.ONE_SIDE:
                return tr("Right only."), tr("Add the left")
            case _:
                reason = reason_words(note.reason, self._words, self._day) if note.reason else ""
                return tr("Left out for you now: {reason}").format(reason=reason), tr("Take it out")


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds, such as 11:30."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _once(notes: Iterable[Note]) -> list[Note]:
    """The first note of each kind: what is said once need not be said again."""
    found: dict[Mind, Note] = {}
    for note in notes:
        found.setdefault(note.mind, note)
    return list(found.values())
