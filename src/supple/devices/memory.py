"""What was freed and the C library keeps for later: the system may have it back."""

import sys
from contextlib import suppress


def give_back() -> None:
    """Let go of freed memory. glibc alone can be asked to; elsewhere nothing is done."""
    if sys.platform == "linux":
        import ctypes

        with suppress(AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)
