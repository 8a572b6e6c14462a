"""Where the window stood on the screen, from one start of the program to the next."""

from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from supple.app.container import Container
from supple.devices.settings.settings import WindowSettings
from supple.ui.pages.today_view import HeroKind
from supple.ui.places import PLACES

_FIRST_SIZE: Final = 1200, 800
_SHARE: Final = 0.8
_ASKS: Final = (HeroKind.RESUME, HeroKind.HURT, HeroKind.ASK, HeroKind.CLOSED)


def restore(window: QWidget, known: WindowSettings) -> None:
    """Let it stand where it stood, if that is still on a screen; larger than one it never is."""
    screen = QApplication.primaryScreen().availableGeometry()
    width = known.width or min(_FIRST_SIZE[0], int(screen.width() * _SHARE))
    height = known.height or min(_FIRST_SIZE[1], int(screen.height() * _SHARE))
    rooms = [each.availableGeometry().size() for each in QApplication.screens()]
    width = min(width, max(room.width() for room in rooms))
    height = min(height, max(room.height() for room in rooms))
    window.resize(max(window.minimumWidth(), width), max(window.minimumHeight(), height))
    on_a_screen = any(
        other.availableGeometry().contains(known.x + 40, known.y + 20)
        for other in QApplication.screens()
    )
    if known.width and on_a_screen:
        window.move(known.x, known.y)


def page_to_open(known: WindowSettings, hero: HeroKind) -> str:
    """The place that was open, unless Today asks for something; empty for Today."""
    return known.page if known.page in PLACES and hero not in _ASKS else ""


def remember(window: QWidget, app: Container, page: str) -> None:
    """Keep where it stands, and its page; what cannot be written down is not worth a word."""
    place = window.normalGeometry() if window.isFullScreen() else window.geometry()
    size = {"width": place.width(), "height": place.height()}
    values: dict[str, int | str] = {"x": place.x(), "y": place.y(), **size, "page": page}
    for name, value in values.items():
        if getattr(app.settings.window, name) != value:
            app.note(f"window.{name}", value)
