"""Owns how Tab and arrows go through answers of which one is chosen, as long as none is too."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from supple.ui.widgets.mirror import reading_key

_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class OneStop(QObject):
    """Makes `answers` one stop for Tab: the chosen one, else the first.

    Qt moves the choice with the arrows once there is one; this makes the first choice too.
    """

    def __init__(self, row: QWidget, answers: Sequence[QAbstractButton]) -> None:
        super().__init__(row)
        self._row = row
        self._answers = answers
        for each in answers:
            each.toggled.connect(self._settle)
            each.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Choose with the first arrow, too."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self._chosen() is not None:
            return False
        key = reading_key(self._row, event.key())
        if key not in {*_ON, *_BACK}:
            return False
        here = next(at for at, each in enumerate(self._answers) if each is watched)
        answer = self._answers[min(here + (key in _ON), len(self._answers) - 1)]
        answer.setFocus(Qt.FocusReason.TabFocusReason)
        answer.click()
        return True

    def _chosen(self) -> QAbstractButton | None:
        return next((each for each in self._answers if each.isChecked()), None)

    def _settle(self) -> None:
        stop = self._chosen() or self._answers[0]
        for each in self._answers:
            policy = Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(policy)
        self._row.setFocusProxy(stop)
        if any(each.hasFocus() for each in self._answers):
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
