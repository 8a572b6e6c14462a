"""Owns the page of routines: the user's own first, then the ready-made ones."""

from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SECTION, TITLE, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.empty_place import EmptyPlace
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.list_stop import after
from supple.ui.widgets.routine_tile import Picture, RoutineTile, RoutineView
from supple.ui.widgets.text import Text
from supple.ui.widgets.tile_grid import TileGrid
from supple.ui.widgets.undo_bar import UndoBar

_WIDEST: Final = 1120
_WIDE_FROM: Final = 860
_MIDDLE_FROM: Final = 600
_NARROW_BELOW: Final = 300


class RoutinesView(msgspec.Struct, frozen=True):
    """All routines."""

    own: tuple[RoutineView, ...]
    ready: tuple[RoutineView, ...]


class RoutinesPage(QWidget):
    """Paints a `RoutinesView`; what a signal carries is a routine's id, or a broken one's file."""

    new_requested = Signal()
    import_requested = Signal()
    opened = Signal(str)
    start_requested = Signal(str)
    copy_requested = Signal(str)
    save_requested = Signal(str)
    print_requested = Signal(str)
    sheet_requested = Signal(str)
    delete_requested = Signal(str)
    file_requested = Signal(str)
    faults_requested = Signal(str)

    def __init__(self, look: Look, translations: NullTranslations, picture: Picture) -> None:
        super().__init__()
        self._look = look
        self._tr = translations.gettext
        self._picture = picture
        tr = self._tr
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self._scroll.setWidget(self.content)
        self._title = Text(look, TITLE, tr("My routines"))
        regular, bold = Weight.REGULAR, Weight.BOLD
        self.import_button = Button(look, tr("Import"), icon="download-simple", weight=regular)
        self.new_button = Button(look, tr("New routine"), Kind.PRIMARY, icon="plus", weight=bold)
        first = Button(look, tr("Make one"), Kind.PRIMARY)
        self.empty = EmptyPlace(look, tr("No routine of your own yet"), (first,))
        self.empty.say(tr("Put stretches in your order, with your hold times."))
        self.own = TileGrid(look, least_u=250, most_columns=3)
        self._ready_title = Text(look, SECTION, tr("Ready-made"))
        self.ready = TileGrid(look, least_u=250, most_columns=3)
        self.undo = UndoBar(look, tr("Undo"), self)
        self._lay()
        self.ring = FocusRing(look, self.content)
        self.ring.watch(self.import_button, self.new_button, first)
        self.import_button.clicked.connect(self.import_requested)
        self.new_button.clicked.connect(self.new_requested)
        first.clicked.connect(self.new_requested)
        look.changed.connect(self._arrange)

    def show_view(self, view: RoutinesView) -> None:
        """Paint all routines."""
        self.own.set_tiles([self._tile(each) for each in view.own])
        self.ready.set_tiles([self._tile(each) for each in view.ready])
        self.own.setVisible(bool(view.own))
        self.empty.setVisible(not view.own)

    def drawn(self, _exercise: str) -> None:
        """A picture is there."""
        for tile in (*self.own.tiles, *self.ready.tiles):
            tile.update()

    def focus_tile(self, ident: str) -> None:
        """Put the focus on a routine, or where the page begins."""
        tiles = (*self.own.tiles, *self.ready.tiles)
        found = (each for each in tiles if isinstance(each, RoutineTile) and each.view.id == ident)
        if (tile := next(found, None)) is None:
            self.focus_first()
        else:
            tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def after(self, ident: str) -> str:
        """What the focus goes to when one of the user's own routines goes."""
        own = [each.view.id for each in self.own.tiles if isinstance(each, RoutineTile)]
        return after(own, ident)

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange the page for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _lay(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.import_button)
        self._head.addWidget(self.new_button)
        self._column = QVBoxLayout(self.content)
        self._column.addLayout(self._head)
        for widget in (self.empty, self.own, self._ready_title, self.ready):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)

    def _arrange(self) -> None:
        look, room = self._look, self._scroll.viewport().width()
        width = room / look.scale
        wide, middle = width >= _WIDE_FROM, width >= _MIDDLE_FROM
        narrow = self.width() < look.u(_NARROW_BELOW)
        margin = look.u(34 if wide else 26 if middle else 10 if narrow else 18)
        spare = max(0, (room - 2 * margin - look.u(_WIDEST)) // 2)
        top = look.u(30 if wide else 20)
        self._column.setContentsMargins(margin + spare, top, margin + spare, margin)
        self._column.setSpacing(look.u(18))
        self._head.setSpacing(look.u(10))
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if middle else direction.TopToBottom)
        self._title.set_style(TITLE if wide else TITLE_SMALL)

    def _tile(self, view: RoutineView) -> RoutineTile:
        tr = self._tr
        tile = RoutineTile(self._look, view, self._picture, (tr("Start"), tr("More")))
        opens = self.faults_requested if view.broken else self.opened
        opened = view.path if view.broken else view.id
        tile.clicked.connect(lambda *_: opens.emit(opened))
        tile.start_requested.connect(lambda: self.start_requested.emit(view.id))
        tile.menu_wanted.connect(lambda place: self._menu(view, place))
        self.ring.watch(tile)
        FocusRing(self._look, tile).watch(tile.play, tile.more)
        return tile

    def _menu(self, view: RoutineView, place: QPoint) -> None:
        tr, menu = self._tr, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if view.broken:
            menu.addAction(tr("What is wrong"), lambda: self.faults_requested.emit(view.path))
            menu.addAction(tr("Open the file"), lambda: self.file_requested.emit(view.path))
        else:
            menu.addAction(tr("Start"), lambda: self.start_requested.emit(view.id))
            if view.own:
                menu.addAction(tr("Edit"), lambda: self.opened.emit(view.id))
            copy = tr("Copy") if view.own else tr("Make my own copy")
            menu.addAction(copy, lambda: self.copy_requested.emit(view.id))
            menu.addAction(tr("Print…"), lambda: self.print_requested.emit(view.id))
            menu.addAction(tr("Save as PDF…"), lambda: self.sheet_requested.emit(view.id))
            menu.addAction(tr("Save as file…"), lambda: self.save_requested.emit(view.id))
        if view.own:
            menu.addAction(tr("Delete"), lambda: self.delete_requested.emit(view.id))
        menu.popup(place)
