"""What the program and its speech child say to each other: one JSON object a line."""

from enum import StrEnum

import msgspec

from supple.devices.speech.voice import Reason, Utterance, VoiceInfo, VoiceOptions

MAX_LINE_BYTES = 256 * 1024
"""No report is longer; a list of 131 voices has 10 kB."""


class Order(msgspec.Struct, frozen=True, tag_field="do"):
    """A line to the child."""


class Say(Order, frozen=True, tag="say"):
    """Speak; answered by `Started` and then `Ended` or `Failed`, or by one of these alone."""

    utterance: Utterance


class Prepare(Order, frozen=True, tag="prepare"):
    """Make these ready while there is nothing else to do. Not answered."""

    texts: tuple[str, ...]


class Hush(Order, frozen=True, tag="hush"):
    """Be silent; answered by `Hushed`."""


class Configure(Order, frozen=True, tag="configure"):
    """Speak like this from now on. Not answered."""

    options: VoiceOptions


class ListVoices(Order, frozen=True, tag="voices"):
    """Answered by `Voices`."""


class TrySound(Order, frozen=True, tag="try-sound"):
    """Play a short silence; answered by `SoundTried`."""


class Report(msgspec.Struct, frozen=True, tag_field="is"):
    """A line from the child."""


class Ready(Report, frozen=True, tag="ready"):
    """The engine can speak."""


class NoEngine(Report, frozen=True, tag="no-engine"):
    """There is nothing that can speak; tones still sound. `why` is the engine's own message."""

    why: str


class Started(Report, frozen=True, tag="started"):
    """An utterance is being played and takes `seconds`; of a shown one, how loud its parts are."""

    id: int
    seconds: float
    levels: tuple[int, ...] = ()


class Ending(StrEnum):
    """How an utterance ended that did not fail."""

    DONE = "done"
    CUT = "cut"
    LATE = "late"


class Ended(Report, frozen=True, tag="ended"):
    """An utterance is over. `words` is false if it was a tone alone."""

    id: int
    how: Ending
    words: bool


class Failed(Report, frozen=True, tag="failed"):
    """An utterance could not be heard."""

    id: int
    reason: Reason


class Hushed(Report, frozen=True, tag="hushed"):
    """All is silent."""


class Voices(Report, frozen=True, tag="voices"):
    """All voices the engine has."""

    voices: tuple[VoiceInfo, ...]


class SoundTried(Report, frozen=True, tag="sound-tried"):
    """`player` is what played or could not; empty if there is no program to play with."""

    player: str
    works: bool


class Crashed(Report, frozen=True, tag="crashed"):
    """The child is about to end because of a bug; `trace` is for the log."""

    trace: str


class Lost(Report, frozen=True, tag="lost"):
    """The child has gone or talks nonsense. Never sent: the receiving end makes it."""

    why: str


AnyOrder = Say | Prepare | Hush | Configure | ListVoices | TrySound
AnyReport = (
    Ready | NoEngine | Started | Ended | Failed | Hushed | Voices | SoundTried | Crashed | Lost
)


def encode(line: Order | Report) -> bytes:
    """One line, with its end."""
    return msgspec.json.encode(line) + b"\n"


def decode_order(line: bytes) -> AnyOrder:
    """Raises msgspec.MsgspecError for anything but an order."""
    order: AnyOrder = msgspec.json.decode(line, type=AnyOrder)
    return order


def decode_report(line: bytes) -> AnyReport:
    """Raises msgspec.MsgspecError for anything but a report."""
    report: AnyReport = msgspec.json.decode(line, type=AnyReport)
    return report
