"""Owns the section of keys: every key can be changed, and a remote can be tried."""

from gettext import NullTranslations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.pages.keys_panel import KeysPanel
from supple.ui.pages.settings_view import Keys
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, SMALL
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.card import IconLabel
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.folding_row import FoldingRow
from supple.ui.widgets.text import Text


class KeysSettings(QWidget):
    """`learned` carries option and key, `heard` a key that was only pressed, `reset` all back."""

    learned = Signal(str, str)
    heard = Signal(str)
    reset = Signal()

    def __init__(self, look: Look, translations: NullTranslations, kind: Keys) -> None:
        super().__init__()
        tr = translations.gettext
        self.panel = KeysPanel(look, translations, kind.groups, changeable=True)
        self._told = Text(look, BODY, colour="primary_ink", wrap=True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.back = Button(look, tr("Put all keys back"), Kind.SECONDARY)
        lead = tr(
            "Press a line, then its new key or the button of your remote. A key that the line has"
            " already is taken away."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.u(14))
        column.addWidget(Text(look, BODY, lead, colour="ink2", wrap=True))
        column.addWidget(self.panel)
        test = Text(look, BODY, tr("Press a button on your remote to test it"), wrap=True)
        asked = QWidget()
        line = QHBoxLayout(asked)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.u(12))
        line.addWidget(IconLabel(look, "keyboard", colour="primary"))
        line.addWidget(test, 1)
        row = FoldingRow(look, gap=12)
        row.add(asked, grows=True)
        row.add(self._told, grows=True)
        row.add(self.back)
        column.addWidget(row)
        self._works = Text(look, SMALL, colour="ink2", wrap=True)
        column.addWidget(self._works)
        FocusRing(look, self).watch(self.back)
        self.setFocusProxy(self.panel.buttons[0])
        self.panel.learned.connect(self.learned)
        self.panel.heard.connect(self.heard)
        self.back.clicked.connect(self.reset)

    def tell_how_it_works(self, words: str) -> None:
        """Say which remotes and media keys are heard here, or were."""
        self._works.set_words(words)

    @property
    def works(self) -> str:
        """What is said about remotes and media keys."""
        return self._works.accessibleName()

    @property
    def told(self) -> str:
        """What was said last."""
        return self._told.accessibleName()

    def tell(self, words: str) -> None:
        """Say what was heard, or why a key is refused."""
        self._told.set_words(words)
