"""Runs the page that finds out whether the voice is heard: lists, tries, and what may help."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.devices.speech.outputs import outputs
from supple.ui.background import Background
from supple.ui.bindings.voices import language_name, voices_in_order
from supple.ui.flows.aloud import Ear
from supple.ui.pages.first_run_voice import VoicePage, VoiceView
from supple.ui.theme.look import Look

if TYPE_CHECKING:
    from supple.devices.speech.outputs import Output
    from supple.devices.speech.voice import Sounding, VoiceInfo

_FULL = 100


class VoiceCheck(QObject):
    """Owns the page. `settled` tells whether the voice is wanted."""

    settled = Signal(bool)
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._line = app.words.gettext(
            "Breathe out, and let the leg get heavy. Three, two, one, release."
        )
        self.page = VoicePage(look, app.words, self._line)
        self._voices: tuple[VoiceInfo, ...] = ()
        self._outputs: tuple[Output, ...] = ()
        self._background = Background(self)
        self._tried: set[str] = set()
        self._asked_for_output = False
        self._connect()
        ear = Ear()
        ear.heard.connect(self._follow)
        app.spoken_voice.follow(ear.hear)
        self._show()

    def open(self) -> None:
        """Look for the voices and outputs of this computer, once."""
        if not self._voices:
            self._background.run(self._app.spoken_voice.voices, self.show_voices, self.failed.emit)
            self._background.run(outputs, self.show_outputs, self.failed.emit)

    def settle(self) -> None:
        """Wait for what is being looked for."""
        self._background.settle()

    def show_voices(self, voices: "tuple[VoiceInfo, ...]") -> None:
        """Offer these voices, those of the language first."""
        self._voices = voices_in_order(voices, self._app.language)
        self._show()

    def show_outputs(self, found: "tuple[Output, ...]") -> None:
        """These are there to choose from, should nothing be heard."""
        self._outputs = found

    def _connect(self) -> None:
        page = self.page
        page.hear_requested.connect(self._hear)
        page.not_heard.connect(self._help)
        page.no_voice.connect(lambda: self._settle(on=False))
        page.main.connect(lambda: self._settle(on=True))
        page.voice_chosen.connect(lambda ident: self._try("voice.id", ident))
        page.speed_chosen.connect(lambda rate: self._try("voice.rate", rate))
        page.loudness_chosen.connect(lambda percent: self._try("voice.volume", percent / _FULL))
        page.output_chosen.connect(lambda ident: self._try("sound.output", ident))

    def _hear(self) -> None:
        self._app.speaking.try_out(self._line)

    def _follow(self, sounding: "Sounding") -> None:
        if sounding.levels:
            self.page.bars.play(sounding.levels, sounding.seconds)
        else:
            self.page.bars.stop()

    def _try(self, key: str, value: str | float) -> None:
        """Take a choice, and let it be heard."""
        self._set(key, value)
        self._show()
        self._hear()

    def _settle(self, *, on: bool) -> None:
        self._set("voice.on", on)
        self.page.bars.stop()
        self._app.spoken_voice.hush()
        self.settled.emit(on)

    def _help(self) -> None:
        """One thing to try after the other: where the sound goes, other voices, chimes."""
        tr, state = self._app.words.gettext, self._app.spoken_voice.state
        if state.words:
            self._show(f"{state.words} {state.fix}".strip())
        elif not self._asked_for_output:
            self._asked_for_output = True
            words = tr("Please see that the sound is turned up and goes to the right speakers.")
            if self._outputs:
                words = tr("Perhaps it goes somewhere else. Choose where it should be heard.")
            self._show(words, asks_output=bool(self._outputs))
            self._hear()
        elif (other := self._next_voice()) is not None:
            self._set("voice.id", other.id)
            self._show(tr("This is another voice: {name}.").format(name=other.name))
            self._hear()
        else:
            words = tr(
                "Then take chimes, big numbers and captions for now. "
                "Other voices can be tried in Settings."
            )
            self._show(words, only_chimes=True)

    def _next_voice(self) -> "VoiceInfo | None":
        """Another voice of the language that was not tried yet."""
        chosen = self._app.settings.voice.id
        own = [each for each in self._voices if each.language.startswith(self._app.language)]
        self._tried.add(chosen or (own[0].id if own else ""))
        return next((each for each in own if each.id not in self._tried), None)

    def _show(
        self, note: str = "", *, asks_output: bool = False, only_chimes: bool = False
    ) -> None:
        chosen = self._app.settings
        self.page.show_view(
            VoiceView(
                voices=tuple(
                    (each.id, f"{each.name}, {language_name(each.language)}")
                    for each in self._voices
                ),
                voice=chosen.voice.id,
                rate=chosen.voice.rate,
                percent=round(chosen.voice.volume * _FULL),
                note=note,
                outputs=tuple((each.id, each.name) for each in self._outputs)
                if asks_output
                else (),
                output=chosen.sound.output,
                only_chimes=only_chimes,
            )
        )

    def _set(self, key: str, value: str | float) -> None:
        try:
            self._app.change_setting(key, value)
        except SuppleError as error:
            self.failed.emit(error)
