"""Owns the Library page: find a stretch by what you have and where you are."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from supple.ui.pages.library_filters import Filters
from supple.ui.pages.library_menu import TileMenu
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, TITLE, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.column import narrow_edge
from supple.ui.widgets.empty_place import EmptyPlace
from supple.ui.widgets.exercise_tile import ExerciseTile, Picture, TileView
from supple.ui.widgets.figure_view import FigureView
from supple.ui.widgets.filter_button import Filter
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.narration import announce
from supple.ui.widgets.search_field import SearchField
from supple.ui.widgets.text import Text
from supple.ui.widgets.tile_grid import TileGrid

_WIDEST: Final = 1120
_WIDE_FROM: Final = 860
_MIDDLE_FROM: Final = 600
_NARROW_BELOW: Final = 330
_SEARCH_MS: Final = 120
_SPARE_U: Final = 24

Chosen = dict[str, frozenset[str]]


class LibraryView(msgspec.Struct, frozen=True):
    """What matches, and what is said of it. `why_none` is there when nothing does."""

    tiles: tuple[TileView, ...]
    count: str
    why_none: str = ""


class LibraryPage(QScrollArea):
    """Paints a `LibraryView`; `looked_for` carries the words and, by filter, what is chosen."""

    looked_for = Signal(str, object)
    opened = Signal(str)
    try_requested = Signal(str)
    add_requested = Signal(str)
    aside_requested = Signal(str)
    back_requested = Signal(str)
    print_requested = Signal(str)
    played = Signal(str)

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        filters: Sequence[Filter],
        picture: Picture,
        total: int,
    ) -> None:
        super().__init__()
        self._look = look
        self._translations = translations
        self._picture = picture
        self._chosen: Chosen = {}
        self._made: dict[str, ExerciseTile] = {}
        self._mover: FigureView | None = None
        self._moving: ExerciseTile | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.setWidget(self.content)
        tr = translations.gettext
        self._title = Text(look, TITLE, tr("Library"))
        self._count = Text(look, BODY, colour="ink2", wrap=True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        long, short = tr("Search by name, body part or kit"), tr("Search")
        self.search = SearchField(look, long, short, tr("Clear"))
        self.filters = Filters(look, translations, filters)
        self.grid = TileGrid(look, least_u=200, most_columns=4)
        self.ring = FocusRing(look, self.content)
        clear = Button(look, tr("Clear the filters"), Kind.PRIMARY)
        every = Button(look, tr("Search all {n}").format(n=total))
        self.empty = EmptyPlace(look, tr("Nothing matches that"), (clear, every))
        self._lay()
        self._wait = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._wait.timeout.connect(self._tell)
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self.search.returnPressed.connect(self._tell)
        self.filters.changed.connect(self._filter)
        clear.clicked.connect(self.clear_all)
        every.clicked.connect(self._drop_filters)
        for button in (clear, every):
            button.clicked.connect(self.focus_first)  # it goes with what it stood for
        self.ring.watch(self.search, *self.filters.buttons, clear, every)
        self._clear, self._every = clear, every
        look.changed.connect(self._arrange)

    def set_mover(self, view: FigureView) -> None:
        """Show movements in this view, placed over the tile somebody looks at."""
        view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.setMinimumSize(1, 1)
        view.setParent(self.grid)
        view.hide()
        self._mover = view

    def show_view(self, view: LibraryView) -> None:
        """Paint what matches."""
        changed = self._count.words() != view.count
        self._count.set_words(view.count)
        self._stop()
        self.grid.set_tiles([self._tile(tile) for tile in view.tiles])
        self.grid.setVisible(bool(view.tiles))
        self.empty.setVisible(not view.tiles)
        self.empty.say(view.why_none)
        self._clear.setVisible(any(self._chosen.values()))
        self._every.setVisible(bool(self.search.text().strip()))
        if changed and self.isVisible():
            announce(self, view.count)

    def drawn(self, exercise: str) -> None:
        """A picture is there: paint its tile."""
        if exercise in self._made:
            self._made[exercise].update()

    def focus_first(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_tile(self, ident: str) -> None:
        """Put the focus on the tile of an exercise, if it is shown."""
        if ident in self._made and self._made[ident].isVisibleTo(self.grid):
            self._made[ident].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def clear_all(self) -> None:
        """Look for everything again."""
        self.search.clear()
        self._drop_filters()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange the page for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self.search, 1)
        self._row.addWidget(self.filters)
        self._column = QVBoxLayout(self.content)
        self._column.addLayout(head)
        self._column.addLayout(self._row)
        self._column.addWidget(self.grid)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)

    def _arrange(self) -> None:
        look = self._look
        width = self.viewport().width() / look.scale
        wide, middle = width >= _WIDE_FROM, width >= _MIDDLE_FROM
        room = self.viewport().width()
        margin = look.u(34 if wide else 26) if middle else narrow_edge(look, room)
        spare = max(0, (room - 2 * margin - look.u(_WIDEST)) // 2)
        top = look.u(30 if wide else 20)
        self._column.setContentsMargins(margin + spare, top, margin + spare, margin)
        self._column.setSpacing(look.u(18 if wide else 14))
        self._row.setSpacing(look.u(10))
        self._title.set_style(TITLE if wide else TITLE_SMALL)
        self._count.setVisible(middle)
        self.filters.set_folded(not middle)
        tight = (middle and not wide) or width < _NARROW_BELOW
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if tight else direction.LeftToRight)

    def _tile(self, view: TileView) -> ExerciseTile:
        if view.id not in self._made:
            tile = ExerciseTile(self._look, self._picture, view)
            tile.clicked.connect(lambda: self.opened.emit(view.id))
            tile.looked_at.connect(lambda on: self._look_at(tile, on=on))
            tile.menu_wanted.connect(lambda place: self._menu(tile, place))
            self.ring.watch(tile)
            self._made[view.id] = tile
        tile = self._made[view.id]
        tile.show_view(view)
        return tile

    def _look_at(self, tile: ExerciseTile, *, on: bool) -> None:
        if not on:
            self._stop()
            focused = self.focusWidget()
            if not isinstance(focused, ExerciseTile) or not focused.hasFocus():
                return
            tile = focused  # the pointer has left; the keyboard is still there
        elif tile.hasFocus():
            self.ensureWidgetVisible(tile, 0, self._look.u(_SPARE_U))
        mover = self._mover
        if mover is None or self._look.still or not tile.isVisible():
            return
        self._stop()
        self._moving = tile
        place = tile.picture_rect()
        mover.setGeometry(place.translated(tile.pos()))
        tile.covered = True
        tile.update()
        self.played.emit(tile.view.id)
        mover.show()
        mover.raise_()

    def _stop(self) -> None:
        if self._mover is not None:
            self._mover.hide()
        if self._moving is not None:
            self._moving.covered = False
            self._moving.update()
            self._moving = None

    def _menu(self, tile: ExerciseTile, place: QPoint) -> None:
        menu = TileMenu(self._translations, tile.view, self)
        menu.try_requested.connect(self.try_requested)
        menu.add_requested.connect(self.add_requested)
        menu.aside_requested.connect(self.aside_requested)
        menu.back_requested.connect(self.back_requested)
        menu.print_requested.connect(self.print_requested)
        menu.popup(place)

    def _filter(self, filter_id: str, chosen: frozenset[str]) -> None:
        self._chosen[filter_id] = chosen
        self.filters.show_chosen(self._chosen)
        self._tell()

    def _drop_filters(self) -> None:
        self._chosen = {}
        self.filters.show_chosen(self._chosen)
        self._tell()

    def _tell(self) -> None:
        self._wait.stop()
        self.looked_for.emit(self.search.text(), dict(self._chosen))
