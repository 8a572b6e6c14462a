"""The menu bar of the window: always there on macOS, elsewhere when Alt is pressed alone."""

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.ui.places import PLACES
from supple.ui.theme.look import Look

if TYPE_CHECKING:
    from supple.ui.flows.works import WorksFlow
    from supple.ui.menus import MenuBar
    from supple.ui.window import MainWindow

_IN_SESSION: Final = ("pause", "skip", "back", "hurts")
_TEXT: Final = {"larger": 1, "smaller": -1, "usual": 0}
_DATA: Final = ("import", "export", "back-up")


class MenuFlow(QObject):
    """Carries out what is chosen in the menus. The bar is built when it is first wanted."""

    def __init__(self, app: Container, look: Look, window: "MainWindow") -> None:
        super().__init__(window)
        self._app = app
        self._look = look
        self._window = window
        self._alt_alone = False
        self._qt = _application()
        window.installEventFilter(self)
        window.session_began.connect(self._offer)
        window.session_ended.connect(self._offer)
        if sys.platform == "darwin":
            _ = self.bar

    @cached_property
    def bar(self) -> "MenuBar":
        """The menu bar."""
        from supple.ui.menus import MenuBar

        bar = MenuBar(self._app.words, self._window)
        bar.chosen.connect(self.choose)
        bar.set_in_session(running=self._window.in_session)
        return bar

    @cached_property
    def works(self) -> "WorksFlow":
        """What works here."""
        from supple.ui.flows.works import WorksFlow

        window = self._window
        flow = WorksFlow(self._app, self._look, window.places.background, window)
        flow.failed.connect(window.failed)
        return flow

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """See Alt alone, pressed and let go. While it is held every other key is seen, too."""
        if not isinstance(event, QKeyEvent):
            return False
        alt = event.key() == Qt.Key.Key_Alt
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and not alt:
            self._alt_alone = False  # a shortcut takes its key before it is pressed on anything
        elif event.type() == QEvent.Type.KeyPress:
            if watched is self._window and not event.isAutoRepeat():
                self._alt_alone = True
                self._qt.installEventFilter(self)
        elif event.type() == QEvent.Type.KeyRelease and alt:
            self._qt.removeEventFilter(self)
            if self._alt_alone:
                self._alt_alone = False
                self.toggle()
        return False

    def toggle(self) -> None:
        """Bring the bar up, or take it away."""
        if "bar" in self.__dict__ and self.bar.isVisible():
            self.bar.put_away()
            return
        self.bar.bring_up()

    def _offer(self) -> None:
        """A session began or ended: the bar may be in sight all the time."""
        if "bar" in self.__dict__:
            self.bar.set_in_session(running=self._window.in_session)

    def choose(self, ident: str) -> None:
        """Carry out an entry by its id; in a session, only what leaves it in sight."""
        from supple.ui.menus import IN_SESSION

        window = self._window
        if window.in_session and ident not in IN_SESSION:
            return
        if ident == "today" or ident in PLACES:
            self._go(ident)
        elif ident in _TEXT:
            window.places.resize_text(_TEXT[ident])
        elif ident in _DATA:
            window.go("settings")
            window.places.settings.do(ident)
        elif ident in _IN_SESSION:
            self._do(ident)
        else:
            self._do_other(ident)

    def _do_other(self, ident: str) -> None:
        window = self._window
        match ident:
            case "new-routine":
                window.go("routines")
                window.places.new_routine()
            case "start":
                window.start_today()
            case "break":
                window.today.break_requested.emit()
            case "full-screen":
                self._full_screen()
            case "keys":
                window.show_keys()
            case "about":
                window.go("settings")
                window.places.settings.widget.open_section(ident)
            case "works":
                self.works.open()
            case "close":
                window.close()

    def _full_screen(self) -> None:
        if self._window.in_session:
            self._window.across_the_room()
        else:
            self._window.setWindowState(
                self._window.windowState() ^ Qt.WindowState.WindowFullScreen
            )

    def _go(self, place: str) -> None:
        try:
            self._window.go(place)
        except SuppleError as error:
            self._window.failed.emit(error)

    def _do(self, ident: str) -> None:
        from supple.core.session.engine import Intent
        from supple.core.session.view import State

        flow = self._window.flow
        if flow is None or flow.opened is None:
            return
        if ident == "pause":
            paused = flow.opened.runner.view().state is not State.RUNNING
            flow.do(Intent.RESUME if paused else Intent.PAUSE)
        else:
            flow.do(Intent(ident))


def _application() -> QCoreApplication:
    found = QCoreApplication.instance()
    if found is None:
        raise TypeError("a QApplication is needed")
    return found
