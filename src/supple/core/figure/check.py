"""Refuses poses no body can take: joint ranges, floor, props, and hands that do not reach."""

from collections.abc import Callable, Iterator
from math import cos, radians
from typing import Final

from supple.core.catalogue.problem import Problem
from supple.core.figure import measure
from supple.core.figure.body import Body, solve_cast
from supple.core.figure.motion import Moment, poses_at
from supple.core.figure.pose import Reach, Spot, View
from supple.core.figure.props import Chair, OfficeChair, Solid
from supple.core.figure.record import Figure
from supple.core.figure.skeleton import RANGES, SIDES
from supple.core.figure.vector import Vec, mix

_BETWEEN: Final = 10
_REACH: Final = 1.02
_FLOOR: Final = -0.03
_FLAT_FOOT: Final = 0.4
_HEAD_MIDDLE: Final = 0.45
_HEAD_RADIUS: Final = 0.45
_HEAD_FLOOR: Final = -0.05
_SLIDE: Final = 0.005
_SEAT: Final = (0.38, 0.55)
_SEAT_HALF: Final = 0.95
_SEAT_NEAR: Final = 1.0
_STRAIGHT_KNEE: Final = 25.0
_LOWEST: Final = {"hip": 0.42, "knee": 0.12, "wrist": 0.10, "elbow": 0.10}
_BONES: Final = (("hip", "knee"), ("knee", "ankle"), ("sho", "elbow"), ("elbow", "wrist"))
_PLACES: Final = (0.0, 0.25, 0.5, 0.75, 1.0)

Measure = Callable[[Body, str], float]
_JOINTS: Final[tuple[tuple[str, str, Measure, tuple[str, str]], ...]] = (
    ("hip", "leg", measure.hip_deg, ("hip", "knee")),
    ("knee", "leg", measure.knee_deg, ("hip", "hip")),
    ("ankle", "leg", measure.ankle_deg, ("knee", "ankle")),
    ("shoulder", "arm", measure.shoulder_deg, ("sho", "elbow")),
    ("elbow", "arm", measure.elbow_deg, ("sho", "sho")),
)


def check_figure(figure: Figure, where: str) -> tuple[Problem, ...]:
    """Everything that is physically wrong, once each, in the key poses and in ten steps between.

    `where` is the key path of the `[figure]` table.
    """
    found: dict[str, Problem] = {}
    facings = {actor.name: actor.facing for actor in figure.actors}
    solids = tuple(solid for prop in figure.props for solid in prop.solids())
    for step in range(_BETWEEN + 1):
        moment = Moment(step / _BETWEEN)
        phase = {0: "start", _BETWEEN: "end"}.get(step, "between start and end")
        for name, body in solve_cast(poses_at(figure, moment), facings, figure.view).items():
            place = f"{where}.{phase}.{name}"
            problems = [*_ranges(body, figure.view, place), *_ground(body, place)]
            problems += [*_through(body, solids, place), *_seated(figure, body, place)]
            if step in (0, _BETWEEN):
                problems += [*_reaches(body, place), *_straight(figure, body, place, step)]
            for problem in problems:
                found.setdefault(_once(problem, where, phase), problem)
    found.update((str(p), p) for p in _sliding(figure, facings, where))
    return tuple(found.values())


def _once(problem: Problem, where: str, phase: str) -> str:
    """What makes two findings the same: the limb and the fault, whatever the moment."""
    return problem.where.removeprefix(f"{where}.{phase}") + problem.what.split(" is ")[0]


def _ranges(body: Body, view: View, place: str) -> Iterator[Problem]:
    trunk = body.pose.trunk
    spine = {
        "lumbar": trunk.lumbar,
        "thorax": trunk.thorax,
        "lumbar + thorax": trunk.lumbar + trunk.thorax,
        "neck": trunk.neck,
        "head": trunk.head,
    }
    for joint, value in spine.items():
        if not RANGES[joint].holds(value):
            yield _out_of_range(f"{place}.spine", joint, value)
    if view is View.FRONT:
        return
    for side in SIDES:
        out = measure.hip_out_deg(body, side)
        if not RANGES["hip out"].holds(out):
            yield _out_of_range(f"{place}.{side}_leg", "hip out", out)
        for joint, limb, value_of, bone in _JOINTS:
            if bone[0] != bone[1] and measure.is_aside(body, side, *bone):
                continue
            value = value_of(body, side)
            if not RANGES[joint].holds(value):
                yield _out_of_range(f"{place}.{side}_{limb}", joint, value)


def _out_of_range(place: str, joint: str, value: float) -> Problem:
    limits = RANGES[joint]
    allowed = f"Allowed: {limits.low:g} to {limits.high:g} degrees."
    return Problem(place, f"the {joint} is at {value:.0f} degrees.", allowed)


def _ground(body: Body, place: str) -> Iterator[Problem]:
    points = body.points
    for side in SIDES:
        for name in ("heel", "ball", "toes"):
            height = points[f"{side}_{name}"][1]
            if height < _FLOOR - (0.02 if name == "heel" else 0.0):
                what = f"the {name} is {-height:.2f} heads under the floor."
                yield Problem(f"{place}.{side}_leg", what, "Move `to` up or bend the knee.")
        foot = body.leg(side).foot
        ankle = points[f"{side}_ankle"][1]
        flat = foot is not None and foot.deg == 0 and foot.weight == 1
        if flat and _LIFTED > ankle > _FLAT_FOOT - 0.07:
            what = f"the flat foot is {ankle - 0.3:.2f} heads above the floor."
            yield Problem(f"{place}.{side}_leg", what, "Its ankle is 0.30 high when it stands.")
    for name, (_, height, _) in points.items():
        joint = name.rpartition("_")[2]
        limb = f"{name.partition('_')[0]}_leg" if joint == "knee" else name
        if height < _LOWEST.get(joint, _FLOOR - 1):
            what = f"the {joint} is {height:.2f} heads above the floor, too low for its flesh."
            yield Problem(f"{place}.{limb}", what, f"Allowed: {_LOWEST[joint]:g} or more.")
    head = points["skull"][1] + cos(radians(body.head_deg)) * _HEAD_MIDDLE - _HEAD_RADIUS
    if head < _HEAD_FLOOR:
        yield Problem(f"{place}.spine", f"the head is {-head:.2f} heads under the floor.")


_LIFTED: Final = 0.5


def _through(body: Body, solids: tuple[Solid, ...], place: str) -> Iterator[Problem]:
    for side in SIDES:
        for start, end in _BONES:
            a, b = body.points[f"{side}_{start}"], body.points[f"{side}_{end}"]
            inside = [part for part in _PLACES if _in_any(mix(a, b, part), body.facing, solids)]
            if inside:
                limb = "leg" if end in ("knee", "ankle") else "arm"
                what = f"between {start} and {end} it is inside a prop."
                yield Problem(f"{place}.{side}_{limb}", what)


def _seated(figure: Figure, body: Body, place: str) -> Iterator[Problem]:
    """Somebody on a chair sits on it: neither in the seat nor above it."""
    x, y, _ = body.points["hip"]
    for prop in figure.props:
        if not isinstance(prop, Chair | OfficeChair):
            continue
        above = y - prop.seat
        on_it = abs(x * body.facing - prop.at) < _SEAT_HALF and -_SEAT_NEAR < above < _SEAT_NEAR
        if on_it and not _SEAT[0] <= above <= _SEAT[1]:
            what = f"the hip is {above:.2f} heads above the seat."
            yield Problem(f"{place}.root", what, f"Allowed: {_SEAT[0]:g} to {_SEAT[1]:g}.")


def _in_any(point: Vec, facing: int, solids: tuple[Solid, ...]) -> bool:
    grace = 0.05
    x, y, z = point[0] * facing, point[1], point[2]
    return any(
        solid.x[0] + grace < x < solid.x[1] - grace
        and solid.y[0] + grace < y < solid.y[1] - grace
        and solid.z[0] + grace < z < solid.z[1] - grace
        for solid in solids
    )


def _reaches(body: Body, place: str) -> Iterator[Problem]:
    for limb, ratio in body.reached.items():
        if ratio > _REACH:
            end = "hand" if limb.endswith("arm") else "foot"
            what = f"the {end} is {(ratio - 1) * 100:.0f} % out of reach."
            yield Problem(f"{place}.{limb}", what, "Move the target or bend the trunk.")


def _straight(figure: Figure, body: Body, place: str, step: int) -> Iterator[Problem]:
    """A leg whose hamstrings glow is a straight one, unless the words say soft knees."""
    if step == 0 or figure.motion != "hold" or figure.soft:
        return
    for highlight in figure.highlights:
        if highlight.muscle != "hamstrings" or not place.endswith(f".{highlight.who}"):
            continue
        for side in ("near", "far") if highlight.side == "both" else (highlight.side,):
            bent = measure.knee_deg(body, side)
            if bent > _STRAIGHT_KNEE and body.leg(side).reach is not None:
                what = f"the stretched knee is bent by {bent:.0f} degrees."
                yield Problem(f"{place}.{side}_leg", what, f"Allowed: {_STRAIGHT_KNEE:g} or less.")


def _sliding(figure: Figure, facings: dict[str, int], where: str) -> Iterator[Problem]:
    """Hands and feet that stand at the same point in both poses must not move in between."""
    frames = [
        solve_cast(poses_at(figure, Moment(step / _BETWEEN)), facings, figure.view)
        for step in range(_BETWEEN + 1)
    ]
    for actor in figure.actors:
        for limb, end in planted(figure, actor.name):
            spots = [frame[actor.name].points[end] for frame in frames]
            moved = max(max(abs(a - b) for a, b in zip(s, spots[0], strict=True)) for s in spots)
            if moved > _SLIDE:
                place = f"{where}.end.{actor.name}.{limb}"
                yield Problem(place, f"the planted {end} slides by {moved:.3f} heads.")


def planted(figure: Figure, name: str) -> list[tuple[str, str]]:
    """The limbs that stand at one point of the world throughout, with the joint that stands."""
    actor = figure.actor_by_name[name]
    poses = [actor.start, *([actor.mid] if actor.mid else []), actor.end]
    found: list[tuple[str, str]] = []
    for side in SIDES:
        for limb, end in ((f"{side}_leg", f"{side}_ankle"), (f"{side}_arm", f"{side}_wrist")):
            reaches: list[Reach | None] = [getattr(pose, limb).reach for pose in poses]
            first = reaches[0]
            if first is None or not isinstance(first.first, Spot):
                continue
            if all(reach == first for reach in reaches):
                found.append((limb, f"{side}_ball" if first.first.ball else end))
    return found
