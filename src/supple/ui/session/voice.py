"""The voice around a session: got ready before it, tried, switched on or off, louder, quieter."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from supple.app.container import Container
from supple.core.errors import SuppleError

_STEP = 0.1
"""Also the least: V is for silence."""


class SessionVoice(QObject):
    """`failed(SuppleError)` when a choice cannot be kept."""

    failed = Signal(object)

    def __init__(self, app: Container, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app

    def get_ready(self) -> None:
        """It needs a moment, and the first words of a session come at once."""
        self._app.voice().start()

    def leave(self, then: Callable[[], None]) -> None:
        """Nobody will listen to it; go on with `then`."""
        self._app.voice().rest()
        then()

    def set_on(self, on: bool) -> None:
        """Whether sessions are spoken."""
        self._choose("voice.on", on)

    def louder(self) -> None:
        """From the next words on, and in later sessions."""
        self._choose("voice.volume", min(1.0, round(self._app.settings.voice.volume + _STEP, 1)))

    def quieter(self) -> None:
        """The same the other way."""
        self._choose("voice.volume", max(_STEP, round(self._app.settings.voice.volume - _STEP, 1)))

    def hear(self) -> None:
        """Say something, to be heard."""
        self._app.speaking.try_out(self._app.sessions.disclaimer)

    def _choose(self, key: str, value: float) -> None:
        try:
            self._app.change_setting(key, value)
        except SuppleError as error:
            self.failed.emit(error)
