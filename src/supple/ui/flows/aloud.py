"""Reads aloud what a page asks for, and knows when that is over: a second press stops it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from supple.app.container import Container
from supple.devices.speech.voice import Health, Sounding, VoiceState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NONE = -1
_SPARE_S = 2.0
"""How long after its length a line is taken to be over where the system does not tell."""


class Ear(QObject):
    """Brings what the voice tells on its own thread to the window's.

    It has no parent: the voice follows it as long as the program runs, the page goes before.
    """

    heard = Signal(object)

    def hear(self, news: object) -> None:
        """Pass it on. A signal's own `emit` would not keep this alive."""
        self.heard.emit(news)


class Aloud(QObject):
    """Reads one thing at a time for `page`, which being left ends it.

    `changed` carries the key of what is read now; empty when it is over. `finished` comes just
    before that where it was read to its end, so that something else can follow.
    """

    changed = Signal(str)
    finished = Signal()

    def __init__(self, app: Container, page: "QWidget", parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._number = _NONE
        self._asked = self._key = ""
        self._follows = False
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self._ended)
        page.installEventFilter(self)

    @property
    def key(self) -> str:
        """What is read now; empty for nothing."""
        return self._key

    def press(self, key: str, text: str, voice: str | None = None) -> None:
        """Read `text`, in another `voice` if one is named; or stop it where `key` is read now."""
        if key == self._key:
            self.hush()
            return
        self._follow_voice()
        self._end.stop()
        self._number, self._asked = self._app.speaking.try_out(text, voice), key
        self._tell(key if self._app.spoken_voice.state.health is Health.ON else "")

    def hush(self) -> None:
        """Be silent, if anything was asked for."""
        if self._number != _NONE:
            self._app.spoken_voice.hush()
        self._number = _NONE
        self._tell("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leaving the page ends the reading."""
        if event.type() == QEvent.Type.Hide:
            self.hush()
        return False

    def _follow_voice(self) -> None:
        """Only now: the voice's process is not wanted by who only looks at a page."""
        if self._follows:
            return
        self._follows = True
        ear = Ear()
        ear.heard.connect(self._hear)
        self._app.spoken_voice.follow(ear.hear)
        self._app.spoken_voice.listen(ear.hear)

    def _hear(self, news: object) -> None:
        if isinstance(news, VoiceState):
            if news.health is Health.BROKEN:
                self._tell("")
        elif isinstance(news, Sounding) and news.id == self._number:
            self._sound(news)

    def _sound(self, sounding: Sounding) -> None:
        if sounding.levels:  # perhaps after all, with a voice that was broken
            self._tell(self._asked)
            self._end.start(round((sounding.seconds + _SPARE_S) * 1000))
        elif self._end.isActive():
            self._ended()
        else:  # some systems tell the end first
            self._tell("")

    def _ended(self) -> None:
        self._number = _NONE
        self._end.stop()
        self.finished.emit()
        if self._number == _NONE:
            self._tell("")

    def _tell(self, key: str) -> None:
        if not key:
            self._end.stop()
        if key != self._key:
            self._key = key
            self.changed.emit(key)
