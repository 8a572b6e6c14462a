"""All facts of this desktop in one place: the best form of each facility that works here."""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path
from typing import Protocol, TypeVar

from supple.core.breaks.facts import Facts, Quiet
from supple.core.errors import FacilityError
from supple.devices.clock import Clock
from supple.devices.desktop.autostart import (
    Autostart,
    DesktopEntryAutostart,
    NullAutostart,
)
from supple.devices.desktop.awake import Awake, NullAwake
from supple.devices.desktop.idle import Idle, NullIdle
from supple.devices.desktop.lock import Lock, NullLock
from supple.devices.desktop.losses import Losses, Part
from supple.devices.desktop.media_keys import MediaKeys, NullMediaKeys
from supple.devices.desktop.motion import Motion, NullMotion
from supple.devices.desktop.notify import Chosen, Note, Notifier, NullNotifier
from supple.devices.desktop.surroundings import Source, Surroundings
from supple.devices.finding import Finding, Level

T = TypeVar("T")


class SleepSignal(Protocol):
    """Tells before the computer sleeps and after."""

    def watch(self, changed: Callable[[], None]) -> bool:
        """Call `changed` on any thread both times. False if the system does not tell."""
        ...

    def check(self, words: NullTranslations) -> Finding:
        """How well this works here."""
        ...


class NullSleep:
    """Sleep is noticed by comparing clocks, at the next look."""

    def watch(self, changed: Callable[[], None]) -> bool:  # noqa: ARG002 - nothing to watch
        """Never tells."""
        return False

    def check(self, words: NullTranslations) -> Finding:
        """That is enough."""
        tr = words.gettext
        return Finding(tr("Sleep"), Level.OK, tr("noticed by comparing clocks"))


class Desktop:
    """What the desktop tells. Everything left out is the Null form of its facility."""

    def __init__(
        self,
        *,
        idle: Idle | None = None,
        lock: Lock | None = None,
        sleep: SleepSignal | None = None,
        surroundings: Surroundings | None = None,
        notifier: Notifier | None = None,
        autostart: Autostart | None = None,
        awake: Awake | None = None,
        media_keys: MediaKeys | None = None,
        motion: Motion | None = None,
        answers: Callable[[], bool] = lambda: True,
        losses: Losses | None = None,
        has_bus: Callable[[], bool] = lambda: True,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self.idle = idle or NullIdle()
        self.lock = lock or NullLock()
        self.sleep = sleep or NullSleep()
        self.surroundings = surroundings or Surroundings()
        self.notifier = notifier or NullNotifier()
        self.autostart = autostart or NullAutostart()
        self.awake = awake or NullAwake()
        self.media_keys = media_keys or NullMediaKeys()
        self.motion = motion or NullMotion()
        self._answers = answers
        self._losses = losses or Losses()
        self._has_bus = has_bus
        for part in (Part.BUS, Part.HIDDEN):
            self._losses.note(part, works=True)
        self._losses.note(Part.NOTICES, works=not isinstance(self.notifier, NullNotifier))
        self._close = close
        self._watches = False
        self._on_lock: Callable[[], None] | None = None
        self._tells_lock: bool | None = None

    @property
    def answers(self) -> bool:
        """Whether somebody who waits long for this desktop's answers, as Qt does, may ask now."""
        return self._answers()

    @property
    def lost(self) -> frozenset[Part]:
        """What was told once and is not now, as far as anything was asked of it since.

        Of what goes with the message bus only the bus.
        """
        lost = self._losses.now
        return lost & {Part.BUS, Part.TRAY} if Part.BUS in lost else lost

    def facts(self, *, is_stretching: bool = False) -> Facts:
        """What is cheap to ask; the surroundings are left out."""
        idle_s, is_locked = self.idle.idle_s(), self.lock.is_locked()
        self._losses.note(Part.BUS, works=self._has_bus())
        self._losses.note(Part.IDLE, works=idle_s is not None)
        self._losses.note(Part.LOCK, works=is_locked is not None)
        return Facts(idle_s=idle_s, is_locked=is_locked or False, is_stretching=is_stretching)

    def quiet(self, wanted: frozenset[Quiet]) -> frozenset[Quiet]:
        """What asks for quiet; worth asking only while it matters."""
        found = self.surroundings.look(wanted)
        if Quiet.DO_NOT_DISTURB in wanted & self.surroundings.tells:
            is_told = Quiet.DO_NOT_DISTURB not in self.surroundings.untold
            self._losses.note(Part.QUIET, works=is_told)
        return found

    def show(self, note: Note, chosen: Callable[[Chosen], None]) -> bool:
        """Show a notice, as `Notifier` does; one that nobody would see is not shown."""
        is_hidden = self.notifier.is_hidden()
        self._losses.note(Part.HIDDEN, works=not is_hidden)
        if is_hidden:
            return False
        is_shown = self.notifier.show(note, chosen)
        self._losses.note(Part.NOTICES, works=is_shown)
        return is_shown

    def watch(self, idle_after_s: Sequence[float], changed: Callable[[], None]) -> bool:
        """Call `changed` when somebody goes, comes back or locks, or the computer sleeps.

        Also when a part is lost or works again. Gone is who has touched nothing for any of the
        times. On any thread. A second call changes the times. True if going and coming back is
        told, so that nobody has to look.
        """
        if not self._watches:
            self._watches = True
            self._losses.listen(changed)
            self.lock.watch(changed)
            self.sleep.watch(changed)
        return self.idle.watch(idle_after_s, changed)

    def hear_of_lock(self, changed: Callable[[], None] | None) -> bool:
        """Call `changed`, on any thread, when the screen is locked or free again; None: no more.

        One listens at a time. False where the system does not tell, and has to be asked.
        """
        self._on_lock = changed
        if changed is not None and self._tells_lock is None:
            self._tells_lock = self.lock.watch(self._lock_changed)
        return bool(self._tells_lock)

    def _lock_changed(self) -> None:
        if (changed := self._on_lock) is not None:
            changed()

    def check(self, words: NullTranslations) -> tuple[Finding, ...]:
        """One line a facility for `supple doctor`."""
        single = (
            self.idle,
            self.lock,
            self.sleep,
            self.notifier,
            self.awake,
            self.media_keys,
            self.motion,
        )
        return (*(each.check(words) for each in single), *self.surroundings.check(words))

    def close(self) -> None:
        """Listen no more. May be called again."""
        self.idle.close()
        self._close()


def open_desktop(environ: Mapping[str, str], clock: Clock, words: NullTranslations) -> Desktop:
    """The desktop this program runs in. What does not work here is a Null form; never raises."""
    if sys.platform == "win32":
        from supple.devices.desktop.windows import open_windows_desktop

        return open_windows_desktop()
    if sys.platform == "darwin":
        from supple.devices.desktop.macos import open_macos_desktop

        return open_macos_desktop(Path.home() / "Library", words)
    from supple.devices.desktop.linux import open_linux_desktop

    return open_linux_desktop(environ, clock, words)


def first_that_works(*forms: Callable[[], T]) -> T | None:
    """The first form that can be made here."""
    for form in forms:
        with suppress(OSError, AttributeError, FacilityError):
            return form()
    return None


def all_that_work(*forms: Callable[[], Source]) -> list[Source]:
    """Every form that can be made here."""
    made: list[Source] = []
    for form in forms:
        with suppress(OSError, AttributeError, FacilityError):
            made.append(form())
    return made


def desktop_entries(environ: Mapping[str, str], words: NullTranslations) -> Autostart:
    """Autostart on Linux, in the user's own folder."""
    home = environ.get("XDG_CONFIG_HOME", "")
    return DesktopEntryAutostart(Path(home) if home else Path.home() / ".config", words)
