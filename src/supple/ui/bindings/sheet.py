"""The words of illustrated sheets: of a routine, of one exercise, and of all of them."""

from collections.abc import Iterable
from datetime import date
from gettext import NullTranslations

from supple.app.editing import Editing
from supple.app.editor import Editor
from supple.app.facets import FacetWords
from supple.app.library import Details
from supple.core.catalogue.exercise import Exercise
from supple.core.catalogue.routine import Routine, RoutineStep
from supple.ui.bindings.card import card_view
from supple.ui.bindings.editor import EditorWords
from supple.ui.pages.sheet_view import SheetRow, SheetView


class SheetWords:
    """Puts sheets into words. `foot` is what stands on every page."""

    def __init__(self, words: NullTranslations, facets: FacetWords, foot: str) -> None:
        self._words = words
        self._facets = facets
        self._foot = foot

    def routine(self, routine: Routine, editor: Editor, day: date) -> SheetView:
        """Every row of a routine, as it would run on this day."""
        facts = editor.facts(routine, editor.dose(), day)
        rows = EditorWords(self._words, self._facets).view(_shown(routine), facts).rows
        exercises = {each.exercise.id: each.exercise for each in facts.rows if each.exercise}
        return SheetView(
            title=routine.name,
            line=" ".join(part for part in (routine.card, self._minutes(facts.total_s)) if part),
            rows=tuple(
                SheetRow(
                    row.exercise,
                    row.name,
                    row.dose,
                    _how(exercises[row.exercise]) if row.exercise else (),
                    _said(step),
                    row.picture,
                )
                for row, step in zip(rows, routine.steps, strict=True)
            ),
            foot=self._foot,
        )

    def exercise(self, details: Details) -> SheetView:
        """One exercise with all that its card says."""
        tr, exercise = self._words.gettext, details.entry.exercise
        card = card_view(details, self._facets, self._words)
        leave_out = ", ".join((*card.avoid, *card.care))
        notes = [tr("You should feel: {what}").format(what=exercise.feel)]
        notes += [f"{each.wrong} {each.fix}" for each in exercise.mistakes]
        if leave_out:
            notes.append(tr("Leave it out or ask first if: {what}.").format(what=leave_out))
        dose = ", ".join(f"{name} {amount}" for name, amount in card.doses)
        row = SheetRow(exercise.id, exercise.name, dose, _how(exercise), tuple(notes))
        return SheetView(exercise.name, exercise.card, (row,), self._foot)

    def stretches(self, exercises: Iterable[Exercise]) -> SheetView:
        """A list of exercises to show to a professional: what each is, and where it is felt."""
        tr = self._words.gettext
        felt = tr("You should feel: {what}")
        return SheetView(
            title=tr("The stretches in Supple"),
            line=tr("To show a doctor or physiotherapist. Which of these are fine for you?"),
            rows=tuple(
                SheetRow(
                    each.id,
                    each.name,
                    self._facets.line(each),
                    notes=(each.card, felt.format(what=each.feel)),
                )
                for each in exercises
            ),
            foot=self._foot,
            dense=True,
        )

    def _minutes(self, seconds: float) -> str:
        count = max(1, round(seconds / 60))
        line = self._words.ngettext("{n} minute.", "{n} minutes.", count)
        return line.format(n=count)


def _how(exercise: Exercise) -> tuple[str, ...]:
    return (*exercise.setup, *exercise.movement, *exercise.exit)


def _said(step: object) -> tuple[str, ...]:
    said = isinstance(step, RoutineStep) and (step.say or step.note)
    return (said,) if said else ()


def _shown(routine: Routine) -> Editing:
    return Editing(routine, lambda _routine: None)
