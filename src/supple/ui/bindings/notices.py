"""The words of notices: what went wrong, what still works, and what can be done."""

from gettext import NullTranslations

import msgspec

from supple.core.errors import SuppleError
from supple.devices.desktop.losses import Part
from supple.devices.store.faults import Fault, StoreError
from supple.ui.way_out import MendableError
from supple.ui.widgets.notice import NoticeView, Tone

UNSAVED = "unsaved"
"""The notice that goes by itself, once a session is safe."""
WAY_OUT = "out"
"""The action that does what may mend a fault."""


class NoticeWords:
    """Makes the notices of one language."""

    def __init__(self, words: NullTranslations) -> None:
        self._tr = words.gettext
        self._ntr = words.ngettext

    def error(self, error: SuppleError) -> NoticeView:
        """A fault of any kind: what is wrong, where, and what helps."""
        if isinstance(error, MendableError):
            view = self.error(error.fault)
            return msgspec.structs.replace(view, actions=((WAY_OUT, error.words),))
        if isinstance(error, StoreError):
            return self._store(error)
        title, more = _parts(error.what)
        rest = " ".join(filter(None, (more, error.allowed, error.fix, error.where)))
        return NoticeView(error.what, "x-circle", title, rest, tone=Tone.PLAIN)

    def unsaved(self, error: StoreError) -> NoticeView:
        """A session that could not be written yet."""
        tr = self._tr
        title = {
            Fault.FULL: tr("The disk is full: this session isn't saved yet"),
            Fault.READ_ONLY: tr("Your history can't be written: this session isn't saved yet"),
        }.get(error.fault, tr("This session isn't saved yet"))
        free = tr("Please free some space before you close Supple.")
        parts = [tr("It's kept in memory, and tried again every 10 seconds.")]
        parts.append(free if error.fault is Fault.FULL else error.fix)
        actions = (("retry", tr("Try now")), ("elsewhere", tr("Save it somewhere else")))
        words = " ".join(part for part in parts if part)
        return NoticeView(
            UNSAVED, "hard-drives", title, words, actions, tone=Tone.GRAVE, stays=True
        )

    def kept_elsewhere(self, file: str) -> NoticeView:
        """A session that could not be written yet, but lies in a file."""
        tr = self._tr
        title = tr("This session is safe in {file}").format(file=file)
        words = tr(
            "It comes into your history by itself as soon as it can be written. If you close "
            "Supple before that, import the file later; nothing is doubled."
        )
        actions = (("retry", tr("Try now")),)
        return NoticeView(UNSAVED, "hard-drives", title, words, actions, tone=Tone.GOOD, stays=True)

    def no_tray(self) -> NoticeView:
        """Desk breaks without an icon in a tray."""
        tr = self._tr
        words = tr(
            "Reminders still come, as notifications or in a pop-up. On GNOME, the “AppIndicator” "
            "extension adds a tray icon. Closing the window quits Supple."
        )
        title = tr("No tray on this desktop")
        actions = (("keep", tr("Keep a small window instead")), ("fine", tr("Fine")))
        return NoticeView("tray", "tray", title, words, actions, tone=Tone.PLAIN)

    def lost(self, part: Part, *, has_settings: bool = False) -> NoticeView:
        """What the desktop told before and does not now; what stands in for it.

        `has_settings`: those of the desktop can be opened.
        """
        tr = self._tr
        if part is Part.TRAY:
            return self.no_tray()
        if part is Part.HIDDEN:
            return self._hidden(has_settings=has_settings)
        icon, title, words = {
            Part.BUS: (
                "question",
                tr("A part of your desktop has stopped"),
                tr(
                    "Until its message bus is back, Supple may not notice when you're away or want "
                    "quiet, and shows its own pop-up. A tray icon comes back with the next start."
                ),
            ),
            Part.IDLE: (
                "clock-countdown",
                tr("This desktop doesn't tell when you're away"),
                tr("Breaks come by the clock; “time away” is off."),
            ),
            Part.LOCK: (
                "lock-key-open",
                tr("This desktop doesn't tell when the screen is locked"),
                tr("Time away is used instead."),
            ),
            Part.QUIET: (
                "bell-slash",
                tr("This desktop doesn't tell when you don't want to be disturbed"),
                tr("Pause breaks from the tray instead."),
            ),
            Part.NOTICES: (
                "bell-slash",
                tr("Notifications don't get through on this desktop"),
                tr("Supple shows its own pop-up instead."),
            ),
        }[part]
        actions: tuple[tuple[str, str], ...] = (("fine", tr("Fine")),)
        if part is Part.NOTICES:
            actions = (("pop-up", tr("Use the pop-up")), *actions)
        return NoticeView(f"lost-{part}", icon, title, words, actions, tone=Tone.PLAIN)

    def _hidden(self, *, has_settings: bool) -> NoticeView:
        tr = self._tr
        actions: tuple[tuple[str, str], ...] = (("pop-up", tr("Use the pop-up")),)
        if has_settings:
            actions = (("settings", tr("Open system settings")), *actions)
        return NoticeView(
            f"lost-{Part.HIDDEN}",
            "bell-slash",
            tr("Notifications are turned off for Supple"),
            tr("Your system hides them, so Supple shows its own pop-up."),
            actions,
            tone=Tone.PLAIN,
        )

    def settings(self, line: str, more: int = 0) -> NoticeView:
        """A line of the settings file that cannot be used; there are so many `more`."""
        tr = self._tr
        words = f"{line} {tr('Your file is untouched.')}"
        if more:
            other = self._ntr(
                "{n} other line can't be used either; Settings shows it.",
                "{n} other lines can't be used either; Settings shows them.",
                more,
            )
            words = f"{line} {other.format(n=more)} {tr('Your file is untouched.')}"
        actions = (("open", tr("Open the file")), ("fine", tr("Fine")))
        title = tr("Your settings file has a line that can't be read")
        return NoticeView("settings", "file-x", title, words, actions, tone=Tone.PLAIN)

    def already_open(self, routine: str) -> NoticeView:
        """Another start asked for a routine while a session runs here."""
        tr = self._tr
        quoted = tr("It was asked to start “{name}”. The session that runs goes on.")
        return NoticeView(
            "open",
            "lock-key-open",
            tr("Supple is already open"),
            quoted.format(name=routine),
            (("show", tr("Show it afterwards")),),
            tone=Tone.GOOD,
        )

    def waits(self, error: SuppleError) -> NoticeView:
        """What could not be written is kept, and tried again by itself."""
        tr = self._tr
        title, _ = _parts(error.what)
        actions = (("retry", tr("Try now")),)
        return NoticeView("waits", "database", title, tr("Supple waits and tries again."), actions)

    def _store(self, error: StoreError) -> NoticeView:
        title, more = _parts(error.what)
        words = " ".join(filter(None, (more, error.fix, error.where)))
        return NoticeView("store", "database", title, words, tone=Tone.GRAVE)


def _parts(what: str) -> tuple[str, str]:
    """The first sentence, as a title has it, and the others."""
    first, _, more = what.partition(". ")
    return first.removesuffix("."), more
