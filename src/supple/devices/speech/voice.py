"""The voice as the rest of the program sees it, and the form that is silent.

Owns the records that cross the border and the `Voice` protocol. The form that speaks is
`supple.devices.speech.process`.
"""

import gettext
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Literal, Protocol

import msgspec

from supple.core.session.steps import Tone
from supple.devices.finding import Finding, Level

Given = bool | Literal["dropped"]
"""What became of an utterance: True = handed to a living voice in time, False = there is no
voice, "dropped" = it came after its time."""


class Utterance(msgspec.Struct, frozen=True):
    """Words to say, a tone to sound, or both at the same moment.

    `id` is the caller's own number, zero or more, never used twice. `not_after_s` is the last
    moment at which it may begin, in seconds of `time.monotonic()`, which all processes of a
    machine share. Empty `text` says nothing. Of a `shown` one the followers learn how loud it is.
    """

    id: int
    text: str = ""
    tone: Tone | None = None
    not_after_s: float = float("inf")
    shown: bool = False


RATES_WPM = (80, 400)
"""The slowest and the fastest speech that every engine can do, in words a minute."""


class VoiceOptions(msgspec.Struct, frozen=True):
    """How to speak. Raises ValueError for a rate or volume out of bounds.

    `rate_wpm` is in words a minute, `volume` from 0 (silent) to 1. `voice` is the `id` of a
    `VoiceInfo`, or empty for the first voice of `language` ("en", "de", "pt-BR"). A voice this
    computer does not have counts as empty. `output` is the id of an `Output`, or empty for the
    system's own choice.
    """

    rate_wpm: int = 175
    volume: float = 1.0
    voice: str = ""
    language: str = "en"
    output: str = ""

    def __post_init__(self) -> None:
        slowest, fastest = RATES_WPM
        if not slowest <= self.rate_wpm <= fastest:
            raise ValueError(f"a rate of {self.rate_wpm} is not in {slowest} to {fastest}")
        if not 0 <= self.volume <= 1:
            raise ValueError(f"a volume of {self.volume} is not in 0 to 1")


class VoiceInfo(msgspec.Struct, frozen=True):
    """A voice this computer has. `language` is a tag such as "en-us", or empty if unknown."""

    id: str
    name: str
    language: str


class Sounding(msgspec.Struct, frozen=True):
    """A shown utterance begins; or it is over, then there are no `levels`.

    `levels` are how loud each part of it is, from 0 to 100; all parts take the same time.
    """

    id: int
    seconds: float = 0.0
    levels: tuple[int, ...] = ()


class Health(StrEnum):
    """Whether the voice can be heard."""

    ON = "on"
    OFF = "off"
    BROKEN = "broken"


class Reason(StrEnum):
    """Why a voice is broken."""

    NO_ENGINE = "no-engine"
    STOPPED = "stopped-answering"
    NO_SOUND = "no-sound"


class VoiceState(msgspec.Struct, frozen=True):
    """How the voice is; when it is broken, why, in words for people, and what would mend it.

    `command` is what to type, where typing something helps.
    """

    health: Health
    reason: Reason | None = None
    words: str = ""
    fix: str = ""
    command: str = ""


Listener = Callable[[VoiceState], None]
Follower = Callable[[Sounding], None]


class Voice(Protocol):
    """Says and sounds things, without ever making its caller wait.

    Unless it is written otherwise a method returns at once, raises nothing, and may be called
    from any thread.
    """

    @property
    def state(self) -> VoiceState:
        """How the voice is now. It counts as on from its start until the opposite is known."""
        ...

    def start(self) -> None:
        """Get ready to speak, in the background. When broken: try again now."""
        ...

    def say(self, utterance: Utterance) -> Given:
        """Speak, cutting short what is being said. A tone cuts tones only, never words.

        What would begin after its time is dropped.
        """
        ...

    def prepare(self, texts: Sequence[str]) -> None:
        """Make ready in the background what will be said soon, so that it begins sooner."""
        ...

    def hush(self) -> None:
        """Be silent at once: words and tones."""
        ...

    def finish(self, patience_s: float) -> None:
        """Wait, for at most `patience_s`, until all that was to be said is said."""
        ...

    def rest(self) -> None:
        """Say what is being said to its end, then take no room until there is more to say."""
        ...

    def configure(self, options: VoiceOptions) -> None:
        """Speak like this from the next utterance on."""
        ...

    def voices(self) -> tuple[VoiceInfo, ...]:
        """All voices of this computer; empty if there is none. Waits for up to some seconds."""
        ...

    def listen(self, listener: Listener) -> None:
        """Tell `listener` the new state, once each time the voice breaks or comes back.

        It is called from a thread of the voice, must not raise, and must not call a method that
        waits.
        """
        ...

    def follow(self, follower: Follower) -> None:
        """Tell `follower` of shown utterances, as far as that is known. As with `listen`.

        Some engines tell no levels: then only the end of an utterance is told.
        """
        ...

    def check(self) -> list[Finding]:
        """What works here and what would mend the rest. Waits for up to some seconds."""
        ...

    def close(self) -> None:
        """Be silent for good and leave nothing behind. Waits for up to two seconds."""
        ...


class NullVoice:
    """A voice that is off: for machines without one, and for people who want none."""

    def __init__(self, translations: gettext.NullTranslations | None = None) -> None:
        self._translations = translations or gettext.NullTranslations()

    @property
    def state(self) -> VoiceState:
        """Off, always."""
        return VoiceState(Health.OFF)

    def start(self) -> None:
        """Stay silent."""

    def say(self, utterance: Utterance) -> Given:  # noqa: ARG002  part of the protocol
        """Say nothing, and say so."""
        return False

    def prepare(self, texts: Sequence[str]) -> None:
        """Nothing needs to be ready."""

    def hush(self) -> None:
        """It is silent already."""

    def finish(self, patience_s: float) -> None:
        """Nothing is being said."""

    def rest(self) -> None:
        """It takes none."""

    def configure(self, options: VoiceOptions) -> None:
        """There is nothing to set."""

    def voices(self) -> tuple[VoiceInfo, ...]:
        """There are none."""
        return ()

    def listen(self, listener: Listener) -> None:
        """It never changes."""

    def follow(self, follower: Follower) -> None:
        """There is nothing to show."""

    def check(self) -> list[Finding]:
        """One line: the voice is off."""
        _ = self._translations.gettext
        return [Finding(_("Voice"), Level.LIMITED, _("The voice is off."))]

    def close(self) -> None:
        """Nothing is left behind."""
