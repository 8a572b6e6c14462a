"""Owns the menu of loudspeakers and headphones that opens when the one in use has gone."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.devices.speech.outputs import Output, outputs
from supple.ui.background import Background


class OutputChoice(QObject):
    """Opens below `place`. `chosen` comes when sound goes somewhere else from now on."""

    chosen = Signal()
    failed = Signal(object)

    def __init__(self, app: Container, place: QWidget) -> None:
        super().__init__(place)
        self._app = app
        self._place = place
        self._background = Background(self)
        self.menu: QMenu | None = None

    def ask(self) -> None:
        """Look what there is, and offer it."""
        self._background.run(outputs, self.offer, self.failed.emit)

    def offer(self, found: tuple[Output, ...]) -> None:
        """Offer these, beside what the system takes by itself."""
        tr = self._app.words.gettext
        if self.menu is not None:
            self.menu.deleteLater()
        menu = self.menu = QMenu(self._place)
        known = (("", tr("As the system has it")), *((each.id, each.name) for each in found))
        for ident, name in known:
            action = menu.addAction(name)
            action.setData(ident)
            action.setCheckable(True)
            action.setChecked(ident == self._app.settings.sound.output)
        if not found:
            menu.addAction(tr("No other device is told of here.")).setEnabled(False)
        menu.triggered.connect(self._take)
        menu.popup(self._place.mapToGlobal(self._place.rect().bottomLeft()))

    def _take(self, action: QAction) -> None:
        try:
            self._app.change_setting("sound.output", str(action.data()))
        except SuppleError as error:
            self.failed.emit(error)
        self.chosen.emit()
