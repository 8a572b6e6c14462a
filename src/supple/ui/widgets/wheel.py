"""Owns the rule of the wheel: it counts only where the focus is, and scrolls the page elsewhere."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelWithFocus(QObject):
    """Holds `field` to it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave the wheel to what lies around the field, unless that is being set."""
        passes = event.type() == QEvent.Type.Wheel and watched is self._field
        if passes and not self._field.hasFocus():
            event.ignore()
            return True
        return False
