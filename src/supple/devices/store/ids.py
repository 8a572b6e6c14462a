"""Names of records that no other computer will give to its own."""

import os
import time
from uuid import UUID

_NS_IN_MS = 1_000_000


def new_id() -> str:
    """A UUID of version 7 (RFC 9562, 5.7): unique everywhere, and sorted by time.

    The twelve bits after the version are the fraction of the millisecond, 62 are chance.
    """
    # The library for it loads forty modules, Python's e-mail among them, to tell its own version.
    ms, ns = divmod(time.time_ns(), _NS_IN_MS)
    fraction = (ns << 12) // _NS_IN_MS
    chance = int.from_bytes(os.urandom(8)) >> 2
    return str(UUID(int=ms << 80 | 7 << 76 | fraction << 64 | 2 << 62 | chance))
