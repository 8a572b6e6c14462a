"""Owns the icon in the tray: its shape tells how desk breaks stand, its menu steers them."""

import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from supple.devices.files import asset
from supple.ui.desk.tray_icon import is_dark_panel, tray_icon
from supple.ui.pages.break_view import Act, Choice, Do, Sign, TrayView
from supple.ui.theme.icons import Icons, Weight
from supple.ui.theme.tokens import DARK, LIGHT

_MENU_ICON: Final = 18


class Tray(QObject):
    """One icon with its `menu`, which most desktops draw themselves. `chosen` carries an Act.

    `may_ask` tells whether the desktop answers: Qt waits 25 s for one that does not. Where the
    desktop draws the menu, its colours count, else those of the program.
    """

    chosen = Signal(object)
    opening = Signal()

    def __init__(
        self,
        icon: QSystemTrayIcon,
        parent: QObject | None = None,
        *,
        may_ask: Callable[[], bool] = lambda: True,
        desktop_draws: bool = sys.platform == "linux",
    ) -> None:
        super().__init__(parent)
        self._desktop_draws = desktop_draws
        self._may_ask = may_ask
        self._view: TrayView | None = None
        self._icons: Icons | None = None
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self.opening)
        self._icon = icon
        icon.setParent(self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._pressed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._paint_anew)

    @property
    def is_there(self) -> bool:
        """Whether this desktop has a tray now."""
        return self._may_ask() and QSystemTrayIcon.isSystemTrayAvailable()

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

    def close(self) -> None:
        """Take the icon away for good."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._paint_anew)
        self._icon.hide()
        self._empty()
        self.menu.deleteLater()

    def show_view(self, view: TrayView) -> None:
        """Show how breaks stand; what has not changed is left alone."""
        before, self._view = self._view, view
        if before is None or before.sign is not view.sign:
            icon = tray_icon(view.sign, on_dark=is_dark_panel())
            icon.setIsMask(sys.platform == "darwin" and view.sign is not Sign.DUE)
            self._icon.setIcon(icon)
        if before is None or before.tip != view.tip:
            self._icon.setToolTip(view.tip)
        if before is None or before.menu != view.menu:
            self._empty()
            self._fill(self.menu, view.menu)

    def _paint_anew(self) -> None:
        """The desktop has become dark or light."""
        view, self._view = self._view, None
        if view is not None:
            self.show_view(view)

    def _empty(self) -> None:
        """Clear the menu; it does not let go of the menus below it by itself."""
        self.menu.clear()
        for below in self.menu.findChildren(QMenu):
            below.deleteLater()

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
        if not self._desktop_draws:
            ink = self.menu.palette().windowText().color().name()
        return self._icons.icon(name, Weight.REGULAR, ink, _MENU_ICON)

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """A left click starts the break that waits, else opens the window. macOS opens the menu."""
        if reason is not QSystemTrayIcon.ActivationReason.Trigger or sys.platform == "darwin":
            return
        due = self._view is not None and self._view.sign is Sign.DUE
        self.chosen.emit(Act(Do.START if due else Do.OPEN))
