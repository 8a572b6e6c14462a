"""What the system asks of every program: dark or light, stronger contrast, less motion."""

from PySide6.QtCore import QObject, QSysInfo, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette, QStyleHints


class Wishes(QObject):
    """The wishes as they stand now. `changed` comes with each change.

    Qt knows nothing of motion yet: `motion_told` takes the desktop's word for it, on any thread.
    """

    changed = Signal()
    motion_told = Signal(bool)

    def __init__(self, hints: QStyleHints, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self._still = False
        hints.colorSchemeChanged.connect(self.changed)
        hints.accessibility().contrastPreferenceChanged.connect(self.changed)
        self.motion_told.connect(self._take_motion)

    @property
    def dark(self) -> bool:
        """Whether windows are dark."""
        return self._hints.colorScheme() is Qt.ColorScheme.Dark

    @property
    def strong(self) -> bool:
        """Whether more contrast is wanted."""
        preferred = self._hints.accessibility().contrastPreference()
        return preferred is Qt.ContrastPreference.HighContrast

    @property
    def theme(self) -> QPalette | None:
        """The colours of a contrast theme of Windows, while one is on."""
        if QSysInfo.kernelType() != "winnt" or not self.strong:
            return None
        QGuiApplication.setPalette(QPalette())  # else it is the one that the program was given
        return QGuiApplication.palette()

    @property
    def still(self) -> bool:
        """Whether less motion is wanted."""
        return self._still

    def _take_motion(self, less: bool) -> None:
        if less != self._still:
            self._still = less
            self.changed.emit()
