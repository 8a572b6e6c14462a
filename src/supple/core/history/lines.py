"""Lines: a version as JSON on one line, and back. The grammar is told in docs/file-formats.md."""

import re
from datetime import datetime, timedelta, timezone
from functools import cache

import msgspec

from supple.core.history.bounds import flaw
from supple.core.history.versions import (
    SessionVersion,
    SetAsideVersion,
    Version,
)

LONGEST_LINE = 4_000_000
"""Bytes. A session of a thousand steps takes a tenth of it."""

_SIGN = re.compile(
    rb"\\(?:u[0-9a-fA-F]{4}|.)|\x7f|\xc2[\x80-\x9f]|\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])"
)
_CONTROL = re.compile(
    rb"\\(?:u(?:00(?:0[0-8bcefBCEF]|1[0-9a-fA-F]|7[fF]|[89][0-9a-fA-F])|20(?:2[a-eA-E]|6[6-9]))|[bf])"
    rb"|[^\\].{0,2}",
    re.DOTALL,
)
_IN_ITS_PLACE = "\ufffd".encode()


class LineError(ValueError):
    """A line that holds no version; the message says what is wrong with it."""


def encode_line(version: Version) -> bytes:
    """The version on one line, without its end.

    Signs in texts that steer a terminal or turn the order of the words are replaced.
    """
    line = msgspec.json.encode(version)
    return _SIGN.sub(_tame, line)


def decode_line(line: bytes) -> Version:
    """The version on a line. Raises LineError for anything else, however strange."""
    if len(line) > LONGEST_LINE:
        raise LineError("the line is too long")
    try:
        version = _decoder().decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OverflowError) as error:
        raise LineError(_plain(error)) from error
    fault = flaw(version)
    if fault:
        raise LineError(fault)
    if any(_CONTROL.fullmatch(sign) for sign in _SIGN.findall(line)):
        raise LineError("a text holds control signs")
    return _at_home(version)


@cache
def _decoder() -> "msgspec.json.Decoder[Version]":
    return msgspec.json.Decoder(Version)


def _tame(found: "re.Match[bytes]") -> bytes:
    return _IN_ITS_PLACE if _CONTROL.fullmatch(found[0]) else found[0]


def _plain(error: Exception) -> str:
    """The decoder's words, short and without what the line itself says."""
    if isinstance(error, msgspec.ValidationError):
        text = str(error)[:200]
        return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    return "this is no JSON object"


def _at_home(version: Version) -> Version:
    """All times told at the offset that the store keeps."""
    if isinstance(version, SessionVersion):
        place = _place(version.started)
        ended = version.ended.astimezone(place) if version.ended else None
        steps = tuple(
            msgspec.structs.replace(step, ended=step.ended.astimezone(place))
            for step in version.steps
        )
        return msgspec.structs.replace(version, ended=ended, steps=steps)
    if isinstance(version, SetAsideVersion) and version.brought_back:
        back = version.brought_back.astimezone(timezone(timedelta()))
        return msgspec.structs.replace(version, brought_back=back)
    return version


def _place(moment: datetime) -> timezone:
    return timezone(moment.utcoffset() or timedelta())
