"""The icons of going back and on in a session, in the window and across the room."""

from typing import NamedTuple

from supple.core.session.steps import Step
from supple.ui.theme.icons import Weight


class Face(NamedTuple):
    """What a control shows beside its words."""

    icon: str
    weight: Weight


def ways(step: Step) -> tuple[Face, Face]:
    """Back and on. A try of a test is done over, or its number is there."""
    if step.measured:
        return Face("arrow-counter-clockwise", Weight.REGULAR), Face("ruler", Weight.FILL)
    return Face("skip-back", Weight.FILL), Face("skip-forward", Weight.FILL)
