"""Pictures of screens with invented data, without a display: for documents and translators.

Everything happens in a temporary folder on an invented day; the user's own data is never read.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from supple.app.container import Container
from supple.app.invented import Wish, fill
from supple.app.sessions import Ears, Opened, Request
from supple.core.errors import FacilityError, InputError
from supple.core.history.records import Source
from supple.core.plan.records import Decision
from supple.core.plan.screening import Answers
from supple.core.session.engine import Intent
from supple.core.session.steps import Kind
from supple.core.session.view import SessionView
from supple.devices.clock import ManualClock
from supple.devices.store.ids import new_id
from supple.ui.bindings.breaks import BreakWords, Desk
from supple.ui.desk.break_host import BreakHost
from supple.ui.dress import Dress, read_asset
from supple.ui.language import SpokenLanguage
from supple.ui.screenshots import breaks, history, pages, places, states
from supple.ui.theme import BASE_STYLE
from supple.ui.theme.fonts import Fonts
from supple.ui.window import MainWindow

TODAY = datetime(2026, 5, 13, 14, 8, tzinfo=timezone(timedelta(hours=2)))
FONT = "Inter"
_LEFT_S = 12.0
_AT_DESK_MIN = 14
_ROUTINES = ("first-session", "flow-gentle", "full-home", "supine-mat", "dynamic-flow")
_DAYS_AGO = (23, 20, 16, 13, 9, 7, 5, 2)


class Shot(msgspec.Struct, frozen=True):
    """What a picture is to be like. `size` in logical pixels, `scale` device pixels for each."""

    theme: str = "light"
    size: tuple[int, int] = (1200, 800)
    scale: float = 1.0
    text_percent: int = 100
    contrast: bool = False


Screen = Callable[["Studio"], QWidget]
Until = Callable[[SessionView], bool]


class Studio:
    """An invented user with a few weeks behind, on an invented afternoon.

    A home that has been lived in before is taken as it is: the weeks behind take a while to invent.
    """

    def __init__(self, home: Path, shot: Shot, language: str) -> None:
        qt = QApplication.instance() or QApplication(["supple", *BASE_STYLE])
        if not isinstance(qt, QApplication):
            raise TypeError("a QApplication is needed")
        self.clock = ManualClock(wall=TODAY)
        lived_in = (home / "supple.db").exists()
        environ = {"SUPPLE_HOME": str(home), "LANG": "C"}
        self._environ, self._language = environ, language
        self._kept: list[object] = []
        self.app = Container(environ, language=language, clock=self.clock)
        chosen: dict[str, float | str] = {
            "appearance.theme": shot.theme,
            "appearance.text_percent": shot.text_percent,
            "appearance.contrast": shot.contrast,
            "appearance.motion": "reduced",  # nothing moves in a picture
            "voice.on": False,
            "breaks.on": True,
            "session.full_screen": False,
            "welcome.consented": True,
            "welcome.page": "done",
        }
        for key, value in chosen.items():
            self.app.change_setting(key, value)
        SpokenLanguage(qt).use(language)
        self.dress = Dress(qt, self.app.settings, Fonts(read_asset, pinned=FONT))
        if not lived_in:
            self._live_through()

    def window(self) -> MainWindow:
        """The main window, on Today."""
        window = MainWindow(self.app, self.dress)
        window.show_today()
        window.fill_today()
        view = BreakWords(self.app.words).card(self.host.news, Desk(break_min=2))
        window.break_card.show_view(view)
        return window

    @cached_property
    def host(self) -> BreakHost:
        """Desk breaks, as they stand after a while at the desk."""
        self.clock.set_wall(TODAY - timedelta(minutes=2 * _AT_DESK_MIN))
        host = BreakHost(self.app)
        for _half in range(2):
            self.clock.advance(_AT_DESK_MIN * 60)
            host.look()
        return host

    def close(self) -> None:
        """Take all of it down."""
        if "host" in self.__dict__:
            self.host.close()
        self.app.close()

    def session(self, routine: str, until: Until, *intents: Intent) -> MainWindow:
        """The main window in a session that has come to where `until` holds, then `intents`."""
        window = self.window()
        flow = window.begin(Request(routine, Source.WINDOW, voiced=False, session_id=new_id()))
        window.visit.page.set_voice(on=True)  # as people have it; nothing is said here
        if flow.opened is not None:
            self.play(flow.opened, until)
        for intent in intents:
            flow.do(intent)
        return window

    def _live_through(self) -> None:
        first = TODAY - timedelta(days=_DAYS_AGO[0], hours=3)
        until, tell = (first - timedelta(days=2)).date(), self.app.words.gettext
        earlier = Wish(until=until, sessions=12, steps=8, days=28, tell=tell)
        fill(self.app.store, earlier)
        self.clock.set_wall(first)
        self.app.safety.answer(Answers())
        self.app.planning.decide(Decision.START)
        for turn, days in enumerate(_DAYS_AGO):
            self.clock.set_wall(TODAY - timedelta(days=days, hours=turn % 3))
            self.live(_ROUTINES[min(turn // 2, len(_ROUTINES) - 1)])
        self.clock.set_wall(TODAY - timedelta(days=1, hours=3))
        self.live("desk-break-2", source=Source.BREAK)
        self.clock.set_wall(TODAY)

    def live(
        self, routine: str, until: Until | None = None, *, source: Source = Source.WINDOW
    ) -> None:
        """Let a session of the invented user run to its end, or to where `until` holds."""
        request = Request(routine, source, voiced=False)
        opened = self.app.sessions.open(request, Ears((), _unexpected, wait=True))
        opened.runner.start()
        self.play(opened, until)

    def cut_off(self, routine: str, until: Until) -> None:
        """Let a session run to where `until` holds, then let the program end."""
        self.live(routine, until)
        self.app.close()
        self.app = Container(self._environ, language=self._language, clock=self.clock)

    def forget(self) -> None:
        """Make it the first day: nothing was done yet, and nothing fits that was asked."""
        self.app.backups.delete_everything()
        self.app.safety.answer(Answers())

    def keep(self, thing: object) -> None:
        """Hold on to what nobody else does, until the picture is taken."""
        self._kept.append(thing)

    def play(self, opened: Opened, until: Until | None = None) -> None:
        """Let a session run until its view is as wanted, or it is over."""
        runner = opened.runner
        while (wait_s := runner.wait_s()) is not None and not (until and until(runner.view())):
            self.clock.advance(wait_s)
            runner.tick()


def _unexpected(error: Exception) -> None:
    raise error


def _holding(view: SessionView) -> bool:
    """Twelve seconds before the end of a second hold."""
    return view.step.kind is Kind.HOLD and view.step.set > 1 and view.remaining_s <= _LEFT_S


def _before(studio: Studio) -> QWidget:
    window = studio.window()
    window.prepare("supine-mat")
    return window


def _room(studio: Studio) -> QWidget:
    window = studio.session("supine-mat", _holding)
    window.across_the_room()
    return window


def _kind(kind: Kind, left_s: float) -> Until:
    return lambda view: view.step.kind is kind and view.remaining_s <= left_s


def _in_session(until: Until, *intents: Intent, routine: str = "supine-mat") -> Screen:
    return lambda studio: studio.session(routine, until, *intents)


SCREENS: dict[str, Screen] = {
    "today": Studio.window,
    "session-before": _before,
    "session-warmup": _in_session(_kind(Kind.WARM_UP, 62)),
    "session-getready": _in_session(_kind(Kind.GET_READY, 3)),
    "session-hold": _in_session(_holding),
    "session-rest": _in_session(_kind(Kind.REST, 6), routine="full-home"),
    "session-paused": _in_session(_holding, Intent.PAUSE),
    "session-hurts-1-stop": _in_session(_holding, Intent.HURTS),
    "session-room-hold": _room,
    "session-finished": _in_session(lambda _view: False),
    **pages.SCREENS,
    **breaks.SCREENS,
    **places.SCREENS,
    **history.SCREENS,
    **states.SCREENS,
}


def picture(name: str, shot: Shot, language: str, locale: Path) -> QImage:
    """The picture of one screen; `locale` may hold further languages.

    Raises InputError for a name there is not.
    """
    if name not in SCREENS:
        known = ", ".join(SCREENS)
        raise InputError(f'There is no screen "{name}".', allowed=f"Screens: {known}.")
    with tempfile.TemporaryDirectory(prefix="supple-") as home:
        if locale.is_dir():
            shutil.copytree(locale, Path(home) / "locale")
        studio = Studio(Path(home), shot, language)
        try:
            return _paint(SCREENS[name](studio), shot)
        finally:
            studio.close()


def save(name: str, shot: Shot, path: Path, language: str, locale: Path) -> None:
    """Write the picture as a PNG file. Raises InputError and FacilityError."""
    if path.suffix.lower() != ".png":
        raise InputError(f"{path.name} is no PNG.", allowed="The name ends in .png.")
    image = picture(name, shot, language, locale)
    if not image.save(str(path)):
        raise FacilityError(
            "The picture couldn't be written there.", where=str(path), fix="Choose another place."
        )


def offscreen() -> None:
    """Let Qt paint without a display; before the first QApplication."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _paint(widget: QWidget, shot: Shot) -> QImage:
    widget.setWindowState(Qt.WindowState.WindowNoState)  # the room view asks for all of it
    widget.setMinimumSize(1, 1)
    widget.resize(*shot.size)
    widget.show()
    for _ in range(3):  # layouts settle in turns
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    image = QImage(QSize(*shot.size) * shot.scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(shot.scale)
    widget.render(image)
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return image
