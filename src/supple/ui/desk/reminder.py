"""Owns how a question reaches somebody who works: the desktop's notice, or Supple's own pop-up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

from supple.app.container import Container
from supple.core.session.steps import Tone
from supple.devices.desktop.notify import CLOSED, DEFAULT, Action, Chosen, Note
from supple.ui.dress import Dress
from supple.ui.pages.break_popup import PopUp
from supple.ui.pages.break_view import Act, PromptView
from supple.ui.theme.look import Look

_AFTERWARDS = Qt.ConnectionType.QueuedConnection  # once the screen is no more
_MARGIN = 12
_GRACE_S = 5.0  # whoever asked takes the question back; the desktop only if that fails


class Reminder(QObject):
    """Asks one question at a time. `chosen(Act, activation)` is the answer, in the UI's thread.

    `activation` is the desktop's permission to come to the front, or empty.
    """

    chosen = Signal(object, str)
    _answered = Signal(str, object)

    def __init__(
        self,
        app: Container,
        dress: Callable[[], Dress],
        tray_place: Callable[[], QRectF],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._dress = dress
        self._tray_place = tray_place
        self._pop_up: PopUp | None = None
        self._asked: PromptView | None = None
        self._answered.connect(self._take)
        qt = QGuiApplication.instance()
        if isinstance(qt, QGuiApplication):
            qt.screenRemoved.connect(self._place, _AFTERWARDS)

    @property
    def asked(self) -> PromptView | None:
        """The question that stands, if any."""
        return self._asked

    @property
    def pop_up(self) -> PopUp | None:
        """Supple's own window, once it was needed."""
        return self._pop_up

    def ask(self, view: PromptView) -> bool:
        """Ask; whether anybody can see it. The same question is not asked again."""
        if self._asked is not None and self._asked.ident == view.ident:
            return True
        self.withdraw()
        if self._app.settings.breaks.chime:
            self._app.speaking.sound(Tone.START)
        shown_as = self._app.settings.breaks.show_as
        if shown_as == "tray":
            return False
        self._asked = view
        if shown_as == "notification" or (shown_as == "system" and not _places_windows()):
            note = Note(
                view.title,
                view.words,
                tuple(Action(str(n), each.words) for n, each in enumerate(view.choices)),
                view.seconds + _GRACE_S,
            )
            ident = view.ident
            if self._app.desktop.show(note, lambda chosen: self._answered.emit(ident, chosen)):
                return True
        self._show_own(view)
        return True

    def withdraw(self) -> None:
        """Take the question back; nothing is told of it any more."""
        if self._asked is None:
            return
        self._asked = None
        self._app.desktop.notifier.withdraw()
        if self._pop_up is not None:
            self._pop_up.hide()

    def close(self) -> None:
        """Ask nothing more."""
        self.withdraw()
        if self._pop_up is not None:
            self._pop_up.deleteLater()
            self._pop_up = None

    def _take(self, ident: str, chosen: Chosen) -> None:
        """What came of the notice; a click on one without buttons opens the pop-up."""
        view = self._asked
        if view is None or view.ident != ident:
            return
        if chosen.key == DEFAULT and not self._app.desktop.notifier.has_actions:
            self._show_own(view)
            return
        act = view.unanswered
        if chosen.key == DEFAULT:
            act = view.choices[0].act
        elif chosen.key != CLOSED:
            act = view.choices[int(chosen.key)].act
        self._answer(act, chosen.activation)

    def _answer(self, act: Act, activation: str = "") -> None:
        self._asked = None
        self.chosen.emit(act, activation)

    def _show_own(self, view: PromptView) -> None:
        if self._pop_up is None:
            self._pop_up = pop_up_with_figure(self._app, self._dress().look)
            self._pop_up.chosen.connect(self._answer)
        self._pop_up.show_view(view)
        self._place()
        self._pop_up.show()

    def _place(self) -> None:
        """Put the pop-up where it is seen; a screen it was on may have gone."""
        if self._pop_up is not None:
            self._pop_up.move(self._corner(self._pop_up))

    def _corner(self, pop_up: PopUp) -> QPoint:
        """The corner by the tray, on the screen where the person is."""
        tray = self._tray_place()
        screen = screen_of_person()
        room = screen.availableGeometry()
        at_top = tray.isValid() and tray.center().y() < screen.geometry().center().y()
        at_left = tray.isValid() and tray.center().x() < screen.geometry().center().x()
        x = room.left() + _MARGIN if at_left else room.right() - pop_up.width() - _MARGIN
        y = room.top() + _MARGIN if at_top else room.bottom() - pop_up.height() - _MARGIN
        return QPoint(x, y)


def pop_up_with_figure(app: Container, look: Look) -> PopUp:
    """The pop-up, with somebody who stretches at a desk."""
    from supple.core.figure.timing import Play
    from supple.core.session.steps import Side
    from supple.ui.paint.figures import AT_THE_DESK, Figures

    pop_up = PopUp(look, app.words)
    figures = Figures(app.catalogue, look)
    figure = figures.view()
    figure.set_still(True)
    figure.setMinimumSize(1, 1)  # the words say how tall the pop-up is
    figures.show(figure, AT_THE_DESK, Side.NONE, Play.STRETCH)
    pop_up.figure.set_figure(figure)
    return pop_up


def screen_of_person() -> QScreen:
    """The screen with the pointer; where that is not told, the main one."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def _places_windows() -> bool:
    """Whether a window may choose its place; under Wayland it may not."""
    return not QGuiApplication.platformName().startswith("wayland")
