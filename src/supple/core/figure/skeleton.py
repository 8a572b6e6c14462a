"""The bones: how long they are, how they stand when nothing bends, how far each joint goes.

Unit: one head, chin to crown. The figure stands 7.6 heads tall. For a person of 171 cm one head
is 22.5 cm.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec

FOOT_HEIGHT: Final = 0.30
SHANK: Final = 1.84
THIGH: Final = 1.90
PELVIS: Final = 0.52
LUMBAR: Final = 0.72
THORAX: Final = 1.06
NECK: Final = 0.36
UPPER_ARM: Final = 1.34
FOREARM: Final = 1.14
HIP_BREADTH: Final = 0.36
SHOULDER_BREADTH: Final = 0.68
SHOULDER_DROP: Final = 0.42
FRONT_SHOULDER_DROP: Final = 0.55
STANDING_HIP: Final = FOOT_HEIGHT + SHANK + THIGH

# What keeps a figure whose angles are all zero from standing like a plank.
PELVIS_LEAN: Final = -2.0
LUMBAR_LEAN: Final = -5.0
THORAX_LEAN: Final = 2.0
NECK_LEAN: Final = 14.0

# The shoulder joint rides this far along with the upper arm.
SHOULDER_GIRDLE: Final = 0.10

SIDES: Final = MappingProxyType({"near": 1, "far": -1})

# Points on the foot, along the sole and across it, from the ankle.
FOOT_POINTS: Final = MappingProxyType(
    {"ball": (0.56, -0.20), "toes": (0.80, -0.16), "sole": (0.50, -0.30), "heel": (-0.20, -0.28)}
)

# Where the toes bend.
TOE_JOINT: Final = (0.50, -0.27)

BONES: Final = MappingProxyType(
    {
        "shank": ("knee", "ankle", SHANK),
        "thigh": ("hip", "knee", THIGH),
        "uarm": ("sho", "elbow", UPPER_ARM),
        "farm": ("elbow", "wrist", FOREARM),
        "foot": ("ankle", "toes", 0.0),
    }
)


class Range(msgspec.Struct, frozen=True):
    """How far a joint goes, in degrees."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether the value is inside, with half a degree of grace for rounding."""
        grace = 0.5
        return self.low - grace <= value <= self.high + grace


# Generous normal ranges of motion: our stretches never need the edge of them.
RANGES: Final[Mapping[str, Range]] = MappingProxyType(
    {
        "hip": Range(-25, 138),
        "hip out": Range(-20, 75),
        "knee": Range(-3, 145),
        "ankle": Range(-75, 30),
        "lumbar": Range(-20, 55),
        "thorax": Range(-15, 50),
        "lumbar + thorax": Range(-25, 90),
        "neck": Range(-45, 45),
        "head": Range(-25, 25),
        "shoulder": Range(-65, 185),
        "elbow": Range(-3, 150),
        "toe": Range(-10, 60),
    }
)
