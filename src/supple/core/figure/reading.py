"""Reads `[figure]` tables. Reports every fault with its key path, so that one look mends a file."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

import msgspec

from supple.core.catalogue.problem import Problem
from supple.core.figure.building import build_pose, inherited
from supple.core.figure.grammar import (
    CUES,
    PHASES,
    ArmTable,
    Cue,
    FigureTable,
    LegTable,
    PoseTable,
    RootTable,
    SpineTable,
)
from supple.core.figure.pose import Pose
from supple.core.figure.props import KINDS, Prop
from supple.core.figure.record import Actor, Figure
from supple.core.figure.skeleton import BONES

Table = Mapping[str, object]

_PARTS: Final[Mapping[str, type[msgspec.Struct]]] = {
    "root": RootTable,
    "spine": SpineTable,
    "near_leg": LegTable,
    "far_leg": LegTable,
    "near_arm": ArmTable,
    "far_arm": ArmTable,
}
_SIDED: Final = ("hip", "knee", "ankle", "ball", "toes", "sole", "heel", "sho", "elbow", "wrist")
_POINTS: Final = frozenset(
    [
        "hip",
        "l5",
        "t12",
        "c7",
        "skull",
        *(f"{side}_{j}" for side in ("near", "far") for j in _SIDED),
    ]
)
_LAYERS: Final = frozenset(
    (
        "far_arm",
        "far_leg",
        "pelvis",
        "near_leg",
        "shirt",
        "neck",
        "collar",
        "head",
        "far_hand",
        "near_arm",
    )
)


def parse_figure(
    data: Mapping[str, object], where: str
) -> tuple[Figure | None, tuple[Problem, ...]]:
    """Read the `[figure]` table of an exercise file.

    `where` is the key path of the table itself, usually "figure". Returns the figure and no
    problems, or None and all of them.
    """
    problems: list[Problem] = []
    poses = {phase: _actors(data, phase, where, problems) for phase in PHASES}
    rest = {key: value for key, value in data.items() if key not in (*PHASES, "props", "cues")}
    _check(FigureTable, rest, where, problems)
    props: list[Prop] = list(_pieces(data, "props", KINDS, where, problems))
    cues: list[Cue] = list(_pieces(data, "cues", CUES, where, problems))
    if problems:
        return None, tuple(problems)
    table = msgspec.convert(rest, FigureTable)
    problems += _links(table, poses, cues, where)
    if problems:
        return None, tuple(problems)
    return _assemble(table, poses, props, cues), ()


def _check(kind: type[msgspec.Struct], table: Table, where: str, problems: list[Problem]) -> None:
    """Note every unknown, missing or ill-typed key of one table."""
    fields = _fields(kind)
    for key, value in table.items():
        field = fields.get(key)
        if field is None:
            known = f"Known keys: {', '.join(fields)}."
            problems.append(Problem(f"{where}.{key}", "there is no such key.", known))
            continue
        try:
            msgspec.convert(value, field.type)
        except msgspec.ValidationError as fault:
            problems.append(_typed(f"{where}.{key}", str(fault)))
    for name, field in fields.items():
        if field.required and name not in table:
            problems.append(Problem(f"{where}.{name}", "it is missing."))


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    """The keys of a table; kept, because working them out takes longer than reading a file."""
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _typed(where: str, fault: str) -> Problem:
    """A type fault of msgspec as a problem; its own path (`$.off`) is added to ours."""
    words, _, path = fault.partition(" - at `$")
    return Problem(where + path.rstrip("`"), f"{words[:1].lower()}{words[1:]}.")


def _actors(
    data: Table, phase: str, where: str, problems: list[Problem]
) -> dict[str, dict[str, Any]]:
    """The pose tables of one phase, by actor."""
    place = f"{where}.{phase}"
    tables = data.get(phase, {})
    if phase in ("start", "end") and not tables:
        problems.append(Problem(place, "it is missing.", "A figure has a start and an end."))
    if not isinstance(tables, Mapping):
        problems.append(Problem(place, "it must be a table with one table for each figure."))
        return {}
    found: dict[str, dict[str, Any]] = {}
    for name, table in tables.items():
        if not isinstance(table, Mapping):
            problems.append(Problem(f"{place}.{name}", "it must be a table."))
            continue
        found[str(name)] = dict(table)
        _check_pose(table, f"{place}.{name}", problems)
    return found


def _check_pose(table: Table, where: str, problems: list[Problem]) -> None:
    loose = {key: value for key, value in table.items() if key not in _PARTS}
    _check(PoseTable, loose, where, problems)
    for key, kind in _PARTS.items():
        part = table.get(key, {})
        if not isinstance(part, Mapping):
            problems.append(Problem(f"{where}.{key}", "it must be a table."))
            continue
        _check(kind, part, f"{where}.{key}", problems)
        _check_target(part.get("to"), f"{where}.{key}.to", problems)
        pin = part.get("pin", "hip")
        if pin not in _POINTS:
            problems.append(Problem(f"{where}.{key}.pin", f"there is no joint {pin!r}."))


def _check_target(target: object, where: str, problems: list[Problem]) -> None:
    if target is True:
        problems.append(
            Problem(where, "true says nothing.", "Allowed: a point, a place on a body, or false.")
        )
    if isinstance(target, Mapping) and isinstance(target.get("on"), str):
        _check_point(target["on"], f"{where}.on", problems)


def _check_point(point: str, where: str, problems: list[Problem]) -> None:
    """A joint, or a fraction along a bone such as `near_shank@0.4`."""
    name, at, part = point.partition("@")
    if not at:
        if name not in _POINTS:
            known = f"Joints: {', '.join(sorted(_POINTS))}."
            problems.append(Problem(where, f"there is no joint {name!r}.", known))
        return
    side, _, bone = name.partition("_")
    if side not in ("near", "far") or bone not in BONES:
        known = f"Allowed: near_ or far_ and one of {', '.join(BONES)}."
        problems.append(Problem(where, f"there is no bone {name!r}.", known))
    try:
        inside = 0 <= float(part) <= 1
    except ValueError:
        inside = False
    if not inside:
        problems.append(Problem(where, f"{part!r} is no place along a bone.", "Allowed: 0 to 1."))


def _pieces(
    data: Table,
    key: str,
    kinds: Mapping[str, Any],
    where: str,
    problems: list[Problem],
) -> Iterator[Any]:
    """The props or cues: a list of tables, each with a `kind` that says which keys it has."""
    tables = data.get(key, [])
    if not isinstance(tables, list):
        problems.append(Problem(f"{where}.{key}", "it must be a list."))
        return
    for index, table in enumerate(tables):
        place = f"{where}.{key}[{index}]"
        kind = str(table.get("kind")) if isinstance(table, Mapping) else ""
        if kind not in kinds:
            known = f"Allowed: {', '.join(kinds)}."
            problems.append(Problem(f"{place}.kind", f"there is no kind {kind!r}.", known))
            continue
        rest = {name: value for name, value in table.items() if name != "kind"}
        before = len(problems)
        _check(kinds[kind], rest, place, problems)
        if len(problems) == before:
            yield msgspec.convert(rest, kinds[kind])


def _links(
    table: FigureTable,
    poses: Mapping[str, Mapping[str, Mapping[str, Any]]],
    cues: list[Cue],
    where: str,
) -> list[Problem]:
    """Names that have to mean something: actors, joints of arrows, layers of the order."""
    problems: list[Problem] = []
    cast = f"The cast: {', '.join(table.cast)}."
    for phase, actors in poses.items():
        unknown = [name for name in actors if name not in table.cast]
        problems += [Problem(f"{where}.{phase}.{n}", "is not in the cast.", cast) for n in unknown]
        for name, pose in actors.items():
            for part, limb in pose.items():
                to = limb.get("to") if isinstance(limb, Mapping) else None
                who = to.get("who") if isinstance(to, Mapping) else None
                if who is not None and who not in table.cast:
                    place = f"{where}.{phase}.{name}.{part}.to.who"
                    problems.append(Problem(place, f"nobody is called {who!r}.", cast))
    for index, cue in enumerate(cues):
        for key in ("joint", "center"):
            point = getattr(cue, key, "hip")
            if isinstance(point, str):
                _check_point(point, f"{where}.cues[{index}].{key}", problems)
    for index, layer in enumerate(table.order):
        who, _, part = layer.partition(".")
        if who != "strap" and (who not in table.cast or part not in _LAYERS):
            known = f"Allowed: a figure and one of {', '.join(sorted(_LAYERS))}."
            problems.append(
                Problem(f"{where}.order[{index}]", f"there is no layer {layer!r}.", known)
            )
    return problems


def _assemble(
    table: FigureTable,
    poses: Mapping[str, Mapping[str, dict[str, Any]]],
    props: list[Prop],
    cues: list[Cue],
) -> Figure:
    return Figure(
        actors=tuple(_actor(name, table, poses) for name in table.cast),
        text=table.text,
        view=table.view,
        oblique=-1 if table.oblique == "left" else 1,
        focus=table.focus,
        accent=table.accent,
        props=tuple(props),
        straps=table.straps,
        cues=tuple(cues),
        highlights=table.highlight,
        sink=table.hold.sink,
        motion=table.motion,
        soft=table.soft,
        tempo_s=table.tempo_s,
        order=table.order,
    )


def _actor(
    name: str, table: FigureTable, poses: Mapping[str, Mapping[str, dict[str, Any]]]
) -> Actor:
    facing = -1 if table.facing.get(name) == "left" else 1
    start = poses["start"].get(name, {})

    def pose(phase: str, base: dict[str, Any]) -> Pose:
        merged = inherited(base, poses[phase].get(name, {}))
        return build_pose(msgspec.convert(merged, PoseTable), facing)

    end = inherited(start, poses["end"].get(name, {}))
    return Actor(
        name=name,
        facing=facing,
        start=pose("start", {}),
        end=pose("end", start),
        mid=pose("mid", start) if name in poses["mid"] else None,
        mistake=pose("mistake", end) if name in poses["mistake"] else None,
        character=table.chars.get(name, ""),
    )
