"""Owns what is open of the program: the window, the tray, the break window; built when needed."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from supple.app.container import Container
from supple.core.catalogue.routine import Use
from supple.core.errors import FacilityError, SuppleError
from supple.core.plan.screening import Access
from supple.devices.desktop.handover import Request
from supple.devices.store.faults import PASSING, Fault, StoreError
from supple.ui.activation import allow
from supple.ui.desk.signs import DeskSigns
from supple.ui.language import SpokenLanguage
from supple.ui.pages.break_view import Act, Do

if TYPE_CHECKING:
    from supple.app.break_requests import BreakRequests
    from supple.ui.desk.break_host import BreakHost
    from supple.ui.desk.break_window import BreakWindow
    from supple.ui.desk.session_reminder import SessionReminder
    from supple.ui.desk.staying import Staying
    from supple.ui.desk.tray import Tray
    from supple.ui.dress import Dress
    from supple.ui.flows.sharing import SharingFlow
    from supple.ui.trouble import Trouble
    from supple.ui.window import MainWindow

# A window counts as closed once it is.
_AFTERWARDS = Qt.ConnectionType.QueuedConnection
_ONCE = Qt.ConnectionType.SingleShotConnection
_FIRST_BREAK = "desk-break-2"
_DESK_WAIT_MS = 60_000


class Program(QObject):
    """One running program. Only the tray and its timer are there from the start.

    `painted` comes when the main window has been on the screen for the first time.
    """

    painted = Signal()

    def __init__(self, app: Container, qt: QApplication) -> None:
        super().__init__()
        self._app = app
        self._qt = qt
        self.signs = DeskSigns(app, lambda: self.dress, self.act, self)
        self.signs.facts.follow(in_session=self._in_session, in_pause=self._in_pause)
        self._quitting = False
        self._box: QObject | None = None
        self.host: BreakHost | None = None
        self.requests: BreakRequests | None = None
        self.window: MainWindow | None = None
        self.break_window: BreakWindow | None = None
        self.trouble: Trouble | None = None
        self._session_reminder: SessionReminder | None = None
        self._staying: Staying | None = None
        self.desk_wait = QTimer(self, interval=_DESK_WAIT_MS)
        self.desk_wait.timeout.connect(self.open_desk)
        self._spoken = SpokenLanguage(qt)
        self._spoken.use(app.language)
        app.listen_to_settings(self._language_changed)
        self.sharing: SharingFlow | None = None

    @cached_property
    def dress(self) -> "Dress":
        """The look of all windows."""
        from supple.ui.dress import Dress

        return Dress(self._qt, self._app.settings)

    @property
    def tray(self) -> "Tray | None":
        """The icon of the program, once it waits for breaks."""
        return self.signs.tray

    def open_desk(self, icon: QSystemTrayIcon | None = None) -> None:
        """Begin to wait for breaks; `icon` is in the tray already, whatever the settings say.

        Where the history does not open yet, that is told once and tried again.
        """
        from supple.app.break_requests import BreakRequests
        from supple.ui.desk.break_host import BreakHost
        from supple.ui.desk.staying import Staying

        if self.host is not None or self._quitting:
            return
        tray = self.tray or self.signs.put_up(icon)
        try:
            host = self.host = BreakHost(self._app, self)
        except SuppleError as error:
            if not self.desk_wait.isActive():
                self.tell(self._with_hope(error))
            self.desk_wait.start()
            return
        self.desk_wait.stop()
        self.requests = BreakRequests(host.breaks, self._app.clock, self._app.words)
        host.wanted.connect(self.act)
        host.failed.connect(self._tell_of_breaks)
        self.signs.follow(host)
        self._staying = Staying(
            self._app,
            tray,
            self,
            tell=lambda: self.signs.ask(self.signs.words.stays_in_tray()),
            show_small=self._show_small,
            notices=lambda: self.window.notices if self.window is not None else None,
            is_busy=self._is_stretching,
        )
        host.looked.connect(self._staying.news.look)
        host.begin()
        self._remind()
        self._app.listen_to_settings(self._setting_changed)
        self._join_window()
        self._share()

    def _share(self) -> None:
        """Begin to look into the shared folder, once there is one."""
        if self.sharing is None and self._app.settings.data.shared_folder:
            from supple.ui.flows.sharing import SharingFlow

            sharing = self.sharing = SharingFlow(self._app, self._is_stretching, self)
            sharing.changed.connect(self._show_news)
            self._qt.applicationStateChanged.connect(sharing.follow)
            sharing.look()

    def _look_for_news(self) -> None:
        if self.sharing is not None:
            self.sharing.look()

    def _show_news(self) -> None:
        if self.window is not None:
            self.window.refresh()

    def is_for_the_desk(self, request: Request) -> bool:
        """Whether a break is asked for, which has a window of its own."""
        if request.do != "start":
            return request.do == "break"
        return self._app.catalogue.routine(request.routine).use is Use.DESK_BREAK

    def answer(self, request: Request) -> None:
        """Do what this start, or another one, asks for; first of all the history must open."""
        try:
            _ = self._app.store
        except StoreError as error:
            self._open_trouble(error, request)
            return
        match request.do:
            case "break":
                self.begin_break(request.routine, request.activation)
            case "start":
                self._start(self.open_window(request.activation), request.routine)
            case _:
                allow(request.activation)
                self.open_window()

    def _open_trouble(self, error: StoreError, request: Request) -> None:
        """Show why the history does not open, and go on as asked once it does."""
        from supple.ui.trouble import Trouble

        if self.trouble is not None:
            self.trouble.show()
            return
        trouble = self.trouble = Trouble(self._app, self.dress.look, error)

        def mended() -> None:
            self.trouble = None
            if self.tray is not None:
                self.open_desk()
            self.answer(request)
            trouble.close()

        trouble.mended.connect(mended)
        trouble.quit_wanted.connect(self.quit)
        trouble.closed.connect(self.quit)
        trouble.show()

    def _start(self, window: "MainWindow", routine: str) -> None:
        """Prepare a session; one that runs goes on, and that is said."""
        if not self._in_session():
            window.prepare(routine)
            return
        try:
            name = self._app.catalogue.routine(routine).name
        except SuppleError as error:
            self.tell(error)
            return
        shows = {"show": partial(self._show_next, window, routine)}
        window.notices.show(window.notices.words.already_open(name), shows)

    def _show_next(self, window: "MainWindow", routine: str) -> None:
        """Prepare it, once the session that runs is over and what follows it was left."""
        if self._in_session():
            window.visit.left.connect(partial(window.prepare, routine), _ONCE)
        else:
            window.prepare(routine)

    def act(self, act: Act, activation: str = "") -> None:
        """Carry out what was chosen on a surface."""
        match act.do:
            case Do.START:
                self._choose_break(act.routine)
                self.begin_break(act.routine, activation)
            case Do.OPEN | Do.SESSION | Do.TEST | Do.SETTINGS:
                self._open_for(act.do, self.open_window(activation))
            case Do.SESSION_LATER | Do.TEST_LATER if self._session_reminder is not None:
                self._session_reminder.later(act)
            case Do.SESSION_PAUSE | Do.SESSION_HURTS:
                self._do_in_session(act.do)
            case Do.QUIT:
                self.quit()
            case _ if self.host is not None:
                self.host.act(act)

    def _open_for(self, do: Do, window: "MainWindow") -> None:
        match do:
            case Do.SESSION if routine := self._app.today.facts().next.routine:
                window.prepare(routine)
            case Do.TEST:
                window.measure()
            case Do.SETTINGS:
                window.go("settings")

    def open_window(self, activation: str = "") -> "MainWindow":
        """Bring up the main window, built if there is none."""
        if self.window is None:
            from supple.ui.widgets.last_input import LastInput
            from supple.ui.window import MainWindow

            window = self.window = MainWindow(self._app, self.dress)
            LastInput(window)
            window.failed.connect(self.tell)
            window.closed.connect(self._window_closed, _AFTERWARDS)
            window.quit_wanted.connect(self.quit)
            window.painted.connect(self.painted)
            window.painted.connect(self._hear_of_motion)
            if self._app.settings_problems:
                window.notices.tell_settings()
            window.open_first()
            self._join_window()
        window = self.window
        allow(activation)
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)
        return window

    def _choose_break(self, routine: str) -> None:
        try:
            self.signs.facts.choose(routine)
        except SuppleError as error:
            self.tell(error)

    def begin_break(self, routine: str = "", activation: str = "") -> None:
        """Begin a desk break in its window. Questions that are due are asked first."""
        if self.host is None:
            self.open_desk()
        if self.host is None:
            return
        access = self._app.safety.standing().access
        if access is Access.EMERGENCY:
            self.open_window(activation)
            return
        if self._in_session():
            self._start(self.open_window(activation), routine or self._offered())
            return
        # After a stop sign a few steps are what helps; with other locks even that waits.
        waits = not access.is_open and access is not Access.CHECK_AGAIN
        asks = not self._app.settings.welcome.consented or self._app.safety.due() is not None
        if waits or (access.is_open and asks):
            self.open_window(activation).prepare(routine or self._offered())
            return
        self.signs.withdraw()
        try:
            self._break_window(self.host).begin(routine, activation)
        except SuppleError as error:
            self.tell(error)

    def _offered(self) -> str:
        return self._app.break_offers.offer().routine or _FIRST_BREAK

    def tell(self, error: SuppleError) -> None:
        """Show what went wrong, and what helps: in the window, else in a box of its own."""
        if self.trouble is not None:
            return  # it is told there
        if self.window is not None and self.window.isVisible():
            self.window.notices.tell(error)
            return
        from PySide6.QtWidgets import QMessageBox  # making its kind takes a while

        box = QMessageBox(QMessageBox.Icon.Information, "Supple", str(error), parent=self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.open()
        self._box = box

    def _with_hope(self, error: SuppleError) -> SuppleError:
        """What may pass is waited for, and needs nobody who tries again."""
        if not isinstance(error, StoreError) or error.fault not in PASSING:
            return error
        waits = self._app.words.gettext("Supple waits and tries again.")
        return FacilityError(error.what, where=error.where, fix=waits)

    def _tell_of_breaks(self, error: SuppleError) -> None:
        """What breaks could not write is kept, and tried again at every look."""
        window, host = self.window, self.host
        is_held = isinstance(error, StoreError) and error.fault is Fault.BUSY
        if is_held and host is not None and window is not None and window.isVisible():
            window.notices.show(window.notices.words.waits(error), {"retry": host.look})
        else:
            self.tell(error)

    def quit(self) -> None:
        """End the program; a session that runs is asked about first."""
        self._quitting = True
        self._quitting = self.window is None or self.window.close()
        if self._quitting:
            self._qt.quit()

    def end(self) -> None:
        """End at the system's word: nobody is asked, and a running session is kept as it stands."""
        if self.window is not None and self.window.flow is not None:
            self.window.flow.stop()
        self.quit()

    def close(self) -> None:
        """Take everything off the screen, the youngest first."""
        self._quitting = True
        self.desk_wait.stop()
        if self._staying is not None:
            self._staying.close()
        self.signs.close()
        if self._box is not None:
            self._box.deleteLater()
        if self.trouble is not None:
            self.trouble.close()
        for window in (self.break_window, self.window):
            if window is not None:
                window.close()
                window.deleteLater()
        if self._session_reminder is not None:
            self._session_reminder.close()
        if self.host is not None:
            self.host.close()
        if self.sharing is not None:
            self.sharing.close()

    # --- what the settings say ------------------------------------------------------------------

    def _setting_changed(self, key: str) -> None:
        if self._quitting:
            return
        if self.host is not None and key.startswith("breaks."):
            QTimer.singleShot(0, self.host.look)
        if key.startswith("session.remind"):
            QTimer.singleShot(0, self._remind)
        if key == "data.shared_folder":
            self._share()

    def _remind(self) -> None:
        """Wait for the hour of the planned session or a reach check, where that is wanted."""
        if self._session_reminder is not None and not self._quitting:
            self._session_reminder.look()
        if self._session_reminder is not None or self._quitting or not self._wants_reminders():
            return
        from supple.ui.desk.session_reminder import SessionReminder

        def is_free() -> bool:
            return not (self.signs.asks or self._is_stretching())

        waits = SessionReminder(self._app, self.signs.ask, is_free, self)
        waits.failed.connect(self.tell)
        self._session_reminder = waits
        waits.look()

    def _wants_reminders(self) -> bool:
        try:
            return self._app.wants_reminders()
        except SuppleError as error:
            self.tell(error)
            return False

    def _language_changed(self, key: str) -> None:
        if key == "appearance.language" and not self._quitting:
            QTimer.singleShot(0, self._speak_anew)  # what told of it is built anew

    def _speak_anew(self) -> None:
        """Let everything in sight speak the language that was chosen; a running break stays."""
        self._spoken.use(self._app.language)
        if "dress" in vars(self):
            self.dress.use(self._app.settings)  # other letters may want another font
        if self.window is not None:
            self.window.build_anew()
            self.signs.join(self.window)
        if self.break_window is not None and not self.break_window.isVisible():
            self.break_window.deleteLater()
            self.break_window = None
        if self.host is not None:
            self.host.look()
            self.signs.show_news()

    # --- the windows ----------------------------------------------------------------------------

    def _break_window(self, host: "BreakHost") -> "BreakWindow":
        if self.break_window is None:
            from supple.ui.desk.break_window import BreakWindow

            self.break_window = BreakWindow(self._app, self.dress, host)
            self.break_window.failed.connect(self.tell)
            self.break_window.closed.connect(self._break_closed, _AFTERWARDS)
            self.break_window.help_wanted.connect(self._show_help)
            self._hear_of_motion()
        return self.break_window

    def _hear_of_motion(self) -> None:
        """Let the desktop tell whether less motion is wanted; asked once a window is up."""
        self._app.desktop.motion.watch(self.dress.wishes.motion_told.emit)

    def _join_window(self) -> None:
        """Let window and breaks know of each other, once both are there."""
        window, host = self.window, self.host
        if window is None or host is None:
            return
        if self._staying is not None:
            self._staying.tell_window()
        window.begin_break, window.breaks = self.begin_break, host.breaks
        host.told.connect(window.show_day, _AFTERWARDS)
        window.session_opening.connect(self._end_break)
        window.session_began.connect(lambda: host.do(host.breaks.session_began))
        window.session_ended.connect(lambda: host.do(host.breaks.session_ended))
        window.session_ended.connect(self._look_for_news)
        window.remind_wanted.connect(self._remind)
        self.signs.join(window)

    def _end_break(self) -> None:
        """One body, one session."""
        if self.break_window is not None:
            self.break_window.close()

    def _in_session(self) -> bool:
        return self.window is not None and self.window.in_session

    def _is_stretching(self) -> bool:
        return self._in_session() or self._in_break()

    def _in_break(self) -> bool:
        return self.break_window is not None and self.break_window.isVisible()

    def _in_pause(self) -> bool:
        from supple.core.session.view import State

        flow = self.window.flow if self.window is not None and self._in_session() else None
        opened = flow.opened if flow is not None else None
        return opened is not None and opened.runner.view().state is State.PAUSED

    def _do_in_session(self, do: Do) -> None:
        hurts = do is Do.SESSION_HURTS
        window = self.open_window() if hurts else self.window
        if window is not None:
            window.menu.choose("hurts" if hurts else "pause")

    def _window_closed(self) -> None:
        if self._quitting:
            return
        self._look_for_news()
        if self._staying is None or not self._staying.stays():
            self._leave_if_idle()

    def _show_small(self) -> None:
        """Where there is no tray, the small window stands for the icon."""
        if self.window is None or not self.window.isVisible():
            self.open_window().showMinimized()

    def _show_help(self) -> None:
        """A break ended with a sign for getting help now."""
        self.open_window().first_run.show_help()

    def _break_closed(self) -> None:
        self._look_for_news()
        self.signs.show_news()
        if self._quitting:
            return
        window = self.window
        if window is not None and window.isVisible():
            if window.page_name == "today":
                window.refresh_today()
        elif self.tray is None or not self.tray.is_shown:
            self._leave_if_idle()

    def _leave_if_idle(self) -> None:
        if not self._in_break():
            self._qt.quit()
