"""Trying keys in the settings: the media keys are heard there too, and what was heard is told."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from supple.app.container import Container
from supple.devices.desktop.media_keys import NAMES, MediaKey
from supple.ui.bindings.settings_keys import KeyWords
from supple.ui.pages.settings import SettingsPage

_KEYS = "keys"


class MediaTrial(QObject):
    """Listens while the section of keys is in sight. `heard` carries the name of a key."""

    heard = Signal(str)
    _pressed = Signal(object)

    def __init__(self, app: Container, page: SettingsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._page = page
        self._words = KeyWords(app.words)
        self._so_far: list[str] = []
        self._press = self._pressed.emit
        self._pressed.connect(self._take, Qt.ConnectionType.QueuedConnection)
        page.installEventFilter(self)
        page.section_chosen.connect(self._turn)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the page as it comes and goes."""
        if watched is self._page and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._turn()
        return False

    def note(self, key: str) -> None:
        """Remember a key that was heard, and say which ones were."""
        if key not in self._so_far:
            self._so_far.append(key)
        self.tell()

    def tell(self) -> None:
        """Say what works, or what was heard."""
        media = self._app.desktop.media_keys.check(self._app.words).words
        so_far = self._words.so_far(self._so_far) if self._so_far else self._words.works(media)
        self._page.tell_how_keys_work(so_far)

    def _turn(self, _section: str = "") -> None:
        keys = self._app.desktop.media_keys
        if self._page.isVisible() and self._page.section == _KEYS:
            if keys.heard_by is None:  # a session would keep them
                keys.begin(self._press)
            self.tell()
        elif keys.heard_by is self._press:
            keys.end()
            self._so_far.clear()

    def _take(self, key: MediaKey) -> None:
        self.heard.emit(NAMES[key])
