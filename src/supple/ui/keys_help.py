"""All keys on one page, over whatever is up."""

from PySide6.QtWidgets import QWidget

from supple.app.container import Container
from supple.ui.bindings.settings_keys import KeyWords
from supple.ui.pages.keys_sheet import KeysSheet
from supple.ui.theme.look import Look


def show_keys(app: Container, look: Look, page: QWidget) -> None:
    """Cover `page` with the keys as the user has set them."""
    groups = KeyWords(app.words).whole(app.settings)
    KeysSheet(look, app.words, groups, page).open()
