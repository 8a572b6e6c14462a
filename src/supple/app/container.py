"""The composition root: everything the program is made of, built when it is first needed."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from functools import cached_property, partial
from gettext import NullTranslations
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from supple.core.errors import SuppleError
from supple.devices.clock import Clock, SystemClock
from supple.devices.files import Folders, asset
from supple.devices.settings.file import load_settings
from supple.devices.words import Languages, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from supple.app.backups import Backups
    from supple.app.break_offers import BreakOffers
    from supple.app.breaks import Breaks, Failed
    from supple.app.catalogue import Catalogue
    from supple.app.clearing import Clearing
    from supple.app.editor import Editor
    from supple.app.history import History
    from supple.app.learn import Learn
    from supple.app.library import Library
    from supple.app.looking_back import LookingBack
    from supple.app.own_routines import OwnRoutines
    from supple.app.past_sessions import PastSessions
    from supple.app.plan import Planning
    from supple.app.plan_reminder import PlanReminder
    from supple.app.ratings import DayRating
    from supple.app.safety import Safety
    from supple.app.self_tests import SelfTests
    from supple.app.sessions import Sessions
    from supple.app.sharing import Sharing
    from supple.app.speaking import Speaking
    from supple.app.sync import Sync
    from supple.app.today import Today
    from supple.app.transfer import Transfer
    from supple.devices.desktop.desktop import Desktop
    from supple.devices.finding import Finding
    from supple.devices.lock import FileLock
    from supple.devices.settings.file import Unusable
    from supple.devices.settings.settings import Settings
    from supple.devices.speech.voice import Voice
    from supple.devices.store.device import Device
    from supple.devices.store.overview import Overview
    from supple.devices.store.store import DiskStore


# Parts that hold texts of one language; none of them has anything to close.
_HOLDING_TEXTS = (
    "catalogue", "sessions", "safety", "planning", "self_tests", "library", "own_routines",
    "editor", "learn", "looking_back", "past_sessions", "today", "break_offers",
)  # fmt: skip


class Container:
    """One running program. What is built is closed in reverse order at the end of the block.

    Parts are imported where they are built, so that a short command loads only what it uses.
    `language` overrides what settings and system say.
    """

    def __init__(
        self, environ: Mapping[str, str], *, language: str | None = None, clock: Clock | None = None
    ) -> None:
        self._environ = environ
        self._asked_language = language
        self.clock = clock or SystemClock()
        self._closing = ExitStack()
        self._changed_settings: Settings | None = None
        self._setting_heard: list[Callable[[str], None]] = []
        self._mended: set[str] = set()
        self._words = Words()
        self._language = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close what was built, the youngest first. May be called again."""
        self._closing.close()

    @cached_property
    def folders(self) -> Folders:
        """Where the user's files lie."""
        return Folders.of(self._environ)

    @cached_property
    def languages(self) -> Languages:
        """The languages there are words for."""
        return Languages(self.folders.locale)

    @property
    def language(self) -> str:
        """The language of words and voice: as asked, as set, or the system's."""
        if not self._language:
            chosen = self._loaded_settings[0].appearance.language
            self._language = self._asked_language or self._known(chosen)
        return self._language

    @property
    def settings(self) -> "Settings":
        """The user's choices."""
        return self._changed_settings or self._loaded_settings[0]

    def change_setting(self, key: str, value: float | str) -> None:
        """Take a choice of the user and write it into the settings file.

        Raises InputError or FacilityError when it cannot be written; it holds for now all the same.
        """
        from supple.devices.settings.file import save_setting
        from supple.devices.settings.settings import changed

        settings = changed(self.settings, key, value)
        if key == "appearance.language":
            self._speak(settings.appearance.language)
        self._changed_settings = settings
        if key.startswith(("voice.", "sound.output")) and "spoken_voice" in self.__dict__:
            self.spoken_voice.configure(self.speaking.options())
        for heard in self._setting_heard:
            heard(key)
        self.folders.create(self.words)
        save_setting(self.folders.settings, key, value, self.words)
        self._mended.add(key)

    def note(self, key: str, value: float | str) -> None:
        """Take down what the program keeps by itself; unwritten it holds until the program ends."""
        with suppress(SuppleError):
            self.change_setting(key, value)

    def listen_to_settings(self, heard: "Callable[[str], None]") -> None:
        """Call `heard` with the key of every choice from now on."""
        self._setting_heard.append(heard)

    @property
    def settings_problems(self) -> "tuple[Unusable, ...]":
        """What in the settings file could not be used, and was not written anew since."""
        return tuple(each for each in self._loaded_settings[1] if each.key not in self._mended)

    @cached_property
    def _loaded_settings(self) -> "tuple[Settings, tuple[Unusable, ...]]":
        # The language of the words is itself a setting, so faults of the file are told in English.
        return load_settings(self.folders.settings, NullTranslations())

    @cached_property
    def words(self) -> NullTranslations:
        """The words of the language, also after it has changed. Raises InputError for none."""
        self._words.speak(self.languages.words(self.language))
        return self._words

    def _speak(self, chosen: str) -> None:
        """Change the language; what holds texts is built anew when it is next asked for.

        A session that runs keeps what it holds. Raises InputError for a file that is no good.
        """
        language = self._known(chosen)
        self._words.speak(self.languages.words(language))
        self._language = language
        for name in _HOLDING_TEXTS:
            self.__dict__.pop(name, None)

    def _known(self, chosen: str) -> str:
        """The language that was chosen, as long as there are words for it; else the system's."""
        return chosen if chosen in self.languages.codes else self.languages.asked_by(self._environ)

    @cached_property
    def catalogue(self) -> "Catalogue":
        """Exercises and routines."""
        from supple.app.catalogue import Catalogue

        return Catalogue(self.folders.routines, self.words)

    @cached_property
    def device(self) -> "Device":
        """Which computer this is."""
        from supple.devices.store.device import load_device

        self.folders.create(self.words)
        return load_device(self.folders.device_file, self.words)

    @cached_property
    def store(self) -> "DiskStore":
        """The history, opened and brought to the newest form. Raises StoreError.

        A program that has used it leaves a safety copy of the day.
        """
        store = self._open_store(self.folders.database, self.folders.backups)
        self._closing.callback(store.close)
        self._closing.callback(self._keep_daily_copy)
        return store

    def _open_store(self, path: Path, backups: Path) -> "DiskStore":
        from supple.devices.store.store import DiskStore

        return DiskStore(path, backups, self.device, self.clock, self.words)

    def _keep_daily_copy(self) -> None:
        if self.settings.data.daily_copies:
            self.backups.daily()

    @cached_property
    def backups(self) -> "Backups":
        """Safety copies of the history."""
        from supple.app.backups import Backups

        return Backups(self.folders, lambda: self.store, self._open_store, self.clock, self.words)

    @cached_property
    def transfer(self) -> "Transfer":
        """Export and import."""
        from supple.app.transfer import Transfer

        return Transfer(self.store, self.device, self.words)

    @cached_property
    def clearing(self) -> "Clearing":
        """Forgetting."""
        from supple.app.clearing import Clearing

        return Clearing(
            store=self.store,
            backups=self.backups,
            transfer=self.transfer,
            routines=self.own_routines,
            sharing=self.sharing,
            words=self.words,
        )

    @cached_property
    def sharing(self) -> "Sharing":
        """One history on several computers."""
        from supple.app.sharing import Sharing

        return Sharing(
            chosen=lambda: self.settings.data.shared_folder,
            keep=partial(self.change_setting, "data.shared_folder"),
            open_folder=self._sync,
            clock=self.clock,
            words=self.words,
        )

    def _sync(self, folder: Path) -> "Sync":
        from supple.app.sync import Sync
        from supple.devices.journal import Journals
        from supple.devices.lock import FileLock

        lock = FileLock(self.folders.data / "sync.lock")
        return Sync(self.store, Journals(folder, self.device, self.words), lock, self.words)

    @cached_property
    def spoken_voice(self) -> "Voice":
        """The voice that is heard. Its process starts when it is first used."""
        from supple.devices.speech.process import SpokenVoice

        voice = SpokenVoice(asset("sounds"), self.words)
        self._closing.callback(voice.close)
        voice.configure(self.speaking.options())
        return voice

    @cached_property
    def speaking(self) -> "Speaking":
        """Lends the voice out, and lets it be tried."""
        from supple.app.speaking import Speaking

        return Speaking(
            lambda: self.spoken_voice, lambda: self.settings, lambda: self.language, self.words
        )

    def voice(self, voiced: bool | None = None) -> "Voice":
        """The voice or its silent form: as asked, or with None as the settings say."""
        return self.speaking.voice(voiced)

    @cached_property
    def sessions(self) -> "Sessions":
        """Opens and resumes sessions."""
        from supple.app.sessions import Sessions

        store = self.store  # makes the folder that the lock lies in
        lock = self._session_lock
        self._closing.callback(lock.release)
        return Sessions(
            catalogue=self.catalogue,
            store=store,
            safety=self.safety,
            planning=self.planning,
            voice=self.voice,
            settings=lambda: self.settings,
            clock=self.clock,
            words=self.words,
            lock=lock,
        )

    @property
    def _session_lock(self) -> "FileLock":
        """Held by the program in which a session runs."""
        from supple.devices.lock import FileLock

        return FileLock(self.folders.data / "session.lock")

    @cached_property
    def safety(self) -> "Safety":
        """Questions, locks and stop signs."""
        from supple.app.safety import Safety
        from supple.devices.stop_sign import StopSignFile

        sign = StopSignFile(self.folders.data / "stop-sign.json", self._session_lock, self.words)
        return Safety(self.store, self.clock, self.words, lambda: self.settings.data.answers, sign)

    @cached_property
    def _overview(self) -> "Overview":
        from supple.devices.store.overview import Overview

        return Overview()

    @cached_property
    def planning(self) -> "Planning":
        """The plan: where it stands and what it offers."""
        from supple.app.plan import Planning

        return Planning(
            overview=self._overview,
            catalogue=self.catalogue,
            store=self.store,
            safety=self.safety,
            clock=self.clock,
            words=self.words,
            settings=lambda: self.settings,
        )

    @cached_property
    def day_rating(self) -> "DayRating":
        """The back in one number a day."""
        from supple.app.ratings import DayRating

        return DayRating(self.store, self.clock)

    @cached_property
    def plan_reminder(self) -> "PlanReminder":
        """The reminder of the planned session."""
        from supple.app.plan_reminder import PlanReminder

        return PlanReminder(self.planning, self.safety, lambda: self.settings.session, self.clock)

    def wants_reminders(self) -> bool:
        """Whether to remind of sessions, or of a reach check ahead. Raises StoreError."""
        from supple.core.plan.records import Decision
        from supple.devices.store.plan_events import has_plan_event

        if self.settings.session.remind:
            return True
        today = self.clock.wall().date()
        return self.store.read(partial(has_plan_event, kind=Decision.TEST_AGAIN, today=today))

    @cached_property
    def self_tests(self) -> "SelfTests":
        """Reach checks."""
        from supple.app.self_tests import SelfTests

        return SelfTests(
            catalogue=self.catalogue,
            store=self.store,
            safety=self.safety,
            clock=self.clock,
            words=self.words,
        )

    @cached_property
    def library(self) -> "Library":
        """Exercises, to be found and looked at."""
        from supple.app.library import Library

        return Library(self.catalogue, self.planning, self.safety, self.store, self.words)

    @cached_property
    def own_routines(self) -> "OwnRoutines":
        """The files of the user's own routines."""
        from supple.app.own_routines import OwnRoutines

        return OwnRoutines(self.catalogue, self.folders, self.words)

    @cached_property
    def editor(self) -> "Editor":
        """What an edited routine comes to."""
        from supple.app.editor import Editor

        return Editor(self.catalogue, self.planning, lambda: self.settings)

    @cached_property
    def learn(self) -> "Learn":
        """Pages to read."""
        from supple.app.learn import Learn

        return Learn(self.words)

    @cached_property
    def history(self) -> "History":
        """Looking back."""
        from supple.app.history import History

        return History(self.store, self._overview)

    @cached_property
    def looking_back(self) -> "LookingBack":
        """What the history adds up to."""
        from supple.app.looking_back import LookingBack

        return LookingBack(
            catalogue=self.catalogue,
            store=self.store,
            safety=self.safety,
            self_tests=self.self_tests,
            clock=self.clock,
        )

    @cached_property
    def past_sessions(self) -> "PastSessions":
        """Single sessions, looked at and corrected."""
        from supple.app.past_sessions import PastSessions

        return PastSessions(self.store, self.clock, self.words)

    @cached_property
    def today(self) -> "Today":
        """What today offers."""
        from supple.app.today import Today

        return Today(self.planning, self.history, self.sessions, self.safety, self.clock)

    @cached_property
    def desktop(self) -> "Desktop":
        """What the desktop tells: idleness, lock, sleep, reasons for quiet; and its notices."""
        from supple.devices.desktop.desktop import open_desktop

        desktop = open_desktop(self._environ, self.clock, self.words)
        self._closing.callback(desktop.close)
        return desktop

    def start_with_computer(self, *, wanted: bool) -> None:
        """Start in the tray when the user logs in, or no more. Raises SuppleError."""
        from supple.devices.desktop.autostart import in_the_tray

        if wanted:
            self.desktop.autostart.turn_on(in_the_tray())
        else:
            self.desktop.autostart.turn_off()

    @cached_property
    def break_offers(self) -> "BreakOffers":
        """What a desk break offers."""
        from supple.app.break_offers import BreakOffers

        return BreakOffers(
            lambda: self.settings.breaks, self.catalogue, self.planning, self.store, self.clock
        )

    def open_breaks(self, wake: "Callable[[], None]", failed: "Failed") -> "Breaks":
        """The desk breaks, for the one host that looks when it is woken. Close it yourself."""
        from supple.app.break_options import break_options
        from supple.app.breaks import Breaks
        from supple.devices.desktop.kept import KeptFile
        from supple.devices.desktop.moments import system_moments

        return Breaks(
            desktop=self.desktop,
            moments=system_moments(self.clock),
            store=self.store,
            options=lambda: break_options(self.settings.breaks, self.safety.standing().access),
            words=self.words,
            kept=KeptFile(self.folders.data / "breaks.json", self.words),
            elsewhere=self._session_lock.is_taken,
            wake=wake,
            failed=failed,
        )

    def findings(self) -> "Iterator[Finding]":
        """The lines of the doctor's report."""
        from supple.app.doctor import examine, own_files

        own = partial(own_files, self.settings_problems, self.catalogue, self.words)
        shared, voice = self.settings.data.shared_folder, self.spoken_voice
        return examine(self._environ, self.folders, voice, shared, self.words, own=own)
