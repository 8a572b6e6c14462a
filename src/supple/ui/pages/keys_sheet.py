"""Owns the sheet with all keys on one page, over whatever is up."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from supple.ui.pages.keys_panel import KeysPanel
from supple.ui.pages.keys_view import KeyGroup
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SECTION
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.card import Card
from supple.ui.widgets.faces import dialog, give_face
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.text import Text

_WIDEST: Final = 900


class KeysSheet(QWidget):
    """Covers its parent until it is closed. Any other key closes it too, and does what it does."""

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        groups: Sequence[KeyGroup],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._look = look
        tr = translations.gettext
        self.setAccessibleName(tr("Keys"))
        self._before: QWidget | None = parent.focusWidget()
        self._card = Card(look, fill="ground", radius=22, padding=(24, 20), parent=self)
        self.panel = KeysPanel(look, translations, groups)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.panel)
        self.close_button = Button(look, tr("Close"), Kind.SECONDARY)
        head = QHBoxLayout()
        head.addWidget(Text(look, SECTION, tr("Keys"), wrap=True), 1)
        head.addWidget(self.close_button)
        self._card.body.addLayout(head)
        self._card.body.addWidget(self._area, 1)
        FocusRing(look, self._card).watch(self.close_button)
        self.close_button.clicked.connect(self.leave)
        parent.installEventFilter(self)

    def open(self) -> None:
        """Cover the parent."""
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Close, and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Esc closes this, not what lies below."""
        asked = event if event.type() == QEvent.Type.ShortcutOverride else None
        if isinstance(asked, QKeyEvent) and asked.key() == Qt.Key.Key_Escape:
            asked.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Scroll or close; whatever means something below is left to it."""
        bar = self._area.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Up:
                bar.setValue(bar.value() - 3 * bar.singleStep())
            case Qt.Key.Key_Down:
                bar.setValue(bar.value() + 3 * bar.singleStep())
            case Qt.Key.Key_Escape | Qt.Key.Key_F1 | Qt.Key.Key_Question:
                self.leave()
            case _:
                self.leave()
                event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep covering the parent."""
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._place()
        return False

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: N802
        """Keep Tab inside: there is one thing to press."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the scrim."""
        QPainter(self).fillRect(self.rect(), QColor(self._look.tokens.scrim))

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(self._look.u(_WIDEST), parent.width() - self._look.u(24))
        wanted = self._card.sizeHint().height() + self.panel.sizeHint().height()
        height = min(max(wanted, self._look.u(300)), parent.height() - self._look.u(24))
        left, top = (parent.width() - width) // 2, (parent.height() - height) // 2
        self._card.setGeometry(left, top, width, height)


give_face(KeysSheet, dialog)
