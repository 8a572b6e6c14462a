"""A voice for tests of pages: it remembers what it was to say, and sounds when it is told to."""

from PySide6.QtWidgets import QApplication

from supple.devices.speech.voice import (
    Follower,
    Given,
    Health,
    Listener,
    NullVoice,
    Sounding,
    Utterance,
    VoiceInfo,
    VoiceOptions,
    VoiceState,
)

VOICES = (
    VoiceInfo("de", "German", "de"),
    VoiceInfo("gb", "Great Britain", "en-gb"),
    VoiceInfo("us", "America", "en-us"),
)


class Heard(NullVoice):
    """A voice that remembers what it was to say, and how."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Utterance] = []
        self.options = VoiceOptions()
        self.followers: list[Follower] = []
        self.listeners: list[Listener] = []
        self.hushed = 0
        self.health = Health.ON

    @property
    def state(self) -> VoiceState:
        return VoiceState(self.health)

    def say(self, utterance: Utterance) -> Given:
        self.said.append(utterance)
        return True

    def configure(self, options: VoiceOptions) -> None:
        self.options = options

    def voices(self) -> tuple[VoiceInfo, ...]:
        return VOICES

    def follow(self, follower: Follower) -> None:
        self.followers.append(follower)

    def listen(self, listener: Listener) -> None:
        self.listeners.append(listener)

    def hush(self) -> None:
        self.hushed += 1

    def fail(self) -> None:
        self.health = Health.BROKEN
        for listener in self.listeners:
            listener(self.state)
        QApplication.processEvents()

    def sound(self, sounding: Sounding) -> None:
        for follower in self.followers:
            follower(sounding)
        QApplication.processEvents()
