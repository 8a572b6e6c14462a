"""The figure of one exercise, read and checked: who is in it, in which poses, with which things."""

from collections.abc import Mapping

import msgspec

from supple.core.figure.grammar import Cue, Highlight, Words
from supple.core.figure.pose import Pose, View
from supple.core.figure.props import Mat, Prop, Strap


class Actor(msgspec.Struct, frozen=True):
    """One body of the scene with its poses, in its own frame: it always faces right there.

    `facing` is -1 for somebody who looks left; then the frame is the mirrored world.
    """

    name: str
    facing: int
    start: Pose
    end: Pose
    mid: Pose | None = None
    mistake: Pose | None = None
    character: str = ""


class Figure(msgspec.Struct, frozen=True):
    """What an exercise looks like. `motion` is hold, pingpong, alternate or orbit."""

    actors: tuple[Actor, ...]
    text: Words
    view: View = View.SIDE
    oblique: int = 1
    focus: str = "near"
    accent: str = "sand"
    props: tuple[Prop, ...] = ()
    straps: tuple[Strap, ...] = ()
    cues: tuple[Cue, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    sink: float = 1.5
    motion: str = "hold"
    soft: bool = False
    tempo_s: float | None = None
    order: tuple[str, ...] = ()

    @property
    def actor_by_name(self) -> Mapping[str, Actor]:
        """The cast by name."""
        return {actor.name: actor for actor in self.actors}

    @property
    def has_mistake(self) -> bool:
        """Whether a second, crossed-out figure shows the main mistake."""
        return any(actor.mistake is not None for actor in self.actors)

    def mistaken(self) -> "Figure":
        """The same figure making its main mistake in place of the stretch.

        Raises ValueError for a figure without one: ask `has_mistake` first.
        """
        if not self.has_mistake:
            raise ValueError("this figure shows no mistake")
        actors = tuple(
            msgspec.structs.replace(actor, end=actor.mistake or actor.end, mistake=None)
            for actor in self.actors
        )
        words = msgspec.structs.replace(self.text, end=self.text.mistake)
        return msgspec.structs.replace(self, actors=actors, text=words, cues=(), highlights=())

    def is_mirrored(self, side: str) -> bool:
        """Whether the picture has to be flipped to show the "left" or the "right" leg at work.

        Unflipped, the near limbs are the right ones; with its focus on the far leg a drawing
        shows the left one at work.
        """
        drawn = "left" if self.focus == "far" else "right"
        return side in ("left", "right") and side != drawn

    @property
    def stands_on_mat(self) -> bool:
        """Whether a mat is on the floor."""
        return any(isinstance(prop, Mat) for prop in self.props)
