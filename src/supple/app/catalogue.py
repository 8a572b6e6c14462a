"""The exercises and routines there are, shipped and the user's own, read when asked for."""

import shlex
from collections.abc import Iterable
from functools import cached_property
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from supple.core.catalogue.alone import alone
from supple.core.catalogue.exercise import Exercise, Family
from supple.core.catalogue.parse import parse_routine, shipped_exercise, shipped_routine
from supple.core.catalogue.problem import Phrase, Problem
from supple.core.catalogue.reading import parse_toml
from supple.core.catalogue.routine import LONGEST_NAME, Routine, RoutineStep, Use
from supple.core.catalogue.texts import translated
from supple.core.errors import InputError
from supple.core.plain import plain_line
from supple.core.plan.dose import Plan
from supple.devices.files import asset, read_bounded

if TYPE_CHECKING:
    from supple.core.figure.record import Figure

ROUTINE_LIMIT_BYTES = 8_000_000
_SUFFIX = ".toml"
_OWN_SUFFIX = ".supple.toml"


class BrokenRoutine(msgspec.Struct, frozen=True):
    """A routine of the user's own that could not be read, and everything that is wrong with it.

    `name` is what it calls itself, as far as that could be read; `lines` are those of the problems,
    0 where that is not known.
    """

    id: str
    path: str
    problems: tuple[Problem, ...]
    name: str = ""
    lines: tuple[int, ...] = ()

    def faults(self, words: NullTranslations, *, with_allowed: bool = True) -> tuple[str, ...]:
        """Everything that is wrong, each fault by its line where that is known."""
        told = []
        for problem, line in zip(self.problems, self.lines, strict=True):
            key = _key(problem.where) if line else problem.where
            allowed = problem.allowed if with_allowed else ""
            fault = msgspec.structs.replace(problem, where=key, allowed=allowed).told(words)
            numbered = words.gettext("Line {n}: {fault}")
            told.append(numbered.format(n=line, fault=fault) if line else fault)
        return tuple(told)

    def brief(self, words: NullTranslations) -> str:
        """The first fault, and how many more there are."""
        more = f" (+{len(self.problems) - 1})" if len(self.problems) > 1 else ""
        return f"{self.problems[0].told(words)}{more}"


class Catalogue:
    """Reads content files lazily, one small file an exercise, and keeps what it has read.

    `own` is the folder of the user's routines. All texts come in the language of `words`.
    """

    def __init__(self, own: Path, words: NullTranslations) -> None:
        self._own = own
        self._words = words
        self._exercises: dict[str, Exercise] = {}
        self._routines: dict[str, Routine] = {}

    @cached_property
    def exercise_ids(self) -> tuple[str, ...]:
        """The ids of all exercises, without reading them."""
        return _ids(asset("exercises"))

    @cached_property
    def shipped_routine_ids(self) -> tuple[str, ...]:
        """The ids of Supple's own routines, without reading them."""
        return _ids(asset("routines"))

    @property
    def shipped_folder(self) -> Path:
        """Where Supple's own routines lie."""
        return asset("routines")

    @cached_property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The shared spoken lines by pool."""
        data, _ = parse_toml(asset("cues.toml").read_text(encoding="utf-8"))
        pools = msgspec.convert(data, dict[str, tuple[str, ...]])
        return {
            pool: tuple(self._words.gettext(line) for line in lines)
            for pool, lines in pools.items()
        }

    @cached_property
    def plan(self) -> Plan:
        """The plan's stages and their doses."""
        data, _ = parse_toml(asset("plan.toml").read_text(encoding="utf-8"))
        return translated(msgspec.convert(data, Plan), self._words)

    def exercise(self, ident: str) -> Exercise:
        """One exercise. Raises InputError for an id there is not."""
        if ident not in self.exercise_ids:
            raise self._unknown("exercise", ident, self.exercise_ids)
        if ident not in self._exercises:
            text = asset("exercises", ident + _SUFFIX).read_text(encoding="utf-8")
            self._exercises[ident] = translated(shipped_exercise(text), self._words)
        return self._exercises[ident]

    def figure(self, ident: str) -> "Figure | None":
        """What an exercise looks like; None where its file has nothing that can be drawn.

        Raises InputError for an id there is not.
        """
        from supple.core.figure.reading import parse_figure  # seldom needed without a window

        raw = self.exercise(ident).figure
        drawn = parse_figure(raw, ident)[0] if raw is not None else None
        if drawn is None:
            return None
        text = translated(drawn.text, self._words)
        return msgspec.structs.replace(drawn, text=text)

    def exercises(self) -> tuple[Exercise, ...]:
        """All exercises, family by family."""
        order = list(Family)
        found = [self.exercise(ident) for ident in self.exercise_ids]
        return tuple(
            sorted(found, key=lambda exercise: (order.index(exercise.family), exercise.id))
        )

    def title_of(self, ident: str, recorded: str) -> str:
        """What a past session is called: as its routine is today, or as it was recorded.

        What Supple brings is told in the language of today.
        """
        if ident in self.shipped_routine_ids:
            return self.routine(ident).name
        return self.exercise(ident).name if ident in self.exercise_ids else recorded

    def routine(self, ident: str) -> Routine:
        """One routine, or an exercise by itself as one.

        Raises InputError for an id there is not, or one that is broken.
        """
        if ident in self.shipped_routine_ids:
            if ident not in self._routines:
                text = asset("routines", ident + _SUFFIX).read_text(encoding="utf-8")
                self._routines[ident] = translated(shipped_routine(text), self._words)
            return self._routines[ident]
        own, broken = self._read_own()
        if ident in own:
            return own[ident]
        for fault in broken:
            if fault.id == ident:
                fix = self._words.gettext("`{command}` shows all that is wrong.")
                command = f"supple check {shlex.quote(fault.path)}"
                raise InputError(
                    fault.brief(self._words), where=fault.path, fix=fix.format(command=command)
                )
        if ident in self.exercise_ids:
            return alone(self.exercise(ident))
        raise self._unknown("routine", ident, [*self.shipped_routine_ids, *own])

    def routines(self) -> tuple[Routine, ...]:
        """The user's own routines first, then the shipped ones, by use and name."""
        order = list(Use)
        shipped = [self.routine(ident) for ident in self.shipped_routine_ids]
        shipped.sort(key=lambda routine: order.index(routine.use))
        return (*self._read_own()[0].values(), *shipped)

    def is_own(self, ident: str) -> bool:
        """Whether a routine is one of the user's own."""
        return ident not in self.shipped_routine_ids and ident not in self.exercise_ids

    def broken(self) -> tuple[BrokenRoutine, ...]:
        """The user's own routines that could not be read."""
        return self._read_own()[1]

    def exercises_of(self, routine: Routine) -> dict[str, Exercise]:
        """The exercises a routine uses, by id."""
        steps = (step for step in routine.steps if isinstance(step, RoutineStep))
        return {step.exercise: self.exercise(step.exercise) for step in steps}

    def _read_own(self) -> tuple[dict[str, Routine], tuple[BrokenRoutine, ...]]:
        good: dict[str, Routine] = {}
        broken: list[BrokenRoutine] = []
        paths = sorted(self._own.glob("*" + _SUFFIX)) if self._own.is_dir() else []
        for path in paths:
            routine, problems = self.check_routine(path, own=True)
            if routine is None or problems:
                broken.append(self._broken(path, problems))
            else:
                good[routine.id] = routine
        return good, tuple(broken)

    def _broken(self, path: Path, problems: tuple[Problem, ...]) -> BrokenRoutine:
        from supple.core.catalogue.lines import lines_of  # most files can be read

        ident = stem_of(path)
        try:
            text = read_bounded(path, ROUTINE_LIMIT_BYTES, self._words).decode("utf-8", "replace")
        except InputError:
            return BrokenRoutine(ident, str(path), problems, ident, (0,) * len(problems))
        name = parse_toml(text)[0].get("name", "")
        name = plain_line(name, LONGEST_NAME) if isinstance(name, str) else ""
        lines = lines_of(text, [each.where for each in problems])
        return BrokenRoutine(ident, str(path), problems, name or ident, lines)

    def check_routine(self, path: Path, *, own: bool) -> tuple[Routine | None, tuple[Problem, ...]]:
        """A routine file with everything that is wrong with it.

        `own`: it is the user's, so it may not take a shipped routine's id. Never raises for what
        the file holds or is.
        """
        try:
            text = read_bounded(path, ROUTINE_LIMIT_BYTES, self._words).decode("utf-8")
        except InputError as fault:
            return None, (Problem("file", fault.what, fault.allowed),)
        except UnicodeDecodeError as fault:
            what = Phrase("is not UTF-8 text.")
            return None, (Problem(f"byte {fault.start}", what, Phrase("A plain text file.")),)
        known = {ident: self.exercise(ident) for ident in self.exercise_ids}
        shipped = self.shipped_routine_ids if own else ()
        return parse_routine(text, stem_of(path), known, shipped=shipped)

    def _unknown(self, kind: str, ident: str, known: Iterable[str]) -> InputError:
        import difflib

        tr = self._words.gettext
        near = difflib.get_close_matches(ident, list(known), n=3)
        hint = tr("Did you mean {names}?").format(names=", ".join(near)) if near else ""
        if kind == "exercise":
            what, fix = tr('There is no exercise "{id}".'), "supple list exercises"
        else:
            what, fix = tr('There is no routine "{id}".'), "supple list routines"
        shows = tr("`{command}` shows them all.").format(command=fix)
        return InputError(what.format(id=ident), allowed=hint, fix=shows)


def _key(where: str) -> str:
    """The last key of a path, which the line makes clear; nothing for a line or a whole row."""
    key = where.rpartition(".")[2]
    return "" if " " in key or "[" in key else key


def stem_of(path: Path) -> str:
    """A content file's name without its ending: the id it must carry."""
    name = path.name
    return name.removesuffix(_OWN_SUFFIX) if name.endswith(_OWN_SUFFIX) else path.stem


def _ids(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.iterdir() if path.suffix == _SUFFIX))
