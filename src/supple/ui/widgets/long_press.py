"""Owns the long press: a finger that stays on a widget brings up its context menu."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputDevice, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_OVER = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.Hide})


class LongPress(QObject):
    """Watches `widget`. What was pressed long is no click as well; a mouse has its own button."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._at = QPointF()
        self._global_at = QPointF()
        self._is_held = False
        wait_ms = QGuiApplication.styleHints().mousePressAndHoldInterval()
        self._wait = QTimer(self, singleShot=True, interval=wait_ms)
        self._wait.timeout.connect(self._bring_up)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow a finger; take the end of a long press."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseButtonPress:
                self._begin(event)
            elif kind == QEvent.Type.MouseMove and self._has_moved(event):
                self._wait.stop()
        if kind in _OVER:
            self._wait.stop()
            held, self._is_held = self._is_held, False
            return held and kind == QEvent.Type.MouseButtonRelease
        return False

    def _begin(self, event: QMouseEvent) -> None:
        self._is_held = False
        if event.device().type() is QInputDevice.DeviceType.TouchScreen:
            self._at, self._global_at = event.position(), event.globalPosition()
            self._wait.start()

    def _has_moved(self, event: QMouseEvent) -> bool:
        far = QGuiApplication.styleHints().startDragDistance()
        return (event.position() - self._at).manhattanLength() > far

    def _bring_up(self) -> None:
        self._is_held = True
        if isinstance(self._widget, QAbstractButton):
            self._widget.setDown(False)
        reason = QContextMenuEvent.Reason.Mouse
        at, global_at = self._at.toPoint(), self._global_at.toPoint()
        QCoreApplication.sendEvent(self._widget, QContextMenuEvent(reason, at, global_at))
