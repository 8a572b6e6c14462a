"""Where the window stood on the screen, from one start of the program to the next."""

from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from supple.app.container import Container
from supple.devices.settings.settings import WindowSettings

_FIRST_SIZE: Final = 1200, 800
_SHARE: Final = 0.8


def restore(window: QWidget, known: WindowSettings) -> None:
    """Let it stand where it stood, if that is still on a screen."""
    screen = QApplication.primaryScreen().availableGeometry()
    width = known.width or min(_FIRST_SIZE[0], int(screen.width() * _SHARE))
    height = known.height or min(_FIRST_SIZE[1], int(screen.height() * _SHARE))
    window.resize(max(window.minimumWidth(), width), max(window.minimumHeight(), height))
    on_a_screen = any(
        other.availableGeometry().contains(known.x + 40, known.y + 20)
        for other in QApplication.screens()
    )
    if known.width and on_a_screen:
        window.move(known.x, known.y)


def remember(window: QWidget, app: Container) -> None:
    """Keep where it stands; where that cannot be written down, it is not worth a word."""
    place = window.normalGeometry() if window.isFullScreen() else window.geometry()
    values = {"x": place.x(), "y": place.y(), "width": place.width(), "height": place.height()}
    for name, value in values.items():
        if getattr(app.settings.window, name) != value:
            app.note(f"window.{name}", value)
