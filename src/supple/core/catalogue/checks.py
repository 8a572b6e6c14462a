"""What the types cannot say about an exercise or a routine, and what holds between files.

Every check gets only what it needs, so that a fault in one place hides none in another.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from supple.core.catalogue.exercise import Cues, Dose, Exercise, Kit, Measure, SetRange, Sides, Tag
from supple.core.catalogue.problem import Phrase, Problem, found

MOST_WORDS = 12
_ALL_EXERCISES = "supple list exercises"
_LEAVE_OUT = Phrase("Leave it out.")
MOST_STEPS = 100


def exercise_problems(
    values: Mapping[str, Any], stem: str, known: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with an exercise, as far as its `values`, by field, could be read.

    `known` are the ids of all exercises.
    """
    if "id" in values:
        yield from name_problems(values["id"], stem)
    if {"measure", "sets"} <= values.keys():
        yield from _dose_problems(values["measure"], values["sets"])
    links = [(where, values[where]) for where in ("easier", "harder") if values.get(where)]
    links += [(f"swap[{n}]", ident) for n, ident in enumerate(values.get("swap", ()))]
    yield from _link_problems(links, [ident for ident in known if ident != values.get("id")])
    yield from _tag_problems(values.get("avoid", ()), values.get("care", ()))
    yield from _kit_problems(values.get("equipment", ()))
    if "cues" in values:
        yield from _cue_problems(values["cues"])
    if {"cues", "sides", "measure"} <= values.keys():
        yield from _switch_problems(values["cues"], values["sides"], values["measure"])


def name_problems(ident: str, stem: str) -> Iterator[Problem]:
    """An id must be the name of its file, `stem`."""
    if ident != stem:
        yield Problem(
            "id", found(ident), Phrase("Allowed: the file's own name, {stem}.", stem=stem)
        )


def _dose_problems(dose: Dose, sets: SetRange) -> Iterator[Problem]:
    if not dose.min <= dose.default <= dose.max:
        yield Problem(
            "measure", Phrase("min, default and max are out of order."), Phrase("Smallest first.")
        )
    if dose.min < 1 and dose.kind is not Measure.TEST:
        yield Problem("measure.min", found(dose.min), Phrase("Allowed: 1 or more."))
    if not sets.min <= sets.default <= sets.max:
        yield Problem(
            "sets", Phrase("min, default and max are out of order."), Phrase("Smallest first.")
        )
    counted = dose.kind in (Measure.REPS, Measure.TEST)
    if counted != (dose.tempo_s is not None):
        need = Phrase("is missing.") if counted else Phrase("is only for repetitions and tests.")
        allowed = Phrase("Seconds of one repetition or one try.")
        yield Problem("measure.tempo_s", need, allowed)
    if (dose.kind is Measure.TEST) != (dose.attempts is not None):
        yield Problem("measure.attempts", Phrase("belongs to tests, and every test needs it."))
    if dose.plan_reps and not all(dose.min <= reps <= dose.max for reps in dose.plan_reps):
        allowed = Phrase("Allowed: {least} to {most}.", least=dose.min, most=dose.max)
        yield Problem("measure.plan_reps", Phrase("is out of range."), allowed)


def _link_problems(links: list[tuple[str, str]], others: Collection[str]) -> Iterator[Problem]:
    for where, ident in links:
        if ident not in others:
            yield Problem(where, found(ident), Phrase("Allowed: the id of another exercise."))


def _tag_problems(avoid: tuple[Tag, ...], care: tuple[Tag, ...]) -> Iterator[Problem]:
    for n, tag in enumerate(care):
        if tag in avoid:
            yield Problem(
                f"care[{n}]", Phrase('"{tag}" is in avoid too.', tag=tag), Phrase("One of the two.")
            )


def _kit_problems(equipment: tuple[str, ...]) -> Iterator[Problem]:
    kits = set(Kit)
    for n, either in enumerate(equipment):
        if any(kit not in kits for kit in either.split("|")):
            allowed = Phrase("Allowed: {kit}, or two joined by |.", kit=", ".join(Kit))
            yield Problem(f"equipment[{n}]", found(either), allowed)


def _cue_problems(cues: Cues) -> Iterator[Problem]:
    lines = [("ready", cues.ready), ("start", cues.start)]
    lines += [("half", cues.half), ("switch", cues.switch)]
    lines += [("release", cues.release)]
    lines += [(f"hold[{n}]", line) for n, line in enumerate(cues.hold)]
    for where, line in lines:
        if len(line.split()) > MOST_WORDS:
            yield too_long_to_speak(f"cues.{where}")


def _switch_problems(cues: Cues, sides: Sides, measure: Dose) -> Iterator[Problem]:
    if sides is Sides.LEFT_RIGHT and not (cues.switch or measure.legs_take_turns):
        yield Problem(
            "cues.switch", Phrase("is empty, but the sides change."), Phrase("A line to say.")
        )


def too_long_to_speak(where: str) -> Problem:
    """A line that no voice gets said in time."""
    allowed = Phrase("At most {n} words.", n=MOST_WORDS)
    return Problem(where, Phrase("is too long to be spoken."), allowed)


class RowValues(NamedTuple):
    """The fields of a routine's row that could be read, and all keys that stand in it."""

    values: Mapping[str, Any]
    keys: frozenset[str]

    def has(self, key: str) -> bool:
        """Whether the field is there, right or wrong, and not switched off."""
        return key in self.keys and bool(self.values.get(key, True))


def row_problems(
    rows: Mapping[int, RowValues], exercises: Mapping[str, Exercise]
) -> Iterator[Problem]:
    """What is wrong with the exercise rows of a routine, by their place in its `steps`."""
    for place, row in rows.items():
        ident = row.values.get("exercise")
        if ident is None:
            continue
        where = f"steps[{place}]"
        if ident in exercises:
            yield from _step_problems(row, exercises[ident], where)
        else:
            allowed = Phrase("Allowed: an id that `{command}` shows.", command=_ALL_EXERCISES)
            yield Problem(f"{where}.exercise", found(ident), allowed)


_FIELD = {
    Measure.HOLD: "hold_s",
    Measure.REPS: "reps",
    Measure.TIME: "seconds",
    Measure.TEST: "test",
}


def _step_problems(row: RowValues, exercise: Exercise, where: str) -> Iterator[Problem]:
    given = [name for name in _FIELD.values() if row.has(name)]
    wanted = _FIELD[exercise.measure.kind]
    if given != [wanted]:
        keys = ", ".join(given) or Phrase("none of them")
        allowed = Phrase('Allowed: {key} for "{exercise}".', key=wanted, exercise=exercise.id)
        yield Problem(where, Phrase("found {value}.", value=keys), allowed)
    side = row.values.get("side")
    if side and exercise.sides is not Sides.LEFT_RIGHT:
        yield Problem(
            f"{where}.side", Phrase('"{exercise}" has no sides.', exercise=exercise.id), _LEAVE_OUT
        )
    elif side and not exercise.changes_sides:
        yield Problem(f"{where}.side", Phrase("the legs take turns here."), _LEAVE_OUT)
    one_sided = bool(side) or not exercise.changes_sides
    if "alternates" in row.keys and one_sided:
        yield Problem(f"{where}.alternates", Phrase("the sides do not change here."), _LEAVE_OUT)
    if picture := row.values.get("picture"):
        yield from _picture_problems(picture, f"{where}.picture")
    both = exercise.changes_sides and not row.has("side")
    if "rest_s" in row.keys and both:
        yield Problem(f"{where}.rest_s", Phrase("the sides change here."), Phrase("Use switch_s."))
    if "switch_s" in row.keys and not both:
        yield Problem(
            f"{where}.switch_s", Phrase("the sides do not change here."), Phrase("Use rest_s.")
        )


def _picture_problems(picture: str, where: str) -> Iterator[Problem]:
    # Few routines have pictures, but all are checked before the window is there.
    from supple.core.catalogue.picture import MOST_ACROSS, MOST_BYTES, png_of

    if png_of(picture) is None:
        allowed = Phrase(
            "Allowed: a PNG in base64 of at most {size} kB, with at most {n} pixels a side.",
            size=MOST_BYTES // 1000,
            n=MOST_ACROSS,
        )
        yield Problem(where, Phrase("is no picture that can be shown."), allowed)
