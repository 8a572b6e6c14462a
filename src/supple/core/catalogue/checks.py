"""What the types cannot say about an exercise or a routine, and what holds between files.

Every check gets only what it needs, so that a fault in one place hides none in another.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from supple.core.catalogue.exercise import Cues, Dose, Exercise, Kit, Measure, SetRange, Sides, Tag
from supple.core.catalogue.problem import Problem, shown

MOST_WORDS = 12
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
        yield Problem("id", f"found {shown(ident)}.", f"Allowed: the file's own name, {stem}.")


def _dose_problems(dose: Dose, sets: SetRange) -> Iterator[Problem]:
    if not dose.min <= dose.default <= dose.max:
        yield Problem("measure", "min, default and max are out of order.", "Smallest first.")
    if dose.min < 1 and dose.kind is not Measure.TEST:
        yield Problem("measure.min", f"found {dose.min}.", "Allowed: 1 or more.")
    if not sets.min <= sets.default <= sets.max:
        yield Problem("sets", "min, default and max are out of order.", "Smallest first.")
    counted = dose.kind in (Measure.REPS, Measure.TEST)
    if counted != (dose.tempo_s is not None):
        need = "is missing." if counted else "is only for repetitions and tests."
        yield Problem("measure.tempo_s", need, "Seconds of one repetition or one try.")
    if (dose.kind is Measure.TEST) != (dose.attempts is not None):
        yield Problem("measure.attempts", "belongs to tests, and every test needs it.")
    if dose.plan_reps and not all(dose.min <= reps <= dose.max for reps in dose.plan_reps):
        yield Problem(
            "measure.plan_reps", "is out of range.", f"Allowed: {dose.min} to {dose.max}."
        )


def _link_problems(links: list[tuple[str, str]], others: Collection[str]) -> Iterator[Problem]:
    for where, ident in links:
        if ident not in others:
            yield Problem(where, f"found {shown(ident)}.", "Allowed: the id of another exercise.")


def _tag_problems(avoid: tuple[Tag, ...], care: tuple[Tag, ...]) -> Iterator[Problem]:
    for n, tag in enumerate(care):
        if tag in avoid:
            yield Problem(f"care[{n}]", f'"{tag}" is in avoid too.', "One of the two.")


def _kit_problems(equipment: tuple[str, ...]) -> Iterator[Problem]:
    kits = set(Kit)
    for n, either in enumerate(equipment):
        if any(kit not in kits for kit in either.split("|")):
            allowed = f"Allowed: {', '.join(Kit)}, or two joined by |."
            yield Problem(f"equipment[{n}]", f"found {shown(either)}.", allowed)


def _cue_problems(cues: Cues) -> Iterator[Problem]:
    lines = [("start", cues.start), ("half", cues.half), ("switch", cues.switch)]
    lines += [("release", cues.release)]
    lines += [(f"hold[{n}]", line) for n, line in enumerate(cues.hold)]
    for where, line in lines:
        if len(line.split()) > MOST_WORDS:
            yield Problem(
                f"cues.{where}", "is too long to be spoken.", f"At most {MOST_WORDS} words."
            )


def _switch_problems(cues: Cues, sides: Sides, measure: Dose) -> Iterator[Problem]:
    if sides is Sides.LEFT_RIGHT and not (cues.switch or measure.legs_take_turns):
        yield Problem("cues.switch", "is empty, but the sides change.", "A line to say.")


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
            allowed = "Allowed: an id that `supple list exercises` shows."
            yield Problem(f"{where}.exercise", f"found {shown(ident)}.", allowed)


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
        found = ", ".join(given) or "none of them"
        yield Problem(where, f"found {found}.", f'Allowed: {wanted} for "{exercise.id}".')
    sets = row.values.get("sets", 1)
    if sets > exercise.sets.max:
        allowed = f"Allowed: 1 to {exercise.sets.max}."
        yield Problem(f"{where}.sets", f"found {sets}.", allowed)
    side = row.values.get("side")
    if side and exercise.sides is not Sides.LEFT_RIGHT:
        yield Problem(f"{where}.side", f'"{exercise.id}" has no sides.', "Leave it out.")
    elif side and not exercise.changes_sides:
        yield Problem(f"{where}.side", "the legs take turns here.", "Leave it out.")
    both = exercise.changes_sides and not row.has("side")
    if "rest_s" in row.keys and both:
        yield Problem(f"{where}.rest_s", "the sides change here.", "Use switch_s.")
    if "switch_s" in row.keys and not both:
        yield Problem(f"{where}.switch_s", "the sides do not change here.", "Use rest_s.")
