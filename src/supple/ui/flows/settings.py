"""The settings in the window: every change works at once and is written down."""

from gettext import NullTranslations
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from supple.app.container import Container
from supple.core.catalogue.routine import Use
from supple.core.errors import SuppleError
from supple.core.keys import KeyTakenError
from supple.core.plan.records import Profile
from supple.devices.settings.settings import options
from supple.devices.speech.outputs import Output, outputs
from supple.ui.background import Background
from supple.ui.bindings.settings import AUTOSTART, COUNTDOWN, SettingsWords
from supple.ui.bindings.settings_data import BIRTH_YEAR, REMEMBERS_PAIN, SEX
from supple.ui.bindings.settings_keys import ANYWHERE, SESSION, KeyWords, keymap_of
from supple.ui.bindings.voices import family_name, language_name, voices_in_order
from supple.ui.dress import Dress
from supple.ui.flows.aloud import Aloud
from supple.ui.flows.media_trial import MediaTrial
from supple.ui.keymaps import owner_elsewhere
from supple.ui.pages.settings import SettingsPage
from supple.ui.pages.settings_view import VOICE_TEST, Row, Section, Value, Voices, trial_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from supple.core.breaks.day import Day
    from supple.devices.speech.voice import VoiceInfo
    from supple.ui.flows.data import DataFlow
    from supple.ui.pages.countdown_trial import CountdownTrial
    from supple.ui.widgets.charts.day_line import DayPicture

_LOOKS = "appearance."
_NO_LOOK = "appearance.language"
_CHOOSES_BREAKS = ("breaks.length_min", "breaks.routines")
_OF_FILES = ("data", "about")
_REMEMBERED = ("session.pain", "data.")
_STEP_PERCENT = 10
_USUAL_PERCENT = 100
_LEAST_PERCENT, _MOST_PERCENT = 80, 200


class SettingsFlow(QObject):
    """Owns the page. `emptied` tells that everything was deleted."""

    questions_wanted = Signal()
    works_wanted = Signal()
    emptied = Signal()
    page_wanted = Signal(str, bool)
    failed = Signal(object)

    def __init__(
        self,
        app: Container,
        dress: Dress,
        background: Background,
        day: "Callable[[], Day | None]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._ask_day = day
        self.countdown: CountdownTrial | None = None
        self._dress = dress
        self._background = background
        self._voices: tuple[VoiceInfo, ...] | None = None
        self._facts: dict[str, str] = {}
        self._tells_files = False
        self._data: DataFlow | None = None
        self._key_words = KeyWords(app.words)
        routines = [each for each in app.catalogue.routines() if each.use is Use.DESK_BREAK]
        self._words = SettingsWords(
            app.words,
            tuple((code, language_name(code)) for code in app.languages.codes),
            tuple((each.id, each.name) for each in routines),
        )
        self.widget = SettingsPage(dress.look, app.words, self._sections())
        self.widget.changed.connect(self._change)
        self.widget.asked.connect(self.do)
        self.widget.heard.connect(self._hear)
        self.widget.section_chosen.connect(self._opened)
        self._aloud = Aloud(app, self.widget, self)
        self._aloud.changed.connect(self.widget.show_heard)
        self.widget.key_learned.connect(self._learn_key)
        self.widget.key_heard.connect(self._hear_key)
        self._trial = MediaTrial(app, self.widget, self)
        self._trial.heard.connect(self._hear_key)

    def open(self) -> None:
        """Bring the page up to date; lines that no section in sight has come after its paint."""
        self._facts |= self._of_the_desk()
        self._tells_files = False
        if self.widget.section in _OF_FILES:
            self._facts |= self._of_files()
        self.widget.show_view(self._sections())
        QTimer.singleShot(0, self, self._tell_files)

    def show_option(self, key: str) -> None:
        """Bring up the section of an option, with the focus on it."""
        sections = self._sections()
        section = next(each for each in sections if any(row.key == key for row in each.rows))
        self.widget.open_section(section.id)
        self.widget.focus_option(key)

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        self.widget.focus_first()

    def resize_text(self, by: int) -> None:
        """Make text larger (1) or smaller (-1) by a step, or as usual (0)."""
        percent = self._app.settings.appearance.text_percent + by * _STEP_PERCENT
        if not by:
            percent = _USUAL_PERCENT
        if _LEAST_PERCENT <= percent <= _MOST_PERCENT:
            self._change("appearance.text_percent", percent)

    def _sections(self) -> tuple[Section, ...]:
        unusable = self._app.settings_problems
        sections = self._words.sections(self._app.settings, self._facts, self._day(), unusable)
        if self._voices is None:
            return sections
        other = self._app.words.gettext("Other languages")
        known = tuple(
            (each.id, each.name, language_name(each.language), family_name(each.language) or other)
            for each in self._voices
        )
        return tuple(
            msgspec.structs.replace(
                section, rows=tuple(_with_voices(row, known) for row in section.rows)
            )
            for section in sections
        )

    def show_day(self) -> None:
        """Bring the line of today up to date while it is in sight."""
        if self.widget.isVisible() and self.widget.section == "breaks":
            day = self._day()
            if day is not None:
                self.widget.show_day(day)

    def _day(self) -> "DayPicture | None":
        from supple.ui.bindings.break_day import day_picture

        try:
            day = self._ask_day()
        except SuppleError:
            return None  # the rest of the settings goes on without it
        return None if day is None else day_picture(day, self._app.words)

    def _tell_files(self) -> None:
        if not self._tells_files:
            self._facts |= self._of_files()
            self.widget.show_view(self._sections())

    def _of_the_desk(self) -> dict[str, str]:
        """The lines about what this desktop can, and how large digits are on it."""
        from supple.ui.bindings.settings_facts import desk_facts

        return desk_facts(self._app) | {COUNTDOWN: self._countdown()}

    def _of_files(self) -> dict[str, str]:
        """The lines about data and program."""
        from importlib.metadata import version

        from supple.ui.bindings.settings_data_facts import data_facts

        self._tells_files = True
        facts = {"version": f"Supple {version('supple')}", "log": str(self._app.folders.log)}
        facts["disclaimer"] = self._app.learn.page("learn-disclaimer").body
        try:
            return facts | data_facts(self._app)
        except SuppleError as error:
            self.failed.emit(error)
            return facts

    def _countdown(self) -> str:
        from supple.ui.pages.countdown_trial import digits_mm

        tall = digits_mm(self.widget.screen())
        return self._app.words.gettext("Digits {n} mm tall here.").format(n=tall) if tall else ""

    def _change(self, key: str, value: Value) -> None:
        if key == REMEMBERS_PAIN:
            key, value = "session.pain", "always" if value else "never"
            self._facts[REMEMBERS_PAIN] = "on" if value == "always" else "off"
        if key in (BIRTH_YEAR, SEX):
            self._keep_profile(key, value)
            return
        if key == AUTOSTART:
            self._start_with_computer(wanted=bool(value))
            return
        unusable = {each.key for each in self._app.settings_problems}
        try:
            self._app.change_setting(key, value)
        except msgspec.ValidationError:
            self.widget.rebuild()
            self.widget.set_detail(key, _how(key, self._app.words))
            return
        except SuppleError as error:
            self.failed.emit(error)
        if key in _CHOOSES_BREAKS and self._app.settings.breaks.last_choice:
            self._change("breaks.last_choice", "")
        self.widget.show_view(self._sections(), anew=key in unusable)
        if key.startswith("breaks."):
            QTimer.singleShot(0, self, self.show_day)  # the breaks look first
        if key.startswith(_REMEMBERED):
            self._data_flow().setting_changed(key, value)
        if key.startswith(_LOOKS) and key != _NO_LOOK:
            self._dress.use(self._app.settings)

    def _start_with_computer(self, *, wanted: bool) -> None:
        """Switch it, and show what then is so."""
        try:
            self._app.start_with_computer(wanted=wanted)
        except SuppleError as error:
            self.failed.emit(error)
        self.open()

    def _learn_key(self, option: str, key: str) -> None:
        """Give an option one key more, or take it from it. One that is taken is refused."""
        section, _, action = option.partition(".")
        try:
            keys = keymap_of(option, self._app.settings).toggled(action, key)
            owner = owner_elsewhere(option, key, self._app.settings)
        except KeyTakenError as taken:
            keys, owner = "", f"{section}.{taken.action}"
        if owner:
            told = self._key_words.taken(key, owner)
        else:
            self._change(option, keys)
            self.widget.rebuild()
            told = self._key_words.heard(key, self._app.settings)
        self.widget.tell_of_key(told)
        self._trial.tell()

    def _hear_key(self, key: str) -> None:
        if key:
            self.widget.tell_of_key(self._key_words.heard(key, self._app.settings))
            self._trial.note(key)

    def _put_keys_back(self) -> None:
        for each in options():
            section, _, name = each.key.partition(".")
            present = getattr(getattr(self._app.settings, section), name)
            if section in (SESSION, ANYWHERE) and present != each.default:
                self._change(each.key, each.default)
        self.widget.rebuild()
        self._trial.tell()

    def _opened(self, section: str) -> None:
        self._aloud.hush()
        if section in _OF_FILES:
            self._tell_files()
        if section == "voice" and self._voices is None:
            voice = self._app.spoken_voice
            self._background.run(outputs, self.show_outputs, self.failed.emit)
            self._background.run(voice.voices, self.show_voices, self.failed.emit)

    def show_voices(self, voices: "tuple[VoiceInfo, ...]") -> None:
        """Offer these voices, those of the language first."""
        self._voices = voices_in_order(voices, self._app.language)
        state = self._app.spoken_voice.state
        self._facts["voice"] = f"{state.words} {state.fix}".strip()
        self.widget.show_view(self._sections(), anew=self.widget.section == "voice")

    def show_outputs(self, found: tuple[Output, ...]) -> None:
        """Offer these loudspeakers and headphones; one that was chosen and is gone stays."""
        known = {each.id: each.name for each in found}
        chosen = self._app.settings.sound.output
        if chosen:
            known.setdefault(chosen, chosen)
        self._words.outputs = tuple(known.items())
        self.widget.show_view(self._sections(), anew=self.widget.section == "voice")

    def _hear(self, voice: str) -> None:
        self._aloud.press(trial_of(voice), self._line(), voice)

    def _line(self) -> str:
        return self._app.words.gettext("Breathe out, and let the leg get heavy.")

    def do(self, deed: str) -> None:
        """Do what a button of the page, or the menu, asks for."""
        if deed == VOICE_TEST:
            self._aloud.press(VOICE_TEST, self._line())
        elif deed == COUNTDOWN:
            self._try_countdown()
        elif deed == "keys-back":
            self._put_keys_back()
        elif deed == "profile-forget":
            self._forget_profile()
        elif deed == "answer":
            self.questions_wanted.emit()
        elif deed == "examine":
            self.works_wanted.emit()
        else:
            self._data_flow().do(deed)

    def _try_countdown(self) -> None:
        """Show the countdown over the whole screen, as it will be in a session."""
        from supple.ui.pages.countdown_trial import CountdownTrial

        trial = self.countdown = CountdownTrial(self._dress.look, self._app.words)
        trial.setScreen(self.widget.screen())
        trial.setGeometry(self.widget.screen().geometry())
        trial.showFullScreen()

    def _keep_profile(self, key: str, value: Value) -> None:
        """Compare with the published values for this year of birth or sex from now on."""
        from supple.ui.bindings.settings_data_facts import profile_facts

        tests = self._app.self_tests
        known: dict[Value, Literal["woman", "man"]] = {"woman": "woman", "man": "man"}
        changed: dict[str, object] = {"sex": known.get(value)}
        if key == BIRTH_YEAR:
            changed = {"birth_year": int(value) or None}
        try:
            tests.set_profile(msgspec.structs.replace(tests.profile, **changed))
            self._facts |= profile_facts(self._app)
        except SuppleError as error:
            self.failed.emit(error)
        self.widget.show_view(self._sections(), anew=False)
        self.widget.set_detail("profile", self._facts.get("profile", ""))

    def _forget_profile(self) -> None:
        """Compare with published values no more."""
        try:
            self._app.self_tests.set_profile(Profile())
        except SuppleError as error:
            self.failed.emit(error)
        self._facts = self._of_the_desk() | self._of_files()
        self.widget.show_view(self._sections())

    @property
    def data(self) -> "DataFlow":
        """What is done with the user's data."""
        return self._data_flow()

    def _data_flow(self) -> "DataFlow":
        if self._data is None:
            from supple.ui.flows.data import DataFlow

            flow = DataFlow(self._app, self._dress.look, self._background, self.widget)
            flow.told.connect(self._said)
            flow.changed.connect(self.open)
            flow.emptied.connect(self.emptied)
            flow.page_wanted.connect(self.page_wanted)
            flow.failed.connect(self.failed)
            self._data = flow
        return self._data

    def _said(self, key: str, words: str) -> None:
        self._facts[key] = words
        self.widget.set_detail(key, words)


def _with_voices(row: Row, known: tuple[tuple[str, str, str, str], ...]) -> Row:
    if not isinstance(row.control, Voices):
        return row
    return msgspec.structs.replace(row, control=Voices(known))


def _how(key: str, words: NullTranslations) -> str:
    if key == "breaks.hours":
        return words.gettext("Times look like 9:00-12:30 13:15-17:30, two spans a day at most.")
    return words.gettext("That can't be set here. The value before is kept.")
