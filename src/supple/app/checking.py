"""Everything that is wrong with a content file, of whatever kind it is."""

from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

import msgspec

from supple.app.catalogue import Catalogue, stem_of
from supple.core.catalogue.parse import parse_exercise
from supple.core.catalogue.problem import Phrase, Problem
from supple.core.catalogue.reading import parse_toml, read
from supple.core.errors import InputError
from supple.core.learn.page import page_problems
from supple.core.plan.checklist import Checklist
from supple.core.plan.dose import Plan
from supple.core.plan.screening import Questionnaire
from supple.core.plan.self_tests import SelfTestFile
from supple.core.session.pools import SharedLines, pool_problems
from supple.devices.files import read_bounded

_LIMIT_BYTES = 1_000_000
_SINGLE: Mapping[str, type[msgspec.Struct]] = {
    "checklist": Checklist,
    "cues": SharedLines,
    "plan": Plan,
    "screening": Questionnaire,
    "self-tests": SelfTestFile,
}
"""The files of which there is one each, by the name without its ending."""


def problems_of(path: Path, catalogue: Catalogue, words: NullTranslations) -> tuple[Problem, ...]:
    """All faults of a routine, an exercise, a page to read or one of the single files.

    What kind it is shows in its name and keys. Never raises for what the file holds or is.
    """
    try:
        text = read_bounded(path, _LIMIT_BYTES, words).decode("utf-8")
    except InputError as fault:
        return (Problem("file", fault.what, fault.allowed),)
    except UnicodeDecodeError as fault:
        return (
            Problem(
                f"byte {fault.start}", Phrase("is not UTF-8 text."), Phrase("A plain text file.")
            ),
        )
    if path.suffix == ".md":
        return tuple(page_problems(text))
    data, problems = parse_toml(text)
    stem = stem_of(path)
    if problems:
        return problems
    if "measure" in data or "family" in data:
        faults = parse_exercise(text, stem, {*catalogue.exercise_ids, stem})[1]
        return (*faults, *_pose_problems(data.get("figure")))
    if stem in _SINGLE and "steps" not in data:
        return _single_problems(data, _SINGLE[stem])
    shipped = path.resolve().parent == catalogue.shipped_folder.resolve()
    return catalogue.check_routine(path, own=not shipped)[1]


def _single_problems(data: Mapping[str, object], kind: type[msgspec.Struct]) -> tuple[Problem, ...]:
    record, problems = read(data, kind)
    if isinstance(record, SharedLines):
        problems += pool_problems(record)
    return tuple(problems)


def _pose_problems(raw: object) -> tuple[Problem, ...]:
    """What is wrong with a drawing: its grammar, or poses that no body can take."""
    if not isinstance(raw, dict):
        return ()
    from supple.core.figure.check import check_figure
    from supple.core.figure.reading import parse_figure

    figure, faults = parse_figure(raw, "figure")
    return faults if figure is None else (*faults, *check_figure(figure, "figure"))
