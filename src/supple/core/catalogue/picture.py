"""A picture of the user's own in a routine: a PNG in base64, looked at before anybody draws it."""

import binascii
import struct
from typing import Final

MOST_BYTES: Final = 300_000
MOST_ACROSS: Final = 3_000
"""Pixels of a side. A file of a few kB may claim to be a picture that fills the memory."""

_START: Final = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_SIZE: Final = struct.Struct(">II")


def png_of(text: str) -> bytes | None:
    """The PNG that lies in `text`; None for anything else, and for one that is too large.

    Only its size is read here. Whether the rest of it can be drawn shows when it is drawn.
    """
    try:
        content = binascii.a2b_base64("".join(text.split()), strict_mode=True)
    except ValueError:
        return None
    if len(content) > MOST_BYTES or not content.startswith(_START):
        return None
    if len(content) < len(_START) + _SIZE.size:
        return None
    sides = _SIZE.unpack_from(content, len(_START))
    return content if all(0 < side <= MOST_ACROSS for side in sides) else None


def text_of(png: bytes) -> str:
    """A PNG as it stands in a routine."""
    return binascii.b2a_base64(png, newline=False).decode("ascii")
