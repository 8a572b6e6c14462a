"""Owns the routine editor: rows at one side, total, notes and stretches to add at the other."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supple.ui.pages.editor_rows import EditorRows
from supple.ui.pages.editor_side import Notes, Palette, TotalCard
from supple.ui.pages.editor_view import EditorView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, TITLE, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import IconLabel
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.mirror import mirrored_margins, mirrored_side
from supple.ui.widgets.narration import announce
from supple.ui.widgets.tab_order import tab_through
from supple.ui.widgets.text import Text

_WIDEST: Final = 1120
_SPLIT_FROM: Final = 780
_WIDE_FROM: Final = 860
_NARROW_BELOW: Final = 300
_SIDE: Final = 316
_LONGEST_NAME: Final = 80


class EditorPage(QScrollArea):
    """Paints an `EditorView`. What the rows tell comes from `rows`, from the palette `palette_`.

    `dropped` carries an exercise of the palette and the place in the rows where it was let go.
    """

    back = Signal()
    renamed = Signal(str)
    undone = Signal()
    redone = Signal()
    start_requested = Signal()
    rest_requested = Signal()
    dropped = Signal(str, int)
    copy_requested = Signal()
    save_requested = Signal()
    print_requested = Signal()
    sheet_requested = Signal()
    delete_requested = Signal()

    def __init__(self, look: Look, translations: NullTranslations, picture: Picture) -> None:
        super().__init__()
        self._look = look
        self._tr = translations.gettext
        tr = self._tr
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.setWidget(self.content)
        self.back_button = Button(
            look, tr("My routines"), Kind.PLAIN, Size.SMALL, icon="arrow-left"
        )
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Name of the routine"))
        self.title.setMaxLength(_LONGEST_NAME)
        self.title.setAlignment(mirrored_side(self, Qt.AlignmentFlag.AlignLeft))
        self._saved = QWidget()
        saved = QHBoxLayout(self._saved)
        saved.setContentsMargins(mirrored_margins(self._saved, 0, 0, look.u(4), 0))
        saved.setSpacing(look.u(6))
        tick = IconLabel(look, "check", weight=Weight.BOLD, colour="ink2", size=16)
        saved.addWidget(tick)
        saved.addWidget(Text(look, BODY, tr("Saved"), colour="ink2"))
        regular, bold = Weight.REGULAR, Weight.BOLD
        self.undo = IconButton(look, "arrow-counter-clockwise", tr("Undo"), weight=regular)
        self.more = IconButton(look, "dots-three", tr("More"), weight=bold)
        self.start = Button(look, tr("Start"), Kind.PRIMARY, icon="play")
        self._empty = Text(
            look,
            BODY,
            tr("Put stretches in your order, with your hold times."),
            colour="ink2",
            wrap=True,
        )
        self.rows = EditorRows(look, translations, picture)
        self.add = Button(look, tr("Add a stretch"), icon="plus", weight=bold)
        self.rest = Button(look, tr("Add a rest"), icon="hourglass-medium", weight=regular)
        self.total = TotalCard(look, translations)
        self.notes = Notes(look)
        self.palette_ = Palette(look, translations, picture)
        self._lay()
        self._connect()
        look.changed.connect(self._arrange)

    def show_view(self, view: EditorView) -> None:
        """Paint a routine as it stands."""
        if not self.title.hasFocus() or not self.title.isModified():
            self.title.setText(view.name)
            self.title.setCursorPosition(0)
        self.rows.show_rows(view.rows)
        self._empty.setVisible(not view.rows)
        self.total.show_view(view)
        self.total.setVisible(bool(view.rows))
        self.notes.show_notes(view.notes)
        self.undo.setEnabled(view.can_undo)
        self.start.setEnabled(bool(view.rows))
        self.start.setToolTip("" if view.rows else self._tr("Add a stretch first."))
        self._saved.setVisible(view.saved)
        self._can_redo = view.can_redo
        head = (self.back_button, self.title, self.undo, self.more, self.start)
        tab_through(*head, *self.rows.rows, self.add, self.rest, self.notes, self.palette_)
        if not view.rows:
            self._show_palette(on=True)

    def drawn(self, _exercise: str) -> None:
        """A picture is there."""
        self.rows.drawn()
        self.palette_.drawn()

    def focus_first(self) -> None:
        """Put the focus where the page begins: the first row, or the name of a new routine."""
        if self.rows.rows:
            self.rows.rows[0].head.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.title.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange the page for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _lay(self) -> None:
        self._column = QVBoxLayout(self.content)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        names.addWidget(self.title)
        actions = FlowRow(self._look, gap=12)
        actions.set_items((self._saved, self.undo, self.more, self.start))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(names, 1)
        self._head.addWidget(actions)
        left = QVBoxLayout()
        left.addWidget(self._empty)
        left.addWidget(self.rows)
        adding = FlowRow(self._look, gap=10)
        adding.set_items((self.add, self.rest))
        left.addWidget(adding)
        left.addStretch(1)
        self._left = left
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        for card in (self.total, self.notes, self.palette_):
            side.addWidget(card)
        side.addStretch(1)
        side.setSpacing(self._look.u(16))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addLayout(left, 1)
        self._halves.addWidget(self._side)
        self._column.addLayout(self._head)
        self._column.addLayout(self._halves)
        self._column.addStretch(1)
        self._palette_on = False
        self._can_redo = False
        self._likeness: QLabel | None = None

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.title.editingFinished.connect(self._rename)
        self.undo.clicked.connect(self.undone)
        self.more.clicked.connect(self._menu)
        self.start.clicked.connect(self.start_requested)
        self.add.clicked.connect(self._open_palette)
        self.rest.clicked.connect(self.rest_requested)
        self.palette_.dragged.connect(self._drag)
        self.palette_.dropped.connect(self._drop)
        self.rows.told.connect(lambda words: announce(self.rows, words))
        ring = FocusRing(self._look, self.content)
        ring.watch(self.back_button, self.title, self.undo, self.more)
        ring.watch(self.start, self.add, self.rest)

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What keys do on this page."""
        return {
            "undo": self.undone.emit,
            "redo": self.redone.emit,
            "print": self.print_requested.emit,
            "back": self.back.emit,
        }

    def _rename(self) -> None:
        if self.title.isModified():
            self.title.setModified(False)
            self.renamed.emit(self.title.text().strip())

    def _open_palette(self) -> None:
        self._show_palette(on=True)
        self.palette_.search.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(self.palette_.search, 0, self._look.u(24))

    def _drag(self, likeness: QPixmap, at: QPoint) -> None:
        """Let a likeness of what is dragged go along with the pointer."""
        if self._likeness is None:
            tokens, u = self._look.tokens, self._look.u
            self._likeness = QLabel(self.viewport())
            self._likeness.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._likeness.setStyleSheet(
                f"background: {tokens.surface}; border: 2px solid {tokens.primary};"
                f"border-radius: {u(12)}px; padding: {u(8)}px;"
            )
            self._likeness.setPixmap(likeness)
            self._likeness.show()
        size = self._likeness.sizeHint()
        self._likeness.move(
            self.viewport().mapFromGlobal(at) - QPoint(size.width(), size.height()) / 2
        )
        self.rows.make_room(at)

    def _drop(self, exercise: str, at: QPoint) -> None:
        if self._likeness is not None:
            self._likeness.hide()
            self._likeness.deleteLater()
            self._likeness = None
        place = self.rows.close_gap(at)
        if place >= 0:
            self.dropped.emit(exercise, place)

    def _show_palette(self, *, on: bool) -> None:
        self._palette_on = on
        self._arrange()

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        redo = menu.addAction(self._tr("Redo"), self.redone.emit)
        redo.setEnabled(self._can_redo)
        menu.addSeparator()
        menu.addAction(self._tr("Copy"), self.copy_requested.emit)
        menu.addAction(self._tr("Print…"), self.print_requested.emit)
        menu.addAction(self._tr("Save as PDF…"), self.sheet_requested.emit)
        menu.addAction(self._tr("Save as file…"), self.save_requested.emit)
        menu.addAction(self._tr("Delete"), self.delete_requested.emit)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _arrange(self) -> None:
        look, room = self._look, self.viewport().width()
        width = room / look.scale
        split, wide = width >= _SPLIT_FROM, width >= _WIDE_FROM
        margin = look.u(34 if wide else 24 if split else 16 if width >= _NARROW_BELOW else 8)
        spare = max(0, (room - 2 * margin - look.u(_WIDEST)) // 2)
        top = look.u(24 if wide else 14)
        self._column.setContentsMargins(margin + spare, top, margin + spare, margin)
        self._column.setSpacing(look.u(14))
        direction = QBoxLayout.Direction
        beside, below = direction.LeftToRight, direction.TopToBottom
        self._head.setDirection(beside if width >= _SPLIT_FROM * 0.75 else below)
        self._head.setSpacing(look.u(10))
        self._halves.setDirection(beside if split else below)
        self._halves.setSpacing(look.u(22))
        self._left.setSpacing(look.u(8))
        self._side.setMinimumWidth(look.u(_SIDE) if split else 0)
        self._side.setMaximumWidth(look.u(_SIDE) if split else 16_777_215)
        self.palette_.setVisible(split or self._palette_on)
        ink = look.tokens.ink
        self.title.setStyleSheet(
            f"background: transparent; border: none; padding: 0; color: {ink};"
        )
        self.title.setFont(look.font(TITLE if wide else TITLE_SMALL))  # a style sheet takes it back
