"""What is in a picture: room or none, mirrored or not, the right person, the glow in its time."""

from collections.abc import Iterable, Iterator

import msgspec
import pytest

from supple.core.figure.colours import DARK, LIGHT, contrast
from supple.core.figure.look import CAST, CHOICE, look_of
from supple.core.figure.motion import Moment
from supple.core.figure.props import Tape, Wall
from supple.core.figure.scene import Stage, Style, compose
from supple.core.figure.shapes import Fill, Radial, Rgba, Shape, Stroke, Turned
from tests.core.figure.figures import IDS, figure


def flat(shapes: Iterable[Shape]) -> Iterator[Fill | Stroke]:
    for shape in shapes:
        if isinstance(shape, Turned):
            yield from flat(shape.shapes)
        else:
            yield shape


def colours(shapes: Iterable[Shape]) -> set[tuple[int, ...]]:
    """The solid colours that are used, without their alpha."""
    found: set[tuple[int, ...]] = set()
    for shape in flat(shapes):
        paint = shape.colour if isinstance(shape, Stroke) else shape.paint
        if isinstance(paint, tuple):
            found.add(paint[:3])
    return found


def glows(shapes: Iterable[Shape], colour: Rgba) -> bool:
    return any(
        isinstance(shape, Fill)
        and isinstance(shape.paint, Radial)
        and shape.paint.stops[0].colour[:3] == colour[:3]
        and shape.paint.stops[0].colour[3] > 0
        for shape in flat(shapes)
    )


@pytest.mark.parametrize("ident", IDS)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(160, 120), (800, 600)])
def test_the_muscle_glows_in_the_stretch_alone(
    ident: str, theme: str, size: tuple[float, float]
) -> None:
    shown, style = figure(ident), Style(theme=theme)
    glow = (DARK if theme == "dark" else LIGHT).glow
    assert not glows(compose(shown, Moment(0.0), style, *size).moving, glow)
    stretched = compose(shown, Moment(1.0), style, *size)
    assert glows(stretched.moving, glow) == bool(shown.highlights)


@pytest.mark.parametrize("ident", IDS)
def test_plain_ground_has_no_room_of_its_own(ident: str) -> None:
    shown = figure(ident)
    room = compose(shown, Moment(1.0), Style(), 800, 600)
    plain = compose(shown, Moment(1.0), Style(ground="plain"), 800, 600)
    assert {LIGHT.card[:3], LIGHT.floor[:3]} <= colours(room.still)
    assert not {LIGHT.card[:3], LIGHT.floor[:3]} & colours(plain.still)


def test_a_picture_that_never_moves_has_no_room_for_the_way_there() -> None:
    folded = figure("half-forward-fold")
    moving = Stage(folded, Style(ground="plain"), 480, 240).frame
    alone = Stage(folded, Style(ground="plain", alone=True), 480, 240).frame
    assert alone.px > 1.2 * moving.px
    assert alone.px <= 0.19 * 240


def test_the_figure_is_larger_where_no_room_is_around_it() -> None:
    for ident in IDS:
        room = Stage(figure(ident), Style(), 480, 360).frame
        plain = Stage(figure(ident), Style(ground="plain"), 480, 360).frame
        assert plain.px > room.px


def test_everybody_of_the_cast_can_play_every_part() -> None:
    shown = figure("bridge")
    for name in CAST:
        look = look_of(name, "light")
        assert look.shirt.base[:3] in colours(
            compose(shown, Moment(1.0), Style(character=name), 480, 360).moving
        )


def test_the_partner_is_never_the_double_of_the_user() -> None:
    shown = figure("partner-supine-stretch")
    for name in CHOICE:
        moving = compose(shown, Moment(1.0), Style(character=name), 480, 360).moving
        shirts = {look_of(other, "light").shirt.base[:3] for other in CAST}
        assert len(shirts & colours(moving)) == 2


def test_whoever_sits_on_an_office_chair_wears_shoes() -> None:
    shown = figure("desk-chair-stretch")
    moving = compose(shown, Moment(1.0), Style(character="sam"), 480, 360).moving
    assert look_of("worker", "light").sole[:3] in colours(moving)


def test_the_other_side_is_the_mirror_image_with_the_light_from_the_same_side() -> None:
    shown = figure("strap-supine-stretch")
    one = Stage(shown, Style(), 800, 600).frame
    other = Stage(shown, Style(mirrored=True), 800, 600).frame
    for x in (-2.0, 0.0, 3.0):
        left, right = one.at.point(x, 1.0), other.at.point(x, 1.0)
        assert left[0] + right[0] == pytest.approx(800)
        assert left[1] == right[1]


def test_the_leg_that_works_decides_which_picture_shows_it() -> None:
    assert not figure("strap-supine-stretch").is_mirrored("right")
    assert figure("strap-supine-stretch").is_mirrored("left")
    assert figure("floor-single-leg-stretch").is_mirrored("right")
    assert not figure("floor-single-leg-stretch").is_mirrored("left")
    assert not figure("bridge").is_mirrored("both")


def test_arrows_are_gone_in_the_stretch_and_in_pictures_that_want_none() -> None:
    shown = figure("chair-forward-fold")
    assert LIGHT.cue[:3] in {
        shape.colour[:3]
        for shape in flat(Stage(shown, Style(), 480, 360).moving(Moment(0.0)))
        if isinstance(shape, Stroke)
    }
    without = [
        compose(shown, Moment(1.0), Style(), 480, 360).moving,
        compose(shown, Moment(0.0), Style(arrows=False), 480, 360).moving,
    ]
    assert not any(LIGHT.cue[:3] in colours(shapes) for shapes in without)


def test_a_ghost_shows_the_start_pose_behind_the_stretch() -> None:
    shown = figure("chair-forward-fold")
    assert compose(shown, Moment(1.0), Style(ghost=True), 480, 360).ghost
    assert not compose(shown, Moment(0.0), Style(ghost=True), 480, 360).ghost
    assert not compose(shown, Moment(1.0), Style(), 480, 360).ghost


def test_a_mistake_is_struck_out_with_a_cross_and_nothing_glows() -> None:
    shown = figure("hip-hinge-drill").mistaken()
    scene = compose(shown, Moment(1.0), Style(crossed=True), 480, 360)
    assert LIGHT.bad[:3] in colours(scene.moving)
    assert not glows(scene.moving, LIGHT.glow)


def test_a_figure_without_a_mistake_says_so() -> None:
    with pytest.raises(ValueError, match="no mistake"):
        figure("bridge").mistaken()


@pytest.mark.parametrize("name", sorted(CAST))
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_stronger_outlines_can_be_seen_on_every_ground(name: str, theme: str) -> None:
    look = look_of(name, theme, outlines=True)
    for tones, rim in zip((look.skin, look.shirt, look.hair), look.rims, strict=True):
        for ground in look.theme.grounds:
            assert contrast(rim or tones.base, ground) >= (3.0 if rim else 1.9)


def test_fine_lines_are_left_out_of_small_pictures() -> None:
    shown = figure("chair-forward-fold")
    small = compose(shown, Moment(1.0), Style(), 160, 120)
    large = compose(shown, Moment(1.0), Style(), 800, 600)
    assert len(list(flat(small.moving))) < len(list(flat(large.moving)))


def test_a_picture_in_a_row_shows_the_stretch_as_large_as_it_can() -> None:
    shown = figure("standing-forward-fold")
    row, tile = (Stage(shown, Style(ground="plain"), w, h).frame for w, h in ((84, 56), (168, 112)))
    assert row.px > tile.px / 2 * 1.3


def test_the_glow_changes_sides_with_the_leg_that_works() -> None:
    shown = figure("heel-dig-on-spot")
    assert shown.highlights
    stage = Stage(shown, Style(), 480, 360)
    for other in (False, True):
        assert glows(stage.moving(Moment(1.0, other=other)), LIGHT.glow)


def test_an_arrow_fades_before_it_is_gone() -> None:
    shown = figure("chair-forward-fold")
    moving = Stage(shown, Style(), 480, 360).moving(Moment(0.9))
    faint = {
        shape.paint[3]
        for shape in flat(moving)
        if isinstance(shape, Fill)
        and isinstance(shape.paint, tuple)
        and shape.paint[:3] == LIGHT.cue[:3]
    }
    assert faint
    assert max(faint) < 255


@pytest.mark.parametrize("name", sorted(CAST))
def test_everybody_has_hair_when_seen_from_the_front(name: str) -> None:
    shown = figure("arm-circles")
    moving = compose(shown, Moment(1.0), Style(character=name), 480, 360).moving
    assert look_of(name, "light").hair.base[:3] in colours(moving)


def test_a_hand_drawn_before_the_shirt_throws_no_shadow_on_it() -> None:
    shown = figure("breathing-rest")
    hands_first = sorted(shown.order, key=lambda layer: "shirt" in layer)
    behind = msgspec.structs.replace(shown, order=tuple(hands_first))
    before, after = (
        len(list(flat(compose(each, Moment(1.0), Style(), 480, 360).moving)))
        for each in (behind, shown)
    )
    assert before < after


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_wall_cut_by_the_picture_shows_its_face_or_its_end(side: str) -> None:
    shown = figure("posture-wall-stand")
    wall = next(prop for prop in shown.props if isinstance(prop, Wall))
    turned = msgspec.structs.replace(shown, props=(msgspec.structs.replace(wall, side=side),))
    still = Stage(turned, Style(), 480, 360).still
    assert {LIGHT.wall[:3], LIGHT.wall_side[:3]} <= colours(still)


def test_the_marks_of_a_tape_stay_on_it_wherever_its_zero_is() -> None:
    shown = figure("test-sit-and-reach")
    for zero in (-5.0, 0.03, 9.0):
        tape = Tape((0.0, 2.0), zero=zero)
        still = Stage(msgspec.structs.replace(shown, props=(tape,)), Style(), 480, 360).still
        marks = [s for s in still if isinstance(s, Stroke) and s.colour == LIGHT.marks]
        assert 10 <= len(marks) <= 12


@pytest.mark.parametrize("ident", IDS)
def test_an_arrow_is_never_cut_off(ident: str) -> None:
    for width, height in ((480, 360), (160, 120)):
        stage = Stage(figure(ident), Style(), width, height)
        for shape in flat(stage.moving(Moment(0.0))):
            if isinstance(shape, Stroke) and shape.colour[:3] == LIGHT.cue[:3]:
                assert shape.at is not None
                x, y = stage.frame.at.point(shape.at.e, shape.at.f)
                assert 0 < x < width
                assert 0 < y < height


@pytest.mark.parametrize("ident", [ident for ident in IDS if figure(ident).motion == "alternate"])
def test_nothing_changes_its_colour_when_the_other_leg_takes_over(ident: str) -> None:
    stage = Stage(figure(ident), Style(arrows=False), 480, 360)
    one, other = (list(flat(stage.moving(Moment(0.0, other=o)))) for o in (False, True))
    paints = [
        [s.colour if isinstance(s, Stroke) else s.paint for s in each] for each in (one, other)
    ]
    assert paints[0] == paints[1]
