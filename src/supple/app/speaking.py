"""Speaking as it is set now: in a session, or to try how it sounds."""

from collections.abc import Callable
from gettext import NullTranslations

from supple.core.session.steps import Tone
from supple.devices.settings.settings import Settings
from supple.devices.speech.voice import NullVoice, Utterance, Voice, VoiceOptions


class Speaking:
    """Lends the voice out. `spoken` is the one that is heard."""

    def __init__(
        self,
        spoken: Callable[[], Voice],
        settings: Callable[[], Settings],
        language: Callable[[], str],
        words: NullTranslations,
    ) -> None:
        self._spoken = spoken
        self._settings = settings
        self._language = language
        self._words = words
        self._tried = 0

    def options(self, voice: str | None = None) -> VoiceOptions:
        """How it speaks by the settings, or in another `voice`."""
        chosen, output = self._settings().voice, self._settings().sound.output
        wanted = chosen.id if voice is None else voice
        return VoiceOptions(chosen.rate, chosen.volume, wanted, self._language(), output)

    def voice(self, voiced: bool | None = None) -> Voice:
        """The voice or its silent form: as asked, or with None as the settings say."""
        wanted = self._settings().voice.on if voiced is None else voiced
        if not wanted:
            return NullVoice(self._words)
        self._spoken().configure(self.options())
        return self._spoken()

    def try_out(self, text: str, voice: str | None = None) -> int:
        """Say something as it is set now, even where it is off; or in another voice.

        Returns the number by which the voice tells followers of it.
        """
        spoken = self._spoken()
        spoken.start()
        spoken.configure(self.options(voice))
        spoken.hush()
        number, self._tried = self._tried, self._tried + 1
        spoken.say(Utterance(number, text, shown=True))
        return number

    def sound(self, tone: Tone) -> None:
        """Sound a tone, and say nothing."""
        spoken = self._spoken()
        spoken.start()
        spoken.say(Utterance(self._tried, tone=tone))
        self._tried += 1
