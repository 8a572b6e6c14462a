"""Owns the colours of a session: one ground for each phase, in light and dark.

The ground tells the phase before any word is read. Plates are the ground under 62 % white (light)
or 10 % (dark), worked out beforehand so that nothing translucent is painted over moving content.
"""

from typing import Final

import msgspec

from supple.core.session.view import Phase


class Ground(msgspec.Struct, frozen=True):
    """Colours of one phase, as `#RRGGBB`.

    `sky` fills the window, `land` is the curved ground. `plate` lies on the land, `plate_sky` on
    the sky. `arc` is the bright part of the ring, and the main button with `on_arc` as its text.
    """

    sky: str
    land: str
    track: str
    arc: str
    digits: str
    text: str
    plate: str
    plate_sky: str
    on_arc: str


def between(first: Ground, second: Ground, share: float) -> Ground:
    """Return the colours `share` of the way (0 to 1) from one phase to the next."""
    mixed = {
        name: _mix(getattr(first, name), getattr(second, name), share)
        for name in Ground.__struct_fields__
    }
    return Ground(**mixed)


def _mix(first: str, second: str, share: float) -> str:
    pairs = [(int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + share * (other - one)):02X}" for one, other in pairs)


LIGHT_GROUNDS: Final = {
    Phase.WARM: Ground(
        sky="#FBE7D0",
        land="#F3CFA6",
        track="#F0CDA4",
        arc="#B55A12",
        digits="#3B2008",
        text="#5A330F",
        plate="#FAEDDD",
        plate_sky="#FDF6ED",
        on_arc="#FFFFFF",
    ),
    Phase.READY: Ground(
        sky="#FAF3DC",
        land="#F0E0AE",
        track="#EBD9A2",
        arc="#80600E",
        digits="#2E2306",
        text="#4E3B08",
        plate="#F9F3E0",
        plate_sky="#FDFAF2",
        on_arc="#FFFFFF",
    ),
    Phase.HOLD: Ground(
        sky="#DCEBE4",
        land="#B5D5C8",
        track="#B4D3C7",
        arc="#1F5D50",
        digits="#0E2A25",
        text="#173F37",
        plate="#E3EFEA",
        plate_sky="#F2F7F5",
        on_arc="#FFFFFF",
    ),
    Phase.REST: Ground(
        sky="#E4E5F5",
        land="#C6C8E8",
        track="#C5C7E7",
        arc="#4A4E95",
        digits="#1F2150",
        text="#2D3066",
        plate="#E9EAF6",
        plate_sky="#F5F5FB",
        on_arc="#FFFFFF",
    ),
    Phase.PAUSED: Ground(
        sky="#ECEEE9",
        land="#D8DCD4",
        track="#D3D8CF",
        arc="#5D6A65",
        digits="#22302D",
        text="#38433F",
        plate="#F0F2EF",
        plate_sky="#F8F9F7",
        on_arc="#FFFFFF",
    ),
    Phase.HURT: Ground(
        sky="#F9E6E0",
        land="#F0CABF",
        track="#EFC9BE",
        arc="#A63D32",
        digits="#45150F",
        text="#6A241C",
        plate="#F9EBE7",
        plate_sky="#FDF6F3",
        on_arc="#FFFFFF",
    ),
}

DARK_GROUNDS: Final = {
    Phase.WARM: Ground(
        sky="#21170D",
        land="#3A2815",
        track="#4A351E",
        arc="#F0B26A",
        digits="#FFF0DE",
        text="#F3D2A8",
        plate="#4E3E2C",
        plate_sky="#372E25",
        on_arc="#0B1513",
    ),
    Phase.READY: Ground(
        sky="#1C180C",
        land="#332B12",
        track="#423818",
        arc="#E3C76C",
        digits="#FDF8E4",
        text="#E6D9A6",
        plate="#47402A",
        plate_sky="#332F24",
        on_arc="#0B1513",
    ),
    Phase.HOLD: Ground(
        sky="#0D1E1B",
        land="#173A33",
        track="#21483F",
        arc="#7FCDBB",
        digits="#F0FBF7",
        text="#B5DDD2",
        plate="#2E4E47",
        plate_sky="#253432",
        on_arc="#0B1513",
    ),
    Phase.REST: Ground(
        sky="#151629",
        land="#282A4C",
        track="#33365E",
        arc="#A9ACE6",
        digits="#F1F1FD",
        text="#C9CBEF",
        plate="#3E3F5E",
        plate_sky="#2C2D3E",
        on_arc="#0B1513",
    ),
    Phase.PAUSED: Ground(
        sky="#161B1A",
        land="#262E2C",
        track="#36403D",
        arc="#A3B0AB",
        digits="#EEF2EF",
        text="#BFC9C5",
        plate="#3C4341",
        plate_sky="#2D3231",
        on_arc="#0B1513",
    ),
    Phase.HURT: Ground(
        sky="#241210",
        land="#43221D",
        track="#532C26",
        arc="#F0958A",
        digits="#FFEDEA",
        text="#F3BDB5",
        plate="#563834",
        plate_sky="#3A2A28",
        on_arc="#0B1513",
    ),
}
