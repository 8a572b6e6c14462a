"""Owns the menu of an exercise's tile."""

from gettext import NullTranslations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from supple.ui.widgets.exercise_tile import TileView


class TileMenu(QMenu):
    """Each signal carries the id of the exercise."""

    try_requested = Signal(str)
    add_requested = Signal(str)
    aside_requested = Signal(str)
    back_requested = Signal(str)
    print_requested = Signal(str)

    def __init__(self, translations: NullTranslations, view: TileView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        tr = translations.gettext
        if view.may_try:
            self.addAction(tr("Try it"), lambda: self.try_requested.emit(view.id))
        self.addAction(tr("Add to a routine"), lambda: self.add_requested.emit(view.id))
        if view.is_aside:
            self.addAction(tr("Bring back"), lambda: self.back_requested.emit(view.id))
        elif not view.faded:
            self.addAction(tr("Set aside"), lambda: self.aside_requested.emit(view.id))
        self.addAction(tr("Print…"), lambda: self.print_requested.emit(view.id))
