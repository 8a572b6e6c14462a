"""Lengths of time as people type them: "30m", "1h", "1h30m", "45"."""

import re

_FORM = re.compile(r"(?:(?P<hours>\d{1,2})h)?(?:(?P<minutes>\d{1,3})m?)?", re.ASCII)
_LONGEST_S = 24 * 3600


def seconds_of(text: str) -> int | None:
    """Seconds of "1h30m" and the like, a bare number being minutes; None for anything else.

    From one minute to a day.
    """
    found = _FORM.fullmatch(text.strip().lower())
    if found is None:
        return None
    seconds = int(found["hours"] or 0) * 3600 + int(found["minutes"] or 0) * 60
    return seconds if 0 < seconds <= _LONGEST_S else None
