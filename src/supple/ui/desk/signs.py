"""Owns what tells of desk breaks outside their own window: tray, card, and what asks for one."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from supple.app.container import Container
from supple.core.breaks.answer import Break, Show
from supple.ui.desk.facts import DeskFacts

if TYPE_CHECKING:
    from supple.app.breaks import BreakNews
    from supple.ui.bindings.breaks import BreakWords
    from supple.ui.desk.break_host import BreakHost
    from supple.ui.desk.reminder import Reminder
    from supple.ui.desk.tray import Tray
    from supple.ui.dress import Dress
    from supple.ui.pages.break_view import PromptView
    from supple.ui.window import MainWindow

# A reminder is shown after the look that brought it.
_AFTERWARDS = Qt.ConnectionType.QueuedConnection


class DeskSigns(QObject):
    """Shows what the policy says; `act` carries out what is chosen, an `Act`, on any of them."""

    def __init__(
        self,
        app: Container,
        dress: "Callable[[], Dress]",
        act: Callable[..., object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._dress = dress
        self._act = act
        self.facts = DeskFacts(app, lambda: bool(self.tray and self.tray.is_there))
        self.tray: Tray | None = None
        self._host: BreakHost | None = None
        self._window: MainWindow | None = None
        self._reminder: Reminder | None = None

    @cached_property
    def words(self) -> "BreakWords":
        """Desk breaks in words."""
        from supple.ui.bindings.breaks import BreakWords

        return BreakWords(self._app.words)

    def put_up(self, icon: QSystemTrayIcon | None) -> "Tray":
        """Be in the tray, with the `icon` that is there already or with a first one."""
        from supple.ui.desk.tray import Tray
        from supple.ui.desk.tray_icon import first_icon

        tray = self.tray = Tray(
            icon or first_icon(), self, may_ask=lambda: self._app.desktop.answers
        )
        tray.chosen.connect(self._act)
        tray.opening.connect(self._open_menu)
        return tray

    def follow(self, host: "BreakHost") -> None:
        """Show its news from now on."""
        self._host = host
        host.told.connect(self._show, _AFTERWARDS)

    def join(self, window: "MainWindow") -> None:
        """Show them on its card, too; again when it was built anew."""
        self._window = window
        window.break_card.chosen.connect(self._act)
        window.break_card.looked_at.connect(self._refresh_card)
        self.show_news()

    def show_news(self) -> None:
        """Bring all of them up to date."""
        if self._host is not None:
            self._show(self._host.news)

    @property
    def asks(self) -> bool:
        """Whether a question stands."""
        return self._reminder is not None and self._reminder.asked is not None

    def ask(self, prompt: "PromptView") -> bool:
        """Ask without taking the focus; whether it is seen."""
        return self.reminder().ask(prompt)

    def withdraw(self) -> None:
        """Take back what is asked."""
        if self._reminder is not None:
            self._reminder.withdraw()

    def reminder(self) -> "Reminder":
        """What asks without taking the focus."""
        if self._reminder is None:
            from supple.ui.desk.reminder import Reminder

            self._reminder = Reminder(self._app, self._dress, self._tray_place, self)
            self._reminder.chosen.connect(self._act)
        return self._reminder

    def close(self) -> None:
        """Take all of it off the screen."""
        if self._reminder is not None:
            self._reminder.close()
        if self.tray is not None:
            self.tray.close()
            self.tray = None

    def _show(self, news: "BreakNews") -> None:
        if self._host is None or self.tray is None:
            return
        if self._window is not None and self._app.settings.breaks.on:
            self.tray.show()
        self.tray.show_view(self.words.tray(news, self.facts.now()))
        if self._window is not None:
            self._window.break_card.show_view(self.words.card(news, self.facts.now()))
        self._remind(self._host, news)

    def _remind(self, host: "BreakHost", news: "BreakNews") -> None:
        """Show the question, or take it back when it is out of date."""
        asks = isinstance(news.answer, Break) and news.answer.show is Show.ASK
        if asks:
            self.facts.count_breaks()
        prompt = self.words.reminder(news, self.facts.now())
        if prompt is None:
            asked = self._reminder.asked if self._reminder is not None else None
            if asked is not None and not asked.stands_alone:
                self.withdraw()
            return
        asked = self.reminder().asked
        is_new = asked is None or asked.ident != prompt.ident
        seen = self.ask(prompt)
        if asks and is_new:
            host.do(host.breaks.shown)
            if not seen and self._window is not None:
                QApplication.alert(self._window)
        elif not asks:
            host.do(host.breaks.told_of_pause)

    def _tray_place(self) -> QRectF:
        return self.tray.place if self.tray is not None else QRectF()

    def _open_menu(self) -> None:
        """Work out what the menus tell when somebody opens one, not before."""
        if self._host is not None:
            self.facts.count()
            self.show_news()

    def _refresh_card(self) -> None:
        """Somebody looks at the card: its minutes are those of now."""
        if self._host is not None and self._window is not None:
            self._host.look()
            self.facts.count_breaks()
            card = self.words.card(self._host.news, self.facts.now())
            self._window.break_card.show_view(card)
