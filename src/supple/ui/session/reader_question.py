"""Asked once where a screen reader runs: two voices at a time help nobody."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from supple.app.container import Container
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Kind
from supple.ui.widgets.sheet import Answer, Sheet

_ASKED = "window.asked_reader"


def ask_who_speaks(
    app: Container, look: Look, page: QWidget, answered: Callable[[bool], None]
) -> bool:
    """Ask over `page`, unless it was asked before; whether it asks.

    `answered` hears whether Supple is to speak.
    """
    if not QAccessible.isActive() or app.settings.window.asked_reader:
        return False
    tr = app.words.gettext
    answers = (
        Answer(tr("Let Supple speak"), Kind.PRIMARY),
        Answer(tr("My screen reader speaks"), Kind.SECONDARY),
    )
    sheet = Sheet(look, tr("Who speaks in a session?"), answers, page)

    def take(which: int) -> None:
        sheet.hide()
        sheet.deleteLater()
        app.note(_ASKED, value=True)
        answered(which == 0)

    sheet.answered.connect(take)
    sheet.ask(
        tr(
            "Supple can say every step aloud. Or it stays silent, and your screen reader says"
            " them. You can change this in Settings at any time."
        )
    )
    return True
