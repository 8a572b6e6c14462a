"""Owns the icon in the tray: its shape tells how desk breaks stand, its menu steers them."""

import os
import sys
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from supple.devices.files import asset
from supple.ui.pages.break_view import Act, Choice, Do, Sign, TrayView
from supple.ui.theme.icons import Icons, Weight
from supple.ui.theme.tokens import DARK, LIGHT
from supple.ui.widgets.logo import paint_logo

_SIDES: Final = (16, 22, 24, 32, 48, 64)
_MENU_ICON: Final = 18
_FAINT: Final = 0.55
_CLEAR: Final = "#00000000"


class Tray(QObject):
    """One icon with its menu. `chosen` carries an Act."""

    chosen = Signal(object)
    opening = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: TrayView | None = None
        self._icons: Icons | None = None
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self.opening)
        self._icon = QSystemTrayIcon(tray_icon(Sign.ON, on_dark=_is_dark_panel()), self)
        self._icon.setToolTip("Supple")
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._pressed)

    @property
    def is_there(self) -> bool:
        """Whether this desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def is_shown(self) -> bool:
        """Whether the icon was put into the tray."""
        return self._icon.isVisible()

    @property
    def place(self) -> QRectF:
        """Where the icon is on the screen; empty where the desktop does not tell."""
        return QRectF(self._icon.geometry())

    def show(self) -> None:
        """Put the icon into the tray; where there is none yet, as soon as there is."""
        self._icon.show()

    def hide(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self._menu.clear()

    def show_view(self, view: TrayView) -> None:
        """Show how breaks stand; what has not changed is left alone."""
        before, self._view = self._view, view
        if before is None or before.sign is not view.sign:
            icon = tray_icon(view.sign, on_dark=_is_dark_panel())
            icon.setIsMask(sys.platform == "darwin" and view.sign is not Sign.DUE)
            self._icon.setIcon(icon)
        if before is None or before.tip != view.tip:
            self._icon.setToolTip(view.tip)
        if before is None or before.menu != view.menu:
            self._menu.clear()
            self._fill(self._menu, view.menu)

    def _fill(self, menu: QMenu, choices: tuple[Choice | None, ...]) -> None:
        for choice in choices:
            if choice is None:
                menu.addSeparator()
            elif choice.more:
                below = QMenu(choice.words, menu)
                below.setIcon(self._picture(choice.icon))
                self._fill(below, choice.more)
                menu.addMenu(below)
            else:
                menu.addAction(self._action(choice, menu))

    def _action(self, choice: Choice, menu: QMenu) -> QAction:
        action = QAction(choice.words, menu)
        action.setEnabled(choice.act.do is not Do.LEAVE)
        if choice.icon:
            action.setIcon(self._picture(choice.icon))
        action.triggered.connect(lambda *_, act=choice.act: self.chosen.emit(act))
        return action

    def _picture(self, name: str) -> QIcon:
        if not name or sys.platform == "darwin":  # menus there have no icons
            return QIcon()
        if self._icons is None:
            self._icons = Icons(lambda path: asset(*path.split("/")).read_bytes())
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        ink = DARK.ink if dark else LIGHT.ink
        return self._icons.icon(name, Weight.REGULAR, ink, _MENU_ICON)

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """A left click starts the break that waits, else opens the window. macOS opens the menu."""
        if reason is not QSystemTrayIcon.ActivationReason.Trigger or sys.platform == "darwin":
            return
        due = self._view is not None and self._view.sign is Sign.DUE
        self.chosen.emit(Act(Do.START if due else Do.OPEN))


def tray_icon(sign: Sign, *, on_dark: bool) -> QIcon:
    """The logo in one colour, changed in shape by what it tells."""
    icon = QIcon()
    ink = DARK.ink if on_dark else LIGHT.ink
    for side in _SIDES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        _paint(painter, QRectF(0, 0, side, side), sign, ink)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _paint(painter: QPainter, box: QRectF, sign: Sign, ink: str) -> None:
    side = box.width()
    middle, radius = QPointF(0.66 * side, 0.22 * side), 0.175 * side
    dot = {Sign.ON: ink, Sign.DUE: LIGHT.apricot}.get(sign, _CLEAR)
    if dot == _CLEAR:
        painter.setOpacity(_FAINT)
    paint_logo(painter, box, ink, dot)
    painter.setOpacity(1.0)
    pen = QPen(QColor(ink), max(1.5, 0.09 * side))
    if sign is Sign.PAUSED:
        painter.setPen(pen)
        for across in (-0.11 * side, 0.11 * side):
            at = QPointF(middle.x() + across, middle.y())
            painter.drawLine(at - QPointF(0, radius), at + QPointF(0, radius))
    elif sign is Sign.OFF:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
    elif sign is Sign.DUE:  # larger, so that it is seen without its colour, too
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.apricot))
        painter.drawEllipse(middle, 1.3 * radius, 1.3 * radius)


def _is_dark_panel() -> bool:
    """Whether the tray is dark: GNOME's always is, others follow the theme."""
    if "GNOME" in os.environ.get("XDG_CURRENT_DESKTOP", "").split(":"):
        return True
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
